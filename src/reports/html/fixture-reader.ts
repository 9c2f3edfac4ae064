// Reads a page as a tolerant reader would, without a browser; for the tests of the HTML report.
import type { Answers } from '../../model/answers.ts';
import { htmlReport } from './report.ts';

/** A tag as a browser would read it. */
export interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  /** Text between this tag and the next. */
  readonly text: string;
}

const ENTITY: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
  '#96': '`',
};
const plain = (text: string): string =>
  text.replaceAll(/&([a-z]+|#\d+);/g, (_whole, name: string) => {
    if (ENTITY[name] === undefined) throw new Error(`entity ${name}`);
    return ENTITY[name];
  });

function attributesOf(text: string): Map<string, string> {
  const out = new Map<string, string>();
  const rest = text.replaceAll(
    /([a-zA-Z][a-zA-Z0-9:-]*)="([^"]*)"/g,
    (_whole, name: string, value: string) => {
      if (out.has(name)) throw new Error(`${name} twice`);
      out.set(name, plain(value));
      return '';
    },
  );
  for (const bare of rest.split(/[\s/]+/).filter((word) => word !== '')) {
    if (!/^[a-z]+$/.test(bare)) throw new Error(`attribute ${bare}`);
    out.set(bare, '');
  }
  return out;
}

/** All tags in order; throws at anything that a browser would read otherwise than it is meant. */
export function tagsOf(page: string): Tag[] {
  const bare = page
    .replace(/(<style>)[^]*?(<\/style>)/, '$1$2')
    .replace(/(<script>)[^]*?(<\/script>)/, '$1$2');
  const [first = '', ...parts] = bare.split('<');
  if (first !== '') throw new Error('text before the first tag');
  return parts.map((part) => {
    const match = /^(\/?)(!?[a-zA-Z][a-zA-Z0-9]*)((?:[^">]|"[^"]*")*)>([^]*)$/.exec(part);
    if (!match || match[4]?.includes('>')) throw new Error(`not a tag: ${part.slice(0, 60)}`);
    const [, slash, name = '', inside = '', text = ''] = match;
    return { name, closes: slash === '/', attributes: attributesOf(inside), text: plain(text) };
  });
}

/** The page of a case. */
export function write(answers: Answers, caseName?: string): string {
  const options = { color: false, width: 80, ...(caseName === undefined ? {} : { caseName }) };
  return [...htmlReport.write(answers, options)].join('');
}
