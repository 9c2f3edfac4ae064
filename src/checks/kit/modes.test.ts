import { describe, expect, it } from 'vitest';
import { typed } from './fixture.ts';
import { inModes, modeAfter } from './modes.ts';

const openers = (...commands: string[]): (string | null)[] =>
  inModes(commands.map((c) => typed(c))).map((step) => step.opener?.command ?? null);

describe('inModes', () => {
  it('gives each command the mode it was typed in', () => {
    expect(openers('int tu7', 'tunnel destination 203.0.113.66', 'shutdown')).toEqual([
      null,
      'int tu7',
      'int tu7',
    ]);
  });

  it('leaves a mode by exit, end, and by opening another', () => {
    expect(openers('interface Tunnel1', 'exit', 'ip route 0.0.0.0 0.0.0.0 Tunnel1')).toEqual([
      null,
      null,
      null,
    ]);
    expect(
      openers('tacacs server A', 'interface Loopback1', 'ip address 10.0.0.1 255.255.255.255').at(-1),
    ).toBe('interface Loopback1');
  });

  it('keeps sessions apart that run at the same time', () => {
    const steps = inModes([
      typed('interface Tunnel1', { terminal: 'tty6' }),
      typed('ip address 10.0.0.1 255.255.255.252', { terminal: 'tty7' }),
      typed('tunnel destination 203.0.113.66', { terminal: 'tty6' }),
    ]);
    expect(steps.map((s) => s.opener?.command ?? null)).toEqual([null, null, 'interface Tunnel1']);
  });
});

describe('modeAfter', () => {
  it('gives the words behind the phrase, and nothing in another mode', () => {
    const step = inModes([typed('ip access-list standard MGMT'), typed('permit any')])[1];
    expect(step && modeAfter(step, 'ip access-l(ist)')).toEqual(['standard', 'MGMT']);
    expect(step && modeAfter(step, 'int(erface)')).toBeNull();
  });
});
