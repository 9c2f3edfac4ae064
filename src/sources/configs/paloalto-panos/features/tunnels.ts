import { end } from '../address.ts';
import { first, type PanScope, place, type Row, rowsOf, secretOf, switched, value } from '../scope.ts';

/** Makes tunnels of IPsec, GRE and GlobalProtect; the ends of IPsec stand with the gateway. */
export function addTunnels(to: PanScope): void {
  const gateways = new Map(rowsOf(to, 'network ike gateway *').map((row) => [row.names[0] ?? '', row]));
  for (const row of gateways.values())
    secretOf(to, row, { attribute: 'authentication pre-shared-key key', use: 'ike', purpose: 'key' });
  for (const row of rowsOf(to, 'network tunnel ipsec *')) {
    for (const attribute of ['manual-key esp authentication', 'manual-key esp encryption']) {
      const found = first(row, attribute);
      const key = found?.words.indexOf('key') ?? -1;
      if (found && key >= 0)
        to.secrets.keep(
          {
            use: 'ipsec',
            type: 'plaintext',
            strength: 'plaintext',
            text: found.words.slice(key + 1).join(' '),
          },
          found.statement,
        );
    }
    const named = row.values.get('auto-key ike-gateway *')?.[0]?.names.at(-1);
    const gateway = gateways.get(named ?? '');
    const peer =
      value(gateway, 'peer-address ip') ??
      value(gateway, 'peer-address fqdn') ??
      value(row, 'manual-key peer-address ip');
    const dynamic = gateway?.values.has('peer-address dynamic');
    add(to, row, {
      mode: dynamic ? 'ipsec dynamic' : 'ipsec',
      destination: peer,
      source: value(gateway, 'local-address ip') ?? value(gateway, 'local-address interface'),
    });
  }
  for (const row of rowsOf(to, 'network tunnel gre *'))
    add(to, row, {
      mode: 'gre ip',
      destination: value(row, 'peer-address ip'),
      source: value(row, 'local-address interface'),
    });
  for (const row of rowsOf(to, 'network tunnel global-protect-gateway *'))
    add(to, row, { mode: 'ipsec dynamic', destination: null, source: value(row, 'local-address interface') });
}

function add(
  to: PanScope,
  row: Row,
  { mode, source, destination }: { mode: string; source: string | null; destination: string | null },
): void {
  to.draft.tunnels.push({
    ...place(row),
    name: row.names[0] ?? '',
    mode,
    source: end(source),
    destination: end(destination),
    shutdown: switched(row, 'disabled') === true,
  });
}
