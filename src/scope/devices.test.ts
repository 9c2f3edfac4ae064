import { describe, expect, it } from 'vitest';
import type { Device } from '../model/device.ts';
import type { AaaServer, DeviceFacts, Secret } from '../model/device-facts.ts';
import type { Incident } from '../model/incident.ts';
import type { Finding } from '../model/verdict.ts';
import { scopeOf } from './fixture.ts';

const PERIOD = { from: 0, to: 1_000_000 };

function secret(use: string, group: string, length = 12): Secret {
  return { use, type: '7', strength: 'weak', length, group, wellKnown: false, line: 1, lineEnd: 1 };
}

interface Snapshot {
  readonly secrets?: readonly Secret[];
  readonly servers?: readonly string[];
  readonly users?: readonly string[];
  readonly hasConfig?: boolean;
}

function facts({ secrets = [], servers = [], users = [], hasConfig = true }: Snapshot): DeviceFacts {
  const at = { line: 1, lineEnd: 1 };
  const aaaServers = servers.map(
    (address): AaaServer => ({
      name: address,
      protocol: 'tacacs+',
      address,
      port: null,
      secret: null,
      ...at,
    }),
  );
  const named = users.map((name) => ({ name, privilege: 15, secret: null, ...at }));
  return { secrets, aaaServers, users: named, hasConfig } as unknown as DeviceFacts;
}

function finding(subject: string, with_: Partial<Finding> = {}): Finding {
  return {
    id: `F-${subject}-${with_.check ?? 'x'}`,
    check: 'acl-admits-public',
    class: 'compromise',
    subject,
    key: 'k',
    title: 't',
    severity: 'high',
    confidence: 'high',
    first: 10,
    last: 20,
    count: 1,
    proof: [],
    accounts: [],
    addresses: [],
    indicators: [],
    notes: [],
    attack: [],
    otherExplanations: [],
    next: [],
    suppressed: null,
    ...with_,
  };
}

function scope(
  snapshots: Record<string, readonly Snapshot[]>,
  findings: readonly Finding[],
  devices: Device[] = [],
) {
  const incident = { findings: findings.map((f) => f.id), first: 10, last: 20 } as unknown as Incident;
  return scopeOf({
    incidents: [incident],
    findings,
    devices,
    snapshots: new Map(Object.entries(snapshots).map(([id, list]) => [id, list.map(facts)])),
    accesses: [],
    accessCoverage: new Map(),
    register: [],
    period: PERIOD,
  });
}

