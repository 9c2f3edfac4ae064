import { describe, expect, it } from 'vitest';
import { changesConfig, loggedChange, writesWhole } from './config-change.ts';

const read = (message: string, mnemonic = 'SYS-5-CONFIG_I'): ReturnType<typeof loggedChange> =>
  loggedChange({ mnemonic, message });

describe('loggedChange', () => {
  it('tells persons, consoles, programs, SNMP and the start apart', () => {
    expect(read('Configured from console by a.b on vty0 (10.250.0.21)')).toEqual({
      by: 'person',
      account: 'a.b',
      from: '10.250.0.21',
      program: null,
    });
    expect(read('Configured from console by console')).toMatchObject({ by: 'person', account: null });
    expect(read('Configured from console by vty2 (2001:DB8::7)')).toMatchObject({
      account: null,
      from: '2001:db8::7',
    });
    expect(read('Configured from memory by console')).toMatchObject({ by: 'start' });
    expect(read('Configured from 10.250.0.41 by snmp')).toMatchObject({ by: 'snmp', from: '10.250.0.41' });
    expect(
      read('Configured programmatically by process P from console as netconf on vty63', 'SYS-5-CONFIG_P'),
    ).toMatchObject({ by: 'program', account: 'netconf', program: 'P' });
  });

  it('takes terminal and address from the end, whatever the name holds', () => {
    const name = 'x on vty9 (192.0.2.1) by snmp';
    expect(read(`Configured from console by ${name} on vty0 (10.250.0.21)`)).toMatchObject({
      account: name,
      from: '10.250.0.21',
    });
  });

  it('leaves other messages alone', () => {
    expect(read('Configured from console by a on vty0', 'SEC_LOGIN-5-LOGIN_SUCCESS')).toBeNull();
    expect(read('Configured from')).toBeNull();
    expect(read(`Configured from console by ${' on vty0'.repeat(500)}(`)).toBeNull();
  });
});

describe('changesConfig', () => {
  it.each([
    'conf t',
    'CONFIGURE terminal',
    'no ip route 0.0.0.0 0.0.0.0 Tunnel1',
    'cop tftp: run',
    'ip ssh version 2',
  ])('may change: %s', (command) => expect(changesConfig(command)).toBe(true));
  it.each([
    'sh run',
    'do show ip route',
    'wr mem',
    'copy run start',
    'copy run tftp://192.0.2.1/x',
    'end',
    '',
    'ping 192.0.2.1',
  ])('does not change: %s', (command) => expect(changesConfig(command)).toBe(false));
});

describe('writesWhole', () => {
  it.each(['copy tftp://192.0.2.1/x running-config', 'conf rep flash:old', 'configure network'])(
    '%s',
    (command) => expect(writesWhole(command)).toBe(true),
  );
  it.each(['conf t', 'copy run start', 'interface Gi0/0'])('not %s', (command) =>
    expect(writesWhole(command)).toBe(false),
  );
});
