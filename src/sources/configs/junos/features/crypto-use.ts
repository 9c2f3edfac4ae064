import type { CryptoUse } from '../../../../model/crypto-use.ts';
import { at, type Path } from '../scope.ts';

/** Notes the choices of cryptography that a statement makes: one for each word. */
export function cryptoUse(
  { statement, to }: Pick<Path, 'statement' | 'to'>,
  what: Pick<CryptoUse, 'area' | 'subject' | 'part'>,
  values: readonly (string | undefined)[],
): void {
  for (const value of values)
    if (value !== undefined && to.draft.crypto.length < 100_000)
      to.draft.crypto.push({ ...at(statement), ...what, value: value.toLowerCase().slice(0, 100) });
  statement.read();
}
