import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import type { LogRecord } from '../../model/record.ts';
import { webChange } from './message.ts';

runCases(import.meta.dirname);

const record = (message: string, mnemonic = 'SYS-5-CONFIG_P'): LogRecord =>
  ({ kind: 'log', mnemonic, message }) as LogRecord;

describe('webChange', () => {
  it.each([
    ['Configured programmatically by process SEP_webui_wsma_http from console as svc on vty63', 'svc'],
    ['Configured programmatically by process SEP_webui_wsma_https from 192.0.2.9 as a b on vty1', 'a b'],
    ['Configured programmatically by process EEM from console as SEP_webui_wsma_http on vty0', undefined],
    ['Configured from console by svc on vty0 (192.0.2.9)', undefined],
  ])('%s', (message, user) => {
    expect(webChange(record(message))?.user).toBe(user);
  });

  it('looks at no other message', () => {
    const message = 'Configured programmatically by process SEP_webui_wsma_http from console as x on vty63';
    expect(webChange(record(message, 'SYS-5-CONFIG_I'))).toBeNull();
  });
});
