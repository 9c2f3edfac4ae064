import { formatIp4, formatIp6, type Ip, parseIp } from '../../../base/ip.ts';

/** Text of one side of a flow row. */
export function addressText(v6: boolean, four: number, six: bigint): string {
  return v6 ? formatIp6(six) : formatIp4(four);
}

/** The addresses of a query by version, without repetition, ascending; other texts are left out. */
export function splitAddresses(texts: readonly string[]): { four: number[]; six: bigint[] } {
  const four = new Set<number>();
  const six = new Set<bigint>();
  for (const text of texts) {
    const ip: Ip | null = parseIp(text);
    if (ip?.version === 4) four.add(ip.value);
    else if (ip) six.add(ip.value);
  }
  return {
    four: [...four].sort((a, b) => a - b),
    six: [...six].sort((a, b) => (a < b ? -1 : 1)),
  };
}
