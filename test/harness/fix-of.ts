import { CHECKS } from '../../src/checks/index.ts';
import type { Check } from '../../src/checks/kit/contract.ts';
import type { Fix } from '../../src/checks/kit/fix.ts';
import type { Answer } from '../../src/model/verdict.ts';
import { findOnce } from '../find-once.ts';

/** What a check said before and after its fix was applied to a configuration. */
export interface Fixed {
  readonly before: Answer | undefined;
  readonly fix: Fix | null;
  readonly after: Answer | undefined;
  /** Other checks whose verdict on the device became worse. */
  readonly worse: readonly string[];
}

const RANK: Readonly<Record<Answer, number>> = { clear: 0, 'cannot-tell': 1, hit: 2 };
const DEVICE = 'pe-01';

function capture(lines: readonly string[]): { name: string; bytes: Uint8Array } {
  const text = [
    `${DEVICE}#show clock`,
    '02:00:25.123 UTC Thu Oct 15 2026',
    `${DEVICE}#show running-config`,
    'Building configuration...',
    '',
    ...lines,
    '',
    `${DEVICE}#exit`,
    '',
  ].join('\n');
  return { name: `${DEVICE}.cfg`, bytes: new TextEncoder().encode(text) };
}

/**
 * Runs a check on a configuration of IOS (device `pe-01`, ending in `end`), applies the lines of its fix as the device
 * would (a line replaces the one that it negates, lines of a block go into that block), and runs all checks again. What
 * stands in angle brackets is filled in as a person would: `<MANAGEMENT NETWORK>` by an address.
 */
export async function fixOf(
  check: Check,
  config: readonly string[],
  filled: Readonly<Record<string, string>> = {},
): Promise<Fixed> {
  const first = await findOnce([capture(config)], { checks: CHECKS });
  const verdictOf = (found: typeof first, id: string): Answer | undefined =>
    found.evaluation.verdicts.find((v) => v.check === id && v.subject === DEVICE)?.answer;
  const view = first.material.snapshotsOf(DEVICE).at(-1);
  const fix = view ? (check.fix?.(viewOf(first), view) ?? null) : null;
  const before = verdictOf(first, check.id);
  if (!fix) return { before, fix, after: before, worse: [] };
  const second = await findOnce([capture(applyLines(config, fill(fix.lines, filled)))], { checks: CHECKS });
  const worse = CHECKS.map((each) => each.id).filter((id) => {
    const [was, is] = [verdictOf(first, id), verdictOf(second, id)];
    return was !== undefined && is !== undefined && RANK[is] > RANK[was];
  });
  return { before, fix, after: verdictOf(second, check.id), worse };
}

function fill(lines: readonly string[], filled: Readonly<Record<string, string>>): string[] {
  return lines.map((line) =>
    Object.entries(filled).reduce((text, [blank, words]) => text.replaceAll(blank, words), line),
  );
}

function viewOf(found: Awaited<ReturnType<typeof findOnce>>): Parameters<NonNullable<Check['fix']>>[0] {
  const device = found.material.devices.find((each) => each.id === DEVICE);
  return { device, fleet: found.material.fleet } as Parameters<NonNullable<Check['fix']>>[0];
}

/** Enters lines into a configuration as IOS does. */
export function applyLines(config: readonly string[], lines: readonly string[]): string[] {
  const out = [...config];
  let block = '';
  for (const each of lines) {
    // A secret is one word.
    const line = each.replace('<NEW SECRET>', '<NEW-SECRET>');
    if (!line.startsWith(' ')) block = line;
    const negates = line.trim().startsWith('no ');
    const plain = negates ? line.trim().slice(3) : line.trim();
    const [from, to] = line.startsWith(' ') ? blockOf(out, block) : [0, out.length];
    const one = negates ? null : soleSetting(plain);
    const fits = (have: string): boolean => (one === null ? matches(have, plain) : soleSetting(have) === one);
    const at = out.findIndex((each, i) => i >= from && i < to && fits(each.trim()));
    // Entering a block again leaves what stands in it.
    if (at >= 0 && !negates && !line.startsWith(' ') && out[at] === line) continue;
    if (negates && (ACCESS_LIST.test(block) || ENTRY.test(plain))) out.splice(at, at < 0 ? 0 : 1);
    else if (at >= 0) out.splice(at, line.startsWith(' ') ? 1 : blockEnd(out, at) - at, line);
    else out.splice(line.startsWith(' ') ? Math.max(to, 1) : out.length - 1, 0, line);
  }
  return out;
}

/** Settings of which there is one: a new value takes the place of the old one. */
const SOLE = [
  /^ip ssh (?:version|dh min size|server algorithm \S+)/,
  /^ip http (?:tls-version|secure-ciphersuite|secure-trustpoint)/,
  /^crypto ipsec transform-set \S+/,
  /^(?:encr|hash|group|encryption|integrity|prf|set pfs) /,
  /^(?:transport input|transport output|login|access-class|ipv6 access-class) /,
  /^(?:enable secret|username \S+)/,
  /^standby \d+ authentication/,
  /^ip ospf authentication/,
];

function soleSetting(line: string): string | null {
  for (const sole of SOLE) {
    const found = sole.exec(line);
    if (found) return found[0];
  }
  return null;
}

/** Entries of which there are many: one that is taken away leaves nothing behind. */
const ENTRY = /^snmp-server (?:community|group|host|user) /;
const ACCESS_LIST = /^(?:ip|ipv6) access-list /;

function matches(have: string, plain: string): boolean {
  return have === plain || have === `no ${plain}` || have.startsWith(`${plain} `);
}

function blockOf(config: readonly string[], head: string): [number, number] {
  const at = config.findIndex((each) => each === head);
  return at < 0 ? [config.length - 1, config.length - 1] : [at, blockEnd(config, at)];
}

function blockEnd(config: readonly string[], at: number): number {
  let end = at + 1;
  while (end < config.length && config[end]?.startsWith(' ')) end += 1;
  return end;
}
