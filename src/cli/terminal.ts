/** How wide and whether in colour standard output is; NO_COLOR (no-color.org) goes before everything but --color. */
export function terminalOptions(color: string): { color: boolean; width: number } {
  const auto = process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
  return { color: color === 'always' || (color === 'auto' && auto), width: process.stdout.columns ?? 100 };
}
