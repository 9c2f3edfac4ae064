import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import type { DeviceFacts, Tunnel } from '../../model/device-facts.ts';
import type { RegisterRecord } from '../../model/record.ts';
import type { Hit } from '../../model/verdict.ts';
import { entry, someFacts, someView, typed } from '../kit/fixture.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

const tunnel = (destination: string, parts: Partial<Tunnel> = {}): Tunnel => ({
  name: 'Tunnel1',
  mode: 'gre ip',
  source: 'Loopback0',
  destination,
  shutdown: false,
  line: 4,
  lineEnd: 8,
  ...parts,
});
const OTHER = entry({ entry: 'tunnel-peer', value: '192.0.2.17' });
const before = someFacts({ takenAt: 100 });
const holding = (...tunnels: Tunnel[]): DeviceFacts => someFacts({ takenAt: 200, tunnels });

function only(configs: DeviceFacts[], register: RegisterRecord[] = []): Hit | undefined {
  return check.evaluate(someView({ configs, register }))[0];
}

describe('how bad a tunnel is', () => {
  it('follows what is known of it', () => {
    expect(only([holding(tunnel('203.0.113.66'))])?.severity).toBe('medium');
    expect(only([holding(tunnel('203.0.113.66'))], [OTHER])?.severity).toBe('high');
    expect(only([before, holding(tunnel('203.0.113.66'))])?.severity).toBe('high');
    expect(only([before, holding(tunnel('203.0.113.66', { shutdown: true }))])?.severity).toBe('medium');
    expect(only([before, holding(tunnel('10.77.0.1'))], [OTHER])?.severity).toBe('medium');
  });

  it('falls, with a note, where the register plans a change that names the peer', () => {
    const plan = entry({
      entry: 'change',
      value: 'tunnel 203.0.113.66',
      device: 'pe-01',
      from: 120,
      until: 130,
      ticket: 'CHG-9',
    });
    const hit = only([before, holding(tunnel('203.0.113.66'))], [OTHER, plan]);
    expect(hit?.severity).toBe('low');
    expect(hit?.notes.join(' ')).toContain('CHG-9');
  });

  it('is not asked of an inside peer without a register', () => {
    expect(only([before, holding(tunnel('10.77.0.1'))])).toBeUndefined();
  });
});

it('gives the tunnel of a configuration and the command that made it one key', () => {
  const records = [
    typed('interface Tunnel1', { at: 150 }),
    typed('tunnel destination 203.0.113.66', { at: 151 }),
  ];
  const hits = check.evaluate(someView({ configs: [before, holding(tunnel('203.0.113.66'))], records }));
  expect(hits).toHaveLength(2);
  expect(new Set(hits.map((hit) => hit.key)).size).toBe(1);
  expect(Math.min(...hits.map((hit) => hit.first ?? 0))).toBe(150);
});

it('stays quick when somebody types very many tunnels', () => {
  const records = Array.from({ length: 20_000 }, (_, i) => [
    typed(`interface Tunnel${i}`, { at: i }),
    typed('tunnel destination 203.0.113.66', { at: i }),
  ]).flat();
  expect(check.evaluate(someView({ records }))).toHaveLength(20_000);
});
