import type { Acl, AclEntry } from '../../../../model/device-facts.ts';
import { network } from '../address.ts';
import {
  atBlock,
  type FortiScope,
  permit,
  type Row,
  rowsOf,
  secretOf,
  switched,
  value,
  words,
} from '../scope.ts';
import type { Table } from '../table.ts';

const TRUSTED = Array.from({ length: 10 }, (_, i) => `trusthost${i + 1} ip6-trusthost${i + 1}`).join(' ');
const DASHBOARD =
  'gui-dashboard gui-new-feature-acknowledge gui-global-menu-favorites gui-vdom-menu-favorites ' +
  'gui-ignore-release-overview-version gui-default-dashboard-template';

/** Administrators, their profiles and the keys of programs that call the API. */
export const ADMIN_TABLES: readonly Table[] = [
  {
    path: 'system admin *',
    read:
      `${TRUSTED} accprofile vdom password remote-auth remote-group wildcard peer-auth peer-group two-factor ` +
      'ssh-public-key1 ssh-public-key2 ssh-public-key3 ssh-certificate schedule guest-auth ' +
      'accprofile-override comments',
    aside: {
      'user interface': DASHBOARD,
      'setting of an administrator':
        'email-to sms-server sms-phone sms-custom-server fortitoken allow-remove-admin-session ' +
        'password-expire ' +
        'old-password login-time radius-vdom-override vdom-override force-password-change ' +
        'two-factor-authentication ' +
        'two-factor-notification trustedhosts hidden is-admin guest-lang guest-usergroups history0 history1',
    },
  },
  {
    path: 'system sso-admin *',
    read: 'accprofile vdom',
    aside: { 'user interface': DASHBOARD },
  },
  {
    path: 'system api-user *',
    read: 'accprofile vdom api-key schedule peer-auth peer-group comments',
    aside: { 'setting of an administrator': 'cors-allow-origin' },
  },
  { path: 'system api-user * trusthost *', read: 'ipv4-trusthost ipv6-trusthost type' },
  {
    path: 'system accprofile *',
    read:
      'scope admintimeout-override admintimeout secfabgrp ftviewgrp authgrp sysgrp netgrp loggrp fwgrp ' +
      'vpngrp utmgrp',
    aside: {
      'right of a profile':
        'wanoptgrp wifi comments cli-diagnose cli-get cli-show cli-exec cli-config system-diagnostics ' +
        'system-execute-ssh system-execute-telnet mntgrp admingrp updategrp endpoint-control-grp routegrp',
    },
  },
  {
    path: 'user local *',
    read: 'type passwd status ppk-secret radius-server tacacs+-server ldap-server',
    aside: {
      'setting of a user':
        'id two-factor fortitoken email-to sms-server sms-phone sms-custom-server passwd-policy passwd-time ' +
        'authtimeout auth-concurrent-override auth-concurrent-value ppk-identity workstation ' +
        'username-sensitivity ' +
        'username-case-sensitivity username-case-insensitivity two-factor-authentication ' +
        'two-factor-notification xauth-local-user',
    },
  },
];

/** Makes users of administrators and access lists of their trusted hosts. */
export function buildAdmins(to: FortiScope): void {
  const lists: Acl[] = [];
  let everyone = true;
  for (const row of rowsOf(to, 'system admin *')) {
    addAdmin(to, row);
    const list = trusted(to, row);
    if (list) lists.push(list);
    // An administrator without trusted hosts makes the device answer everybody.
    else everyone = false;
  }
  for (const row of rowsOf(to, 'system sso-admin *')) addUser(to, row, { secret: null });
  for (const row of rowsOf(to, 'system api-user *'))
    addUser(to, row, {
      secret: secretOf(to, row, { attribute: 'api-key', use: `api-user ${name(row)}`, purpose: 'password' }),
    });
  apiHosts(to);
  if (everyone && lists.length > 0) trustAll(to, lists);
  for (const row of rowsOf(to, 'user local *')) {
    secretOf(to, row, { attribute: 'passwd', use: `user ${name(row)}`, purpose: 'password' });
    secretOf(to, row, { attribute: 'ppk-secret', use: 'ike', purpose: 'key' });
  }
}

