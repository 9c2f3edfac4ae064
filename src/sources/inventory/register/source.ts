import type { Head, Source } from '../../kit/contract.ts';
import { isHeader, TableReader } from '../kit/table-reader.ts';
import { REGISTER_TABLE, readEntry } from './row.ts';

function recognise(head: Head): number {
  const header = head.lines.find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  return isHeader(REGISTER_TABLE, header) ? 0.85 : 0;
}

/** What a carrier says is approved or planned: servers, networks, peers, accounts, changes. */
export const inventoryRegister: Source = {
  id: 'inventory/register',
  title: 'Register of approved servers, peers and changes (CSV)',
  version: 1,
  kinds: ['inventory'],
  recognise,
  open: (context, sink) =>
    new TableReader(REGISTER_TABLE, { context, sink }, (row, base) => {
      const entry = readEntry(row, base);
      if (typeof entry === 'string') {
        sink.unread('system:register', 'inventory');
        return { state: 'not-understood', reason: entry };
      }
      sink.record(entry, 'inventory');
      return { state: 'read', reason: 'entry' };
    }),
  split: null,
};
