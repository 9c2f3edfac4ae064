import type { CryptoPart, CryptoUse } from '../../model/crypto-use.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { DeviceView } from '../../model/view.ts';
import { gradeCrypto } from '../kit/crypto-grades.ts';
import type { Weakness } from '../kit/hardening.ts';
import { IOS } from '../kit/ios.ts';
import { switchOf } from '../kit/switches.ts';
import { unknownWords, usesIn, weakGroups } from '../kit/weak-crypto.ts';

/** Lists of algorithms, and what people call them. */
const LISTS: ReadonlyMap<CryptoPart, string> = new Map([
  ['key-exchange', 'key exchanges'],
  ['cipher', 'ciphers'],
  ['mac', 'message authentication codes'],
  ['signature', 'signatures of host or user keys'],
  ['key-length', 'key lengths'],
]);

/** The parts without which nobody can tell what the server takes. */
const ASKED: readonly CryptoPart[] = ['key-exchange', 'cipher', 'mac'];

/** Platforms whose SSH server speaks version 2 only. */
const ONLY_2: ReadonlySet<string> = new Set(['nx-os', 'eos']);

/** The choices of the server; those of the client are the business of what it talks to. */
export function serverUses(facts: DeviceFacts): readonly CryptoUse[] {
  return usesIn(facts, 'ssh').filter(({ subject }) => subject !== 'client');
}

/** True unless lines say that the device takes no SSH. */
export function takesSsh(facts: DeviceFacts): boolean {
  const said = facts.services.filter(({ name, enabled }) => name === 'ssh' && enabled !== null);
  if (said.length > 0) return said.some(({ enabled }) => enabled);
  const lines = facts.lines.filter(({ kind }) => kind === 'vty');
  const closed = (ways: readonly string[] | null): boolean =>
    ways !== null && !ways.some((way) => way === 'ssh' || way === 'all');
  return !IOS.has(facts.platform) || lines.length === 0 || !lines.every((l) => closed(l.transportInput));
}

/** How the first version of SSH stands: on by a line or by default, off, or not known. */
export function versionOne(view: DeviceView, facts: DeviceFacts): Weakness | 'off' | 'unknown' {
  const says = 'takes version 1 of SSH, whose sessions can be read and changed on the way';
  const written = serverUses(facts).filter(({ part }) => part === 'version');
  const bad = written.find((use) => gradeCrypto(use)?.grade === 'fail');
  if (bad) return { key: 'version', says, at: bad, text: `SSH version ${bad.value}` };
  if (written.length > 0 || ONLY_2.has(facts.platform)) return 'off';
  const { state, service, by } = switchOf(view, facts, 'ssh-v1');
  if (state !== 'on') return state;
  const notes = by ? [`The default is that of ${facts.platform}: ${by.source.title}.`] : [];
  return { key: 'version', says, at: service, text: 'no line asks for version 2 alone', notes };
}

/** Everything about the SSH server that is too weak. */
export function weakSsh(facts: DeviceFacts, view: DeviceView): readonly Weakness[] {
  const version = versionOne(view, facts);
  const lists = serverUses(facts).filter(({ part }) => part !== 'version');
  return [
    ...(typeof version === 'string' ? [] : [version]),
    ...weakGroups(
      lists,
      ({ part }) => part,
      (part, words) => `lets SSH use weak ${LISTS.get(part as CryptoPart) ?? part}: ${words}`,
    ),
  ];
}

/** Why the configuration does not tell what the SSH server takes. */
export function openSsh(facts: DeviceFacts, view: DeviceView): string | null {
  const uses = serverUses(facts);
  const missing = ASKED.filter((part) => !uses.some((use) => use.part === part));
  if (missing.length > 0) {
    const names = missing.map((part) => LISTS.get(part)).join(', ');
    return `No line names the ${names} of SSH, and the defaults differ between releases.`;
  }
  if (versionOne(view, facts) === 'unknown')
    return `No line names the version of SSH, and we do not know what ${facts.platform} does then.`;
  return unknownWords(uses, [...LISTS.keys()]);
}
