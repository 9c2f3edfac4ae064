import type { Answers } from '../../model/answers.ts';
import type { Finding } from '../../model/verdict.ts';
import { setAside, standing, subjectName } from '../kit/findings.ts';
import { counted, oneLine } from '../kit/words.ts';
import type { Row } from './layout.ts';
import { severityTone } from './paint.ts';

function titleOf(finding: Finding, titles: ReadonlyMap<string, string>): string {
  return oneLine(titles.get(finding.check) ?? finding.title, 120);
}

function row(group: readonly Finding[], titles: ReadonlyMap<string, string>): Row {
  const worst = group[0] as Finding;
  const others = new Set(group.map((f) => f.subject)).size - 1;
  const more = others > 0 ? ` +${others}` : '';
  return {
    label: worst.severity.toUpperCase(),
    tone: severityTone(worst.severity),
    middle: titleOf(worst, titles),
    right: `${oneLine(subjectName(worst.subject), 26)}${more}`,
    id: worst.id,
  };
}

/** The worst findings, one row a check and severity, at most so many rows; the last says what was left out. */
export function foundRows(answers: Answers, most: number): Row[] {
  const counts = standing(answers.findings);
  const titles = new Map(answers.checks.map((c) => [c.id, c.title]));
  const groups = [...Map.groupBy(counts, (f) => `${f.check} ${f.severity}`).values()];
  const shown = groups.length > most ? most - 1 : groups.length;
  const out = groups.slice(0, shown).map((group) => row(group, titles));
  const rest = groups.slice(shown).flat();
  if (rest.length > 0)
    out.push({
      label: 'and',
      tone: 'quiet',
      middle: `${counted(rest.length, 'more finding')}, in the report`,
      right: '',
    });
  const hidden = setAside(answers.findings).length;
  if (hidden > 0 && out.length < most)
    out.push({
      label: 'SET ASIDE',
      tone: 'quiet',
      middle: `${counted(hidden, 'finding')} by hand`,
      right: '',
    });
  return out;
}
