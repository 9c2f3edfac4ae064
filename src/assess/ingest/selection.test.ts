import { describe, expect, it } from 'vitest';
import type { RecordKind, SeawallRecord } from '../../model/record.ts';
import { Selection } from './selection.ts';

const of = (kind: RecordKind, more: object = {}): SeawallRecord =>
  ({ kind, ...more }) as unknown as SeawallRecord;

describe('what is kept', () => {
  const selection = new Selection([
    { records: ['command'] },
    { records: ['log'], mnemonics: ['SYS-5-CONFIG_*', 'SEC_LOGIN-4-LOGIN_FAILED'] },
    { records: ['http'], uris: ['/webui_wsma_https'] },
  ]);

  it('is what some check selects, and always what every answer may need', () => {
    for (const kind of ['command', 'sighting', 'register', 'file', 'access'] as const)
      expect(selection.keeps(of(kind))).toBe(true);
    expect(selection.keeps(of('login'))).toBe(false);
  });

  it('of logs are the mnemonics that are wanted, whole or by their beginning', () => {
    const wanted = [
      'SYS-5-CONFIG_I',
      'SYS-5-CONFIG_',
      'SEC_LOGIN-4-LOGIN_FAILED',
      'SYS-5-RESTART',
      'SEC_LOGIN-4-LOGIN_FAILED2',
      '',
    ];
    expect(wanted.map((m) => selection.wantsLog(m))).toEqual([true, true, true, false, false, false]);
    expect(wanted.map((m) => selection.wantsLog(m))).toEqual([true, true, true, false, false, false]);
    expect(selection.keeps(of('log', { mnemonic: 'SYS-5-CONFIG_I' }))).toBe(true);
  });

  it.each([
    ['/webui_wsma_HTTPS?x', true],
    ['/%77ebui_wsma_https', true],
    ['/%2577ebui_wsma_https', true],
    ['/%252577ebui_wsma_https', false],
    ['/index.html', false],
    ['/%zz%', false],
  ])('of requests are paths as sent or decoded once or twice: %s', (uri, kept) => {
    expect(selection.keeps(of('http', { uri }))).toBe(kept);
  });

  it('is every request when a check names no path, and none when none wants requests', () => {
    expect(new Selection([{ records: ['http'] }]).keeps(of('http', { uri: '/x' }))).toBe(true);
    expect(new Selection([]).keeps(of('http', { uri: '/x' }))).toBe(false);
  });
});
