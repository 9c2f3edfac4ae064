import { late } from '../../base/late.ts';
import type { Indicator, IntelPack } from '../../model/indicator.ts';
import { isTechniqueId } from '../../standards/attack/index.ts';
import { parseTimestamp } from '../../standards/stix/index.ts';
import { parseTlp, strictest } from '../../standards/tlp/index.ts';
import { draftIndicator, MOST_INDICATORS, makePack, readConfidence, titleText } from '../draft.ts';
import { isJunkName } from '../junk-names.ts';
import { ProblemBook } from '../problems.ts';
import { refang } from '../refang.ts';
import { LONGEST_VALUE, valueOfType } from '../value.ts';
import { looseValue } from './free-text.ts';
import { type PatternValue, patternValues } from './pattern-values.ts';

type Column =
  | 'pattern'
  | 'value'
  | 'type'
  | 'title'
  | 'labels'
  | 'origin'
  | 'from'
  | 'until'
  | 'created'
  | 'confidence'
  | 'tlp'
  | 'attack';

/** What the columns of a table mean, by the names that people give them; the first name that fits wins. */
const COLUMNS: Readonly<Record<Column, RegExp>> = {
  pattern: /^pattern$/,
  value:
    /^(?:ioc|iocs|indicator|indicators|value|observables?(?!.?types?).*|sha-?256(?:sum)?|sha-?1|md5|hash|domain|fqdn|ip|ip ?address|address|url|email|name)$/,
  type: /^(?:type|ioc.?type|kind)$/,
  title: /^(?:description|comment|comments|context|title|note|notes)$/,
  labels: /^(?:actor|malware|malware.?family|family|campaign|threat.?actor|labels?)$/,
  origin: /^(?:source|sources|origin|provider)$/,
  from: /^(?:valid.?from|first.?seen|creation date)$/,
  until: /^(?:valid.?until|end of validity|expires?)$/,
  created: /^(?:created|published|date|modified)$/,
  confidence: /^confidence$/,
  tlp: /^(?:tlp|marking)$/,
  attack: /^(?:attack|technique|techniques|mitre)$/,
};

/** Most different rows of one value; enough for any real table, and a bound for hostile ones. */
const MOST_ROWS_A_VALUE = 20;

type Columns = Partial<Readonly<Record<Column, number>>>;

/** What each column of a header line means; null when no column can hold values. */
export function tableColumns(header: readonly string[]): Columns | null {
  const names = header.map((cell) =>
    cell
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase(),
  );
  const columns: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const at = bestColumn(names, column);
    if (at >= 0) columns[column] = at;
  }
  return columns.value === undefined && columns.pattern === undefined ? null : columns;
}

function bestColumn(names: readonly string[], column: Column): number {
  // "name" alone is weak: it holds values only where no column says so plainly.
  const strong = names.findIndex(
    (name) => COLUMNS[column].test(name) && !(column === 'value' && name === 'name'),
  );
  return strong >= 0 ? strong : names.findIndex((name) => COLUMNS[column].test(name));
}

/** Reads a table (comma, semicolon or tab) with a header line; null when its header names no column of values. */
export function tablePack(
  text: string,
  head: { readonly id: string; readonly name: string },
): IntelPack | null {
  const rows = late('papaparse').parse<string[]>(text, { skipEmptyLines: true }).data;
  const columns = tableColumns(rows[0] ?? []);
  if (!columns || rows.length < 2) return null;
  const problems = new ProblemBook();
  const indicators: Indicator[] = [];
  const once = new Once();
  for (const row of rows.slice(1))
    for (const found of rowIndicators(row, { columns, problems, head })) {
      const one = once.take(found);
      if (one === null) continue;
      if (indicators.length < MOST_INDICATORS) indicators.push(one);
      else problems.note('too-many');
    }
  if (indicators.length === 0) problems.note('not-intel');
  return makePack(head, indicators, {
    problems,
    latest: indicators.reduce<number | null>(
      (most, one) => (one.created === null ? most : Math.max(most ?? 0, one.created)),
      null,
    ),
    marking: strictest(indicators.map((one) => one.marking)),
  });
}

/**
 * Leaves out rows that say the same twice. A row that says something else of a known value (another validity, another
 * marking) is kept under an id of its own: the first row may be expired and the second not.
 */
class Once {
  private readonly known = new Map<string, string[]>();

  take(found: Indicator): Indicator | null {
    const says = JSON.stringify(found);
    const before = this.known.get(found.id);
    if (before === undefined) this.known.set(found.id, [says]);
    else if (before.includes(says) || before.length >= MOST_ROWS_A_VALUE) return null;
    else before.push(says);
    return before === undefined ? found : { ...found, id: `${found.id}#${before.length}` };
  }
}

interface RowAt {
  readonly columns: Columns;
  readonly problems: ProblemBook;
  readonly head: { readonly id: string; readonly name: string };
}

function rowIndicators(row: readonly string[], at: RowAt): Indicator[] {
  const cell = (column: Column): string => row[at.columns[column] ?? -1]?.trim() ?? '';
  const values = cellValues(cell('pattern') || cell('value'), { type: cell('type').toLowerCase(), at });
  if (values.length === 0) return [];
  const marking = parseTlp(cell('tlp'));
  if (marking === null) at.problems.note('no-tlp');
  return values.map((value) =>
    draftIndicator(`${at.head.id}:${value.main.value}`, value.main, {
      together: value.together,
      origin: titleText(cell('origin')) || at.head.name,
      title: titleText(cell('title')),
      labels: [cell('labels')].filter((name) => name !== '' && !isJunkName(name)),
      attack: cell('attack')
        .split(/[\s,;]+/)
        .filter(isTechniqueId)
        .sort(),
      validFrom: parseTimestamp(cell('from')),
      validUntil: parseTimestamp(cell('until')),
      created: parseTimestamp(cell('created')),
      confidence: readConfidence(cell('confidence'), at.problems),
      marking,
    }),
  );
}

function cellValues(text: string, as: { readonly type: string; readonly at: RowAt }): PatternValue[] {
  const { problems } = as.at;
  if (text.length > LONGEST_VALUE) problems.note('line-too-long');
  if (text === '' || text.length > LONGEST_VALUE) return [];
  if (/^\(?\[\s*[a-z0-9(-]+\s*[:(]/i.test(text)) return patternValues(text, problems);
  const whole = /^file.?name$/.test(as.type) ? valueOfType('filename', text) : looseValue(refang(text));
  // Some tables put all hashes of one file into one cell.
  const parts = whole ? [whole] : text.split(/[\s;|,]+/).map((part) => looseValue(refang(part)));
  const values = parts.filter((value) => value !== null);
  if (values.length === 0 || values.length < parts.length) problems.note('value-unreadable');
  return values.length < parts.length ? [] : values.map((main) => ({ main, together: [] }));
}
