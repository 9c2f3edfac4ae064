import { canonicalIp, formatNetwork, parseNetwork } from '../../../../base/ip.ts';
import type { AclEntry } from '../../../../model/device-facts.ts';
import { wholeNumber } from '../../kit/scope.ts';
import { disabled, type Feature, said } from '../command.ts';
import type { RosCommand } from '../scope.ts';

const SERVICES: Readonly<Record<string, string>> = { www: 'http', 'www-ssl': 'https' };

/** A network as it is compared elsewhere; null for none. */
export function network(text: string): string | null {
  const parsed = parseNetwork(text);
  if (!parsed) return null;
  return parsed.bits === 0 ? 'any' : formatNetwork(parsed);
}

/** Adds the networks of an `address=` as an access list; null when it names none or everybody. */
export function guard({ at, values, to }: RosCommand, attribute: string, name: string): string | null {
  const sources = (values.get(attribute) ?? '').split(',').flatMap((text) => network(text) ?? []);
  const kind = name.split(' ')[0] ?? '';
  if (sources.every((source) => source === 'any')) return null;
  const rest = { protocol: 'ip', destination: 'any', ports: null, log: false } as const;
  const entries: AclEntry[] = sources.map((source) => ({ ...at, action: 'permit', source, ...rest }));
  to.draft.acls.push({
    ...at,
    name,
    family: sources.every((source) => source.includes(':')) ? 'ipv6' : 'ipv4',
    entries,
  });
  to.draft.aclBindings.push({
    ...at,
    acl: name,
    where: kind === 'service' ? name.slice(8) : kind === 'snmp' ? 'snmp community' : name,
    direction: 'in',
  });
  return name;
}

/** Adds a service as one command states it. */
export function service(
  { at, to }: RosCommand,
  name: string,
  more: { enabled: boolean | null; port?: string; acl?: string | null; detail?: string | null },
): void {
  const { enabled, port, acl = null, detail = null } = more;
  to.draft.services.push({ ...at, name, enabled, port: wholeNumber(port), acl, detail });
}

const identity: Feature = ({ values, to }) => {
  to.draft.hostname ??= values.get('name') ?? null;
};

const user: Feature = (command) => {
  const { at, values, target, secrets, to } = command;
  const name = values.get('name') ?? target;
  if (!name || disabled(command)) return;
  to.draft.users.push({
    ...at,
    name,
    privilege: null,
    role: values.get('group') ?? null,
    secret: secrets.get('password') ?? null,
  });
  guard(command, values.has('allowed-address') ? 'allowed-address' : 'address', `user ${name}`);
};

const group: Feature = (command) => {
  const name = command.values.get('name') ?? command.target ?? '';
  service(command, 'user-group', { enabled: true, detail: `${name}: ${command.values.get('policy') ?? ''}` });
};

const aaa: Feature = (command) => {
  const { at, to } = command;
  if (said(command, 'use-radius') === true)
    to.draft.aaaMethods.push({
      ...at,
      phase: 'authentication',
      service: 'login',
      list: 'default',
      methods: ['local', 'group radius'],
    });
  if (said(command, 'accounting') === false)
    to.draft.aaaMethods.push({
      ...at,
      phase: 'accounting',
      service: 'exec',
      list: 'default',
      methods: ['none'],
    });
};

const radius: Feature = (command) => {
  const { at, values, secrets, to } = command;
  const address = values.get('address');
  if (!address || disabled(command)) return;
  const port = wholeNumber(values.get('authentication-port'));
  to.draft.aaaServers.push({
    ...at,
    name: values.get('comment') ?? values.get('service') ?? address,
    protocol: 'radius',
    address: canonicalIp(address) ?? address,
    port,
    secret: secrets.get('secret') ?? null,
  });
  const transport = values.get('protocol');
  if (transport)
    to.draft.crypto.push({ ...at, area: 'aaa', subject: address, part: 'transport', value: transport });
};

/** `/ip service set telnet disabled=yes address=… port=…`; a line that does not say so leaves open whether it runs. */
const ipService: Feature = (command) => {
  const { values, target, at, to } = command;
  const raw = values.get('name') ?? target ?? '';
  const name = SERVICES[raw] ?? raw;
  const off = said(command, 'disabled');
  const acl = guard(command, 'address', `service ${name}`);
  const port = values.get('port');
  service(command, name, {
    enabled: off === null ? null : !off,
    acl,
    ...(port === undefined ? {} : { port }),
  });
  const tls = values.get('tls-version');
  if (tls) to.draft.crypto.push({ ...at, area: 'tls', subject: name, part: 'version', value: tls });
};

