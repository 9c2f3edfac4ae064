import type { DeviceFacts } from '../../model/device-facts.ts';
import { gradeCrypto } from '../kit/crypto-grades.ts';
import type { Fix } from '../kit/fix.ts';
import { iosFix } from '../kit/ios.ts';
import { usesIn } from '../kit/weak-crypto.ts';

const CHAIN = 'ROUTING-AUTH';

const KEY_CHAIN = [
  `key chain ${CHAIN}`,
  ' key 1',
  '  key-string <NEW SECRET>',
  '  cryptographic-algorithm hmac-sha-256',
];

interface Change {
  readonly lines: readonly string[];
  readonly back: readonly string[];
  /** True where the lines use the key chain. */
  readonly chain: boolean;
}

function changeOf(subject: string, value: string): Change | null {
  const [protocol, face, , group] = subject.split(' ');
  const head = `interface ${face}`;
  if (protocol === 'ospf') {
    const was = value === 'text' ? ' ip ospf authentication' : ' no ip ospf authentication';
    return { lines: [head, ` ip ospf authentication key-chain ${CHAIN}`], back: [head, was], chain: true };
  }
  if (protocol !== 'hsrp' || !group) return null;
  const word = ` standby ${group} authentication`;
  return {
    lines: [head, `${word} md5 key-string <NEW SECRET>`],
    back: [head, value === 'text' ? `${word} <OLD TEXT>` : ` no standby ${group} authentication`],
    chain: false,
  };
}

/** Lines for OSPF and HSRP. The others need what no line of facts says: the numbers of processes, the key of a partner. */
export function fixOfRouting(facts: DeviceFacts): Fix | null {
  const changes = usesIn(facts, 'routing')
    .filter((use) => gradeCrypto(use)?.grade === 'fail')
    .flatMap(({ subject, value }) => changeOf(subject, value) ?? []);
  const chain = changes.some((change) => change.chain);
  return iosFix(facts, {
    lines: [...(chain ? KEY_CHAIN : []), ...changes.flatMap(({ lines }) => lines)],
    back: [...changes.flatMap(({ back }) => back), ...(chain ? [`no key chain ${CHAIN}`] : [])],
    first: [
      'The neighbour on each interface gets the same key in the same window: adjacencies with only one end set go down.',
      'You can reach this device without the routes that these neighbours give it.',
      'The release knows `ip ospf authentication key-chain`; where it does not, use `message-digest`.',
      'A master key (`key config-key password-encrypt`) and `password encryption aes` are set, so that keys stand as type 6.',
      'Neighbours of BGP, IS-IS and EIGRP are set by hand, with the other end on the telephone.',
    ],
    afterwards: ['show ip ospf interface', 'show ip ospf neighbor', 'show standby', 'show key chain'],
    mayCut: true,
  });
}
