/** Columns where nobody says how wide standard output is. */
const USUAL = 100;

/** Columns of the terminal, or as COLUMNS says; null when standard output is neither. */
function columns(): number | null {
  const said = Number(process.env['COLUMNS']);
  return process.stdout.columns ?? (Number.isInteger(said) && said >= 40 ? said : null);
}

/** How wide and whether in colour standard output is; NO_COLOR (no-color.org) goes before everything but --color. */
export function terminalOptions(color: string): { color: boolean; width: number } {
  const auto = process.stdout.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  return { color: color === 'always' || (color === 'auto' && auto), width: columns() ?? USUAL };
}

/** Width at which lines of a list are folded: that of a terminal; null for pipes and files, where a line is a line. */
export function foldWidth(): number | null {
  return columns();
}
