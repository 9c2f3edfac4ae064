/**
 * The fields of an ISE message: `, Name=value, Name=value,` where `\,` is a comma inside a value. The command stands
 * apart, since its text belongs to whoever typed it and may look like fields.
 */
export interface IseFields {
  /** Command with its arguments, or null. */
  readonly command: string | null;
  /** Value of a field; of the last one where it stands several times; null when absent or empty. */
  value(name: string): string | null;
}

const OPEN = 'CmdSet=[';

/** Takes fields apart. Text typed into a command cannot pass for a field that follows it: the last one counts. */
export function iseFields(text: string): IseFields {
  const from = text.indexOf(OPEN);
  const to = from < 0 ? -1 : commandEnd(text, from);
  const command = from < 0 ? null : readCommand(text.slice(from + OPEN.length, to));
  const rest = from < 0 ? text : `${text.slice(0, from)}${text.slice(to + 1)}`;
  const fields = new Map<string, string>();
  for (const part of rest.split(/(?<!\\), ?/)) {
    const equals = part.indexOf('=');
    if (equals > 0)
      fields.set(
        part.slice(0, equals).trim(),
        part
          .slice(equals + 1)
          .replaceAll('\\,', ',')
          .trim(),
      );
  }
  return { command, value: (name) => fields.get(name) || null };
}

function commandEnd(text: string, from: number): number {
  const closed = text.lastIndexOf(' ],');
  return closed > from ? closed + 1 : text.length;
}

/** `CmdAV=show CmdArgAV=version CmdArgAV=<cr>` becomes `show version <cr>`. */
function readCommand(text: string): string {
  return text.replace(/(^|\s)Cmd(?:Arg)?AV=/g, '$1').trim();
}
