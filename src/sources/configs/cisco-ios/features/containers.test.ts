import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

describe('places where foreign programs run', () => {
  it.each([
    [['iox'], 'iox', true, null],
    [['no iox'], 'iox', false, null],
    [
      ['app-hosting appid mon', ' app-default-gateway 10.0.0.1 guest-interface 0', ' start'],
      'app-hosting',
      true,
      'mon',
    ],
    [['virtual-service csr_mgmt', ' activate'], 'virtual-service', true, 'csr_mgmt'],
    [['guestshell enable'], 'guestshell', true, 'enable'],
    [['no guestshell'], 'guestshell', false, null],
  ])('are read from %j', (lines, name, enabled, detail) => {
    const read = facts(...lines);
    expect(read.services).toMatchObject([{ name, enabled, detail, line: 3, lineEnd: 2 + lines.length }]);
    expect(read.unread).toEqual([]);
  });

  it('count Guest Shell however its name is written', () => {
    expect(facts('app-hosting appid GuestShell').services.map((s) => s.name)).toEqual([
      'app-hosting',
      'guestshell',
    ]);
  });
});
