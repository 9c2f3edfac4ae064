import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Check } from '../kit/contract.ts';
import type { Fix } from '../kit/fix.ts';
import { hardeningCheck, type Weakness } from '../kit/hardening.ts';
import { IOS, iosFix } from '../kit/ios.ts';
import { listNames, outsideInterfaces } from '../kit/outside.ts';

function weaknesses(facts: DeviceFacts): readonly Weakness[] {
  const edge = outsideInterfaces(facts);
  if (edge.length === 0) return [];
  if (facts.flowCollectors.length === 0)
    return [
      {
        key: 'collector',
        says: `sends flow records to nobody, and has edge interfaces: ${listNames(edge.map(({ name }) => name))}`,
        at: null,
        text: 'no flow exporter stands there',
      },
    ];
  const dark = edge.filter(({ flow }) => flow.length === 0);
  if (dark.length === 0) return [];
  const names = listNames(dark.map(({ name }) => name));
  return [
    {
      key: 'interfaces',
      says: `makes no flow records of what crosses ${names}`,
      at: null,
      text: `no flow monitor stands on ${names}`,
    },
  ];
}

/** The line that another interface of the device has; null where no interface makes flow records. */
function monitorLine(facts: DeviceFacts): string | null {
  const name = facts.interfaces.find(({ flowIn }) => flowIn !== undefined)?.flow[0];
  if (name === undefined) return null;
  return name === 'netflow' ? 'ip flow ingress' : `ip flow monitor ${name} input`;
}

function fix(facts: DeviceFacts): Fix | null {
  const line = monitorLine(facts);
  if (line === null || facts.flowCollectors.length === 0) return null;
  const dark = outsideInterfaces(facts).filter(({ flow }) => flow.length === 0);
  return iosFix(facts, {
    lines: dark.flatMap(({ name }) => [`interface ${name}`, ` ${line}`]),
    back: dark.flatMap(({ name }) => [`interface ${name}`, ` no ${line}`]),
    first: [
      'Look at the processor and at the size of the flow cache first; take a sampler on fast interfaces.',
    ],
    afterwards: ['show flow monitor', 'show flow exporter statistics', 'show flow interface'],
  });
}

/** Edges of the network of which no flow records tell (hardening guidance of December 2024; facts H03). */
export const check: Check = hardeningCheck({
  id: 'flow-export-missing',
  asks: 'Do flow records tell what crosses the edge interfaces of this device?',
  title: 'edge without flow records',
  severity: 'low',
  attack: ['T1562.006'],
  areas: ['interfaces', 'flow-export'],
  platforms: IOS,
  weaknesses,
  open: () => null,
  cheapest: 'Ask the flow collector from which interfaces of this device it has records.',
  fix,
  otherExplanations: [
    'A tap or a probe on the link makes the records.',
    'The device on the other side of the link belongs to the carrier and exports them.',
  ],
  next: [
    'Set a flow monitor for what comes in on each interface named here, and an exporter to the collector.',
    'Until then a capture on the link is the only sight: facts of the past are lost.',
  ],
  sources: [
    {
      title: 'Cisco: Flexible NetFlow Configuration Guide',
      url: 'https://www.cisco.com/c/en/us/td/docs/ios-xml/ios/fnetflow/configuration/15-mt/fnf-15-mt-book/cfg-fnf-exporters.html',
    },
  ],
});
