import type { CryptoPart, CryptoUse } from '../../model/crypto-use.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import { gradeCrypto } from '../kit/crypto-grades.ts';
import type { Weakness } from '../kit/hardening.ts';
import { IOS } from '../kit/ios.ts';
import { unknownWords, usesIn, weakGroups } from '../kit/weak-crypto.ts';

const WORDS: ReadonlyMap<CryptoPart, string> = new Map([
  ['version', 'versions'],
  ['cipher', 'suites'],
  ['enrollment', 'certificate'],
]);

/** True unless lines say that the device serves no HTTPS and nothing else with TLS. */
export function mayServeTls(facts: DeviceFacts): boolean {
  const https = facts.services.filter(({ name, enabled }) => name === 'https' && enabled !== null);
  if (https.some(({ enabled }) => enabled)) return true;
  const others = usesIn(facts, 'tls').some(({ subject }) => subject !== 'https');
  return others || https.length === 0;
}

/** The choices of trustpoints with whose certificate HTTPS answers. */
function certificateUses(facts: DeviceFacts): readonly CryptoUse[] {
  const named = usesIn(facts, 'tls').find(
    ({ part, value }) => part === 'enrollment' && value.startsWith('trustpoint '),
  );
  const name = named?.value.slice('trustpoint '.length);
  // Without a line IOS answers with the certificate that it made for itself.
  return usesIn(facts, 'pki').filter(({ subject }) =>
    name === undefined ? /^TP-self-signed/i.test(subject) : subject.toLowerCase() === name,
  );
}

function certificate(facts: DeviceFacts): readonly Weakness[] {
  const uses = certificateUses(facts);
  const self = uses.find(({ part, value }) => part === 'enrollment' && /self-?signed/.test(value));
  const short = uses.find((use) => use.part === 'key-length' && gradeCrypto(use)?.grade === 'fail');
  return [
    ...(self
      ? [
          {
            key: 'certificate',
            says: `answers HTTPS with a certificate that it signed itself (trustpoint ${self.subject})`,
            at: self,
            text: `trustpoint ${self.subject}: enrollment selfsigned`,
            step: -1,
          },
        ]
      : []),
    ...(short
      ? [
          {
            key: 'key',
            says: `answers HTTPS with a key of ${short.value} bits`,
            at: short,
            text: `trustpoint ${short.subject}: a key of ${short.value} bits`,
          },
        ]
      : []),
  ];
}

/** Everything about TLS on the management of the device that is too weak. */
export function weakTls(facts: DeviceFacts): readonly Weakness[] {
  const words = weakGroups(
    usesIn(facts, 'tls'),
    ({ subject, part }) => `${subject} ${part}`.trim(),
    (group, list) => {
      const [part = ''] = group.split(' ').slice(-1);
      const subject = group.slice(0, -part.length).trim() || 'TLS';
      return `lets ${subject} use weak ${WORDS.get(part as CryptoPart) ?? part} of TLS: ${list}`;
    },
  );
  const on = facts.services.some(({ name, enabled }) => name === 'https' && enabled === true);
  return [...words, ...(on ? certificate(facts) : [])];
}

/** Why the configuration does not tell how TLS stands. */
export function openTls(facts: DeviceFacts): string | null {
  const on = facts.services.some(({ name, enabled }) => name === 'https' && enabled !== null);
  if (!on && usesIn(facts, 'tls').length === 0)
    return 'No line says whether the device serves HTTPS, and the default differs between releases.';
  const uses = usesIn(facts, 'tls');
  const missing = (['version', 'cipher'] as const).filter((part) => !uses.some((use) => use.part === part));
  if (missing.length > 0)
    return `No line names the ${missing.map((part) => WORDS.get(part)).join(' and the ')} of TLS, and the defaults differ between releases.`;
  if (IOS.has(facts.platform) && certificateUses(facts).length === 0)
    return 'No line tells with which certificate HTTPS answers, or how it came.';
  return unknownWords(uses, ['version', 'cipher']);
}
