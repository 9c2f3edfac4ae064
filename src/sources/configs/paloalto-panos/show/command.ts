import { commandWords } from '../../kit/command-words.ts';
import type { SectionKind } from '../../kit/platform.ts';

const KINDS: readonly (readonly [RegExp, SectionKind])[] = [
  [/^show(?: config (?:running|effective-running-config))?$/, 'running'],
  [/^show (?:deviceconfig|mgt-config|network|shared|vsys|rulebase|zone)\b/, 'partial'],
  [/^show system info$/, 'version'],
  [/^show admins(?: all)?$/, 'sessions'],
  [/^show netstat\b.*\b(?:listening|all) yes/, 'listeners'],
  [/^show ntp$/, 'ntp'],
  [/^(?:configure|exit|quit|set cli|up|top|commit)\b/, 'session'],
];

/** Tells what a command prints; behind a filter most output is not whole and therefore not read. */
export function sectionOf(command: string): SectionKind {
  const { words, piped } = commandWords(command);
  const text = words.join(' ').replace(/^run /, '');
  const kind = KINDS.find(([form]) => form.test(text))?.[1] ?? 'other';
  if (!piped) return kind;
  return kind === 'running' || kind === 'partial' ? 'partial' : 'other';
}

/** Tells the kind of output by its first line; null when the line does not tell. */
export function sniff(text: string): SectionKind | null {
  if (/^(?:<\?xml|<config |<response |config \{$)/.test(text)) return 'running';
  return null;
}
