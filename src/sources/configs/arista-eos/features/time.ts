import { addSources } from '../../kit/cisco-sources.ts';
import { addTime as addCommonTime } from '../../kit/cisco-time.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, keepSecret, type Line, type Scope } from '../scope.ts';

const SOURCES: Readonly<Record<string, string>> = {
  'ntp local-interface': 'ntp',
  'ntp source': 'ntp',
  'ip ssh client source-interface': 'ssh',
  'ip tacacs source-interface': 'tacacs',
  'ip radius source-interface': 'radius',
  'ip domain lookup source-interface': 'dns',
  'ip http client local-interface': 'http-client',
  'ip http client source-interface': 'http-client',
  'ip ftp client source-interface': 'ftp',
  'ip tftp client source-interface': 'tftp',
  'snmp-server local-interface': 'snmp',
  'snmp-server source-interface': 'snmp',
};
/** The same within a VRF: its name stands between, or behind. */
const IN_VRF: Readonly<Record<string, string>> = {
  'ip tacacs vrf': 'tacacs',
  'ip radius vrf': 'radius',
  'ip domain lookup vrf': 'dns',
  'ip ssh client vrf': 'ssh',
  'ip http client local-interface vrf': 'http-client',
  'ntp local-interface vrf': 'ntp',
};

/** Time servers, their keys, and the interfaces whose address the device uses for its own traffic. */
export function addTime(book: RuleBook<Scope>): void {
  addCommonTime(book);
  addSources(book, SOURCES);
  for (const [phrase, service] of Object.entries(IN_VRF))
    book.add(phrase, (line) => readInVrf(line, service));
  book
    .add('ntp authentication-key', readKey)
    .add('ntp serve', readServe)
    .add('clock timezone', ({ statement, args, to }) => {
      // EOS names a place; only those that are UTC tell their offset.
      if (/^(?:UTC|GMT|Etc\/UTC|Zulu)$/i.test(args[0] ?? '')) to.draft.zoneOffsetMinutes = 0;
      statement.read();
    })
    .aside('time setting', 'ntp qos, ntp force-sync, ptp, clock source');
}

function readInVrf({ statement, no, args, to }: Line, service: string): void {
  const name = args.at(-1);
  if (args.length > 1 && name !== undefined && !no) to.draft.sourceInterfaces[service] ??= name;
  statement.read();
}

/** `ntp authentication-key 1 sha1 7 TEXT`. */
function readKey({ statement, no, args, to }: Line): void {
  const written = no ? null : to.forms.written(args, 2);
  if (!written) return;
  keepSecret(to, statement.read(), { ...written, use: 'ntp', purpose: 'key' });
  const subject = `key ${args[0] ?? ''}`;
  addCrypto(to, statement, { area: 'ntp', subject, part: 'mac', values: args.slice(1, 2) });
}

/** `ntp serve` makes the device a server; `ntp serve ip access-group A in` says for whom. */
function readServe({ statement, no, args, to }: Line): void {
  const i = args.indexOf('access-group');
  const acl = i < 0 ? undefined : args[i + 1];
  if (acl) to.draft.aclBindings.push({ ...at(statement), acl, where: 'ntp serve', direction: 'in' });
  else {
    const detail = args.join(' ') || null;
    to.draft.services.push({
      ...at(statement),
      name: 'ntp-server',
      enabled: !no,
      port: null,
      acl: null,
      detail,
    });
  }
  statement.read();
}
