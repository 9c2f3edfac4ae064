import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../model/device-facts.ts';
import { someFacts } from '../kit/fixture.ts';
import { exposedHosts, timeLacks } from './transport.ts';

function withHosts(...hosts: [transport: string | null, vrf: string | null][]): DeviceFacts {
  const { logging } = someFacts();
  const at = { line: 1, lineEnd: 1, address: '10.250.0.61' };
  return someFacts({
    logging: { ...logging, hosts: hosts.map(([transport, vrf]) => ({ ...at, transport, vrf })) },
  });
}

describe('exposedHosts', () => {
  it.each([
    ['tls', null, 0],
    ['udp', 'Mgmt-intf', 0],
    [null, 'OOB', 0],
    ['udp', 'CUSTOMER-A', 1],
    ['tcp', null, 1],
    [null, null, 1],
  ])('transport %s in VRF %s', (transport, vrf, count) => {
    expect(exposedHosts(withHosts([transport, vrf]))).toHaveLength(count);
  });

  it('takes the VRF of a management interface for one of management, whatever its name', () => {
    const face = { name: 'GigabitEthernet0', role: 'management', vrf: 'BLUE', addresses: [] } as never;
    expect(exposedHosts({ ...withHosts([null, 'BLUE']), interfaces: [face] })).toEqual([]);
  });
});

describe('timeLacks', () => {
  it.each([
    [null, ['any time']],
    ['uptime', ['the time of day']],
    ['datetime', ['milliseconds', 'the time zone']],
    ['datetime msec', ['the time zone']],
    ['datetime msec localtime show-timezone', []],
  ])('%s', (written, lacks) => {
    expect(timeLacks(written)).toEqual(lacks);
  });
});
