import { describe, expect, it } from 'vitest';
import { plan, step } from './fixture.ts';
import { planFile, planText } from './text.ts';

describe('planText', () => {
  const careful = step('vty-exposed', { mayCut: true, first: ['The list must hold your own address.'] });
  const lines = planText(plan('pe-01', [careful, step('cdp')])).split('\n');

  it('holds nothing but the lines to enter outside of comments', () => {
    expect(lines.filter((line) => line !== '' && !line.startsWith('!'))).toEqual([
      'no vty-exposed',
      'no cdp',
    ]);
  });

  it('says what must hold first above the lines, and the way back below them', () => {
    const at = (text: string): number => lines.findIndex((line) => line.includes(text));
    expect(at('first: The list must hold')).toBeLessThan(at('no vty-exposed'));
    expect(at('no vty-exposed')).toBeLessThan(at('then run: show vty-exposed'));
    expect(at('way back')).toBeGreaterThan(at('then run'));
    expect(at('CAREFUL')).toBeGreaterThan(0);
  });

  it('names the configuration that it was written for', () => {
    expect(lines[1]).toContain('2026-10-15 02:00');
    expect(lines[1]).toContain('ab'.repeat(32));
  });

  it('writes comments that the platform takes for such', () => {
    const junos = planText({ ...plan('mx-01', [step('x')]), platform: 'junos' });
    expect(junos.split('\n').filter((line) => line.startsWith('!'))).toEqual([]);
  });

  it('lets no control character of a device name reach a terminal', () => {
    expect(planText(plan('pe\u001b[2J-01', []))).not.toContain('\u001b');
  });
});

describe('planFile', () => {
  it.each([
    ['pe-chi-02', 'pe-chi-02.txt'],
    ['../../etc/passwd', '__.._etc_passwd.txt'],
    ['', 'device.txt'],
    ['a/b', 'a_b.txt'],
  ])('makes a file name of %j', (device, file) => {
    expect(planFile(device)).toBe(file);
  });
});
