import { proofOf } from './cisco-igp.ts';
import type { IgpOnInterface } from './cisco-igp-facts.ts';
import type { InterfaceSetting } from './cisco-interfaces.ts';
import type { OpenInterface } from './cisco-open-interface.ts';
import type { RuleBook } from './rules.ts';

const REASON = 'interface routing setting';

/** OSPF, IS-IS, EIGRP and HSRP on an interface, as IOS writes them. Secrets are left to the sweep: lines stay set aside. */
export function addIgpRules(book: RuleBook<OpenInterface>): void {
  book
    .add('ip ospf', readOspf)
    .add('ip router isis', (line) => note(line, { protocol: 'isis', name: null, proof: null }))
    .add('ipv6 router isis', (line) => note(line, { protocol: 'isis', name: null, proof: null }))
    .add('isis password', (line) => note(line, { protocol: 'isis', name: null, proof: 'text' }))
    .add('isis authentication', readIsis)
    .add('ip authentication mode eigrp', ({ args, ...line }) =>
      note({ ...line, args }, { protocol: 'eigrp', name: args[0] ?? null, proof: proofOf(args.slice(1)) }),
    )
    .add('standby', readStandby);
}

type Noted = Pick<IgpOnInterface, 'protocol' | 'name' | 'proof'> & { readonly area?: string | null };

function note({ statement, no, to }: InterfaceSetting, noted: Noted): void {
  to.scope.tree.setAside(statement, REASON);
  if (no) return;
  to.scope.igp.faces.push({ statement, interface: to.face.name, area: null, ...noted });
}

function readOspf(line: InterfaceSetting): void {
  const { args } = line;
  const area = args.indexOf('area');
  if (args[0] === 'authentication')
    note(line, { protocol: 'ospf', name: null, proof: proofOf(args.slice(1)) });
  else if (area === 1)
    note(line, { protocol: 'ospf', name: args[0] ?? null, area: args[2] ?? null, proof: null });
  else line.to.scope.tree.setAside(line.statement, REASON);
}

function readIsis(line: InterfaceSetting): void {
  const { args } = line;
  if (args[0] === 'mode') note(line, { protocol: 'isis', name: null, proof: proofOf(args.slice(1)) });
  else if (args[0] === 'key-chain') note(line, { protocol: 'isis', name: null, proof: 'key-chain' });
  else line.to.scope.tree.setAside(line.statement, REASON);
}

/** `standby 1 ip 192.0.2.1` and `standby 1 authentication md5 …`; without a number the group is 0. */
function readStandby(line: InterfaceSetting): void {
  const { args } = line;
  const numbered = /^\d+$/.test(args[0] ?? '');
  const name = numbered ? (args[0] as string) : '0';
  const [first, ...rest] = numbered ? args.slice(1) : args;
  if (first === 'ip' || first === 'ipv6') note(line, { protocol: 'hsrp', name, proof: null });
  else if (first === 'authentication')
    note(line, { protocol: 'hsrp', name, proof: rest[0] === 'md5' ? 'md5' : 'text' });
  else line.to.scope.tree.setAside(line.statement, REASON);
}
