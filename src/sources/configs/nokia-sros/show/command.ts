import type { SectionKind } from '../../kit/platform.ts';

/** Commands that print nothing worth reading. */
const SESSION =
  /^(?:environment|exit|back|logout|configure|edit-config|clear|enable-admin|password|quit-config|commit|sleep|echo|exec|history|help|tree|pwc|write|candidate)\b/;

const SHOWS: readonly (readonly [RegExp, SectionKind])[] = [
  [/^show version\b/, 'version'],
  [/^show system information\b/, 'system'],
  [/^show chassis\b/, 'inventory'],
  [/^show users\b/, 'users'],
  [/^show system connections\b/, 'connections'],
  [/^show system security user(?: detail)?$/, 'accounts'],
  [/^show system security (?:authentication|tacplus|radius)\b/, 'aaa'],
  [/^show system ntp\b/, 'ntp'],
  [/^show log syslog\b/, 'syslog'],
  [/^show mirror\b/, 'mirrors'],
  [/^show li\b/, 'intercepts'],
  [/^show service sdp\b/, 'tunnels'],
  [/^file (?:dir|list|checksum|version)\b/, 'files'],
];

/** Tells what a command prints. */
export function sectionOf(command: string): SectionKind {
  const text = command
    .replace(/ +/g, ' ')
    .replace(/ ?\| (?:no-more|match .*)$/, '')
    .trim();
  if (/^admin (?:display-config|show configuration)(?: (?:detail|running|full-context|flat))*$/.test(text))
    return 'running';
  if (/^admin (?:display-config|show configuration)/.test(text)) return 'partial';
  const found = SHOWS.find(([pattern]) => pattern.test(text));
  if (found) return found[1];
  return SESSION.test(text) ? 'session' : 'other';
}

/** Tells the kind of output by its first line, where no prompt says which command it was; null when it does not. */
export function sniff(text: string): SectionKind | null {
  switch (text.charCodeAt(0)) {
    case 35:
      return /^# (?:TiMOS-|Configuration format|Generated )/.test(text) ? 'running' : null;
    case 84:
      return text.startsWith('TiMOS-') ? 'version' : null;
    case 99:
      return /^configure(?: \{)?$/.test(text) ? 'running' : null;
    case 101:
      return text === 'exit all' || text.startsWith('echo "') ? 'running' : null;
    case 47:
      return text.startsWith('/configure ') ? 'running' : null;
    case 83:
      return text === 'System Information' ? 'system' : null;
    case 67:
      return text === 'Chassis Information' ? 'inventory' : null;
    default:
      return null;
  }
}
