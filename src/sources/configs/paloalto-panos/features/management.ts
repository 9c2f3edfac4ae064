import { end } from '../address.ts';
import { first, type PanScope, place, type Row, rowsOf, secretOf, value } from '../scope.ts';
import type { Table } from '../table.ts';

const SNMP = 'deviceconfig system snmp-setting access-setting';
const NTP = ['primary-ntp-server', 'secondary-ntp-server'].map(
  (rank) => `deviceconfig system ntp-servers ${rank}`,
);
const SERVER = 'address, ip-address, secret, port';

/** Who is asked at login, SNMP, logging and time. */
export const MANAGEMENT_TABLES: readonly Table[] = [
  ...['tacplus', 'radius'].flatMap((kind) => [
    { path: `server-profile ${kind} * server *`, read: SERVER, rest: 'setting of an AAA server' },
    { path: `server-profile ${kind} *`, read: 'protocol', rest: 'setting of an AAA server' },
  ]),
  { path: 'server-profile ldap *', read: 'bind-password, ssl', rest: 'setting of an AAA server' },
  { path: 'authentication-profile *', read: 'method', rest: 'setting of authentication' },
  { path: 'authentication-sequence *', read: 'authentication-profiles', rest: 'setting of authentication' },
  { path: `${SNMP} version v2c`, read: 'snmp-community-string' },
  { path: `${SNMP} version v3 users *`, read: 'view, authpwd, privpwd, authproto, privproto' },
  { path: `${SNMP} version v3 views * view *`, read: 'oid, option, mask' },
  { path: 'deviceconfig system snmp-setting', read: 'access-setting version', rest: 'SNMP setting' },
  { path: 'log-settings snmptrap * version v2c server *', read: 'manager, community' },
  {
    path: 'log-settings snmptrap * version v3 server *',
    read: 'manager, user, authpwd, privpwd, authproto, privproto, engineid',
  },
  { path: 'log-settings syslog * server *', read: 'server, transport, port', rest: 'logging setting' },
  ...NTP.map((path) => ({
    path,
    read: 'ntp-server-address, authentication-type, authentication-type symmetric-key algorithm sha1 authentication-key, authentication-type symmetric-key algorithm md5 authentication-key',
  })),
  {
    path: 'ssl-tls-service-profile *',
    read: 'protocol-settings min-version, protocol-settings max-version, certificate',
    rest: 'TLS setting',
  },
  ...['ciphers mgmt', 'ciphers ha'].map((kind) => ({
    path: `deviceconfig system ssh ${kind}`,
    read: 'aes128-cbc, aes192-cbc, aes256-cbc, aes128-ctr, aes192-ctr, aes256-ctr, aes128-gcm, aes256-gcm, 3des-cbc, chacha20',
  })),
  {
    path: 'deviceconfig system ssh profiles mgmt-profiles server-profiles *',
    read: 'ciphers, kex, mac, default-hostkey',
    rest: 'SSH setting',
  },
  { path: 'certificate *', read: 'private-key, algorithm', rest: 'certificate' },
  { path: 'local-user-database user *', read: 'phash', rest: 'setting of a user' },
];

/** Makes the facts of AAA, SNMP, logging and time. */
export function buildManagement(to: PanScope): void {
  addAaa(to);
  addSnmp(to);
  for (const row of rowsOf(to, 'log-settings syslog * server *')) {
    const address = end(value(row, 'server'));
    const said = value(row, 'transport')?.toLowerCase() ?? null;
    if (!address) continue;
    to.draft.logging.enabled = true;
    to.draft.logging.hosts.push({
      ...place(row),
      address,
      transport: said === 'ssl' ? 'tls' : said,
      vrf: null,
    });
  }
  for (const path of NTP)
    for (const row of rowsOf(to, path)) {
      const keys = ['sha1', 'md5'].map((hash) =>
        secretOf(to, row, {
          attribute: `authentication-type symmetric-key algorithm ${hash} authentication-key`,
          use: 'ntp',
          purpose: 'key',
        }),
      );
      const address = end(value(row, 'ntp-server-address'));
      const authenticated =
        keys.some((key) => key !== null) || value(row, 'authentication-type') === 'autokey';
      if (address) to.draft.ntpServers.push({ ...place(row), address, authenticated });
    }
  for (const row of rowsOf(to, 'certificate *'))
    secretOf(to, row, { attribute: 'private-key', use: 'certificate', purpose: 'key' });
  for (const row of rowsOf(to, 'local-user-database user *'))
    secretOf(to, row, { attribute: 'phash', use: `user ${row.names[0] ?? ''}`, purpose: 'password' });
}

