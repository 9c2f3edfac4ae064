import { printable } from '../../../base/printable.ts';
import type { Head, Source } from '../../kit/contract.ts';
import { isHeader, TableReader } from '../kit/table-reader.ts';
import { DEVICE_TABLE, readDevice } from './row.ts';

function recognise(head: Head): number {
  const header = head.lines.find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  return isHeader(DEVICE_TABLE, header) ? 0.8 : 0;
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
