import type { Check } from '../kit/contract.ts';
import { hardeningCheck } from '../kit/hardening.ts';
import { fixOfTls } from './fix.ts';
import { mayServeTls, openTls, weakTls } from './sessions.ts';

/** TLS of management with versions, suites or certificates that no longer protect (December 2024; facts H19 and 7). */
export const check: Check = hardeningCheck({
  id: 'tls-weak',
  asks: 'Does the web or programming interface of this device take a version of TLS, a suite or a certificate that no longer protects?',
  title: 'weak TLS on management',
  severity: 'medium',
  attack: ['T1557', 'T1040'],
  areas: ['services', 'crypto'],
  applies: mayServeTls,
  weaknesses: weakTls,
  open: openTls,
  cheapest: 'Run `show ip http server secure status` (or what the platform has for it) on the device.',
  fix: fixOfTls,
  otherExplanations: [
    'Nobody uses the web interface: the settings are those of the release.',
    'The certificate is self-signed and its fingerprint stands in the management system.',
  ],
  next: [
    'Ask whether anybody needs the web interface; if not, switch it off (check http-server-exposed).',
    'Set TLS 1.2 or 1.3 and suites with ECDHE and GCM; get a certificate of the authority of the carrier.',
  ],
  sources: [
    { title: 'RFC 8996: Deprecating TLS 1.0 and TLS 1.1', url: 'https://www.rfc-editor.org/rfc/rfc8996' },
    {
      title: 'RFC 9325: Recommendations for Secure Use of TLS',
      url: 'https://www.rfc-editor.org/rfc/rfc9325',
    },
  ],
});
