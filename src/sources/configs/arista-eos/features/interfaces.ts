import { canonicalIp } from '../../../../base/ip.ts';
import {
  addCommonSettings,
  type InterfaceForm,
  type InterfaceSetting,
  readAccess,
  readInterface,
  readSlashed,
  readVrf,
} from '../../kit/cisco-interfaces.ts';
import type { OpenInterface } from '../../kit/cisco-open-interface.ts';
import { addPolicyRules } from '../../kit/cisco-policy-routes.ts';
import { addTunnelRules } from '../../kit/cisco-tunnels.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import { RuleBook } from '../../kit/rules.ts';
import { keepSecret, type Scope } from '../scope.ts';
import { addInterfaceAsides } from '../set-aside-interface.ts';

const FORM: InterfaceForm = { settings: settings(), management: /^Management\d/i };

/** Interfaces with addresses, VRFs and access lists; tunnels and VXLAN endpoints are interfaces too. */
export function addInterfaces(book: RuleBook<Scope>): void {
  book.add('interface', (line) => readInterface(line, FORM));
}

function settings(): RuleBook<OpenInterface> {
  const book = new RuleBook<OpenInterface>();
  addCommonSettings(book);
  addInterfaceAsides(book);
  addTunnelRules(book);
  addPolicyRules(book);
  addVxlan(book);
  addKeys(book);
  return book
    .add('ip address', readSlashed)
    .add('ip address virtual', readSlashed)
    .add('vrf', readVrf)
    .add('vrf forwarding', readVrf)
    .add('ipv6 access-group', readAccess)
    .add('sflow enable', readFlow)
    .add('flow tracker', readFlow);
}

/** `flow tracker hardware NAME`, `flow tracker sampled NAME`, `sflow enable`. */
function readFlow({ statement, no, args, to }: InterfaceSetting): void {
  statement.read();
  if (no) return;
  to.face.flow.push(args.at(-1) ?? 'sflow');
  to.face.flowIn = args[0] === 'hardware' ? 'all' : 'sampled';
}

/** `vxlan source-interface`, and the peers to which a network floods. */
function addVxlan(book: RuleBook<OpenInterface>): void {
  book
    .add('vxlan source-interface', ({ statement, args, to }) => {
      to.tunnel.source = args.join('') || null;
      statement.read();
    })
    .add('vxlan flood vtep', (line) => readPeers(line, line.args))
    .add('vxlan vlan', ({ statement, no, args, to }) => {
      const flood = args.indexOf('vtep');
      if (flood > 0) readPeers({ statement, no, args, to }, args.slice(flood + 1));
      else readNetwork({ statement, no, args, to });
    })
    .add('vxlan vrf', readNetwork);
}

function readPeers({ statement, no, to }: InterfaceSetting, words: readonly string[]): void {
  statement.read();
  if (no) return;
  // What the interface floods to, all its networks flood to.
  if (to.vxlan[0]?.peer === null) to.vxlan.shift();
  for (const word of words) {
    const peer = canonicalIp(word);
    if (peer !== null) to.vxlan.push({ name: to.face.name, peer, statement });
  }
}

/** A network whose peers no line names: a routing protocol does. */
function readNetwork({ statement, no, to }: InterfaceSetting): void {
  statement.read();
  if (!no && to.vxlan.length === 0) to.vxlan.push({ name: to.face.name, peer: null, statement });
}

function addKeys(book: RuleBook<OpenInterface>): void {
  book
    .add('ip ospf authentication', ({ statement, args, to }) =>
      addCrypto(to.scope, statement.read(), {
        area: 'routing',
        subject: `ospf ${to.face.name}`,
        part: 'authentication',
        values: [args[0] === 'message-digest' ? 'md5' : 'text'],
      }),
    )
    .add('ip ospf authentication-key', ({ statement, to }) => {
      const written = to.scope.forms.written(statement.words, 3);
      if (written) keepSecret(to.scope, statement.read(), { ...written, use: 'ospf', purpose: 'key' });
    })
    .add('ip ospf message-digest-key', ({ statement, args, to }) => {
      // `message-digest-key 1 sha512 7 KEY`.
      const written = to.scope.forms.written(statement.words, 5);
      if (!written) return;
      keepSecret(to.scope, statement.read(), { ...written, use: 'ospf', purpose: 'key' });
      const values = args.slice(1, 2);
      addCrypto(to.scope, statement, {
        area: 'routing',
        subject: `ospf ${to.face.name}`,
        part: 'mac',
        values,
      });
    })
    .add('mac security profile', ({ statement, args, to }) =>
      addCrypto(to.scope, statement.read(), {
        area: 'macsec',
        subject: to.face.name,
        part: 'mode',
        values: [`profile ${args[0] ?? ''}`],
      }),
    );
}
