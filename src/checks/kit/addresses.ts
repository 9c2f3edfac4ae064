import { inNetwork, isExternal, parseIp, parseNetwork } from '../../base/ip.ts';
import type { DeviceFacts, Interface } from '../../model/device-facts.ts';

/** True when the text is an address or a network outside the private space (`198.51.100.77`, `203.0.113.0/24`). */
export function isExternalText(text: string): boolean {
  const network = parseNetwork(text);
  return network !== null && network.bits > 0 && isExternal(network.base);
}

/** The interfaces in use whose own address lies outside the private space: where strangers can reach the device. */
export function externalInterfaces(facts: DeviceFacts): readonly Interface[] {
  let faces = EXTERNAL.get(facts);
  if (!faces) {
    faces = facts.interfaces.filter((face) => !face.shutdown && face.addresses.some(isExternalText));
    EXTERNAL.set(facts, faces);
  }
  return faces;
}

/** Several checks ask for the same interfaces of a configuration. */
const EXTERNAL = new WeakMap<DeviceFacts, readonly Interface[]>();

/** True when the address lies in a network that one of the interfaces is in. */
export function onInterface(address: string, face: Interface): boolean {
  const ip = parseIp(address);
  if (!ip) return false;
  return face.addresses.some((text) => {
    const network = parseNetwork(text);
    return network !== null && inNetwork(ip, network);
  });
}
