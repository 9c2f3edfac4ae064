import type { Facts } from '../../notify/index.ts';
import { UserError } from '../errors.ts';

/** Reads facts written as `name=value`; true, false and numbers are taken as such. */
export function parseFacts(items: readonly string[]): Record<string, Facts[string]> {
  const out: Record<string, Facts[string]> = {};
  for (const item of items) {
    const at = item.indexOf('=');
    if (at < 1) throw new UserError('bad-setting', `facts: "${item}" is not name=value`);
    const text = item.slice(at + 1);
    out[item.slice(0, at)] =
      text === 'true' ? true : text === 'false' ? false : /^\d+$/.test(text) ? Number(text) : text;
  }
  return out;
}
