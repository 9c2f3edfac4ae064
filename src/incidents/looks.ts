import type { Finding, Verdict } from '../model/verdict.ts';

/** What one check could see over all subjects that it was asked about. */
export interface Look {
  readonly check: string;
  readonly asked: number;
  readonly blind: number;
  /** Subjects where the door is open; whether somebody came through it, the check cannot see. */
  readonly open: number;
  /** Hits of checks that look for more than open doors. */
  readonly hits: number;
  /** Why it could not tell, as most verdicts say it; empty when it always could. */
  readonly reason: string;
}

/** What each check could see, by its id; worked out once for all incidents and playbooks. */
export function looksOf(
  verdicts: readonly Verdict[],
  findings: readonly Finding[],
): ReadonlyMap<string, Look> {
  const doors = new Set(findings.filter((f) => f.class === 'weakness').map((f) => f.check));
  const byCheck = new Map<string, Verdict[]>();
  for (const v of verdicts) {
    const list = byCheck.get(v.check);
    if (list) list.push(v);
    else byCheck.set(v.check, [v]);
  }
  return new Map([...byCheck].map(([check, list]) => [check, lookOf(check, list, doors.has(check))]));
}

function lookOf(check: string, verdicts: readonly Verdict[], door: boolean): Look {
  const blind = verdicts.filter((v) => v.answer === 'cannot-tell');
  const hits = verdicts.filter((v) => v.answer === 'hit').length;
  return {
    check,
    asked: verdicts.length,
    blind: blind.length,
    open: door ? hits : 0,
    hits: door ? 0 : hits,
    reason: mainReason(blind),
  };
}

/** The reason that most verdicts give, by its code; of equally frequent ones the first by name. */
function mainReason(verdicts: readonly Verdict[]): string {
  const counts = new Map<string, { count: number; text: string }>();
  for (const { code, text } of verdicts.flatMap((v) => v.reasons)) {
    const known = counts.get(code);
    if (!known) counts.set(code, { count: 1, text });
    else counts.set(code, { count: known.count + 1, text: known.text < text ? known.text : text });
  }
  const sorted = [...counts].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
  return sorted[0]?.[1].text ?? '';
}
