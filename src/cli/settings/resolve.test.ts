import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../errors.ts';
import { parseFacts } from './facts.ts';
import { SETTING_KEYS } from './keys.ts';
import { listOf, resolveSettings, type SettingSources, textOf, timeOf } from './resolve.ts';

let folder = '';
let empty: SettingSources;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seawall-settings-'));
  const projectFile = join(folder, 'none.yaml');
  empty = { flags: {}, environment: {}, projectFile, userFile: projectFile };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function codeOf(sources: SettingSources): Promise<string> {
  try {
    await resolveSettings(sources);
  } catch (error) {
    return `${(error as UserError).code}: ${(error as UserError).message}`;
  }
  return 'no error';
}

describe('where a setting comes from', () => {
  it('is the flag, the environment, the project file, the user file, the default, in this order', async () => {
    const projectFile = file('project.yaml', 'fail-on: high\n');
    const userFile = file('user.yaml', 'fail-on: low\n');
    const environment = { SEAWALL_FAIL_ON: 'critical' };
    const steps: SettingSources[] = [
      { flags: { failOn: 'info' }, environment, projectFile, userFile },
      { ...empty, environment, projectFile, userFile },
      { ...empty, projectFile, userFile },
      { ...empty, userFile },
      empty,
    ];
    const found = await Promise.all(steps.map(async (step) => (await resolveSettings(step)).get('fail-on')));
    expect(found.map((f) => f?.value)).toEqual(['info', 'critical', 'high', 'low', 'medium']);
    expect(found.map((f) => f?.origin)).toEqual([
      '--fail-on',
      'SEAWALL_FAIL_ON',
      projectFile,
      userFile,
      'default',
    ]);
  });

  it('may switch off what a later place switched on', async () => {
    const userFile = file('strict.yaml', 'strict: true\n');
    const settings = await resolveSettings({ ...empty, environment: { SEAWALL_STRICT: '0' }, userFile });
    expect(settings.get('strict')?.value).toBe(false);
  });

  it('is told for every setting, also with nothing given', async () => {
    const settings = await resolveSettings(empty);
    expect([...settings.keys()].sort()).toEqual(SETTING_KEYS.map((k) => k.name).sort());
  });
});

describe('forms of settings', () => {
  it('lists come with commas, as YAML lists, and facts also as a mapping', async () => {
    const projectFile = file(
      'facts.yaml',
      'jurisdictions: [US, DE]\nfacts:\n  entity.usCarrier: true\n  outage.minutes: 90\n',
    );
    const settings = await resolveSettings({
      ...empty,
      environment: { SEAWALL_INTEL: 'a.json, b.csv' },
      projectFile,
    });
    expect(listOf(settings, 'jurisdictions')).toEqual(['US', 'DE']);
    expect(listOf(settings, 'intel')).toEqual(['a.json', 'b.csv']);
    expect(parseFacts(listOf(settings, 'facts'))).toEqual({ 'entity.usCarrier': true, 'outage.minutes': 90 });
  });

  it('a time in YAML is the same as one in text', async () => {
    const projectFile = file('since.yaml', 'since: 2026-08-01\n');
    expect(timeOf(await resolveSettings({ ...empty, projectFile }), 'since')).toBe(Date.UTC(2026, 7, 1));
  });

  it.each([
    ['2026-10-20', Date.UTC(2026, 9, 20)],
    ['2026-10-20T02:13Z', Date.UTC(2026, 9, 20, 2, 13)],
    ['2026-10-20T02:13:07.5+02:00', Date.UTC(2026, 9, 20, 0, 13, 7, 500)],
    ['2024-02-29', Date.UTC(2024, 1, 29)],
  ])('%s is a time', async (text, at) => {
    expect(timeOf(await resolveSettings({ ...empty, flags: { since: text } }), 'since')).toBe(at);
  });

  it.each([
    'yesterday',
    '2026-10-20T02:13',
    '2026-02-29',
    '2026-02-31T00:00Z',
    '2026-13-01',
    '20.10.2026',
    '0',
    '',
  ])('%j is no time: a zone or a day of the calendar is missing', async (text) => {
    const settings = await resolveSettings({ ...empty, flags: { since: text } });
    expect(() => timeOf(settings, 'since')).toThrow(UserError);
  });
});

describe('settings that cannot be used', () => {
  it.each([
    ['an unknown name, with the name', 'fial-on: high\n', 'bad-setting.*fial-on'],
    ['broken YAML', 'a: [\n', 'bad-setting'],
    ['a list for a file', '- a\n', 'bad-setting'],
    ['an alias bomb', 'a: &a [1,1]\nb: &b [*a,*a]\nout: *b\n', 'bad-setting'],
    ['a text for a number', 'workers: many\n', 'bad-setting.*workers'],
    ['a number out of bounds', 'workers: 0\n', 'bad-setting.*workers'],
    ['a word for a flag', 'strict: perhaps\n', 'bad-setting.*strict'],
  ])('are refused with the file: %s', async (name, text, wanted) => {
    const projectFile = file(`${name.replaceAll(' ', '-')}.yaml`, text);
    const told = await codeOf({ ...empty, projectFile });
    expect(told).toMatch(new RegExp(wanted));
    expect(told).toContain(name.replaceAll(' ', '-'));
  });

  it('an empty file is no error', async () => {
    const settings = await resolveSettings({ ...empty, projectFile: file('empty.yaml', '# nothing\n') });
    expect(textOf(settings, 'out')).toBe('seawall-out');
  });

  it.each(['=x', 'x', ''])('a fact must be name=value, and %j is not', (item) => {
    expect(() => parseFacts([item])).toThrow(UserError);
  });

  it('a fact may hold an equals sign and stays text where it is no number', () => {
    expect(parseFacts(['note=a=b', 'n=007x', 'no=false'])).toEqual({ note: 'a=b', n: '007x', no: false });
  });
});
