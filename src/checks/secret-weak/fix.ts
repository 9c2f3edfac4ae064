import type { DeviceFacts, Secret } from '../../model/device-facts.ts';
import type { Fix } from '../kit/fix.ts';
import { iosFix } from '../kit/ios.ts';
import { listNames } from '../kit/outside.ts';
import { accountOf } from '../kit/secret-use.ts';

const NEW = 'algorithm-type sha256 secret <NEW SECRET>';

/** A password (type 0 or 7) has to go before a secret may come; a weak hash is replaced in place. */
function isPassword({ strength }: Secret): boolean {
  return strength === 'plaintext' || strength === 'reversible';
}

function userLines(facts: DeviceFacts, secret: Secret): readonly string[] {
  const name = accountOf(secret);
  const user = facts.users.find((each) => each.name === name);
  if (!user) return [];
  const view = user.role === null ? '' : ` view ${user.role}`;
  const privilege = user.privilege === null ? '' : ` privilege ${user.privilege}`;
  const line = `username ${name}${privilege}${view} ${NEW}`;
  return isPassword(secret) ? [`no username ${name}`, line] : [line];
}

function enableLines(secrets: readonly Secret[]): readonly string[] {
  const found = secrets.filter(({ use }) => use === 'enable');
  if (found.length === 0) return [];
  return [...(found.some(isPassword) ? ['no enable password'] : []), `enable ${NEW}`];
}

/** A password of a line is of no use where users log in by name. */
function lineLines(facts: DeviceFacts, { use }: Secret): readonly string[] {
  const unused = facts.aaaNewModel === true || facts.lines.every(({ login }) => login === 'local');
  return use.startsWith('line ') && unused ? [use, ' no password'] : [];
}

/** New secrets of users and of `enable` as type 8; keys of servers and peers change at both ends, by hand. */
export function fixOfSecrets(facts: DeviceFacts, weak: readonly Secret[]): Fix | null {
  const blocks = new Map<string, readonly string[]>();
  for (const secret of weak) {
    const lines = accountOf(secret) === null ? lineLines(facts, secret) : userLines(facts, secret);
    if (lines.length > 0) blocks.set(secret.use, lines);
  }
  const enable = enableLines(weak);
  if (enable.length > 0) blocks.set('enable', enable);
  const left = [...new Set(weak.map(({ use }) => use))].filter((use) => !blocks.has(use)).sort();
  const first = [
    'A second session with all rights is open, and each new secret is used nowhere else.',
    'The release knows `algorithm-type` (IOS 15.3(3)M, IOS XE 3.9 and later); `no username` asks for a yes and drops what else its line says: access class, autocommand.',
    'Everybody who took a copy of this configuration has the old secrets: change them wherever they are used.',
  ];
  if (left.length > 0)
    first.push(
      `Not in these lines: ${listNames(left)}. Such keys change at both ends, and stand as type 6 then.`,
    );
  return iosFix(facts, {
    lines: [...blocks.values()].flat(),
    back: [],
    first,
    afterwards: [
      'Log in with each new secret from another session.',
      'show running-config | include username|enable',
    ],
    mayCut: true,
  });
}
