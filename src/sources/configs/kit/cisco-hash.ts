import type { Statement } from '../../../base/statement-tree.ts';
import type { Secret } from '../../../model/device-facts.ts';
import { at, type CiscoScope } from './cisco-scope.ts';
import { gradeHash } from './crypt-strength.ts';
import type { WrittenSecret } from './secret-forms.ts';

/** Keeps a password whose hash tells by its prefix how strong it is; the number in front of it decides only without. */
export function keepPassword(
  to: CiscoScope,
  statement: Statement,
  { type, text, use }: WrittenSecret & { use: string },
): Secret {
  const strength = gradeHash(text) ?? to.forms.grade(type, 'password');
  return to.secrets.keep({ use, type, strength, text }, at(statement));
}
