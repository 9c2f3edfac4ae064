import type { SectionKind } from '../../kit/platform.ts';

const KINDS: readonly (readonly [RegExp, SectionKind])[] = [
  [/^show(?: full-configuration)?$/, 'running'],
  [/^show /, 'partial'],
  [/^get system status$/, 'version'],
  [/^get system (?:admin list|info admin status)$/, 'sessions'],
  [/^diag\w* sys tcpsock/, 'listeners'],
  [/^get (?:vpn )?ipsec tunnel summary/, 'tunnels'],
  [/^(?:diag\w* sys top|get system performance top)/, 'processes'],
  [/^diag\w* sys ntp status/, 'ntp'],
  [/^(?:config|end|exit|next|abort|edit)\b/, 'session'],
];

/** A filter that leaves the listeners whole. */
const LISTENERS = /tcpsock *\| *grep(?: -i)? "?listen"?$/i;

/** Tells what a command prints; behind a filter most output is not whole and therefore not read. */
export function sectionOf(command: string): SectionKind {
  const [first = '', filter] = command.split('|', 2);
  const plain = first.trim().replace(/ +/g, ' ');
  const kind = KINDS.find(([form]) => form.test(plain))?.[1] ?? 'other';
  if (filter === undefined || LISTENERS.test(command.trim())) return kind;
  return kind === 'running' ? 'partial' : kind === 'partial' || kind === 'session' ? kind : 'other';
}

/** Tells the kind of output by its first line; null when the line does not tell. */
export function sniff(text: string): SectionKind | null {
  if (text.startsWith('#config-version=')) return 'running';
  if (/^Version: Forti[A-Za-z]{1,12}-\S{1,24} v\d/.test(text)) return 'version';
  if (/^[\d.:[\]a-f]{2,50}->[\d.:[\]a-f]{2,50}->state=/.test(text)) return 'listeners';
  return null;
}
