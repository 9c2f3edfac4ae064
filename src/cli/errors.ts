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
  'no-case': {
    title: 'There is no case in this folder.',
    next: 'Run `seawall assess PATH` first, or name the folder with --case.',
  },
  'no-answers': {
    title: 'The case holds evidence but no answers yet.',
    next: 'Run `seawall assess --case DIR` to work them out.',
  },
  'unknown-finding': {
    title: 'The case holds no finding of that name.',
    next: 'Findings are named like F-7KQ2MX; `seawall assess` and the report list them.',
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
  if (error instanceof UserError) {
    const entry = ERRORS[error.code];
    const title = entry?.title ?? error.code;
    return {
      lines: [`seawall: ${title} (${error.code})`, `  ${error.message}`, `  ${entry?.next ?? ''}`],
      exit: EXIT.badInput,
    };
  }
  const text =
    error instanceof Error
      ? process.env['SEAWALL_DEBUG']
        ? (error.stack ?? error.message)
        : error.message
      : String(error);
  const entry = ERRORS['internal'] as { title: string; next: string };
  return {
    lines: [`seawall: ${entry.title} (internal)`, `  ${text}`, `  ${entry.next}`],
    exit: EXIT.internal,
  };
}
