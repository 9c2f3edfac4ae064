import { describe, expect, it } from 'vitest';
import { TEST_KEYED } from '../../kit/recording-sink.ts';
import { emptyDraft } from './draft.ts';
import { SecretKeeper } from './secret-keeper.ts';

describe('SecretKeeper', () => {
  const at = { line: 3, lineEnd: 3 };
  const secret = { use: 'enable', type: '0', strength: 'plaintext', text: 'Synthetic' } as const;

  it('keeps everything but the text', () => {
    const keeper = new SecretKeeper(TEST_KEYED);
    const kept = keeper.keep(secret, at);
    expect(kept).toMatchObject({ use: 'enable', type: '0', strength: 'plaintext', length: 9, line: 3 });
    expect(JSON.stringify(keeper.kept)).not.toContain('Synthetic');
  });

  it('gives the same group to the same text only', () => {
    const keeper = new SecretKeeper(TEST_KEYED);
    const [a, b, c] = ['one', 'one', 'two'].map((text) => keeper.keep({ ...secret, text }, at));
    expect(a!.group).toBe(b!.group);
    expect(a!.group).not.toBe(c!.group);
  });
});

describe('emptyDraft', () => {
  it('shares nothing between two drafts', () => {
    const [a, b] = [emptyDraft('e', 'cisco', 'ios'), emptyDraft('e', 'cisco', 'ios')];
    a.snmp.views.push({ line: 1, lineEnd: 1, name: 'v', oid: 'iso', included: true });
    a.sourceInterfaces.ssh = 'Loopback0';
    expect(b.snmp.views).toEqual([]);
    expect(b.sourceInterfaces).toEqual({});
  });
});
