import { end } from '../address.ts';
import { at, type FortiScope, rowsOf, secretOf, switched, value, words } from '../scope.ts';
import type { Table } from '../table.ts';

const SERVER = 'server authentication key key-id key-type ntpv3';

/** Time servers and their keys. */
export const TIME_TABLES: readonly Table[] = [
  {
    path: 'system ntp',
    read: 'ntpsync type server-mode interface authentication key key-id key-type source-ip',
    aside: { 'time setting': 'syncinterval source-ip6' },
  },
  {
    path: 'system ntp ntpserver *',
    read: SERVER,
    aside: { 'time setting': 'interface interface-select-method ip-type vrf-select' },
  },
];

/** Makes the facts of time. */
export function buildTime(to: FortiScope): void {
  for (const row of rowsOf(to, 'system ntp')) {
    secretOf(to, row, { attribute: 'key', use: 'ntp', purpose: 'key' });
    const found = row.values.get('server-mode');
    const detail =
      words(row, 'interface').length > 0 ? `interface ${words(row, 'interface').join(' ')}` : null;
    if (found) {
      const enabled = switched(row, 'server-mode');
      to.draft.services.push({
        ...at(found.statement),
        name: 'ntp-server',
        enabled,
        port: null,
        acl: null,
        detail,
      });
    }
    const source = value(row, 'source-ip');
    if (source) to.draft.sourceInterfaces.ntp ??= source;
  }
  for (const row of rowsOf(to, 'system ntp ntpserver *')) {
    const key = secretOf(to, row, { attribute: 'key', use: 'ntp', purpose: 'key' });
    const address = end(value(row, 'server'));
    const authenticated = switched(row, 'authentication') === true && key !== null;
    if (address) to.draft.ntpServers.push({ ...at(row.block), address, authenticated });
  }
}
