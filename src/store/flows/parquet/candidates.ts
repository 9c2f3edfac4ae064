import type { Matcher } from '../kit/matcher.ts';
import type { Database } from './database.ts';
import { candidateStatement } from './statements.ts';
import { fillFour } from './tables.ts';

/** First 16 bits of all addresses of the networks. */
function wideCover(matcher: Matcher): number[] {
  const out = new Set<number>();
  for (const { low, high } of matcher.nets4) {
    for (let top = Math.floor(low / 65_536); top <= Math.floor(high / 65_536); top += 1) out.add(top);
  }
  return [...out];
}

/**
 * Finds the addresses in the flows that the query matches: DuckDB sifts coarsely, column by column, and the matcher
 * that both engines share decides.
 */
export async function candidates(
  database: Database,
  source: string,
  matcher: Matcher,
): Promise<{ four: number[]; six: bigint[] }> {
  await fillFour(database, 'exact4', [...matcher.four]);
  await fillFour(database, 'near4', [...matcher.near.keys()]);
  await fillFour(database, 'nets4', wideCover(matcher));
  const four: number[] = [];
  const read4 = await database.connection.runAndReadAll(candidateStatement(source, 4));
  for (const [value] of read4.getRows()) {
    if (matcher.match4(value as number).length > 0) four.push(value as number);
  }
  const six: bigint[] = [];
  if (matcher.six.size + matcher.nets6.length === 0) return { four, six };
  const read6 = await database.connection.runAndReadAll(candidateStatement(source, 6));
  for (const [value] of read6.getRows()) {
    if (matcher.match6(value as bigint).length > 0) six.push(value as bigint);
  }
  return { four, six };
}
