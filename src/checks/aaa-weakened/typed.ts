import { type Instant, MINUTE } from '../../base/time.ts';
import type { CommandRecord } from '../../model/record.ts';
import { after, commandWords, isWord } from '../kit/commands.ts';
import { isWatched, type List, nameOf, strengthOf } from './strength.ts';

/** A command that changes a method list, or removes it (`methods` null). */
export interface TypedList {
  readonly record: CommandRecord;
  readonly list: Omit<List, 'methods'>;
  readonly methods: readonly string[] | null;
}

const PHASES: Readonly<Record<List['phase'], string>> = {
  authentication: 'authe(ntication)',
  authorization: 'autho(rization)',
  accounting: 'ac(counting)',
};

const SERVICES: readonly (readonly [word: string, name: string])[] = [
  ['log(in)', 'login'],
  ['en(able)', 'enable'],
  ['ex(ec)', 'exec'],
  ['comm(ands)', 'commands'],
  ['conn(ection)', 'connection'],
];

function joinGroups(words: readonly string[]): string[] {
  const out: string[] = [];
  for (const word of words) {
    const last = out.at(-1);
    if (last === 'group') out[out.length - 1] = `group ${word}`;
    else out.push(isWord(word, 'g(roup)') ? 'group' : word.toLowerCase());
  }
  return out;
}

/** Reads a command about a method list of administrators; null for all others. */
export function typedList(record: CommandRecord): TypedList | null {
  const no = commandWords(record.command)[0]?.toLowerCase() === 'no';
  for (const phase of Object.keys(PHASES) as List['phase'][]) {
    const rest = after(record.command, `${no ? 'no ' : ''}aaa ${PHASES[phase]}`);
    if (!rest) continue;
    const service = SERVICES.find(([word]) => isWord(rest[0], word))?.[1];
    if (!service) return null;
    const leveled = service === 'commands' ? 1 : 0;
    const full = leveled ? `commands ${rest[1] ?? ''}` : service;
    const list = { phase, service: full, list: rest[1 + leveled] ?? 'default' };
    const methods = joinGroups(rest.slice(2 + leveled));
    if (!isWatched(list) || (!no && methods.length === 0)) return null;
    return { record, list, methods: no ? null : methods };
  }
  return null;
}

const REPLACED_WITHIN = 15 * MINUTE;

/**
 * The commands that leave a list weaker than asking servers. A removal that is followed within a quarter of an hour by a
 * list of the same name that asks servers is a replacement and is left out.
 */
export function weakening(commands: readonly CommandRecord[]): readonly TypedList[] {
  const typed = commands.map(typedList).filter((t) => t !== null);
  const out: TypedList[] = [];
  // From the last to the first, so that the nearest later replacement of each list is at hand.
  const replacedAt = new Map<string, Instant>();
  for (const one of typed.toReversed()) {
    const name = nameOf({ ...one.list, methods: [] });
    const at = one.record.at ?? 0;
    if (one.methods && strengthOf({ ...one.list, methods: one.methods }) >= 3) replacedAt.set(name, at);
    else if ((replacedAt.get(name) ?? Number.POSITIVE_INFINITY) - at > REPLACED_WITHIN) out.push(one);
  }
  return out.reverse();
}
