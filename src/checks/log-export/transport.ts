import type { DeviceFacts } from '../../model/device-facts.ts';

type Host = DeviceFacts['logging']['hosts'][number];

/** Names that carriers give to VRFs that carry nothing but management. */
const MANAGEMENT = /mgmt|management|oob/i;

function isManagementVrf(facts: DeviceFacts, vrf: string): boolean {
  return (
    MANAGEMENT.test(vrf) || facts.interfaces.some((face) => face.vrf === vrf && face.role === 'management')
  );
}

/** The collectors to which messages go in clear and not through a management VRF. */
export function exposedHosts(facts: DeviceFacts): readonly Host[] {
  return facts.logging.hosts.filter(
    ({ transport, vrf }) =>
      !/tls|ssl|secure/i.test(transport ?? '') && !(vrf !== null && isManagementVrf(facts, vrf)),
  );
}

/** What the time of a message lacks to be set against other logs; empty when nothing. */
export function timeLacks(timestamps: string | null): readonly string[] {
  if (timestamps === null) return ['any time'];
  const words = timestamps.split(' ');
  if (!words.includes('datetime')) return ['the time of day'];
  return [
    ...(words.includes('msec') ? [] : ['milliseconds']),
    ...(words.includes('show-timezone') ? [] : ['the time zone']),
  ];
}
