import type { DeviceFacts, Interface } from '../../model/device-facts.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from '../kit/contract.ts';
import type { Fix } from '../kit/fix.ts';
import { hardeningCheck, type Weakness } from '../kit/hardening.ts';
import { iosFix } from '../kit/ios.ts';
import { listNames, outsideInterfaces } from '../kit/outside.ts';
import { switchOf } from '../kit/switches.ts';

const PROTOCOLS = ['cdp', 'lldp'] as const;
type Protocol = (typeof PROTOCOLS)[number];

const NAMES: Readonly<Record<Protocol, string>> = { cdp: 'CDP', lldp: 'LLDP' };

/** Platforms that do not speak CDP at all. */
const WITHOUT_CDP = new Set(['junos', 'sros']);

/** The outside interfaces on which a protocol runs; `unknown` holds those of which nothing tells. */
function spread(
  view: DeviceView,
  facts: DeviceFacts,
  protocol: Protocol,
): { on: readonly Interface[]; unknown: readonly Interface[] } {
  if (protocol === 'cdp' && WITHOUT_CDP.has(facts.platform)) return { on: [], unknown: [] };
  const { state } = switchOf(view, facts, protocol);
  const faces = state === 'off' ? [] : outsideInterfaces(facts);
  const silent = faces.filter(({ discovery }) => discovery[protocol] === undefined);
  const on = faces.filter(
    (face) => face.discovery[protocol] === true || (state === 'on' && silent.includes(face)),
  );
  return { on, unknown: state === 'unknown' ? silent : [] };
}

function weaknesses(facts: DeviceFacts, view: DeviceView): readonly Weakness[] {
  return PROTOCOLS.flatMap((protocol): Weakness[] => {
    const { on } = spread(view, facts, protocol);
    const [first] = on;
    if (!first) return [];
    const by = switchOf(view, facts, protocol).by;
    return [
      {
        key: protocol,
        says: `tells strangers by ${NAMES[protocol]} what it is: on ${listNames(on.map(({ name }) => name))}`,
        at: first,
        text: `interface ${first.name} with ${first.addresses[0]}, ${NAMES[protocol]} not switched off`,
        notes: by
          ? [`No line switches ${NAMES[protocol]} off; it is on by default: ${by.source.title}.`]
          : [],
      },
    ];
  });
}

const OFF: Readonly<Record<Protocol, readonly string[]>> = {
  cdp: ['cdp enable'],
  lldp: ['lldp transmit', 'lldp receive'],
};

function fix(facts: DeviceFacts, found: readonly Weakness[]): Fix | null {
  const keys = new Set(found.map(({ key }) => key));
  const words = PROTOCOLS.filter((protocol) => keys.has(protocol)).flatMap((protocol) => OFF[protocol]);
  const faces = outsideInterfaces(facts);
  return iosFix(facts, {
    lines: faces.flatMap(({ name }) => [`interface ${name}`, ...words.map((word) => ` no ${word}`)]),
    back: faces.flatMap(({ name }) => [`interface ${name}`, ...words.map((word) => ` ${word}`)]),
    afterwards: ['show cdp interface', 'show lldp interface'],
  });
}

/** CDP and LLDP towards strangers (hardening guidance of December 2024; facts H18). */
export const check: Check = hardeningCheck({
  id: 'discovery-outside',
  asks: 'Does this device tell strangers its name, model and release by CDP or LLDP?',
  title: 'neighbour discovery towards outside',
  severity: 'low',
  attack: ['T1590.004', 'T1592.002'],
  areas: ['services', 'interfaces'],
  weaknesses,
  open: (facts, view) => {
    const silent = PROTOCOLS.filter((protocol) => spread(view, facts, protocol).unknown.length > 0);
    if (silent.length === 0) return null;
    const names = silent.map((protocol) => NAMES[protocol]).join(' and ');
    return `No line speaks of ${names}, and we do not know what ${facts.platform} does then.`;
  },
  cheapest:
    'Run `show cdp interface` and `show lldp interface`, or capture on the outside link for two minutes.',
  fix,
  otherExplanations: [
    'The neighbour is a device of the carrier: its links carry public addresses.',
    'A customer or an exchange has asked for LLDP.',
  ],
  next: [
    'Set `no cdp enable` and `no lldp transmit` on each interface named here, or `no cdp run` where nobody needs it.',
    'Look at `show cdp neighbors` on these interfaces for neighbours that nobody knows.',
  ],
  sources: [
    {
      title: 'Cisco IOS Cisco Discovery Protocol Configuration Guide',
      url: 'https://www.cisco.com/c/en/us/td/docs/ios-xml/ios/cdp/configuration/15-mt/cdp-15-mt-book/nm-cdp-discover.html',
    },
  ],
});