function addAaa(to: PanScope): void {
  for (const [kind, protocol] of [
    ['tacplus', 'tacacs+'],
    ['radius', 'radius'],
  ] as const) {
    const groups = new Map<string, string[]>();
    for (const row of rowsOf(to, `server-profile ${kind} * server *`)) {
      const [group = '', name = ''] = row.names;
      const address = end(value(row, 'address') ?? value(row, 'ip-address'));
      const secret = secretOf(to, row, {
        attribute: 'secret',
        use: kind === 'radius' ? 'radius' : 'tacacs',
        purpose: 'key',
      });
      if (!address) continue;
      to.draft.aaaServers.push({
        ...place(row),
        name,
        protocol,
        address,
        port: Number(value(row, 'port')) || null,
        secret,
      });
      groups.set(group, [...(groups.get(group) ?? []), name]);
    }
    for (const [name, members] of groups) {
      const row = rowsOf(to, `server-profile ${kind} * server *`).find(
        (each) => each.names[0] === name,
      ) as Row;
      to.draft.aaaGroups.push({ ...place(row), name, protocol, members, vrf: null });
    }
  }
  for (const row of rowsOf(to, 'server-profile ldap *'))
    secretOf(to, row, { attribute: 'bind-password', use: 'ldap', purpose: 'password' });
  addLogin(to);
}

/** `authentication-profile` of the system decides about administrators that the configuration does not name. */
function addLogin(to: PanScope): void {
  const [system] = rowsOf(to, 'deviceconfig system');
  const found = first(system, 'authentication-profile');
  if (!found) return;
  const chosen = found.words.join(' ');
  const sequence = rowsOf(to, 'authentication-sequence *').find((row) => row.names[0] === chosen);
  const profiles = sequence ? (first(sequence, 'authentication-profiles')?.words ?? []) : [chosen];
  const methods = profiles.map((name) => {
    const said =
      value(
        rowsOf(to, 'authentication-profile *').find((row) => row.names[0] === name),
        'method',
      )?.split(' ') ?? [];
    const i = said.indexOf('server-profile');
    return i >= 0 ? `group ${said[i + 1] ?? ''}` : said[0] === 'local-database' ? 'local' : (said[0] ?? name);
  });
  const { line, lineEnd } = found.statement;
  to.draft.aaaMethods.push({
    line,
    lineEnd,
    phase: 'authentication',
    service: 'login',
    list: 'default',
    methods,
  });
}

function addSnmp(to: PanScope): void {
  const { snmp } = to.draft;
  for (const row of rowsOf(to, `${SNMP} version v2c`)) {
    const text = value(row, 'snmp-community-string');
    if (text === null) continue;
    const secret = to.secrets.keep(
      { use: 'snmp community', type: 'community', strength: 'plaintext', text },
      row,
    );
    snmp.communities.push({
      ...place(row),
      secret,
      access: 'ro',
      acl: to.draft.acls.some((acl) => acl.name === 'permitted-ip') ? 'permitted-ip' : null,
      view: null,
      wellKnown: /^(?:public|private)$/i.test(text),
    });
  }
  for (const row of rowsOf(to, `${SNMP} version v3 users *`)) {
    const name = row.names[0] ?? '';
    const [auth, priv] = ['authpwd', 'privpwd'].map((attribute) =>
      secretOf(to, row, { attribute, use: 'snmp user', purpose: 'key' }),
    );
    const level = priv ? 'priv' : auth ? 'auth' : null;
    // PAN-OS asks for both passwords; releases that let the choice of algorithms open use SHA and AES-128.
    snmp.users.push({
      ...place(row),
      name,
      group: name,
      auth: value(row, 'authproto')?.toLowerCase() ?? null,
      priv: value(row, 'privproto')?.toLowerCase() ?? null,
    });
    snmp.groups.push({
      ...place(row),
      name,
      version: 'v3',
      level,
      read: value(row, 'view'),
      write: null,
      acl: null,
    });
  }
  for (const row of rowsOf(to, `${SNMP} version v3 views * view *`))
    snmp.views.push({
      ...place(row),
      name: row.names[0] ?? '',
      oid: value(row, 'oid') ?? '',
      included: value(row, 'option') !== 'exclude',
    });
  addTraps(to);
}

/** Who gets traps. */
function addTraps(to: PanScope): void {
  const { snmp } = to.draft;
  for (const version of ['v2c', 'v3'])
    for (const row of rowsOf(to, `log-settings snmptrap * version ${version} server *`)) {
      for (const attribute of ['community', 'authpwd', 'privpwd'])
        secretOf(to, row, {
          attribute,
          use: attribute === 'community' ? 'snmp community' : 'snmp user',
          purpose: 'key',
        });
      const address = end(value(row, 'manager'));
      if (address) snmp.hosts.push({ ...place(row), address, version });
    }
}
