import { canonicalIp } from '../../../../base/ip.ts';
import type { Statement } from '../../../../base/statement-tree.ts';
import type { AaaMethodList, AaaServer } from '../../../../model/device-facts.ts';
import type { RuleBook } from '../../kit/rules.ts';
import {
  at,
  atBlock,
  type Line,
  type Scope,
  secretAt,
  tellService,
  wholeNumber,
  wordAfter,
} from '../scope.ts';
import { readLocalUser, readManager } from './users.ts';

const METHODS: ReadonlyMap<string, string> = new Map([
  ['hwtacacs', 'group tacacs+'],
  ['radius', 'group radius'],
  ['ldap', 'group ldap'],
  ['ad', 'group ldap'],
]);

/** Who decides on logins and commands, who hears of them, and the servers that are asked. */
export function addAaa(book: RuleBook<Scope>): void {
  book
    .add('aaa', readAaa)
    .add('hwtacacs-server template', (line) => readTemplate(line, 'tacacs+'))
    .add('hwtacacs server template', (line) => readTemplate(line, 'tacacs+'))
    .add('radius-server template', (line) => readTemplate(line, 'radius'))
    .add('radius-server authorization', readAuthorization)
    .aside(
      'setting of AAA servers',
      'hwtacacs enable, hwtacacs-server, radius-server, radius enable, radius local, ldap-server, ad-server',
    );
}

const SCHEMES: ReadonlyMap<string, AaaMethodList['phase']> = new Map([
  ['authentication-scheme', 'authentication'],
  ['authorization-scheme', 'authorization'],
  ['accounting-scheme', 'accounting'],
]);
const RECORDS: ReadonlyMap<string, string> = new Map([
  ['cmd', 'commands'],
  ['system', 'system'],
  ['outbound', 'connection'],
]);

function readAaa({ statement, to }: Line): void {
  statement.read();
  for (const child of statement.children) {
    const words = child.words;
    const no = words[0] === 'undo';
    const [first = '', second = ''] = no ? words.slice(1) : words;
    const phase = SCHEMES.get(first);
    if (phase && !no) readScheme(child, phase, to);
    else if (first === 'recording-scheme' && !no) readRecording(child, to);
    else if (RECORDS.has(first) && second === 'recording-scheme') applyRecording(child, to);
    else if (first === 'local-user') readLocalUser(child, { no, args: words.slice(no ? 2 : 1), to });
    else if (first === 'manager-user' && !no) readManager(child, to);
    else if (first === 'local-aaa-user' && second === 'wrong-password') {
      const detail = words.slice(2).join(' ') || null;
      tellService(to, child, { name: 'login-block', enabled: !no, detail });
    } else if (first === 'domain') readDomain(child, to);
    else if (ASIDE.has(first)) to.tree.setAside(child, 'setting of users');
  }
}

const ASIDE = new Set(
  (
    'local-aaa-user service-scheme authentication-server user-group admin-user role task-group user-password security-name user-block-message ' +
    'default-user-name access-limit user-name domain-location domain-name-delimiter authentication-type aaa-author remote-aaa-user administrator bind remote-user ' +
    'ppp session-limit user-aging local-admin-user-password domainname-parse-direction realm-location realm-name-delimiter abnormal-offline-record offline-record online-fail-record system-statistics aaa-quiet aaa-authen-bypass aaa-author-bypass aaa-author-cmd-bypass wrong-password password management-plane'
  ).split(' '),
);

function methods(words: readonly string[]): string[] {
  return words.map((word) => METHODS.get(word) ?? word);
}

function readScheme(scheme: Statement, phase: AaaMethodList['phase'], to: Scope): void {
  const list = scheme.words[1] ?? 'default';
  scheme.read();
  for (const child of scheme.children) {
    const words = child.words;
    const [first = ''] = words;
    if (/^(?:authentication|authorization|accounting)-mode$/.test(first)) {
      const own = methods(
        words.slice(1).filter((word) => word !== 'if-authenticated' || phase === 'authorization'),
      );
      const service = phase === 'authentication' ? 'login' : 'exec';
      const kind = phase === 'accounting' ? ['start-stop'] : [];
      const none = own.length === 0 || own[0] === 'none';
      to.draft.aaaMethods.push({
        ...at(child.read()),
        phase,
        service,
        list,
        methods: none ? own : [...kind, ...own],
      });
    } else if (first === 'authorization-cmd' && words[1]) {
      const own = methods(words.slice(2).filter((word) => word !== 'none-local'));
      to.draft.aaaMethods.push({
        ...at(child.read()),
        phase: 'authorization',
        service: `commands ${words[1]}`,
        list,
        methods: own,
      });
    } else if (first === 'authentication-super' || first === 'authentication')
      to.draft.aaaMethods.push({
        ...at(child.read()),
        phase: 'authentication',
        service: 'enable',
        list,
        methods: methods(words.slice(first === 'authentication' ? 2 : 1)),
      });
    else to.tree.setAside(child, 'setting of users');
  }
}

