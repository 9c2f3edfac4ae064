import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Fix } from '../kit/fix.ts';
import type { Weakness } from '../kit/hardening.ts';
import { iosFix } from '../kit/ios.ts';
import { usesIn } from '../kit/weak-crypto.ts';

const SUITES = 'ecdhe-ecdsa-aes-gcm-sha2 ecdhe-rsa-aes-gcm-sha2';

/** A trustpoint whose certificate comes from an authority; null where the configuration has none. */
function authority(facts: DeviceFacts): string | null {
  const enrolled = usesIn(facts, 'pki').filter(({ part }) => part === 'enrollment');
  return enrolled.find(({ value }) => /^(?:url|terminal|pkcs12|mode|profile)/.test(value))?.subject ?? null;
}

/** TLS 1.2 with ECDHE and GCM, and the certificate of an authority. */
export function fixOfTls(facts: DeviceFacts, found: readonly Weakness[]): Fix | null {
  const was = (part: string): string | null => {
    const values = usesIn(facts, 'tls').filter((use) => use.subject === 'https' && use.part === part);
    return values.length > 0 ? values.map(({ value }) => value).join(' ') : null;
  };
  const keys = new Set(found.map(({ key }) => key));
  const own = keys.has('certificate') || keys.has('key');
  const trust = was('enrollment');
  const [version, suites] = [was('version'), was('cipher')];
  return iosFix(facts, {
    lines: [
      'ip http tls-version TLSv1.2',
      `ip http secure-ciphersuite ${SUITES}`,
      ...(own ? [`ip http secure-trustpoint ${authority(facts) ?? '<TRUSTPOINT OF AN AUTHORITY>'}`] : []),
    ],
    back: [
      version ? `ip http tls-version ${version}` : 'no ip http tls-version',
      suites ? `ip http secure-ciphersuite ${suites}` : 'no ip http secure-ciphersuite',
      ...(own ? [trust ? `ip http secure-${trust}` : 'no ip http secure-trustpoint'] : []),
    ],
    first: [
      'Ask first whether the web server can be switched off: then none of this is needed.',
      'Browsers, controllers and RESTCONF clients of this device know TLS 1.2 with ECDHE and GCM.',
      ...(own
        ? [
            'The trustpoint holds a certificate that an authority of the carrier issued, with a key of 3072 bits or more.',
          ]
        : []),
      'The release knows the words: `ip http secure-ciphersuite ?`. Where it has TLS 1.3, take `TLSv1.3`.',
    ],
    afterwards: ['show ip http server secure status', 'show crypto pki certificates'],
    mayCut: true,
  });
}
