import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Check } from '../kit/contract.ts';
import type { Fix } from '../kit/fix.ts';
import { hardeningCheck, type Weakness } from '../kit/hardening.ts';
import { iosFix } from '../kit/ios.ts';
import { listNames } from '../kit/outside.ts';
import { ALIKE } from '../kit/platforms.ts';

type Server = DeviceFacts['ntpServers'][number];

const open = (facts: DeviceFacts): readonly Server[] =>
  facts.ntpServers.filter(({ authenticated }) => !authenticated);

const lineOf = ({ address, vrf }: Server): string => `ntp server ${vrf ? `vrf ${vrf} ` : ''}${address}`;

function weaknesses(facts: DeviceFacts): readonly Weakness[] {
  const [first, ...rest] = open(facts);
  if (first)
    return [
      {
        key: 'servers',
        says: `takes its time from servers that do not prove who they are: ${listNames([first, ...rest].map(({ address }) => address))}`,
        at: first,
        text: lineOf(first),
      },
    ];
  if (facts.ntpServers.length > 0) return [];
  const says = 'takes its time from no server, so that its logs cannot be set against others';
  return [{ key: 'none', says, at: null, text: 'no `ntp server` stands there' }];
}

/** IOS knows MD5 alone; IOS XE 16.8 and later have SHA-2 (NTP authentication in its system management guide). */
const ALGORITHM: Readonly<Record<string, string>> = { 'ios-xe': 'hmac-sha2-256' };

function fix(facts: DeviceFacts): Fix | null {
  // Where keys stand already, the right one is not ours to choose.
  const keyed =
    facts.secrets.some(({ use }) => use === 'ntp') || facts.ntpServers.some((s) => s.authenticated);
  const servers = open(facts);
  if (keyed || servers.length === 0) return null;
  const key = `ntp authentication-key 1 ${ALGORITHM[facts.platform] ?? 'md5'} <NEW SECRET>`;
  return iosFix(facts, {
    lines: [
      key,
      'ntp trusted-key 1',
      'ntp authenticate',
      ...servers.flatMap((server) => [`no ${lineOf(server)}`, `${lineOf(server)} key 1`]),
    ],
    back: [
      ...servers.flatMap((server) => [`no ${lineOf(server)}`, lineOf(server)]),
      'no ntp authenticate',
      'no ntp trusted-key 1',
      'no ntp authentication-key 1',
    ],
    first: [
      'The same key, with the same number and algorithm, must stand on each server.',
      'A release that does not know the algorithm takes `md5`.',
    ],
    afterwards: ['show ntp associations detail | include authenticated', 'show ntp status'],
  });
}

/** Time from servers that do not prove who they are (hardening guidance of December 2024; facts H22). */
export const check: Check = hardeningCheck({
  id: 'ntp-unauthenticated',
  asks: 'Do the time servers of this device prove who they are?',
  title: 'time from anybody',
  severity: 'low',
  attack: ['T1557', 'T1070.006'],
  areas: ['time'],
  platforms: ALIKE,
  weaknesses,
  open: () => null,
  cheapest: 'Run `show ntp associations detail` and look for `authenticated`.',
  fix,
  otherExplanations: [
    'The servers stand in the management network, where nobody can speak in their place.',
    'The clock comes from GNSS or PTP on the device itself.',
  ],
  next: [
    'Run `show ntp associations detail` and compare the time with another source.',
    'Set `ntp authenticate`, a key and `ntp trusted-key`, and the key on each server line.',
  ],
  sources: [
    {
      title: 'RFC 8633: Network Time Protocol Best Current Practices',
      url: 'https://www.rfc-editor.org/rfc/rfc8633',
    },
  ],
});
