import { printable } from '../base/printable.ts';

/** Exit codes: 0 nothing found, 1 only cannot-tell with --strict, 2 hit at or above --fail-on, 3 bad input, 4 our fault. */
export const EXIT = { nothing: 0, cannotTell: 1, hit: 2, badInput: 3, internal: 4 } as const;

/** Errors that a person can do something about, by code; the text says what to do next. */
export const ERRORS: Readonly<Record<string, { readonly title: string; readonly next: string }>> = {
  'no-such-path': {
    title: 'A path that was given does not exist or cannot be opened.',
    next: 'Check the spelling and the permissions; use `-` for standard input.',
  },
  'no-evidence': {
    title: 'No file was found in the paths that were given.',
    next: 'Give a folder, a file or an archive; `seawall doctor` shows what can be read.',
  },
  'no-configuration': {
    title: 'No configuration of a device was found in the paths that were given.',
    next: 'Give files with whole configurations; `seawall doctor` shows which are read.',
  },
  'no-case': {
    title: 'There is no case in this folder.',
    next: 'Run `seawall assess PATH` first, or name the folder with --case.',
  },
  'no-answers': {
    title: 'The case holds evidence but no answers yet.',
    next: 'Run `seawall assess --case DIR` to work them out.',
  },
  'old-answers': {
    title: 'The answers in this case were worked out by another version of Seawall.',
    next: 'Run `seawall assess --case DIR` to work them out again; the evidence in the case stays.',
  },
  'unknown-finding': {
    title: 'The case holds no finding of that name.',
    next: 'Findings are named like F-7KQ2MX; `seawall assess` and the report list them.',
  },
  'unknown-device': {
    title: 'The case holds no device of that name.',
    next: '`seawall coverage` without a name lists all devices.',
  },
  'unknown-check': {
    title: 'There is no check of that name.',
    next: '`seawall check list` shows all checks.',
  },
  'unknown-code': {
    title: 'There is no code of that name.',
    next: '`seawall explain` without a name lists all codes.',
  },
  'bad-setting': {
    title: 'A setting has a value that cannot be used.',
    next: '`seawall config show --origin` shows where each setting comes from.',
  },
  'bad-time': {
    title: 'A time could not be read.',
    next: 'Write ISO 8601 with a zone, such as 2026-10-20T02:00Z, or a date.',
  },
  'bad-key': {
    title: 'The key file cannot be used.',
    next: 'It must hold 64 hexadecimal digits and lie outside the case; remove it to have a new one made.',
  },
  'no-key-place': {
    title: 'The key of pseudonyms cannot be written.',
    next: 'Name a place that can be written to with --key-file, outside the case; keep that file.',
  },
  'in-use': {
    title: 'Another Seawall is at work on this case.',
    next: 'Wait until it is done, or name another folder with --case or --out.',
  },
  'bad-case': {
    title: 'The file case.sqlite in this folder cannot be read as a case.',
    next: 'Name another folder with --case, or begin anew with --fresh: the old one is kept beside it.',
  },
  disk: {
    title: 'The disk refused a file.',
    next: 'Check the permissions and the space left, or name another folder with --out or --case.',
  },
  'no-intelligence': {
    title: 'Nothing that can be read as intelligence was found in a path given with --intel.',
    next: 'Give a STIX bundle, a MISP event, a table or a list with one value a line.',
  },
  'bad-name': {
    title: 'A name may hold lower-case letters, digits and hyphens only.',
    next: 'Try something like `tunnel-unknown-peer` or `logs/vendor-os`.',
  },
  exists: {
    title: 'It is there already.',
    next: 'Choose another name; nothing was written over.',
  },
  usage: {
    title: 'The command was not written as it is meant to be.',
    next: 'Add --help to see its words and three examples.',
  },
  internal: {
    title: 'Seawall itself failed.',
    next: 'Nothing that was stored is lost. Please report the text above; run again with SEAWALL_DEBUG=1 for details.',
  },
};

/** An error for people: a code from the closed list, and what it is about. */
export class UserError extends Error {
  readonly code: string;

  /** `code` must be a key of ERRORS; `about` names the path, setting or value. */
  constructor(code: string, about: string) {
    super(about);
    this.code = code;
  }
}

/** The lines that a person sees for an error. */
export function errorLines(error: unknown): { lines: string[]; exit: number } {
  const known = error instanceof UserError ? error : fromSystem(error);
  if (known) {
    const entry = ERRORS[known.code];
    const lines = [`seawall: ${entry?.title ?? known.code} (${known.code})`, `  ${shown(known.message)}`];
    return { lines: [...lines, `  ${entry?.next ?? ''}`], exit: EXIT.badInput };
  }
  const text =
    error instanceof Error
      ? process.env['SEAWALL_DEBUG']
        ? (error.stack ?? error.message)
        : shown(error.message)
      : shown(String(error));
  const entry = ERRORS['internal'] as { title: string; next: string };
  return {
    lines: [`seawall: ${entry.title} (internal)`, `  ${text}`, `  ${entry.next}`],
    exit: EXIT.internal,
  };
}

/** Messages quote paths and values, which may come from whoever wrote the evidence. */
function shown(text: string): string {
  return printable(text, 500);
}

const DISK: ReadonlySet<string> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'ENOTDIR',
  'EISDIR',
  'EEXIST',
]);
/** SQLite: 8 read-only, 13 disk full, 14 cannot open; 11 damaged, 26 no database. */
const SQLITE: Readonly<Record<number, string>> = {
  8: 'disk',
  13: 'disk',
  14: 'disk',
  11: 'bad-case',
  26: 'bad-case',
};

/** What the system refuses is no fault of ours: it gets its own words. */
function fromSystem(error: unknown): UserError | null {
  if (!(error instanceof Error)) return null;
  const { code, syscall, path, errcode } = error as NodeJS.ErrnoException & { errcode?: number };
  if (typeof errcode === 'number') {
    const name = SQLITE[errcode & 255];
    return name === undefined ? null : new UserError(name, error.message);
  }
  if (typeof syscall !== 'string' || !DISK.has(code ?? '')) return null;
  return new UserError('disk', `${path ?? error.message} (${code})`);
}
