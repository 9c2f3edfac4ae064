import type { Check } from '../kit/contract.ts';
import { hardeningCheck } from '../kit/hardening.ts';
import { openSsh, takesSsh, weakSsh } from './choices.ts';
import { fixOfSsh } from './fix.ts';

/** SSH with a version or algorithms that no longer protect (hardening guidance of December 2024; facts H21 and 7). */
export const check: Check = hardeningCheck({
  id: 'ssh-weak',
  asks: 'Does the SSH server of this device take a version, a key exchange, a cipher or a code that no longer protects?',
  title: 'weak SSH',
  severity: 'medium',
  attack: ['T1557', 'T1040'],
  areas: ['services', 'crypto'],
  applies: takesSsh,
  weaknesses: weakSsh,
  open: openSsh,
  cheapest: 'Run `show ip ssh` (or what the platform has for it) on the device.',
  fix: fixOfSsh,
  otherExplanations: [
    'An old management system or script knows nothing better.',
    'The lists are those of the release: nobody chose them.',
  ],
  next: [
    'Run `show ip ssh` and `show crypto key mypubkey rsa` on the device.',
    'Look which clients would be cut off: their algorithms stand in captures of their first packets.',
    'Set version 2, the key exchanges, ciphers and codes of the guidance, and a key of RSA of 3072 bits or more.',
  ],
  sources: [
    { title: 'RFC 9142: Key Exchange Method Updates for SSH', url: 'https://www.rfc-editor.org/rfc/rfc9142' },
    {
      title: 'Secure Shell Version 2 Support (Cisco IOS)',
      url: 'http://cisco.com/en/US/docs/ios-xml/ios/sec_usr_ssh/configuration/15-e/sec-secure-shell-v2.html',
    },
  ],
});
