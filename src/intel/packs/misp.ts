import type { Tlp } from '../../model/evidence.ts';
import type { Indicator, IndicatorType, IntelPack } from '../../model/indicator.ts';
import { techniquesIn } from '../../standards/attack/index.ts';
import { isRecord, memberOf, textOf } from '../../standards/stix/index.ts';
import { parseTlp, strictest } from '../../standards/tlp/index.ts';
import { draftIndicator, MOST_INDICATORS, makePack, titleText } from '../draft.ts';
import { isJunkName } from '../junk-names.ts';
import { ProblemBook } from '../problems.ts';
import { refang } from '../refang.ts';
import { type IntelValue, valueOfType } from '../value.ts';

/** Types of MISP attributes whose value is looked for; `a|b` types are two values, cut at the bar. */
const TYPES: ReadonlyMap<string, IndicatorType> = new Map([
  ['ip-src', 'ipv4'],
  ['ip-dst', 'ipv4'],
  ['ip', 'ipv4'],
  ['domain', 'domain'],
  ['hostname', 'domain'],
  ['url', 'url'],
  ['email', 'email'],
  ['email-src', 'email'],
  ['email-dst', 'email'],
  ['md5', 'hash'],
  ['sha1', 'hash'],
  ['sha256', 'hash'],
  ['sha512', 'hash'],
  ['filename', 'filename'],
]);

/** The events of a MISP export: one event, `{Event}`, `{response: [...]}` or a list; null when it is none of these. */
export function mispEvents(parsed: unknown): readonly Record<string, unknown>[] | null {
  const inner = memberOf(parsed, 'response') ?? parsed;
  const items = (Array.isArray(inner) ? (inner as unknown[]) : [inner]).map(
    (item) => memberOf(item, 'Event') ?? item,
  );
  const events = items.filter(
    (item): item is Record<string, unknown> =>
      isRecord(item) &&
      (Array.isArray(memberOf(item, 'Attribute')) || Array.isArray(memberOf(item, 'Object'))),
  );
  return events.length > 0 && events.length === items.length ? events : null;
}

/** Reads MISP events as a pack. */
export function mispPack(
  events: readonly Record<string, unknown>[],
  head: { readonly id: string; readonly name: string },
): IntelPack {
  const problems = new ProblemBook();
  const indicators: Indicator[] = [];
  let latest: number | null = null;
  for (const event of events) {
    const known = statedBy(event, head.name);
    for (const attribute of attributesOf(event)) {
      const found = indicatorsOf(attribute, { known, packId: head.id, problems });
      problems.note('no-tlp', found.filter((one) => one.marking === null).length);
      const room = MOST_INDICATORS - indicators.length;
      indicators.push(...found.slice(0, room));
      problems.note('too-many', found.length - room);
    }
    const at = seconds(event, 'timestamp');
    if (at !== null && (latest === null || at > latest)) latest = at;
  }
  if (indicators.length === 0) problems.note('not-intel');
  return makePack(head, indicators, {
    problems,
    latest,
    marking: strictest(indicators.map((one) => one.marking)),
  });
}

function seconds(value: unknown, key: string): number | null {
  const number = Number(memberOf(value, key));
  return Number.isInteger(number) && number > 0 && number < 1e11 ? number * 1000 : null;
}

function attributesOf(event: unknown): readonly unknown[] {
  const list = (value: unknown, key: string): readonly unknown[] => {
    const found = memberOf(value, key);
    return Array.isArray(found) ? (found as unknown[]) : [];
  };
  return [
    ...list(event, 'Attribute'),
    ...list(event, 'Object').flatMap((object) => list(object, 'Attribute')),
  ];
}

interface EventKnown extends Partial<Indicator> {
  readonly marking: Tlp | null;
}

function tagsOf(value: unknown): string[] {
  const tags = memberOf(value, 'Tag');
  return (Array.isArray(tags) ? (tags as unknown[]) : []).map((tag) => textOf(tag, 'name') ?? '');
}

function tlpOf(tags: readonly string[]): Tlp | null {
  return strictest(tags.filter((tag) => /^tlp:/i.test(tag)).map(parseTlp));
}

function statedBy(event: unknown, packName: string): EventKnown {
  const tags = tagsOf(event);
  const galaxy = /^misp-galaxy:([a-z0-9-]+)="([^"]{1,100})"$/;
  const named = tags.map((tag) => galaxy.exec(tag)).filter((match) => match !== null);
  return {
    origin: titleText(textOf(memberOf(event, 'Orgc'), 'name') ?? packName),
    title: titleText(textOf(event, 'info') ?? ''),
    labels: named
      .filter((match) => !(match[1] ?? '').includes('attack-pattern'))
      .map((match) => match[2] ?? '')
      .filter((name) => !isJunkName(name))
      .sort(),
    attack: [...new Set(named.flatMap((match) => techniquesIn(match[2] ?? '')))].sort(),
    created: seconds(event, 'timestamp'),
    marking: tlpOf(tags),
  };
}

function indicatorsOf(
  attribute: unknown,
  at: { readonly known: EventKnown; readonly packId: string; readonly problems: ProblemBook },
): Indicator[] {
  if (memberOf(attribute, 'deleted') === true) return [];
  const kind = textOf(attribute, 'type') ?? '';
  if (memberOf(attribute, 'to_ids') === false && TYPES.has(kind.split('|')[0] ?? ''))
    at.problems.note('not-for-detection');
  if (memberOf(attribute, 'to_ids') === false) return [];
  const values = valuesOf(kind, textOf(attribute, 'value') ?? '');
  if (values === null) at.problems.note('attribute-unused');
  else if (values.length === 0) at.problems.note('value-unreadable');
  const strong = values?.filter((value) => value.type !== 'filename') ?? [];
  const base = textOf(attribute, 'uuid') ?? at.packId;
  const comment = titleText(textOf(attribute, 'comment') ?? '');
  return (strong.length > 0 ? strong : (values ?? [])).map((value) =>
    draftIndicator(`${base}:${value.value}`, value, {
      ...at.known,
      title: comment === '' ? (at.known.title ?? '') : comment,
      created: seconds(attribute, 'timestamp') ?? at.known.created ?? null,
      // Tags of an attribute add to those of its event, so the stricter label holds.
      marking: strictest([at.known.marking, tlpOf(tagsOf(attribute))]),
      together: (values ?? []).filter((other) => other !== value),
    }),
  );
}

/** Values of an attribute; null when its type is not looked for, empty when no part is readable. */
function valuesOf(kind: string, text: string): IntelValue[] | null {
  const kinds = kind.split('|');
  if (!kinds.some((one) => TYPES.has(one))) return null;
  const parts = kinds.length === 1 ? [text] : text.split('|');
  return kinds.flatMap((one, index) => {
    const type = TYPES.get(one);
    const part = parts[index];
    const value = type === undefined || part === undefined ? null : valueOfType(type, refang(part));
    return value === null ? [] : [value];
  });
}
