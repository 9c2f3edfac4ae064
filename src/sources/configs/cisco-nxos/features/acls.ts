import { readClassMap, readNamedAcl } from '../../kit/cisco-acls.ts';
import { readAddressGroup } from '../../kit/cisco-object-groups.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { type Line, type Scope } from '../scope.ts';

const SETTINGS = new Set(['statistics', 'fragments', 'ignore', 'hardware']);

/** Access lists and groups of addresses. Where lists are bound is read by the features that bind them. */
export function addAcls(book: RuleBook<Scope>): void {
  book
    .add('ip access-list', (line) => readList(line, 'extended'))
    .add('ipv6 access-list', (line) => readList(line, 'ipv6'))
    .add('object-group ip address', readAddressGroup)
    .add('object-group ipv6 address', readAddressGroup)
    .add('class-map', readClassMap)
    .aside(
      'access list setting',
      'ip access-list capture, ip access-list match-local-traffic, mac access-list, mac packet-classify, arp access-list, ' +
        'hardware access-list, access-list, ip access-list deny-all, vlan access-map, vlan filter',
    )
    .aside('service group', 'object-group ip port, object-group udp port, object-group tcp port');
}

function readList(line: Line, form: 'extended' | 'ipv6'): void {
  for (const child of line.statement.children)
    if (SETTINGS.has(child.words[0] ?? '')) child.aside('access list setting');
  readNamedAcl(line, form);
}
