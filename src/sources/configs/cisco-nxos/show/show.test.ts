import { describe, expect, it } from 'vitest';
import type { DeviceState } from '../../../../model/device-state.ts';
import { type RecordingSink, readWith } from '../../../kit/recording-sink.ts';
import { ciscoNxosConfig } from '../source.ts';

const read = (...lines: string[]): RecordingSink =>
  readWith(ciscoNxosConfig, `${lines.join('\n')}\nn1# exit\n`);

function state(command: string, ...lines: string[]): DeviceState {
  const found = read('n1# show version', '  NXOS: version 9.3(8)', `n1# ${command}`, ...lines).snapshots[0]
    ?.state;
  if (!found) throw new Error('no state');
  return found;
}

describe('show version', () => {
  it.each([
    [
      '  NXOS: version 10.2(5) [Maintenance Release]',
      '  NXOS image file is: bootflash:///a.bin',
      '10.2(5)',
      'bootflash:///a.bin',
    ],
    [
      '  system:    version 7.1(4)N1(1)',
      '  system image file is:    bootflash:///b.bin',
      '7.1(4)N1(1)',
      'bootflash:///b.bin',
    ],
  ])('%j', (version, image, text, file) => {
    const [facts] = read('n1# show version', version, image).snapshots;
    expect(facts).toMatchObject({ version: { text }, image: { text: file } });
  });

  it('names model, serial number and uptime', () => {
    const [facts] = read(
      'n1# show version',
      '  cisco Nexus9000 C9396PX Chassis',
      '  Processor Board ID SYN1819S6LU',
      'Kernel uptime is 1 day(s), 2 hour(s), 3 minute(s), 4 second(s)',
    ).snapshots;
    expect(facts).toMatchObject({
      model: 'Nexus9000 C9396PX',
      serials: ['SYN1819S6LU'],
      uptimeSeconds: 93_784,
    });
  });
});

describe('state', () => {
  it('of listeners leaves connections out', () => {
    const { listeners, shown } = state(
      'show sockets connection',
      '[host]: tcp(4/6)        LISTEN           0         *(22022)',
      '                     Wildcard        0         *(*)',
      '[host]: tcp             ESTABLISHED      0         10.0.0.1(22)',
      '                     management      0         10.0.0.2(51234)',
    );
    expect(listeners).toMatchObject([{ protocol: 'tcp', address: null, port: 22_022 }]);
    expect(shown).toEqual(['listeners']);
  });

  it('that a line not understood may hide does not count as shown', () => {
    expect(
      state('show users', 'NAME     LINE         TIME', 'noc      pts/0        Nov 16 08:01', 'what is this')
        .shown,
    ).toEqual([]);
  });

  it('that a filter may hide does not count as shown', () => {
    const { snapshots } = read(
      'n1# show version',
      '  NXOS: version 9.3(8)',
      'n1# show users | include noc',
      '',
    );
    expect(snapshots[0]?.state).toBeNull();
  });

  it('of containers', () => {
    const { containers } = state(
      'show guestshell',
      'Virtual service guestshell+ detail',
      '  State                 : Activated',
    );
    expect(containers).toMatchObject([{ name: 'guestshell+', state: 'activated' }]);
  });

  it('of an empty list tells that there is none', () => {
    expect(state('show virtual-service list', 'Virtual Service List:').shown).toEqual(['containers']);
  });

  it('of processes', () => {
    const { processes } = state(
      'show processes cpu',
      ' 9001   20   6   3   0.00%   0.00%  0.00%   -    w.sh',
    );
    expect(processes).toMatchObject([{ pid: 9001, name: 'w.sh' }]);
  });
});

describe('files', () => {
  it('are those of a listing, and those whose hash was worked out', () => {
    const hash = 'ab'.repeat(64);
    const files = read(
      'n1# dir bootflash:',
      '      48213    Nov 15 03:14:15 2026  mycap.pcap',
      'n1# show file bootflash:a.bin sha512sum',
      hash,
    ).of('file');
    expect(files.map((f) => `${f.path} ${f.size} ${f.sha512?.slice(0, 4)}`)).toEqual([
      'bootflash:mycap.pcap 48213 undefined',
      'bootflash:a.bin null abab',
    ]);
  });
});
