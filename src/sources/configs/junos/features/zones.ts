import type { PathBook } from '../../kit/path-book.ts';
import type { Path, Scope } from '../scope.ts';
import { service } from './service.ts';

/** What a zone of a firewall lets in to the device itself: a service of its own, named for the zone. */
export function addZones(book: PathBook<Scope>): void {
  const Z = 'security zones security-zone *';
  book
    .add(`${Z} host-inbound-traffic`, (line) => readInbound(line, line.names[0] as string))
    .add(`${Z} interfaces * host-inbound-traffic`, (line) =>
      readInbound(line, `${line.names[0]} ${line.names[1]}`),
    )
    .add(`${Z} interfaces *`, (line) => {
      const zone = line.names[0] as string;
      service(line, 'zone', { detail: line.names[1] as string, own: zone });
    })
    .add('security zones functional-zone management host-inbound-traffic', (line) =>
      readInbound(line, 'management'),
    )
    .aside(
      'firewall and zones',
      'security zones, security policies, security screen, security nat, security address-book, security flow, ' +
        'security alg, security application-tracking, security application-firewall, security idp, security utm, ' +
        'security forwarding-options, security forwarding-process, security user-identification, security dynamic-address, ' +
        'security advanced-policy-based-routing, security traceoptions, security alarms, security gprs, security firewall-authentication, ' +
        'security resource-manager, security log-mode, security policies-options, security intelligence, security advance-policy-based-routing, ' +
        'security softwires, security tcp-encap, security remote-access, security remote-control, security analysis, security host-vpn, ' +
        'applications, services application-identification, services security-intelligence, services advanced-anti-malware, ' +
        'services user-identification, services stateful-firewall, services nat, services ids, services softwire, services service-set, ' +
        'services web-filter, services icap-redirect',
    );
}

function readInbound(line: Path, zone: string): void {
  const [kind, ...words] = line.args;
  const except = words.at(-1) === 'except';
  if (kind !== 'system-services' && kind !== 'protocols') {
    if (kind === undefined) line.statement.read();
    return;
  }
  service(line, 'host-inbound', { own: zone, detail: `zone ${zone}` });
  for (const word of except ? words.slice(0, -1) : words)
    service(line, 'host-inbound', { detail: except ? `not ${word}` : word, own: zone });
}
