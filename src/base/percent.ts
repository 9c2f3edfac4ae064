/** Undoes percent-encoding once, byte by byte as Latin-1; what is no valid escape stays as it is. Never throws. */
export function decodePercent(text: string): string {
  return text.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
