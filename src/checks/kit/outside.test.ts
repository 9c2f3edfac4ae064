import { describe, expect, it } from 'vitest';
import type { Interface } from '../../model/device-facts.ts';
import { someFacts } from './fixture.ts';
import { listNames, outsideInterfaces } from './outside.ts';

const face = (name: string, parts: Partial<Interface>): Interface =>
  ({ name, role: 'other', addresses: ['198.51.100.1/30'], shutdown: false, ...parts }) as Interface;

describe('outsideInterfaces', () => {
  it('leaves out what strangers do not stand behind', () => {
    const facts = someFacts({
      interfaces: [
        face('Gi0/0', {}),
        face('Gi0/1', { addresses: ['10.0.0.1/30'] }),
        face('Gi0/2', { shutdown: true }),
        face('Loopback0', { role: 'loopback' }),
        face('Tunnel1', { role: 'tunnel' }),
        face('Mgmt0', { role: 'management' }),
      ],
    });
    expect(outsideInterfaces(facts).map(({ name }) => name)).toEqual(['Gi0/0']);
  });
});

describe('listNames', () => {
  it('tells how many it leaves out', () => {
    const names = Array.from({ length: 11 }, (_, i) => `Gi0/${i}`);
    expect(listNames(names.slice(0, 2))).toBe('Gi0/0, Gi0/1');
    expect(listNames(names)).toMatch(/Gi0\/7 and 3 more$/);
  });
});
