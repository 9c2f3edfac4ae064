import type { CryptoPart } from '../../../../model/crypto-use.ts';
import { addCrypto as note } from '../../kit/crypto-use.ts';
import type { Line } from '../scope.ts';

const ALGORITHMS: ReadonlyMap<string, CryptoPart> = new Map([
  ['encryption', 'cipher'],
  ['mac', 'mac'],
  ['kex', 'key-exchange'],
  ['hostkey', 'signature'],
  ['publickey', 'signature'],
]);

/** What an `ip ssh …` line chooses: version, least group, algorithms of the server (no subject) or of the client. */
export function noteSsh({ statement, no, args, to }: Line): void {
  if (no) return;
  const [first, second, third] = args;
  if (first === 'version' && second)
    note(to, statement, { area: 'ssh', subject: '', part: 'version', values: [second] });
  else if (first === 'dh' && second === 'min' && args[3])
    note(to, statement, { area: 'ssh', subject: 'dh min', part: 'key-length', values: [args[3]] });
  else if ((first === 'server' || first === 'client') && second === 'algorithm') {
    const part = ALGORITHMS.get(third ?? '');
    const subject = first === 'client' ? 'client' : '';
    if (part) note(to, statement, { area: 'ssh', subject, part, values: args.slice(3) });
  }
}

const WEB: ReadonlyMap<string, CryptoPart> = new Map([
  ['tls-version', 'version'],
  ['secure-ciphersuite', 'cipher'],
  ['secure-ecdhe-curve', 'group'],
  ['secure-trustpoint', 'enrollment'],
]);

/** What an `ip http …` line chooses for HTTPS; a trustpoint stands as `trustpoint NAME`. */
export function noteWeb({ statement, no, args, to }: Line): void {
  const part = WEB.get(args[0] ?? '');
  if (!part || no) return;
  const values = part === 'enrollment' ? [`trustpoint ${args[1] ?? ''}`] : args.slice(1);
  note(to, statement, { area: 'tls', subject: 'https', part, values });
}
