import type { Indicator, IntelPack } from '../../model/indicator.ts';
import { draftIndicator, MOST_INDICATORS, makePack, titleText } from '../draft.ts';
import { ProblemBook } from '../problems.ts';
import { refang } from '../refang.ts';
import type { IntelValue } from '../value.ts';
import { looseValue } from './free-text.ts';

const LONGEST_LINE = 4096;

/** Reads lists with a value a line, as people write them: headings, bullets, comments, tables, defanged values. */
export function listPack(text: string, head: { readonly id: string; readonly name: string }): IntelPack {
  const problems = new ProblemBook();
  const indicators: Indicator[] = [];
  const seen = new Set<string>();
  let heading = '';
  for (const line of eachLine(text)) {
    if (line.length > LONGEST_LINE) problems.note('line-too-long');
    if (line.length > LONGEST_LINE || isBlank(line)) continue;
    const found = lineValues(line);
    if (found.values.length === 0) {
      heading = titleText(line.replace(/^[\s#;/*=-]+|[\s:]+$/g, ''));
      if (!/^\s*(?:#|;|\/\/)/.test(line)) problems.note('no-value');
    }
    const title = found.rest === '' ? heading : found.rest;
    for (const value of found.values) {
      if (seen.has(value.value)) continue;
      if (indicators.length >= MOST_INDICATORS) problems.note('too-many');
      else {
        seen.add(value.value);
        indicators.push(draftIndicator(`${head.id}:${value.value}`, value, { origin: head.name, title }));
      }
    }
  }
  if (indicators.length === 0) problems.note('not-intel');
  else problems.note('no-tlp', indicators.length);
  return makePack(head, indicators, { problems });
}

function* eachLine(text: string): Generator<string> {
  let from = text.startsWith('\ufeff') ? 1 : 0;
  while (from < text.length) {
    const at = text.indexOf('\n', from);
    const end = at < 0 ? text.length : at;
    yield text.slice(from, text[end - 1] === '\r' ? end - 1 : end);
    from = end + 1;
  }
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}

/**
 * Values of one line. The first word must be a value, after bullets and quotes; further ones count only in cells set
 * off by `,`, `;`, `|` or a tab, so that prose after a value stays prose.
 */
function lineValues(line: string): { values: IntelValue[]; rest: string } {
  const cells = refang(line.replace(/^[\s>*•|`-]+/, '')).split(/[,;|\t]/);
  const values: IntelValue[] = [];
  let rest = '';
  for (const [index, cell] of cells.entries()) {
    const [first = '', ...words] = bare(cell).split(/\s+/);
    const value = looseValue(bare(first));
    if (value) values.push(value);
    else if (index === 0) return { values: [], rest: '' };
    else rest ||= bare(cell);
    if (value && words.length > 0) rest ||= bare(words.join(' '));
  }
  return { values, rest: titleText(rest.replace(/^#\s*/, '')) };
}

function bare(text: string): string {
  return text.replace(/^[\s"'`<(]+|[\s"'`>),]+$/g, '');
}
