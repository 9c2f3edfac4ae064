import { parseNetwork } from '../../../base/ip.ts';
import { printable } from '../../../base/printable.ts';
import type { Head, Source } from '../../kit/contract.ts';
import { splitHeader } from '../../kit/csv-rows.ts';
import { isHeader, TableReader, tidyName } from '../kit/table-reader.ts';
import { DEVICE_TABLE, readDevice } from './row.ts';

/** Columns that tables of persons have too. */
const VAGUE = new Set(['name', 'address', 'type', 'state', 'status', 'location', 'category', 'function']);

function recognise(head: Head): number {
  const [header = '', ...rows] = head.lines.filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (!isHeader(DEVICE_TABLE, header)) return 0;
  return isSure(header) || rows.some((row) => splitHeader(row).some(isAddress)) ? 0.8 : 0;
}

function isSure(header: string): boolean {
  const names = splitHeader(header).map(tidyName);
  const known = Object.entries(DEVICE_TABLE.columns).flatMap(([column, others]) => [column, ...others]);
  return known.some((name) => names.includes(name) && !VAGUE.has(name));
}

function isAddress(text: string): boolean {
  return parseNetwork(text) !== null;
}

/** A list of devices with their names, addresses, serial numbers and roles. */
export const inventoryDevices: Source = {
  id: 'inventory/devices',
  title: 'Inventory of devices (CSV)',
  version: 1,
  kinds: ['inventory'],
  recognise,
  open: (context, sink) =>
    new TableReader(DEVICE_TABLE, { context, sink }, (row, base) => {
      const device = readDevice(row, base.ref.line);
      if (!device) {
        sink.unread('system:inventory', 'inventory');
        return { state: 'not-understood', reason: 'no name, address or serial' };
      }
      sink.same(device.origins, printable(device.because, 200), device.about);
      sink.seen(device.origins[0] as string, 'inventory', null);
      return { state: 'read', reason: 'device' };
    }),
  split: null,
};
