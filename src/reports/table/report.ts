import { cutTo, textColumns } from '../../base/terminal.ts';
import type { Answers } from '../../model/answers.ts';
import type { Report, ReportOptions } from '../kit/contract.ts';
import { standing } from '../kit/findings.ts';
import { playbookSentence } from '../kit/hit.ts';
import { counted, oneLine } from '../kit/words.ts';
import { foundRows } from './found.ts';
import { header } from './header.ts';
import { clearLines, unsureLinesOf } from './judged.ts';
import { answer, rows, usableWidth } from './layout.ts';
import { type Paint, painter, type Tone } from './paint.ts';

const MOST_LINES = 40;
// 3 + 1 + 5 × 2 + 1 + 8 + 1 + 3 + 4 × 2 + 2 + 3 lines make 40.
const MOST_FOUND = 8;
const MOST_CLEAR = 3;
const MOST_UNSURE = 4;
const LINES_PER_ANSWER = 2;

const HIT_WORDS = {
  yes: ['YES', 'bad'],
  no: ['NO', 'good'],
  'cannot-tell': ['CANNOT TELL', 'unsure'],
} as const;

/** The sentence without a leading "Yes," or the like, since the word stands before it already. */
function afterWord(sentence: string): string {
  return sentence.replace(/^(?:yes|no|cannot tell)[.,:;]\s*/i, '');
}

function hitSentence({ hit }: Answers): string {
  const sure = hit.confidence === null ? '' : ` Confidence ${hit.confidence}.`;
  return `${afterWord(hit.sentence)}${sure} ${playbookSentence(hit) ?? ''}`.trim();
}

function answers5(answers: Answers, width: number, paint: Paint): string[] {
  const [word, tone] = HIT_WORDS[answers.hit.answer];
  const plain: Tone = 'strong';
  return [
    { question: 'ARE WE HIT?', word, tone, sentence: hitSentence(answers) },
    { question: 'SINCE WHEN?', word: '', tone: plain, sentence: answers.since.sentence },
    { question: 'HOW DEEP?', word: '', tone: plain, sentence: answers.depthSentence },
    { question: 'WHO?', word: '', tone: plain, sentence: answers.whoSentence },
    { question: 'TELL WHOM?', word: '', tone: plain, sentence: answers.tellSentence },
  ].flatMap((says) => {
    const sentence = oneLine(says.sentence, 600);
    return answer({ ...says, sentence }, { width, lines: LINES_PER_ANSWER }, paint);
  });
}

function limitLine(answers: Answers, width: number): string[] {
  const [first, ...others] = answers.limits;
  if (first === undefined) return [];
  const more = others.length > 0 ? ` (and ${counted(others.length, 'more limit')})` : '';
  return ['', cutTo(`  limit: ${oneLine(first, width - 11 - more.length)}${more}`, width)];
}

function lastLine(answers: Answers, options: ReportOptions, width: number): string[] {
  const worst = standing(answers.findings)[0];
  const parts = [
    options.reportPath === undefined ? null : `report ${oneLine(options.reportPath, 60)}`,
    worst === undefined ? null : `why: seawall why ${worst.id}`,
    options.next === undefined ? null : `next: ${oneLine(options.next, 60)}`,
  ].filter((part) => part !== null);
  if (parts.length === 0) return [];
  const joined = `  ${parts.join('    ')}`;
  if (textColumns(joined) <= width || parts.length === 1) return ['', cutTo(joined, width)];
  return [
    '',
    cutTo(`  ${parts.slice(0, 2).join('    ')}`, width),
    cutTo(`  ${parts.slice(2).join()}`, width).trimEnd(),
  ];
}

function screen(answers: Answers, options: ReportOptions, lines: number): string[] {
  const width = usableWidth(options.width);
  const paint = painter(options.color);
  const found = rows(foundRows(answers, MOST_FOUND), width, paint);
  const judged = [
    ...clearLines(answers, { width, paint, most: MOST_CLEAR, lines }),
    ...unsureLinesOf(answers, { width, paint, most: MOST_UNSURE, lines }),
  ];
  return [
    ...header(answers, options, width),
    '',
    ...answers5(answers, width, paint),
    ...(found.length > 0 ? ['', ...found] : []),
    ...(judged.length > 0 ? ['', ...judged] : []),
    ...limitLine(answers, width),
    ...lastLine(answers, options, width),
  ];
}

function* write(answers: Answers, options: ReportOptions): Generator<string> {
  const roomy = screen(answers, options, 2);
  const lines = roomy.length <= MOST_LINES ? roomy : screen(answers, options, 1);
  for (const line of lines) yield `${line}\n`;
}

/** The five answers on one screen of a terminal: at most 40 lines, whatever the input. */
export const table: Report = {
  id: 'table',
  title: 'Terminal report: the five answers on one screen',
  extension: 'txt',
  mediaType: 'text/plain; charset=utf-8',
  write,
};
