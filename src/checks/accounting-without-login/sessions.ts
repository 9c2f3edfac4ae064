import { HOUR, type Instant, MINUTE } from '../../base/time.ts';
import type { CommandRecord, LoginRecord } from '../../model/record.ts';
import { Timed } from '../kit/timed.ts';

/** A pause longer than this begins a new session. */
const PAUSE = HOUR;
/** A login may lie this long before the first thing done. */
const LONGEST_WAIT = 8 * HOUR;
/** Clocks of devices and servers differ by this much without anybody noticing. */
const SLACK = 3 * MINUTE;
/** Looks at no more logins for one session: hostile evidence may hold millions. */
const MOST = 1000;
/** Two messages of one login (of SSH and of the login itself) come this close together. */
const ECHO = 15_000;

/** What accounting shows of one account on one terminal without a long pause. */
export interface Session {
  readonly account: string;
  readonly from: string | null;
  readonly terminal: string | null;
  readonly first: Instant;
  readonly last: Instant;
  /** Starts and commands, oldest first. */
  readonly parts: readonly (CommandRecord | LoginRecord)[];
}

/** Groups what accounting shows into sessions; what has no time or no account stays out. */
export function accountedSessions(
  commands: readonly CommandRecord[],
  logins: readonly LoginRecord[],
): readonly Session[] {
  const starts = logins.filter((l) => l.via === 'accounting' && l.outcome === 'success');
  const parts = [...starts, ...commands.filter((c) => c.via === 'accounting')].filter(
    (p) => p.at !== null && p.timeQuality !== 'clock-unset' && p.account !== '',
  );
  parts.sort((a, b) => (a.at as number) - (b.at as number));
  const open = new Map<string, Session & { parts: (CommandRecord | LoginRecord)[]; last: Instant }>();
  const out: Session[] = [];
  for (const part of parts) {
    const at = part.at as number;
    const key = `${part.account} ${part.from} ${part.terminal}`;
    let session = open.get(key);
    if (!session || at - session.last > PAUSE || isStart(part)) {
      const { account, from, terminal } = part;
      session = { account, from, terminal, first: at, last: at, parts: [] };
      open.set(key, session);
      out.push(session);
    }
    session.parts.push(part);
    session.last = Math.max(session.last, part.last ?? at);
  }
  return out;
}

const isStart = (part: CommandRecord | LoginRecord): boolean => part.kind === 'login';

/** Logins as others than accounting know them: the device's own log, and the authentication report of the AAA server. */
export class Witnesses {
  private readonly byAccount = new Map<string, Timed<LoginRecord>>();

  /** Takes all logins and logouts of the device. */
  constructor(logins: readonly LoginRecord[]) {
    const lists = new Map<string, LoginRecord[]>();
    for (const login of logins) {
      if (login.via === 'accounting' || login.outcome === 'failure') continue;
      const list = lists.get(login.account);
      if (list) list.push(login);
      else lists.set(login.account, [login]);
    }
    for (const [account, list] of lists) this.byAccount.set(account, new Timed(list));
  }

  /** True when a login of the account was open at the start of the session: made before, and not ended since. */
  knows(session: Session): boolean {
    const all = this.byAccount
      .get(session.account)
      ?.within(session.first - LONGEST_WAIT, session.first + SLACK, MOST);
    const near = (all ?? []).filter(
      (l) => session.from === null || l.from === null || l.from === session.from,
    );
    if (near.some((l) => l.outcome === 'success' && (l.at as number) >= session.first - SLACK)) return true;
    const logins = distinct(near.filter((l) => l.outcome === 'success'));
    const logouts = distinct(
      near.filter((l) => l.outcome === 'logout' && (l.at as number) < session.first - SLACK),
    );
    return logins > logouts;
  }
}

/** How many there are when messages close together count as one. */
function distinct(logins: readonly LoginRecord[]): number {
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const { at } of logins) {
    if ((at as number) - last > ECHO) count += 1;
    last = at as number;
  }
  return count;
}
