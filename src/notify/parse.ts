import type { z } from 'zod';
import { recall, remember } from '../base/compiled.ts';
import { late } from '../base/late.ts';
import type { Duty } from './duty.ts';
import { knownFact } from './facts.ts';
import { dutySchema } from './schema.ts';
import { factsAsked } from './trigger.ts';

/** One duty file as text; the caller reads it, so that content is opened in one place only. */
export interface DutyFile {
  readonly name: string;
  readonly text: string;
}

/** Why a duty file, or a part of it, was not taken. */
export type DutyProblemCode =
  | 'too-many-files'
  | 'too-large'
  | 'too-deep'
  | 'not-yaml'
  | 'alias'
  | 'control-characters'
  | 'wrong-shape'
  | 'dates-reversed'
  | 'unknown-fact'
  | 'duplicate-id';

/** A named problem in a duty file; the file gives no duty, and the other files are read all the same. */
export interface DutyProblem {
  readonly file: string;
  readonly code: DutyProblemCode;
  /** Where in the file, such as `clocks.0.unit`; empty for the whole file. */
  readonly path: string;
  readonly message: string;
}

/** Declared limits of the duty reader. */
export const DUTY_LIMITS: {
  readonly files: number;
  readonly bytes: number;
  readonly depth: number;
  readonly problemsPerFile: number;
} = { files: 200, bytes: 16_384, depth: 12, problemsPerFile: 20 };

// C0 without tab, line feed and carriage return, then DEL, C1, and the marks that reorder text on a screen.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/u;
const CONTROLS: RegExp = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/gu;

function clean(text: string, limit: number): string {
  const safe = text.replace(CONTROLS, '?');
  return safe.length > limit ? `${safe.slice(0, limit)}…` : safe;
}

class Refusal extends Error {
  readonly code: DutyProblemCode;
  readonly path: string;
  constructor(code: DutyProblemCode, message: string, path = '') {
    super(message);
    this.code = code;
    this.path = path;
  }
}

/** Counts the collection marks that open a line, such as the three of `- - - text`. */
function leadingMarks(line: string): number {
  let marks = 0;
  for (const char of line) {
    if (char === '-' || char === '?' || char === ':') marks += 1;
    else if (char !== ' ' && char !== '\t') break;
  }
  return marks;
}

/** A rough bound taken before the parser runs, because the parser recurses: brackets, indents and dashes nest. */
function nesting(text: string): number {
  let brackets = 0;
  let deepest = 0;
  for (const line of text.split('\n')) {
    for (const mark of line) {
      if (mark === '[' || mark === '{') brackets += 1;
      if (mark === ']' || mark === '}') brackets = Math.max(0, brackets - 1);
      deepest = Math.max(deepest, brackets);
    }
    const lead = line.length - line.trimStart().length;
    if (lead > DUTY_LIMITS.depth * 8) return DUTY_LIMITS.depth + 1;
    deepest = Math.max(deepest, leadingMarks(line));
  }
  return deepest;
}

function depthOf(value: unknown, level = 0): number {
  if (level > DUTY_LIMITS.depth || typeof value !== 'object' || value === null) return level;
  return Math.max(level, ...Object.values(value).map((item) => depthOf(item, level + 1)));
}

function holdsControls(value: unknown): boolean {
  if (typeof value === 'string') return CONTROL.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, item]) => CONTROL.test(key) || holdsControls(item));
}

function readYaml(text: string): unknown {
  if (text.length > DUTY_LIMITS.bytes)
    throw new Refusal('too-large', `is over ${DUTY_LIMITS.bytes} characters`);
  if (CONTROL.test(text)) throw new Refusal('control-characters', 'holds control characters');
  const tooDeep = new Refusal('too-deep', `is nested deeper than ${DUTY_LIMITS.depth} levels`);
  if (nesting(text) > DUTY_LIMITS.depth) throw tooDeep;
  const document = late('yaml').parseDocument(text, {
    schema: 'core',
    uniqueKeys: true,
    merge: false,
    logLevel: 'error',
  });
  const first = document.errors[0] ?? document.warnings[0];
  if (first) throw new Refusal('not-yaml', clean(first.message.split('\n')[0] ?? '', 200));
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new Refusal('alias', 'uses aliases, which duty files may not');
  }
  if (depthOf(value) > DUTY_LIMITS.depth) throw tooDeep;
  // Double-quoted YAML can spell a control character as an escape, which the raw text does not show.
  if (holdsControls(value)) throw new Refusal('control-characters', 'holds control characters');
  return value;
}

function shapeProblems(error: z.ZodError, file: string): DutyProblem[] {
  return error.issues.slice(0, DUTY_LIMITS.problemsPerFile).map((issue) => ({
    file,
    code: 'wrong-shape',
    path: clean(issue.path.map(String).join('.'), 100),
    message: clean(issue.message, 200),
  }));
}

function checkMeaning(duty: Duty): void {
  if (duty.effectiveFrom && duty.effectiveUntil && duty.effectiveFrom > duty.effectiveUntil) {
    throw new Refusal('dates-reversed', 'ends before it begins', 'effectiveUntil');
  }
  const triggers = [duty.trigger, duty.possible, ...duty.clocks.map((clock) => clock.when)];
  for (const trigger of triggers) {
    if (!trigger) continue;
    const stray = factsAsked(trigger).find(
      (fact) => !knownFact(fact) && !Object.hasOwn(duty.questions, fact),
    );
    if (stray)
      throw new Refusal('unknown-fact', `asks about ${clean(stray, 64)}, which has no question`, 'trigger');
  }
}

function parseFile(file: string, text: string): Duty | DutyProblem[] {
  const known = recall('duty', text);
  if (known !== undefined) return known as Duty;
  try {
    const read = dutySchema().safeParse(readYaml(text));
    if (!read.success) return shapeProblems(read.error, file);
    checkMeaning(read.data);
    remember('duty', text, read.data);
    return read.data;
  } catch (error) {
    if (error instanceof Refusal)
      return [{ file, code: error.code, path: error.path, message: error.message }];
    if (error instanceof RangeError) {
      return [{ file, code: 'too-deep', path: '', message: 'is nested too deeply to read' }];
    }
    throw error;
  }
}

/**
 * Reads duty files into rows sorted by id. A file that cannot be read gives problems instead of a duty; of two
 * files with one id neither is taken, because nobody can tell which one is right.
 */
export function parseDuties(files: readonly DutyFile[]): { duties: Duty[]; problems: DutyProblem[] } {
  const problems: DutyProblem[] = [];
  const byId = new Map<string, { duty: Duty; file: string }[]>();
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const { name, text } of sorted.slice(0, DUTY_LIMITS.files)) {
    const file = clean(name, 120);
    const parsed = parseFile(file, text);
    if (Array.isArray(parsed)) problems.push(...parsed);
    else byId.set(parsed.id, [...(byId.get(parsed.id) ?? []), { duty: parsed, file }]);
  }
  if (files.length > DUTY_LIMITS.files) {
    const left = files.length - DUTY_LIMITS.files;
    problems.push({ file: '', code: 'too-many-files', path: '', message: `${left} files were not read` });
  }
  const duties: Duty[] = [];
  for (const rows of byId.values()) {
    if (rows.length === 1) duties.push(...rows.map((row) => row.duty));
    else
      for (const { file, duty } of rows) {
        problems.push({
          file,
          code: 'duplicate-id',
          path: 'id',
          message: `${duty.id} is used by more than one file`,
        });
      }
  }
  return { duties: duties.sort((a, b) => (a.id < b.id ? -1 : 1)), problems };
}