function readRecording(scheme: Statement, to: Scope): void {
  scheme.read();
  for (const child of scheme.children) {
    if (child.words[0] !== 'recording-mode') continue;
    to.recordings.set(scheme.words[1] ?? '', METHODS.get(child.words[1] ?? '') ?? child.words[1] ?? '');
    child.read();
  }
}

function applyRecording(child: Statement, to: Scope): void {
  const [first = '', , name = ''] = child.words;
  const method = to.recordings.get(name) ?? `recording-scheme ${name}`;
  to.draft.aaaMethods.push({
    ...at(child.read()),
    phase: 'accounting',
    service: RECORDS.get(first) ?? first,
    list: name,
    methods: ['stop-only', method],
  });
}

/** A domain ties schemes to its users; what they say stands with the schemes. */
function readDomain(domain: Statement, to: Scope): void {
  to.tree.setAside(domain, 'domain of users');
}

type Part = 'authentication' | 'authorization' | 'accounting';

function readTemplate({ statement, no, args, to }: Line, protocol: AaaServer['protocol']): void {
  if (no) return;
  const [template = ''] = args;
  const members: string[] = [];
  const use = protocol === 'radius' ? 'radius' : 'tacacs';
  const head = protocol === 'radius' ? 'radius-server' : 'hwtacacs-server';
  const found: AaaServer[] = [];
  let secret: AaaServer['secret'] = null;
  let vrf: string | null = null;
  statement.read();
  for (const child of statement.children) {
    const words = child.words;
    const rest = words[0] === head ? words.slice(1) : words;
    const key = rest.indexOf('shared-key') + 1;
    if (key > 0) {
      const kept = secretAt(to, child, { words: rest, from: key, use });
      if (rest[0] === 'shared-key') secret = kept ?? secret;
      child.read();
    }
    const server = serverOf(child, rest, protocol);
    if (server) {
      if (!found.some((each) => each.address === server.address)) found.push(server);
      if (!members.includes(server.address)) members.push(server.address);
      vrf ??= wordAfter(rest, 'vpn-instance');
      child.read();
    } else if (rest[0] === 'source-ip' || rest[0] === 'source')
      to.draft.sourceInterfaces[use] ??= rest.at(-1) ?? '';
    if (child.fate === null) to.tree.setAside(child, 'setting of AAA servers');
  }
  to.draft.aaaServers.push(...found.map((server) => ({ ...server, secret })));
  if (members.length > 0)
    to.draft.aaaGroups.push({ ...atBlock(statement, to.tree), name: template, protocol, members, vrf });
}

/** `authentication 192.0.2.1 1812 vpn-instance M weight 80`, in any of the three parts. */
function serverOf(
  child: Statement,
  rest: readonly string[],
  protocol: AaaServer['protocol'],
): AaaServer | null {
  const [part, second = ''] = rest;
  if (!PARTS.has(part as Part)) return null;
  const text = second === 'ipv6' || second === 'host' ? (rest[2] ?? '') : second;
  const address = canonicalIp(text);
  if (!address) return null;
  const port = wholeNumber(rest[rest.indexOf(text) + 1]);
  return { ...at(child), name: address, protocol, address, port, secret: null };
}

const PARTS: ReadonlySet<Part> = new Set<Part>(['authentication', 'authorization', 'accounting']);

/** A server that may change what sessions are allowed holds a RADIUS key of the device. */
function readAuthorization({ statement, no, args, to }: Line): void {
  if (no || !args[0]) return;
  const from = args.indexOf('shared-key') + 1;
  if (from > 0) secretAt(to, statement, { words: args, from, use: 'radius' });
  const service = { name: 'radius-coa', enabled: true, port: null, acl: null, detail: args[0] };
  to.draft.services.push({ ...at(statement.read()), ...service });
}

/** Users of the facts. */
export function settleAaa(to: Scope): void {
  to.draft.users.push(...to.users.all);
}
