import {
  addCommonSettings,
  type InterfaceForm,
  readInterface,
  readMasked,
} from '../../kit/cisco-interfaces.ts';
import type { OpenInterface } from '../../kit/cisco-open-interface.ts';
import { addTunnelRules } from '../../kit/cisco-tunnels.ts';
import { RuleBook } from '../../kit/rules.ts';
import { type Line, type Scope, wholeNumber } from '../scope.ts';

const FORM: InterfaceForm = { settings: settings(), management: /^Management/i };

/** Interfaces, which other statements call by the name that `nameif` gives them. */
export function addInterfaces(book: RuleBook<Scope>): void {
  book.add('interface', (line) => readFace(line));
}

/** The name, level and description of an interface stand together in its description: `outside, security level 0: text`. */
function readFace(line: Line): void {
  const { statement, to } = line;
  readInterface(line, FORM);
  const word = (name: string): string | undefined =>
    statement.children.find(({ words }) => words[0] === name)?.words[1];
  const name = word('nameif');
  const last = to.draft.interfaces.length - 1;
  const face = to.draft.interfaces[last];
  if (!name || !face) return;
  to.faces.set(name, face.name);
  const level = wholeNumber(word('security-level'));
  const said = level === null ? name : `${name}, security level ${level}`;
  const description = face.description === null ? said : `${said}: ${face.description}`;
  const managed = statement.children.some(({ text }) => text === 'management-only');
  to.draft.interfaces[last] = { ...face, description, role: managed ? 'management' : face.role };
}

function settings(): RuleBook<OpenInterface> {
  const book = new RuleBook<OpenInterface>();
  addCommonSettings(book);
  addTunnelRules(book);
  return book
    .add('ip address', readMasked)
    .add('nameif', read)
    .add('security-level', read)
    .add('management-only', read)
    .aside(
      'physical interface setting',
      'speed, duplex, media-type, flowcontrol, channel-group, lacp, port-channel, vlan, member-interface, mac-address, delay, hold-time, switchport, power, bridge-group, ddns, dhcp, cts, nve-only, nve, segment-id, vtep-nve, zone-member, forward',
    )
    .aside(
      'interface routing setting',
      'ospf, eigrp, rip, igmp, pim, multicast, authentication, hello-interval, split-horizon, summary-address, policy-route, isis, bfd',
    )
    .aside('interface forwarding setting', 'ip, ipv6, pppoe, standby, service-policy, ppp');
}

function read({ statement }: { readonly statement: { read(): unknown } }): void {
  statement.read();
}

/** Puts the interfaces themselves in the place of the names that other statements use. */
export function settleNames({ draft, faces }: Scope): void {
  draft.aclBindings = draft.aclBindings.map((binding) => {
    const face = faces.get(binding.where.slice('interface '.length));
    return binding.where.startsWith('interface ') && face
      ? { ...binding, where: `interface ${face}` }
      : binding;
  });
  draft.routes = draft.routes.map((route) => {
    const [first = '', ...rest] = route.via.split(' ');
    return { ...route, via: [faces.get(first) ?? first, ...rest].join(' ') };
  });
  draft.tunnels = draft.tunnels.map((tunnel) => ({
    ...tunnel,
    source:
      tunnel.source === null ? null : (faces.get(tunnel.source.replace(/^interface/, '')) ?? tunnel.source),
  }));
}