const ssh: Feature = (command) => {
  const { at, values, to } = command;
  const crypto = (part: 'mode' | 'key-length' | 'cipher', value: string | undefined): void => {
    if (value) to.draft.crypto.push({ ...at, area: 'ssh', subject: '', part, value });
  };
  crypto('mode', values.has('strong-crypto') ? `strong-crypto ${values.get('strong-crypto')}` : undefined);
  crypto('key-length', values.get('host-key-size'));
  if (said(command, 'allow-none-crypto') === true) crypto('cipher', 'none');
  const forward = values.get('forwarding-enabled');
  if (forward) service(command, 'ssh-forwarding', { enabled: forward !== 'no', detail: forward });
};

/** A menu with one switch that says whether a service runs. */
const switched =
  (name: string, attribute = 'enabled'): Feature =>
  (command) => {
    const enabled = said(command, attribute);
    const port = command.values.get('port');
    const detail = [
      'allowed-interface-list',
      'allowed-interface',
      'interfaces',
      'acs-url',
      'discover-interface-list',
      'protocol',
    ]
      .flatMap((each) => command.values.get(each) ?? [])
      .join(' ');
    service(command, name, {
      enabled: enabled ?? (detail === '' ? null : detail !== 'none'),
      detail: detail || null,
      ...(port && /^\d+$/.test(port) ? { port } : {}),
    });
  };

const clock: Feature = ({ values, to }) => {
  const found = /^([+-])(\d{2}):(\d{2})$/.exec(values.get('time-zone') ?? '');
  if (found)
    to.draft.zoneOffsetMinutes = (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
};

const ntp: Feature = ({ at, values, to }) => {
  for (const attribute of ['primary-ntp', 'secondary-ntp', 'servers', 'server-dns-names', 'address'])
    for (const text of (values.get(attribute) ?? '').split(','))
      if (text !== '' && text !== '0.0.0.0')
        to.draft.ntpServers.push({
          ...at,
          address: canonicalIp(text) ?? text,
          authenticated: values.has('auth-key') && values.get('auth-key') !== 'none',
        });
};

/** What each menu of the system means: path of the command to feature. */
export const SYSTEM: Readonly<Record<string, Feature>> = {
  'system identity set': identity,
  'user add': user,
  'user set': user,
  'user group add': group,
  'user group set': group,
  'user aaa set': aaa,
  'radius add': radius,
  'radius incoming set': switched('radius-coa', 'accept'),
  'ip service set': ipService,
  'ip ssh set': ssh,
  'ip socks set': switched('socks'),
  'ip proxy set': switched('web-proxy'),
  'ip dns set': switched('dns', 'allow-remote-requests'),
  'ip upnp set': switched('upnp'),
  'ip smb set': switched('smb'),
  'ip cloud set': switched('cloud', 'ddns-enabled'),
  'ip tftp add': switched('tftp-server', 'allow'),
  'ip neighbor discovery-settings set': switched('neighbor-discovery'),
  'tool bandwidth-server set': switched('bandwidth-server'),
  'tool mac-server set': switched('mac-telnet'),
  'tool mac-server mac-winbox set': switched('mac-winbox'),
  'tool mac-server ping set': switched('mac-ping'),
  'tool romon set': switched('romon'),
  'tr069-client set': switched('tr069'),
  'interface l2tp-server server set': switched('l2tp-server'),
  'interface pptp-server server set': switched('pptp-server'),
  'interface sstp-server server set': switched('sstp-server'),
  'interface ovpn-server server set': switched('ovpn-server'),
  'container add': switched('container', 'start-on-boot'),
  'container config set': switched('container-registry', 'none'),
  'ip firewall calea add': switched('lawful-intercept', 'none'),
  'interface bridge calea add': switched('lawful-intercept', 'none'),
  'system ntp client set': ntp,
  'system ntp client servers add': ntp,
  'system ntp server set': switched('ntp-server'),
  'system clock manual set': clock,
  'system clock set': clock,
};
