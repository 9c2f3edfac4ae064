import type { Statement } from '../../../base/statement-tree.ts';
import type { CryptoArea, CryptoPart } from '../../../model/crypto-use.ts';
import { at, type Scope } from './scope.ts';

/** Where a choice of cryptography belongs. */
export interface CryptoPlace {
  readonly area: CryptoArea;
  readonly subject: string;
  readonly part: CryptoPart;
}

/** Notes each value of a choice of cryptography that a statement makes, in lower case. */
export function addCrypto(
  to: Scope,
  statement: Statement,
  { values, ...place }: CryptoPlace & { values: readonly string[] },
): void {
  for (const value of values) {
    if (value !== '') to.draft.crypto.push({ ...at(statement), ...place, value: value.toLowerCase() });
  }
}
