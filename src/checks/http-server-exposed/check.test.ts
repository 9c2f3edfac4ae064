import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import type { DeviceFacts, Service } from '../../model/device-facts.ts';
import { someFacts, someView } from '../kit/fixture.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

const service = (name: string, parts: Partial<Service> = {}): Service => ({
  name,
  enabled: true,
  port: null,
  acl: null,
  detail: null,
  line: 1,
  lineEnd: 1,
  ...parts,
});
const hits = (...configs: DeviceFacts[]): string[] =>
  check.evaluate(someView({ configs })).map((hit) => `${hit.key} ${hit.severity}`);

describe('severity', () => {
  it('is one step lower once the server is off', () => {
    const on = someFacts({ services: [service('https')], takenAt: 1 });
    expect(hits(on)).toEqual(['https medium']);
    expect(hits(on, someFacts({ takenAt: 2 }))).toEqual(['https low']);
  });

  it('is low for plain HTTP behind a list, and nothing for HTTPS behind one', () => {
    const entries = [
      {
        action: 'permit',
        protocol: 'ip',
        source: '10.0.0.0/8',
        destination: 'any',
        ports: null,
        log: false,
        line: 1,
        lineEnd: 1,
      },
    ] as const;
    const acls = [{ name: '23', family: 'ipv4', entries, line: 1, lineEnd: 1 }] as const;
    const services = [service('http', { acl: '23' }), service('https', { acl: '23' })];
    expect(hits(someFacts({ services, acls }))).toEqual(['http low']);
  });
});

it('says nothing of a server whose configuration was cut off, or that no line switches on', () => {
  expect(hits(someFacts({ services: [service('https')], complete: false }))).toEqual([]);
  expect(hits(someFacts({ services: [service('https', { enabled: null })] }))).toEqual([]);
});

describe('fix of http-server-exposed', () => {
  const rest = ['interface Loopback0', ' ip address 10.255.0.1 255.255.255.255'];
  const config = (...lines: string[]): string[] => [
    'version 15.2',
    'hostname pe-01',
    ...rest,
    ...lines,
    'end',
  ];

  it.each([
    [
      ['ip http server', 'ip http secure-server'],
      ['no ip http server', 'no ip http secure-server'],
    ],
    [['ip http server'], ['no ip http server', 'no ip http secure-server']],
    [['no ip http server', 'ip http secure-server'], ['no ip http secure-server']],
  ])('of %j makes the check clear', async (lines, fixed) => {
    const { before, fix, after, worse } = await fixOf(check, config(...lines));
    expect(before).toBe('hit');
    expect(fix?.lines).toEqual(fixed);
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });

  it('leaves a server alone that a list guards', async () => {
    const lines = ['access-list 23 permit 10.250.0.0 0.0.255.255', 'ip http server', 'ip http secure-server'];
    const { fix } = await fixOf(check, config(...lines, 'ip http access-class 23'));
    expect(fix?.lines).toEqual(['no ip http server']);
  });

  it('warns of RESTCONF, goes back to the default, and is none where nothing is wrong', async () => {
    const { fix } = await fixOf(check, config('ip http server', 'restconf'));
    expect(fix?.first.join(' ')).toContain('RESTCONF');
    expect(fix?.back).toContain('default ip http secure-server');
    const off = await fixOf(check, config('no ip http server', 'no ip http secure-server'));
    expect(off.fix).toBeNull();
  });
});
