import { describe, expect, it } from 'vitest';
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
