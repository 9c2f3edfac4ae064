import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CAMPAIGN_LIMITS, parseCampaigns } from './index.ts';

const CONTENT = join(import.meta.dirname, '../../content');
const SHIPPED = readdirSync(join(CONTENT, 'campaigns'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(join(CONTENT, 'campaigns', name), 'utf8') }));

const GOOD = `id: test
title: Test
aliases: []
marking: CLEAR
verifiedOn: 2026-11-22
sources: [{ title: a, url: "https://example.org/" }]
alignment: { steps: 2, planes: 2 }
steps:
  - { id: a, title: A, attack: [T1040], checks: [packet-capture] }
  - { id: b, title: B, attack: [], checks: [snmp-write], telling: true }
`;

function problemsOf(text: string): string[] {
  return parseCampaigns([{ name: 'x.yaml', text }]).problems.map((p) => p.code);
}

describe('the campaigns that we ship', () => {
  const { campaigns, problems } = parseCampaigns(SHIPPED);

  it('all read, each under the name of its file', () => {
    expect(problems).toEqual([]);
    expect(campaigns.map((c) => `${c.id}.yaml`)).toEqual(SHIPPED.map((f) => f.name).sort());
    expect(campaigns.length).toBeGreaterThan(2);
  });

  it('name ATT&CK techniques that reports can name as well', () => {
    const table = readFileSync(join(CONTENT, 'intel/attack-techniques.tsv'), 'utf8');
    const known = new Set(table.split('\n').map((line) => line.split('\t')[0]));
    const named = campaigns.flatMap((c) => c.steps.flatMap((s) => s.attack));
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('keep steps that no check sees yet, so that a playbook never looks better looked for than it is', () => {
    const hidden = campaigns.filter((c) => c.steps.some((s) => s.checks.length === 0));
    expect(hidden.length).toBeGreaterThan(0);
  });

  it('each have a telling step that a check can see, or they could never align', () => {
    const mute = campaigns.filter((c) => !c.steps.some((s) => s.telling && s.checks.length > 0));
    expect(mute.map((c) => c.id)).toEqual([]);
  });
});

describe('a file that cannot be used', () => {
  it('is read when nothing is wrong', () => {
    const { campaigns, problems } = parseCampaigns([{ name: 'x.yaml', text: GOOD }]);
    expect(problems).toEqual([]);
    expect(campaigns[0]?.steps.map((s) => s.telling)).toEqual([false, true]);
  });

  it.each([
    ['an unknown member', `${GOOD}extra: 1\n`, 'wrong-shape'],
    ['a link that is not https', GOOD.replace('https:', 'javascript:'), 'wrong-shape'],
    ['a technique that is none', GOOD.replace('T1040', 'T10'), 'wrong-shape'],
    ['a key given twice', `${GOOD}title: Again\n`, 'not-yaml'],
    ['an alias', GOOD.replace('aliases: []', 'aliases: &a [x]').replace('[T1040]', '*a'), 'not-yaml'],
    ['two steps of one id', GOOD.replace('id: b', 'id: a'), 'duplicate-step'],
    ['more steps asked for than checks can see', GOOD.replace('[snmp-write]', '[]'), 'too-strict'],
    ['brackets without end', `id: ${'['.repeat(60_000)}`, 'too-deep'],
    ['dashes without end', `${'- '.repeat(30_000)}a`, 'too-deep'],
    ['too much text', `# ${'x'.repeat(CAMPAIGN_LIMITS.characters)}`, 'too-large'],
  ])('because of %s is named with the reason', (_, text, code) => {
    expect(problemsOf(text)).toContain(code);
    expect(parseCampaigns([{ name: 'x.yaml', text }]).campaigns).toEqual([]);
  });

  it('does not stop the others', () => {
    const files = [
      { name: 'bad.yaml', text: '- not: a campaign' },
      { name: 'good.yaml', text: GOOD },
    ];
    const { campaigns, problems } = parseCampaigns(files);
    expect(campaigns.map((c) => c.id)).toEqual(['test']);
    expect(new Set(problems.map((p) => p.file))).toEqual(new Set(['bad.yaml']));
  });

  it('is not chosen between when two claim one id', () => {
    const { campaigns, problems } = parseCampaigns([
      { name: 'a.yaml', text: GOOD },
      { name: 'b.yaml', text: GOOD },
    ]);
    expect(campaigns).toEqual([]);
    expect(problems.map((p) => p.file)).toEqual(['a.yaml', 'b.yaml']);
  });

  it('beyond the limit of files is counted, not dropped in silence', () => {
    const files = Array.from({ length: CAMPAIGN_LIMITS.files + 3 }, (_, i) => ({
      name: `${i}.yaml`,
      text: ':',
    }));
    const told = parseCampaigns(files).problems.filter((p) => p.code === 'too-many-files');
    expect(told[0]?.message).toContain('3 files');
  });
});