const name = (row: Row): string => row.names.at(-1) ?? '';

function addUser(to: FortiScope, row: Row, { secret }: { secret: ReturnType<typeof secretOf> }): void {
  const place = atBlock(row.block, to.tree);
  to.draft.users.push({ ...place, name: name(row), privilege: null, role: value(row, 'accprofile'), secret });
}

function addAdmin(to: FortiScope, row: Row): void {
  const user = name(row);
  const secret = secretOf(to, row, { attribute: 'password', use: `user ${user}`, purpose: 'password' });
  addUser(to, row, { secret });
  for (const attribute of ['ssh-public-key1', 'ssh-public-key2', 'ssh-public-key3', 'ssh-certificate'])
    if (value(row, attribute)) pushKey(to, row, attribute);
  if (switched(row, 'remote-auth') !== true) return;
  const methods = [`group ${value(row, 'remote-group') ?? ''}`.trim(), ...(secret ? ['local'] : [])];
  const place = atBlock(row.block, to.tree);
  to.draft.aaaMethods.push({ ...place, phase: 'authentication', service: 'login', list: user, methods });
}

function pushKey(to: FortiScope, row: Row, attribute: string): void {
  const found = row.values.get(attribute);
  if (!found) return;
  const { line, lineEnd } = found.statement;
  const detail = `${name(row)} ${found.words[0]?.split(' ')[0] ?? ''}`.trim();
  to.draft.services.push({ line, lineEnd, name: 'ssh-key', enabled: true, port: null, acl: null, detail });
}

/** The trusted hosts of one administrator as an access list; null when there are none or one of them is everybody. */
function trusted(to: FortiScope, row: Row): Acl | null {
  const entries: AclEntry[] = [];
  for (const [attribute, found] of row.values) {
    if (!attribute.includes('trusthost')) continue;
    const source = network(found.words);
    if (source) entries.push(permit(source, found));
  }
  if (entries.length === 0) return null;
  const acl = addList(to, `trusthost ${name(row)}`, entries);
  bind(to, acl, `user ${name(row)}`);
  return acl;
}

/** Trusted hosts of API keys stand in a table of their own. */
function apiHosts(to: FortiScope): void {
  const byUser = new Map<string, AclEntry[]>();
  for (const row of rowsOf(to, 'system api-user * trusthost *')) {
    const user = row.names[0] ?? '';
    for (const attribute of ['ipv4-trusthost', 'ipv6-trusthost']) {
      const found = row.values.get(attribute);
      const source = network(words(row, attribute));
      if (!found || !source || (attribute.startsWith('ipv6') && source === 'any')) continue;
      const entries = byUser.get(user) ?? [];
      entries.push(permit(source, found));
      byUser.set(user, entries);
    }
  }
  for (const [user, entries] of byUser)
    bind(to, addList(to, `trusthost api-user ${user}`, entries), `user ${user}`);
}

/** When every administrator has trusted hosts, nobody else reaches the management services at all. */
function trustAll(to: FortiScope, lists: readonly Acl[]): void {
  const acl = addList(
    to,
    'trusted hosts',
    lists.flatMap((list) => list.entries),
  );
  for (const where of ['vty 0 0', 'ssh', 'telnet', 'http', 'https']) bind(to, acl, where);
}

function addList(to: FortiScope, list: string, entries: readonly AclEntry[]): Acl {
  const first = entries[0] as AclEntry;
  const last = entries.at(-1) as AclEntry;
  const family = entries.every((entry) => entry.source.includes(':')) ? 'ipv6' : 'ipv4';
  const acl: Acl = {
    line: first.line,
    lineEnd: Math.max(first.line, last.lineEnd),
    name: list,
    family,
    entries,
  };
  to.draft.acls.push(acl);
  return acl;
}

function bind(to: FortiScope, { name: acl, line, lineEnd }: Acl, where: string): void {
  to.draft.aclBindings.push({ line, lineEnd, acl, where, direction: 'in' });
}
