import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import { givesWrite, writerOf } from './writes.ts';

runCases(import.meta.dirname);

const log = (message: string, mnemonic = 'SYS-5-CONFIG_I'): Parameters<typeof writerOf>[0] => ({
  mnemonic,
  message,
});

describe('writerOf', () => {
  it('names the writer, of either family', () => {
    expect(writerOf(log('Configured from 203.0.113.67 by snmp'))).toBe('203.0.113.67');
    expect(writerOf(log('Configured from 2001:DB8::7 by snmp'))).toBe('2001:db8::7');
  });

  it('is not misled by a user who calls himself like a write', () => {
    expect(writerOf(log('Configured from console by 203.0.113.67 by snmp on vty0 (10.250.0.21)'))).toBeNull();
    expect(writerOf(log('Configured from console by a.engineer on vty0 (10.250.0.21)'))).toBeNull();
    expect(writerOf(log('Configured from 203.0.113.67 by snmp', 'SEC_LOGIN-5-LOGIN_SUCCESS'))).toBeNull();
  });
});

describe('givesWrite', () => {
  it.each(['snmp-server community x RW', 'snmp-s com x rw 30', 'do snmp-server group G v3 priv write ALL'])(
    'gives: %s',
    (command) => {
      expect(givesWrite(command)).toBe(true);
    },
  );

  it.each(['snmp-server community rw RO', 'no snmp-server community x RW', 'show snmp community'])(
    'gives not: %s',
    (command) => {
      expect(givesWrite(command)).toBe(false);
    },
  );
});
