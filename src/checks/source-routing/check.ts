import type { DeviceFacts } from '../../model/device-facts.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from '../kit/contract.ts';
import type { Fix } from '../kit/fix.ts';
import { hardeningCheck, type Weakness } from '../kit/hardening.ts';
import { switchOf } from '../kit/switches.ts';

const SERVICE = 'source-route';

function weaknesses(facts: DeviceFacts, view: DeviceView): readonly Weakness[] {
  const { state, service, by } = switchOf(view, facts, SERVICE);
  if (state !== 'on') return [];
  return [
    {
      key: SERVICE,
      says: 'lets packets choose their own way through the network (source routing)',
      at: service,
      text: service ? 'ip source-route' : 'no line switches source routing off, and the platform has it on',
      notes: by ? [`The default is that of ${facts.platform}: ${by.source.title}.`] : [],
    },
  ];
}

function fix(facts: DeviceFacts): Fix | null {
  if (facts.platform !== 'ios' && facts.platform !== 'ios-xe') return null;
  return {
    lines: ['no ip source-route'],
    back: ['ip source-route'],
    first: [],
    afterwards: ['show running-config | include source-route'],
    mayCut: false,
  };
}

/** Source routing left on (hardening guidance of December 2024; facts H20). */
export const check: Check = hardeningCheck({
  id: 'source-routing',
  asks: 'Does this device forward packets that choose their own way?',
  title: 'source routing on',
  severity: 'low',
  attack: ['T1599'],
  areas: ['services'],
  weaknesses,
  open: (facts, view) =>
    switchOf(view, facts, SERVICE).state === 'unknown'
      ? `No line speaks of source routing, and we do not know what ${facts.platform} does then.`
      : null,
  cheapest: 'Look up the default of the release, or run `show ip interface` and look for source routing.',
  fix,
  otherExplanations: ['The line is missing on every device: it never was in the template.'],
  next: [
    'Enter `no ip source-route`.',
    'Look whether flows to this device carry IP options; an attacker uses them to get around access lists.',
  ],
  sources: [
    {
      title: 'Cisco Guide to Harden Cisco IOS Devices',
      url: 'https://www.cisco.com/c/en/us/support/docs/ip/access-lists/13608-21.html',
    },
  ],
});
