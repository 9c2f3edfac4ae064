import type { SectionKind } from '../../kit/platform.ts';

const FIRST: readonly (readonly [RegExp, SectionKind])[] = [
  [/^##+ Last (?:commit|changed): /, 'running'],
  [/^# ?RANCID-CONTENT-TYPE: juniper/, 'running'],
  [/^version "?\d[\w.-]*"?;/, 'running'],
  [/^set version \d/, 'running'],
  [/^Hostname: \S+$/, 'version'],
  [/^Hardware inventory:$/, 'inventory'],
  [/^Current time: \d{4}-/, 'uptime'],
  [/^USER +TTY +FROM +LOGIN@/, 'users'],
  [/^last pid: |^top - |^ *PID +(?:TT|USER)/, 'processes'],
  [/^Active Internet connections/, 'listeners'],
  [/^Interface +Admin Link Proto +Local/, 'faces'],
  [/^\d+ +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \S+ by \S+ via /, 'commits'],
  [/^ *Total active tunnels: /, 'ipsec'],
  [/^ +remote +refid +st t when poll/, 'ntp'],
  [/^(?:MD5|SHA1|SHA256) \(\/[^)]{1,300}\) = /, 'checksum'],
];

/** Tells by its first line what output begins, where no prompt says so; null when the line does not tell. */
export function sniff(text: string): SectionKind | null {
  if (text.length > 400) return null;
  for (const [pattern, kind] of FIRST) if (pattern.test(text)) return kind;
  return null;
}
