import { at, START } from './clock.ts';
import type { Device, LogStyle, Weakness } from './device.ts';
import { type Rng, rngFor } from './rng.ts';

const SITES: readonly (readonly [code: string, names: string])[] = [
  ['chi', 'pe-chi-01 pe-chi-02 p-chi-01 agg-chi-01 sw-chi-01'],
  ['mke', 'pe-mke-01 agg-mke-01 ce-racine-01'],
  ['mil', 'pe-mil-01'],
  ['det', 'pe-det-01 p-det-01 agg-det-01 sw-det-01 ce-flint-01 ce-lansing-01'],
  ['cle', 'pe-cle-01 p-cle-01 agg-cle-01 ce-akron-01'],
  ['msp', 'pe-msp-01 p-msp-01 ce-duluth-01'],
  ['cin', 'pe-cin-01 ce-dayton-01'],
  ['cmh', 'pe-cmh-01 agg-cmh-01'],
  ['sdf', 'pe-sdf-01'],
  ['stl', 'p-stl-01 agg-stl-01'],
  ['ind', 'p-ind-01 agg-ind-01 agg-fwa-01'],
  ['tol', 'agg-tol-01 ce-toledo-01'],
  ['grr', 'agg-grr-01'],
  ['gar', 'ce-gary-01 ce-hammond-01'],
  ['dsm', 'agg-dsm-01'],
  ['pia', 'agg-pia-01 ce-peoria-01'],
];

const MODELS: Record<Device['role'], readonly [model: string, version: string]> = {
  pe: ['ASR1001-X', '17.6.3'],
  p: ['ASR1006-X', '17.9.4a'],
  agg: ['ASR-920-12SZ-IM', '17.6.5'],
  ce: ['CISCO2911/K9', '15.7(3)M9'],
  sw: ['WS-C3850-24T', '16.12.10a'],
};

const IPFIX = new Set(['pe-msp-01', 'p-msp-01', 'agg-grr-01', 'pe-sdf-01']);
const NETFLOW5 = new Set(['ce-gary-01', 'ce-hammond-01', 'ce-racine-01', 'ce-toledo-01', 'ce-flint-01']);
const NO_FLOW = new Set(['agg-pia-01', 'ce-akron-01', 'sw-det-01', 'ce-peoria-01', 'ce-dayton-01']);
const CONFIG_ONLY = new Set(['agg-pia-01', 'ce-akron-01']);
const NO_SYSLOG = new Set(['agg-fwa-01', 'ce-duluth-01', 'ce-flint-01']);
const NO_CONFIG = new Set(['agg-dsm-01', 'ce-lansing-01']);

const WEAK: Record<string, readonly Weakness[]> = {
  'pe-chi-02': ['http-open'],
  'ce-racine-01': ['type7'],
  'ce-toledo-01': ['type7', 'snmp-ro'],
  'ce-hammond-01': ['snmp-rw'],
  'ce-gary-01': ['snmp-rw'],
  'ce-dayton-01': ['vty-open'],
  'agg-stl-01': ['vty-open'],
  'sw-det-01': ['http-open', 'vstack'],
};

const STYLES: readonly LogStyle[] = [
  'rfc3164',
  'rfc3339',
  'rfc3164-origin',
  'rfc5424',
  'relay-year',
  'plain-seconds',
];

const logFrom = (name: string): number | null => {
  if (CONFIG_ONLY.has(name) || NO_SYSLOG.has(name)) return null;
  return name === 'pe-cin-01' ? at('2026-11-01T00:00:00Z') : START;
};

const flowKind = (name: string): Device['flow'] => {
  if (NO_FLOW.has(name)) return 'none';
  if (IPFIX.has(name)) return 'ipfix';
  return NETFLOW5.has(name) ? 'v5' : 'v9';
};

const accountingKind = (name: string, index: number): Device['accounting'] => {
  if (CONFIG_ONLY.has(name)) return 'none';
  return index % 2 === 1 ? 'tab' : 'gui';
};

const serialNumber = (rng: Rng): string => {
  const week = String(rng.int(1, 52)).padStart(2, '0');
  return `F${rng.text(2, 'ABCDGHLO')}${rng.int(20, 25)}${week}${rng.text(4, '0123456789ABCDEFGHJKLMNPRSTUVWXYZ')}`;
};

function device(
  name: string,
  index: number,
  place: { site: string; siteNumber: number; host: number },
): Device {
  const role = name.slice(0, name.indexOf('-')) as Device['role'];
  const [model, version] = name === 'sw-det-01' ? (['WS-C2960X-48TD-L', '15.2(7)E4'] as const) : MODELS[role];
  const rng = rngFor(`device/${name}`);
  const subnet = 10 + place.siteNumber;
  return {
    name,
    index,
    role,
    site: place.site,
    os: role === 'ce' || name === 'sw-det-01' ? 'ios' : 'iosxe',
    model,
    version,
    serial: serialNumber(rng),
    loopback: `10.255.${subnet}.${place.host}`,
    mgmt: `10.250.${subnet}.${place.host}`,
    flow: flowKind(name),
    accounting: accountingKind(name, index),
    hasConfig: !NO_CONFIG.has(name),
    logFrom: logFrom(name),
    logStyle: name === 'sw-det-01' ? 'plain-seconds' : (STYLES[index % STYLES.length] as LogStyle),
    weak: WEAK[name] ?? [],
  };
}

/** The forty devices of Harbor Telecom, in a fixed order. */
export const FLEET: readonly Device[] = SITES.flatMap(([site, names], siteNumber) =>
  names.split(' ').map((name, host) => ({ name, place: { site, siteNumber, host: host + 1 } })),
).map(({ name, place }, index) => device(name, index, place));

const BY_NAME = new Map(FLEET.map((one) => [one.name, one]));

/** The device of a name; throws when the name is not in the fleet, which is a bug of the generator. */
export function deviceNamed(name: string): Device {
  const found = BY_NAME.get(name);
  if (found === undefined) throw new Error(`no device called ${name}`);
  return found;
}
