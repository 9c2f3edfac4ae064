/** Rows as comma-separated text with quotes only where the format needs them. */
export function csv(header: string, rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${[header, ...rows.map((row) => row.map(cell).join(','))].join('\n')}\n`;
}
