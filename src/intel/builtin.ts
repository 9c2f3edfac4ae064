import { recall, remember } from '../base/compiled.ts';
import { late } from '../base/late.ts';
import type { Indicator, IntelPack } from '../model/indicator.ts';
import { isTechniqueId } from '../standards/attack/index.ts';
import { memberOf, parseTimestamp, textOf, textsOf } from '../standards/stix/index.ts';
import { parseTlp } from '../standards/tlp/index.ts';
import { draftIndicator, makePack, readConfidence, titleText } from './draft.ts';
import { ProblemBook } from './problems.ts';
import { type IntelValue, readValue, valueOfType } from './value.ts';

const FILE = /(?:^|\/)intel\/([a-z0-9-]+)\.ya?ml$/;

/**
 * The packs that come with Seawall, from the content files `intel/<name>.yaml`, sorted by name. A pack that does not
 * hold to its form is a mistake of ours and throws.
 */
export function builtinPacks(content: ReadonlyMap<string, string>): IntelPack[] {
  const packs: IntelPack[] = [];
  for (const path of [...content.keys()].sort()) {
    const name = FILE.exec(path)?.[1];
    if (name !== undefined) packs.push(builtinPack(name, content.get(path) ?? ''));
  }
  return packs;
}

function builtinPack(name: string, text: string): IntelPack {
  const kind = `intel/${name}`;
  const known = recall(kind, text);
  if (known !== undefined) return known as IntelPack;
  const pack = readBuiltin(name, text);
  remember(kind, text, pack);
  return pack;
}

function readBuiltin(name: string, text: string): IntelPack {
  const parsed: unknown = late('yaml').parse(text, { maxAliasCount: 0 });
  const marking = parseTlp(textOf(parsed, 'marking') ?? '');
  const title = textOf(parsed, 'title');
  const latest = parseTimestamp(textOf(parsed, 'latest') ?? '');
  if (marking === null || title === undefined || latest === null || !textOf(parsed, 'source'))
    throw new Error(`content/intel/${name}: title, source, latest and marking must be stated`);
  const problems = new ProblemBook();
  const origin = textOf(parsed, 'origin') ?? title;
  const entries = memberOf(parsed, 'indicators');
  const indicators = (Array.isArray(entries) ? (entries as unknown[]) : []).flatMap((entry) =>
    entryIndicators(entry, { name, known: { origin, marking, created: latest }, problems }),
  );
  return makePack({ id: `builtin:${name}`, name: title }, indicators, { problems, latest, marking });
}

interface EntryAt {
  readonly name: string;
  readonly known: Partial<Indicator>;
  readonly problems: ProblemBook;
}

/** An entry is a value, or the hashes and the name of one file, with what is known of it. */
function entryIndicators(entry: unknown, at: EntryAt): Indicator[] {
  const values = [textOf(entry, 'value') ?? [], textsOf(entry, 'hashes')].flat();
  const file = textOf(entry, 'file');
  const together: IntelValue[] = file === undefined ? [] : [{ type: 'filename', value: file }];
  return values.map((text) => {
    const value = file === undefined ? readValue(text) : valueOfType('hash', text);
    if (!value || value.value !== text) throw new Error(`content/intel/${at.name}: ${text} is not canonical`);
    return draftIndicator(`builtin:${at.name}:${text}`, value, {
      ...at.known,
      together,
      title: titleText(textOf(entry, 'note') ?? ''),
      labels: textsOf(entry, 'labels').sort(),
      attack: textsOf(entry, 'attack').filter(isTechniqueId).sort(),
      confidence: readConfidence(memberOf(entry, 'confidence'), at.problems),
    });
  });
}
