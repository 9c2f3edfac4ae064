import type { At, DeviceFacts } from '../../model/device-facts.ts';
import type { Check } from '../kit/contract.ts';
import { gradeCrypto } from '../kit/crypto-grades.ts';
import { hardeningCheck, type Weakness } from '../kit/hardening.ts';
import { IOS } from '../kit/ios.ts';
import { listNames } from '../kit/outside.ts';
import { unknownWords, usesIn } from '../kit/weak-crypto.ts';
import { fixOfRouting } from './fix.ts';

/** Protocols as people write them. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['bgp', 'BGP'],
  ['ospf', 'OSPF'],
  ['ospfv3', 'OSPFv3'],
  ['isis', 'IS-IS'],
  ['eigrp', 'EIGRP'],
  ['hsrp', 'HSRP'],
  ['rip', 'RIP'],
]);

/** A neighbour or an interface on which anybody may speak, or whose password travels in plain text. */
interface Open extends At {
  readonly protocol: string;
  readonly name: string;
  readonly plain: boolean;
}

function openOnes(facts: DeviceFacts): readonly Open[] {
  const peers = facts.routingPeers
    .filter(({ protocol, authenticated }) => protocol === 'bgp' && !authenticated)
    .map(({ line, lineEnd, protocol, address }) => ({
      line,
      lineEnd,
      protocol,
      name: address,
      plain: false,
    }));
  const told = usesIn(facts, 'routing').filter(
    (use) => use.part === 'authentication' && gradeCrypto(use)?.grade === 'fail',
  );
  const known = new Set(peers.map(({ protocol, name }) => `${protocol} ${name}`));
  const faces = told
    .filter(({ subject }) => !known.has(subject))
    .map(({ line, lineEnd, subject, value }) => {
      const [protocol = '', ...name] = subject.split(' ');
      return { line, lineEnd, protocol, name: name.join(' '), plain: value !== 'none' && value !== 'null' };
    });
  return [...peers, ...faces];
}

function weaknesses(facts: DeviceFacts): readonly Weakness[] {
  const byProtocol = Map.groupBy(openOnes(facts), ({ protocol }) => protocol);
  return [...byProtocol].map(([protocol, list]) => {
    const [first] = list as [Open];
    const names = [...new Set(list.map(({ name }) => name))].sort();
    const plain = [...new Set(list.filter((each) => each.plain).map(({ name }) => name))].sort();
    const where = protocol === 'bgp' ? 'with' : 'on';
    return {
      key: protocol,
      says: `speaks ${NAMES.get(protocol) ?? protocol} without proof of who the neighbour is ${where} ${listNames(names)}`,
      at: first,
      text: `${protocol} ${first.name}: ${first.plain ? 'a password in plain text' : 'no authentication'}`,
      step: protocol === 'hsrp' ? -1 : 0,
      notes: [
        `In all: ${names.length}.`,
        ...(plain.length > 0 ? [`A password goes over the wire in plain text: ${listNames(plain)}.`] : []),
      ],
    };
  });
}

/** Routing neighbours that anybody can pose as (hardening guidance of December 2024; facts H22). */
export const check: Check = hardeningCheck({
  id: 'routing-unauthenticated',
  asks: 'Must every routing neighbour of this device prove who it is?',
  title: 'routing without authentication',
  severity: 'medium',
  attack: ['T1557', 'T1565.002'],
  areas: ['routing', 'interfaces'],
  weaknesses,
  open: (facts) =>
    IOS.has(facts.platform)
      ? unknownWords(usesIn(facts, 'routing'), ['authentication'])
      : `On ${facts.platform} we see what neighbours of BGP and written settings say, and not every interface without a setting.`,
  cheapest:
    'Run `show ip ospf interface`, `show isis neighbors detail` and `show bgp neighbors` on the device.',
  fix: fixOfRouting,
  otherExplanations: [
    'The other end is a customer or an exchange point that takes no key; a filter and the TTL check guard the session.',
    'The link is a cable inside one rack.',
  ],
  next: [
    'Begin with neighbours outside your own network, then links that leave the building.',
    'Agree on a key with the other end: TCP-AO for BGP, HMAC-SHA for OSPF, IS-IS and EIGRP; MD5 where nothing else is known.',
    'Look for neighbours that nobody planned: `show ip ospf neighbor`, `show bgp summary`.',
  ],
  sources: [
    { title: 'RFC 5925: The TCP Authentication Option', url: 'https://www.rfc-editor.org/rfc/rfc5925' },
    { title: 'RFC 5709: OSPFv2 HMAC-SHA Authentication', url: 'https://www.rfc-editor.org/rfc/rfc5709' },
    {
      title: 'RFC 5310: IS-IS Generic Cryptographic Authentication',
      url: 'https://www.rfc-editor.org/rfc/rfc5310',
    },
  ],
});
