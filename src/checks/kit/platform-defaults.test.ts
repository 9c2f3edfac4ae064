import { describe, expect, it } from 'vitest';
import { readContent } from '../../base/package-root.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import { defaultOf, loadPlatformDefaults } from './platform-defaults.ts';

const SOURCE = '    source: { title: t, url: "https://example.org/" }\n';
const load = (rows: string): ReturnType<typeof loadPlatformDefaults> =>
  loadPlatformDefaults(new Map([['vendors/x.yaml', `platforms: [ios]\ndefaults:\n${rows}`]]));
const facts = (platform: string, release: string | null): DeviceFacts =>
  ({ platform, version: release === null ? null : { text: release, line: 1, lineEnd: 1 } }) as DeviceFacts;

describe('defaultOf', () => {
  const { defaults } = load(
    `  - setting: finger\n    is: "on"\n    before: "12.1(5)"\n${SOURCE}` +
      `  - setting: finger\n    is: "off"\n    from: "12.1(5)"\n${SOURCE}` +
      `  - setting: exec-timeout\n    is: 600\n${SOURCE}`,
  );

  it.each([
    ['12.0(7)T', 'on'],
    ['12.1(5)', 'off'],
    ['15.2(4)M3', 'off'],
  ])('tells by release: %s', (release, is) => {
    expect(defaultOf(defaults, facts('ios', release), 'finger')?.is).toBe(is);
  });

  it('does not guess where the release decides and is not known', () => {
    expect(defaultOf(defaults, facts('ios', null), 'finger')).toBeNull();
    expect(defaultOf(defaults, facts('ios', null), 'exec-timeout')?.is).toBe(600);
  });

  it('knows nothing of platforms and settings without a row', () => {
    expect(defaultOf(defaults, facts('junos', '18.4'), 'finger')).toBeNull();
    expect(defaultOf(defaults, facts('ios', '15.2'), 'frob')).toBeNull();
  });
});

describe('loadPlatformDefaults', () => {
  it('names a file that does not fit and leaves it out', () => {
    const { defaults, problems } = load('  - setting: finger\n    is: maybe\n');
    expect(defaults).toEqual([]);
    expect(problems).toEqual([expect.stringContaining('vendors/x.yaml')]);
  });

  it('reads what we ship', () => {
    const { defaults, problems } = loadPlatformDefaults(readContent());
    expect(problems).toEqual([]);
    expect(defaultOf(defaults, facts('ios-xe', '16.9.3'), 'source-route')?.is).toBe('on');
  });
});
