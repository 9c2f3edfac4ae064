import { describe, expect, it } from 'vitest';
import type { DeviceState } from '../../../../model/device-state.ts';
import { type RecordingSink, readWith } from '../../../kit/recording-sink.ts';
import { aristaEosConfig } from '../source.ts';
import { readUptime } from './version.ts';

const read = (...lines: string[]): RecordingSink =>
  readWith(aristaEosConfig, `${lines.join('\n')}\ne1#exit\n`);

function state(command: string, ...lines: string[]): DeviceState {
  const version = 'Software image version: 4.28.3M';
  const found = read('e1#show version', version, `e1#${command}`, ...lines).snapshots[0]?.state;
  if (!found) throw new Error('no state');
  return found;
}

describe('show version', () => {
  it('names model, serial number, version and uptime', () => {
    const [facts] = read(
      'e1#show version',
      'Arista DCS-7010T-48-R',
      'Serial number: SYN18523609',
      'Software image version: 4.28.9M',
      'Uptime: 3 weeks, 0 days, 20 hours and 45 minutes',
    ).snapshots;
    expect(facts).toMatchObject({
      model: 'DCS-7010T-48-R',
      serials: ['SYN18523609'],
      version: { text: '4.28.9M' },
      uptimeSeconds: 1_889_100,
    });
  });

  it.each([
    ['1 hour and 5 minutes', 3900],
    ['134 weeks, 5 days, 23 hours and 44 minutes', 81_560_640],
    ['', 0],
  ])('uptime %j', (text, seconds) => {
    expect(readUptime(text)).toBe(seconds);
  });
});

describe('the clock', () => {
  it.each([
    ['Timezone: UTC', 'exact'],
    ['Timezone: Europe/Paris', 'zone-assumed'],
  ])('with %j', (zone, quality) => {
    const [facts] = read(
      'e1#show clock',
      'Mon Nov 16 08:12:31 2026',
      zone,
      'e1#show version',
      'Serial number: SYN1',
    ).snapshots;
    expect(facts).toMatchObject({ takenAt: Date.UTC(2026, 10, 16, 8, 12, 31), takenQuality: quality });
  });
});

describe('state', () => {
  it('of sessions tells whence', () => {
    const { sessions, shown } = state(
      'show users',
      '      Line   User          Host(s)       Idle        Location',
      '*   1 vty 3  noc           idle          00:00:02    10.250.1.7',
    );
    expect(sessions).toMatchObject([{ account: 'noc', from: '10.250.1.7', terminal: 'vty 3' }]);
    expect(shown).toEqual(['sessions']);
  });

  it('of extensions', () => {
    const { containers } = state(
      'show extensions',
      'x.swix                   1.0/1           A, I          1',
    );
    expect(containers).toMatchObject([{ name: 'x.swix', state: 'installed' }]);
  });

  it('of listeners leaves connections out', () => {
    const { listeners } = state(
      'bash netstat -tulpn',
      'tcp6       0      0 :::5901                 :::*                    LISTEN      9001/helper',
      'tcp        0      0 10.0.0.1:22             10.0.0.2:51234          ESTABLISHED 2001/sshd',
    );
    expect(listeners).toMatchObject([{ protocol: 'tcp', address: null, port: 5901, process: 'helper' }]);
  });

  it('that a filter may hide does not count as shown', () => {
    const { snapshots } = read('e1#show version', 'Serial number: SYN1', 'e1#show users | include noc');
    expect(snapshots[0]?.state).toBeNull();
  });

  it('that a line not understood may hide does not count as shown', () => {
    expect(
      state('show ip access-lists', 'IP Access List A', '    10 permit ip any any', 'what').shown,
    ).toEqual([]);
  });
});

describe('files', () => {
  it('are those of a listing', () => {
    const files = read(
      'e1#dir flash:',
      'Directory of flash:/',
      '       -rwx       48213           Nov 15 03:14  tac.pcap',
    ).of('file');
    expect(files).toMatchObject([{ path: 'flash:/tac.pcap', size: 48_213 }]);
  });
});
