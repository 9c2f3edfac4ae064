import type { SectionKind } from '../../kit/platform.ts';

const is = (word: string | undefined, full: string, least: number): boolean =>
  word !== undefined && word.length >= least && full.startsWith(word);

const SESSION = new Set('set exit quit cli configure edit start help bye'.split(' '));

interface Typed {
  readonly words: readonly string[];
  readonly pipes: readonly string[];
}

function cut(command: string): Typed {
  const [first = '', ...pipes] = command.split('|').map((part) => part.trim());
  return { words: first.split(' ').filter((word) => word !== ''), pipes };
}

/** Tells what a command prints. */
export function sectionOf(command: string): SectionKind {
  const { words, pipes } = cut(command);
  if (words[0] === 'candidate') return configOf(words.slice(2), pipes, true);
  if (is(words[0], 'show', 2)) return showOf(words.slice(1), pipes);
  if (words[0] === 'file') return fileOf(words);
  if (words[0] === 'request')
    return words.includes('software') || words.at(-1) === 'verify' ? 'verify' : 'other';
  return SESSION.has(words[0] ?? '') || is(words[0], 'configure', 4) ? 'session' : 'other';
}

function fileOf(words: readonly string[]): SectionKind {
  if (words[1] === 'checksum') return 'checksum';
  return words[1] === 'list' ? 'files' : 'other';
}

function showOf([what, second, ...rest]: readonly string[], pipes: readonly string[]): SectionKind {
  if (is(what, 'configuration', 4))
    return configOf(
      [second, ...rest].filter((w) => w !== undefined),
      pipes,
      false,
    );
  if (is(what, 'version', 3)) return 'version';
  if (is(what, 'chassis', 2) && is(second, 'hardware', 2)) return 'inventory';
  if (is(what, 'system', 2)) return systemOf(second);
  if (is(what, 'interfaces', 3) && rest.concat(second ?? '').some((word) => is(word, 'terse', 3)))
    return 'faces';
  if (is(what, 'security', 3) && (second === 'ipsec' || second === 'ike')) return second;
  if (what === 'ntp' && is(second, 'associations', 3)) return 'ntp';
  if (is(what, 'forwarding-options', 3))
    return is(second, 'port-mirroring', 4) || is(second, 'analyzer', 3) ? 'mirrors' : 'other';
  return is(what, 'analyzer', 4) ? 'mirrors' : 'other';
}

const SYSTEM: readonly (readonly [string, SectionKind])[] = [
  ['uptime', 'uptime'],
  ['users', 'users'],
  ['processes', 'processes'],
  ['connections', 'listeners'],
  ['commit', 'commits'],
];

function systemOf(word: string | undefined): SectionKind {
  return SYSTEM.find(([full]) => is(word, full, 3))?.[1] ?? 'other';
}

const HARMLESS =
  /^(?:no-more|display (?:set|inheritance|omit|commit-scripts|detail).*|refresh.*|hold|trim \d+|save .*)$/;

/** The whole configuration, a part of it, or something that is no text of a configuration (XML, differences, matches). */
function configOf(path: readonly string[], pipes: readonly string[], candidate: boolean): SectionKind {
  const set = pipes.some((pipe) => pipe.startsWith('display set'));
  const whole = pipes.every((pipe) => HARMLESS.test(pipe));
  if (pipes.some((pipe) => /^(?:display (?:xml|json|rfc)|compare|count)/.test(pipe))) return 'other';
  if (!whole && !set) return 'other';
  if (candidate) return set || path.length === 0 ? 'partial' : 'other';
  return path.length === 0 && whole ? 'running' : 'partial';
}

/** Words before every path, where `show configuration system services` prints what stands below that block. */
export function prefixOf(command: string): string {
  const { words, pipes } = cut(command);
  if (!is(words[0], 'show', 2) || !is(words[1], 'configuration', 4)) return '';
  return pipes.some((pipe) => pipe.startsWith('display set')) ? '' : words.slice(2).join(' ');
}
