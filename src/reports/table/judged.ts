import type { Answers } from '../../model/answers.ts';
import { type CheapestWay, type CheckStanding, cheapestWays, standings } from '../kit/verdict-groups.ts';
import { counted, lengthOfTime, oneLine } from '../kit/words.ts';
import { type Row, rows, under } from './layout.ts';
import type { Paint } from './paint.ts';

function unsureLines(way: CheapestWay, { width, paint, lines }: Space): string[] {
  const [first = '', ...others] = way.checks;
  const more = others.length > 0 ? `, and ${counted(others.length, 'more check')}` : '';
  const middle = `${counted(way.subjects.length, 'device')}: ${oneLine(first, 70)}${more}`;
  const row: Row = { label: 'CANNOT TELL', tone: 'unsure', middle, right: '' };
  return [...rows([row], width, paint), ...under(`cheapest: ${oneLine(way.cheapest, 300)}`, width, lines)];
}

function clearRow(list: CheckStanding): Row {
  const length = list.clearLength > 0 ? lengthOfTime(list.clearLength) : 'at snapshots';
  return {
    label: 'CLEAR',
    tone: 'good',
    middle: oneLine(list.check.title, 120),
    right: `${counted(list.clear.length, 'device')}, ${length}`,
  };
}

/** Where the lines go: their width, colours, and how many entries there may be. */
export interface Space {
  readonly width: number;
  readonly paint: Paint;
  readonly most: number;
  /** Lines that the cheapest way to find out may take. */
  readonly lines: number;
}

/** What was judged clear, worst check first, one line each. */
export function clearLines(answers: Answers, { width, paint, most }: Space): string[] {
  const clear = standings(answers).filter((s) => s.clear.length > 0);
  const shown = clear.length > most ? most - 1 : clear.length;
  const list = clear.slice(0, shown).map((s) => clearRow(s));
  const rest = counted(clear.length - shown, 'more check');
  if (shown < clear.length)
    list.push({ label: 'CLEAR', tone: 'good', middle: `and ${rest}, in the report`, right: '' });
  return rows(list, width, paint);
}

/** What cannot be told and the cheapest way to find out. */
export function unsureLinesOf(answers: Answers, space: Space): string[] {
  const { width, most } = space;
  const groups = cheapestWays(standings(answers));
  const shown = groups.length > most ? most - 1 : groups.length;
  const lines = groups.slice(0, shown).flatMap((g) => unsureLines(g, space));
  const rest = counted(groups.length - shown, 'more way');
  if (shown < groups.length) lines.push(...under(`and ${rest} to find out more, in the report`, width, 1));
  return lines;
}
