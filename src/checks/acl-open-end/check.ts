import type { AclBinding, DeviceFacts } from '../../model/device-facts.ts';
import type { Check } from '../kit/contract.ts';
import type { Fix } from '../kit/fix.ts';
import { hardeningCheck, type Weakness } from '../kit/hardening.ts';
import { IOS, iosFix } from '../kit/ios.ts';
import { listNames, outsideInterfaces } from '../kit/outside.ts';
import { denyLine, type End, endOfNamed, finalEntry } from './ends.ts';

const SAYS: Readonly<Record<Exclude<End, 'logged'>, (name: string) => string>> = {
  undefined: (name) => `filters with access list ${name}, which the configuration does not define`,
  open: (name) => `lets through whatever access list ${name} does not name`,
  silent: (name) => `does not log what access list ${name} denies at its end`,
  unwritten: (name) => `has no line at the end of access list ${name} that denies and logs the rest`,
};
const STEP: Readonly<Record<End, number>> = { undefined: 1, open: 0, silent: -1, unwritten: -1, logged: 0 };

/** Access lists on outside interfaces, by name, with the places where they stand. */
function bound(facts: DeviceFacts): ReadonlyMap<string, readonly AclBinding[]> {
  const wheres = new Set(outsideInterfaces(facts).map(({ name }) => `interface ${name}`));
  const byName = new Map<string, AclBinding[]>();
  for (const binding of facts.aclBindings) {
    if (!wheres.has(binding.where)) continue;
    const list = byName.get(binding.acl);
    if (list) list.push(binding);
    else byName.set(binding.acl, [binding]);
  }
  return byName;
}

function listWeakness(facts: DeviceFacts, name: string, places: readonly AclBinding[]): readonly Weakness[] {
  const { end, acl } = endOfNamed(facts, name);
  // A list that is not there may stand in the part that was cut off, and so may its end.
  const tells = facts.complete && IOS.has(facts.platform);
  if (end === 'logged' || (!tells && end !== 'open')) return [];
  const where = listNames(places.map((each) => `${each.where.slice('interface '.length)} ${each.direction}`));
  const last = acl ? finalEntry(acl) : null;
  return [
    {
      key: `acl ${name}`,
      says: `${SAYS[end](name)} (${where})`,
      at: last ?? acl ?? places[0] ?? null,
      text: last ? `${last.action} any, access list ${name}` : `access list ${name} on ${where}`,
      step: STEP[end],
    },
  ];
}

/** The sides of outside interfaces on which nothing filters. */
function unfiltered(facts: DeviceFacts): readonly string[] {
  const has = new Set(facts.aclBindings.map(({ where, direction }) => `${where} ${direction}`));
  return outsideInterfaces(facts).flatMap(({ name }) =>
    ['in', 'out'].filter((side) => !has.has(`interface ${name} ${side}`)).map((side) => `${name} ${side}`),
  );
}

function weaknesses(facts: DeviceFacts): readonly Weakness[] {
  const lists = [...bound(facts)].flatMap(([name, places]) => listWeakness(facts, name, places));
  const open = unfiltered(facts);
  if (open.length === 0) return lists;
  const text = 'no `ip access-group` or `ipv6 traffic-filter` stands there';
  const says = `filters nothing on sides of interfaces with addresses outside the private space: ${listNames(open)}`;
  return [...lists, { key: 'unfiltered', says, at: null, text, step: -1 }];
}

function endLines(facts: DeviceFacts, name: string): { lines: string[]; back: string[] } {
  const { end, acl } = endOfNamed(facts, name);
  const deny = acl && denyLine(acl);
  if (!acl || !deny || (end !== 'unwritten' && end !== 'silent')) return { lines: [], back: [] };
  const plain = deny.replace(/ log$/, '');
  const kind = deny === 'deny any log' ? 'ip access-list standard' : 'ip access-list extended';
  const head = acl.family === 'ipv6' ? `ipv6 access-list ${name}` : `${kind} ${name}`;
  const silent = end === 'silent';
  return {
    lines: [head, ...(silent ? [` no ${plain}`] : []), ` ${deny}`],
    back: [head, ` no ${deny}`, ...(silent ? [` ${plain}`] : [])],
  };
}

function fix(facts: DeviceFacts): Fix | null {
  const parts = [...bound(facts).keys()].map((name) => endLines(facts, name));
  return iosFix(facts, {
    lines: parts.flatMap(({ lines }) => lines),
    back: parts.flatMap(({ back }) => back),
    first: [
      'Logging of denied packets costs the processor: set `logging rate-limit` or `ip access-list logging interval`.',
    ],
    afterwards: ['show ip access-lists', 'show ipv6 access-list', 'show logging | include IPACCESSLOG'],
  });
}

/** Access lists at the edge that let the rest through or keep silent (hardening guidance of December 2024; facts H11). */
export const check: Check = hardeningCheck({
  id: 'acl-open-end',
  asks: 'Do the access lists at the edge deny what they do not name, and log it, in and out?',
  title: 'access list at the edge with an open end',
  severity: 'low',
  attack: ['T1562.004', 'T1599'],
  areas: ['acls', 'interfaces'],
  platforms: IOS,
  weaknesses,
  open: () => null,
  cheapest: 'Run `show ip access-lists` and `show ip interface | include line protocol|access list`.',
  fix,
  otherExplanations: [
    'A transit or peering interface carries the traffic of customers, which may not be denied by default; what is meant for the device itself is then filtered by a control-plane policy.',
    'A firewall filters on the other side of the link.',
  ],
  next: [
    'Deny what is addressed to infrastructure at the edge, and end the list with `deny ip any any log` where traffic is known.',
    'Send the denials to the collector and look for addresses that knock again and again.',
  ],
  sources: [
    {
      title: 'Cisco: Protecting Your Core: Infrastructure Protection Access Control Lists',
      url: 'https://www.cisco.com/c/en/us/support/docs/ip/access-lists/43920-iacl.html',
    },
  ],
});
