import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import type { CommandRecord, LogRecord } from '../../model/record.ts';
import { captureMessage, captureStep, capturesLogins } from './captures.ts';

runCases(import.meta.dirname);

const typed = (command: string): CommandRecord => ({ kind: 'command', command }) as CommandRecord;

describe('captureStep', () => {
  it.each([
    ['monitor capture mycap interface GigabitEthernet0 both', 'prepare', 'mycap'],
    ['monitor capture mycap match ipv4 protocol tcp any any eq 49', 'match', 'mycap'],
    ['mon cap mycap sta', 'start', 'mycap'],
    ['monitor capture mycap stop', 'stop', 'mycap'],
    ['no monitor capture mycap', 'remove', 'mycap'],
    ['monitor capture point start pt1', 'start', 'pt1'],
    ['copy bootflash:tac.pcap ftp://192.0.2.9/', 'copy', 'bootflash:tac.pcap'],
    ['run /usr/sbin/tcpdump -i eth0 port 49', 'start', 'tcpdump'],
    ['ethanalyzer local interface mgmt', 'start', 'ethanalyzer'],
  ])('%s', (command, deed, name) => {
    expect(captureStep(typed(command))).toMatchObject({ deed, name });
  });

  it.each([
    'show monitor capture mycap',
    'monitor session 1 source interface Gi1',
    'copy running-config tftp://192.0.2.9/a',
    'show ethanalyzer',
    '',
  ])('leaves alone: %s', (command) => {
    expect(captureStep(typed(command))).toBeNull();
  });
});

describe('captureMessage', () => {
  it('takes a message without text for a capture without a name', () => {
    const record = { mnemonic: 'BUFCAP-6-ENABLE', message: '' } as LogRecord;
    expect(captureMessage(record)).toMatchObject({ deed: 'start', name: '?' });
  });
});

describe('capturesLogins', () => {
  it.each(['ipv4 protocol tcp any any eq 49', 'udp any any eq 1812', 'eq tacacs', '-i eth0 port 49'])(
    '%s',
    (what) => {
      expect(capturesLogins(what)).toBe(true);
    },
  );

  it.each(['ipv4 protocol udp any any eq 5060', 'ipv4 host 10.49.0.1 any', null])('not: %s', (what) => {
    expect(capturesLogins(what)).toBe(false);
  });
});
