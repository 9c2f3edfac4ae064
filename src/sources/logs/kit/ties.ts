import type { Origin } from '../../../model/record.ts';
import type { Sink } from '../../kit/contract.ts';

const MOST = 10_000;

/**
 * Learns which sender address belongs to which origin id. A relay forwards many devices, so an address under which
 * more than one name was seen ties nothing.
 * It also learns which origins are computers and no network devices.
 */
export class Ties {
  private readonly names = new Map<Origin, Origin | null>();
  private readonly hosts = new Set<Origin>();
  private lastAddress: Origin = '';
  private lastName: Origin = '';

  /** Notes that a line from this address carried this device name. */
  note(address: Origin, name: Origin): void {
    if (address === this.lastAddress && name === this.lastName) return;
    this.lastAddress = address;
    this.lastName = name;
    const known = this.names.get(address);
    if (known === undefined) {
      if (this.names.size < MOST) this.names.set(address, name);
    } else if (known !== name) this.names.set(address, null);
  }

  /** Notes that a program ran there that only computers have. */
  host(origin: Origin): void {
    if (this.hosts.size < MOST) this.hosts.add(origin);
  }

  /** Reports the pairs that stayed unambiguous, in the order of their addresses. */
  close(sink: Sink): void {
    for (const address of [...this.names.keys()].sort()) {
      const name = this.names.get(address);
      if (name) sink.same([address, name], 'relay header');
    }
    for (const origin of [...this.hosts].sort()) sink.same([origin], 'log of a computer', { sort: 'host' });
  }
}
