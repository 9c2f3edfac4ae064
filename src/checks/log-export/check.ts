import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Check } from '../kit/contract.ts';
import type { Fix } from '../kit/fix.ts';
import { hardeningCheck, type Weakness } from '../kit/hardening.ts';
import { IOS, iosFix } from '../kit/ios.ts';
import { listNames } from '../kit/outside.ts';
import { ALIKE } from '../kit/platforms.ts';
import { exposedHosts, timeLacks } from './transport.ts';

const INFORMATIONAL = 6;

function destinations(facts: DeviceFacts): readonly Weakness[] {
  const { enabled, hosts } = facts.logging;
  if (enabled === false || hosts.length === 0) {
    const text = enabled === false ? 'logging to hosts is switched off' : 'no `logging host` stands there';
    return [{ key: 'none', says: 'sends its log to no collector', at: null, text, step: 1 }];
  }
  const out: Weakness[] = [];
  const [first] = hosts;
  if (new Set(hosts.map(({ address }) => address)).size === 1 && first)
    out.push({
      key: 'one',
      says: `sends its log to one collector only (${first.address})`,
      at: first,
      text: `logging host ${first.address}`,
    });
  const exposed = exposedHosts(facts);
  const [open] = exposed;
  if (open)
    out.push({
      key: 'clear',
      says: `sends its log unencrypted and not by a management VRF to ${listNames([...new Set(exposed.map(({ address }) => address))])}`,
      at: open,
      text: `logging host ${open.address}${open.vrf ? ` vrf ${open.vrf}` : ''}${open.transport ? ` transport ${open.transport}` : ''}`,
    });
  return out;
}

function contents({ logging, platform }: DeviceFacts): readonly Weakness[] {
  const out: Weakness[] = [];
  const { trap } = logging;
  if (trap && trap.level < INFORMATIONAL)
    out.push({
      key: 'severity',
      says: `sends messages up to severity ${trap.level} only, and much of what people do is told at 6`,
      at: trap,
      text: `logging trap ${trap.level}`,
    });
  if (!IOS.has(platform)) return out;
  const lacks = timeLacks(logging.timestamps);
  if (lacks.length > 0)
    out.push({
      key: 'time',
      says: `stamps its messages without ${lacks.join(' and ')}`,
      at: null,
      text: logging.timestamps
        ? `service timestamps log ${logging.timestamps}`
        : 'no `service timestamps log`',
    });
  if (!logging.sequenceNumbers)
    out.push({
      key: 'sequence',
      says: 'does not number its messages, so that a lost or deleted one leaves no gap',
      at: null,
      text: 'no `service sequence-numbers` stands there',
      step: -1,
    });
  return out;
}

const LINES: Readonly<Record<string, readonly [line: string, back: string]>> = {
  severity: ['logging trap informational', 'logging trap'],
  time: ['service timestamps log datetime msec localtime show-timezone', 'service timestamps log'],
  sequence: ['service sequence-numbers', 'no service sequence-numbers'],
};

function fix(facts: DeviceFacts, found: readonly Weakness[]): Fix | null {
  const pairs = found.flatMap(({ key }) => (LINES[key] ? [LINES[key]] : []));
  const back: Readonly<Record<string, string>> = {
    'logging trap': `logging trap ${facts.logging.trap?.level ?? INFORMATIONAL}`,
    'service timestamps log': facts.logging.timestamps
      ? `service timestamps log ${facts.logging.timestamps}`
      : 'no service timestamps log',
  };
  const hosts = found.some(({ key }) => key === 'none' || key === 'one' || key === 'clear');
  return iosFix(facts, {
    lines: pairs.map(([line]) => line),
    back: pairs.map(([, line]) => back[line] ?? line),
    first: hosts
      ? ['Collectors are yours to name: `logging host <ADDRESS> vrf <MANAGEMENT VRF>`, or `… transport tls`.']
      : [],
    afterwards: ['show logging', 'show running-config | include logging|timestamps|sequence'],
  });
}

/** A log that does not leave well: too few collectors, in clear, too little in it (guidance of December 2024; facts H06). */
export const check: Check = hardeningCheck({
  id: 'log-export',
  asks: 'Does the log of this device reach two collectors, protected, whole and with usable times?',
  title: 'log sent badly',
  severity: 'low',
  attack: ['T1562.001', 'T1040'],
  areas: ['logging', 'interfaces'],
  platforms: ALIKE,
  weaknesses: (facts) => [...destinations(facts), ...contents(facts)],
  open: ({ platform }) =>
    IOS.has(platform) ? null : `We do not know how ${platform} stamps and numbers its messages.`,
  cheapest: 'Look at the messages of this device at each collector: severity, time, zone, sequence.',
  fix,
  otherExplanations: [
    'The way to the collector is protected below: by IPsec, by MACsec, or by a network of its own.',
    'One collector forwards to another, out of reach of those who manage the network.',
  ],
  next: [
    'Run `show logging` on the device.',
    'Set two collectors with `transport tls` or in the management VRF; at least one must be out of reach of network operators.',
    'Set `logging trap informational`, `service timestamps log datetime msec localtime show-timezone` and `service sequence-numbers`.',
  ],
  sources: [
    {
      title: 'Cisco Guide to Harden Cisco IOS Devices',
      url: 'https://www.cisco.com/c/en/us/support/docs/ip/access-lists/13608-21.html',
    },
    { title: 'RFC 5425: TLS Transport Mapping for Syslog', url: 'https://www.rfc-editor.org/rfc/rfc5425' },
  ],
});
