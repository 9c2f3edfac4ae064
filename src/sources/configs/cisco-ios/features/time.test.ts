import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

describe('time servers', () => {
  it.each([
    ['ntp server 192.0.2.1', '192.0.2.1'],
    ['ntp server vrf M 192.0.2.1 key 1 prefer', '192.0.2.1'],
    ['ntp server ip ntp.synthetic.example', 'ntp.synthetic.example'],
    ['ntp server vrf M ip ntp.synthetic.example', 'ntp.synthetic.example'],
    ['ntp server ipv6 ntp.synthetic.example version 4', 'ntp.synthetic.example'],
    ['ntp peer 2001:DB8::0:1', '2001:db8::1'],
    ['sntp server 192.0.2.1', '192.0.2.1'],
  ])('reads %j', (line, address) => {
    expect(facts(line).ntpServers).toMatchObject([{ address, line: 3 }]);
  });

  it('are not added when taken away', () => {
    expect(facts('no ntp server 192.0.2.1').ntpServers).toEqual([]);
  });

  it.each([
    [['ntp server 192.0.2.1 key 1', 'ntp authenticate'], true],
    [['ntp authenticate', 'no ntp authenticate', 'ntp server 192.0.2.1 key 1'], false],
    [['ntp authenticate', 'ntp server 192.0.2.1'], false],
  ])('with %j are authenticated: %s', (lines, authenticated) => {
    expect(facts(...lines).ntpServers).toMatchObject([{ authenticated }]);
  });

  it.each([
    ['ntp authentication-key 1 md5 0822455D0A16 7', '7', 5],
    ['ntp authentication-key 1 md5 Xq7synth', '0', 8],
    ['ntp authentication-key 2 hmac-sha2-256 Xq7synth 0', '0', 8],
  ])('keep the key of %j', (line, type, length) => {
    const read = facts(line);
    expect(read.secrets).toMatchObject([{ use: 'ntp', type, length }]);
    expect(JSON.stringify(read)).not.toContain('Xq7synth');
  });

  it.each([
    ['ntp access-group peer 5', '5', 'ntp peer'],
    ['ntp access-group ipv4 serve-only S kod', 'S', 'ntp serve-only'],
    ['ntp access-group ipv6 query-only Q', 'Q', 'ntp query-only'],
  ])('reads %j', (line, acl, where) => {
    expect(facts(line).aclBindings).toMatchObject([{ acl, where }]);
  });
});

describe('the zone of the clock', () => {
  const changed = (...lines: string[]): number | null =>
    readWith(
      ciscoIosConfig,
      `! Last configuration change at 03:00:00 CEST Fri Jul 3 2026 by noc\nversion 15.2\n${lines.join('\n')}\nend\n`,
    ).snapshots[0]!.changedAt;
  const three = Date.UTC(2026, 6, 3, 3);

  it.each([
    [[], 0],
    [['clock timezone CET 1 0', 'clock summer-time CEST recurring last Sun Mar 2:00 last Sun Oct 3:00'], 120],
    [['clock summer-time CEST recurring', 'clock timezone CET 1'], 120],
    [['clock timezone X 10 30', 'clock summer-time CEST recurring 1 Sun Oct 2:00 1 Sun Apr 2:00 30'], 660],
    [['clock timezone CEST 2 0'], 120],
    [['clock timezone X -3 30', 'clock summer-time CEST recurring'], -150],
  ])('with %j moves a written time by minutes %i', (lines, minutes) => {
    expect(changed(...lines)).toBe(three - minutes * 60_000);
  });

  it.each(['clock timezone', 'clock timezone X', 'clock timezone X 99', 'clock timezone X one'])(
    'is not guessed from %j',
    (line) => {
      const read = facts(line);
      expect(read.zoneOffsetMinutes).toBeNull();
      expect(read.unread).toMatchObject([{ area: 'time' }]);
    },
  );
});

describe('the VRF of a time server', () => {
  it.each([
    ['ntp server vrf M 192.0.2.1 key 1', 'M'],
    ['ntp server 192.0.2.1', undefined],
  ])('%j', (line, vrf) => {
    expect(facts(line).ntpServers[0]?.vrf).toBe(vrf);
  });

  it('leaves no line unread when a server is taken away', () => {
    expect(facts('no ntp server 192.0.2.1', 'no username gone').unread).toEqual([]);
  });
});