describe('what falls with a device', () => {
  const key = secret('tacacs', 'a1');
  const community = secret('snmp community', 'b2');

  it('are the devices that share a secret with it, one row for each secret', () => {
    const { blast } = scope(
      {
        'pe-1': [{ secrets: [key, community] }],
        'pe-2': [{ secrets: [key] }],
        'ce-1': [{ secrets: [key, community] }],
      },
      [finding('pe-1')],
    );
    expect(blast.exposedDevices).toEqual(['ce-1', 'pe-2']);
    expect(blast.edges).toEqual([
      { from: 'pe-1', to: 'devices', by: 'aaa-key', group: 'R1', count: 2 },
      { from: 'pe-1', to: 'device:ce-1', by: 'snmp-community', group: 'R2', count: 1 },
    ]);
    expect(blast.secretGroups).toBe(2);
  });

  it('are not devices that share secrets among themselves only', () => {
    const { blast } = scope({ 'pe-1': [{}], 'pe-2': [{ secrets: [key] }], 'pe-3': [{ secrets: [key] }] }, [
      finding('pe-1'),
    ]);
    expect([blast.exposedDevices, blast.edges]).toEqual([[], []]);
  });

  it('never shows the hash, and numbers groups alike in cases with different keys', () => {
    const fleet = (a: string, b: string) => ({
      'pe-1': [{ secrets: [secret('tacacs', a), secret('bgp', b, 9)] }],
      'pe-2': [{ secrets: [secret('bgp', b, 9), secret('tacacs', a)] }],
    });
    const one = scope(fleet('cafe01', 'beef02'), [finding('pe-1')]);
    expect(scope(fleet('beef02', 'cafe01'), [finding('pe-1')])).toEqual(one);
    expect(JSON.stringify(one)).not.toMatch(/cafe01|beef02/);
  });

  it('names the login servers that it uses with others', () => {
    const { blast } = scope({ 'pe-1': [{ servers: ['10.0.0.1'] }], 'pe-2': [{ servers: ['10.0.0.1'] }] }, [
      finding('pe-1'),
    ]);
    expect(blast.edges).toEqual([
      { from: 'pe-1', to: 'aaa:10.0.0.1', by: 'aaa-server', group: null, count: 1 },
    ]);
  });

  it('names accounts of findings and of its configuration', () => {
    const { blast } = scope({ 'pe-1': [{ users: ['admin'] }], 'pe-2': [{ users: ['other'] }] }, [
      finding('pe-1', { accounts: ['svc_netmon'] }),
    ]);
    expect(blast.accounts).toEqual(['admin', 'svc_netmon']);
  });

  it('names hit devices whose configuration nobody gave', () => {
    const { blast } = scope({ 'pe-1': [{ hasConfig: false }], 'pe-2': [{}] }, [
      finding('pe-1'),
      finding('pe-2'),
      finding('pe-3'),
    ]);
    expect(blast.unseenDevices).toEqual(['pe-1', 'pe-3']);
  });

  it('counts no device as hit for a weakness, a match of a shared value, or a low sign', () => {
    const { blast } = scope({}, [
      finding('pe-1', { class: 'weakness' }),
      finding('pe-2', { class: 'indicator' }),
      finding('pe-3', { severity: 'low' }),
      finding('system:cdr'),
    ]);
    expect(blast.hitDevices).toEqual([]);
  });
});

describe('configurations and the secrets in them', () => {
  const configs = [
    { secrets: [secret('tacacs', 'a'), secret('user x', 'b')] },
    { secrets: [secret('tacacs', 'a'), secret('user y', 'c')] },
  ];
  const rowsOf = (findings: readonly Finding[], devices: Device[] = []) =>
    scope({ 'pe-1': configs }, findings, devices).data.map((d) => [
      d.dataClass,
      d.records.lower,
      d.records.upper,
    ]);

  it('were taken for sure when a finding proves it: secrets of every snapshot at the least, of any at the most', () => {
    expect(rowsOf([finding('pe-1', { check: 'config-theft' })])).toEqual([
      ['credentials', 1, 3],
      ['network-config', 1, 1],
    ]);
  });

  it('were taken for sure when proof shows that somebody displayed it', () => {
    const ref = { evidence: 'e', line: 1, lineEnd: 1, byte: 0, length: 1 };
    const proof = [{ ref, text: 'svc_netmon show running-config', at: 11, shows: 'x' }];
    expect(rowsOf([finding('pe-1', { proof })])[1]).toEqual(['network-config', 1, 1]);
  });

  it('may have been taken from any device that is hit', () => {
    expect(rowsOf([finding('pe-1')])).toEqual([
      ['credentials', 0, 3],
      ['network-config', 0, 1],
    ]);
  });

  it('are no bound for passwords while somebody listened to logins', () => {
    expect(rowsOf([finding('pe-1', { check: 'packet-capture' })])[0]).toEqual(['credentials', 0, null]);
  });

  it('cannot be counted without a configuration, and asks for it', () => {
    const [secrets] = scope({}, [finding('pe-1', { check: 'config-theft' })]).data;
    expect(secrets).toMatchObject({
      records: { lower: 0, upper: null },
      tighten: 'The configuration of pe-1.',
    });
  });

  it('are not asked of a host', () => {
    const host = { id: 'pe-1', sort: 'host', addresses: [] } as unknown as Device;
    expect(rowsOf([finding('pe-1')], [host])).toEqual([]);
  });
});
