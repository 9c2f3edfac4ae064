import { describe, expect, it } from 'vitest';
import { StatementTree } from '../../../base/statement-tree.ts';
import type { Snapshot } from '../kit/snapshot.ts';
import { isPlace, JunosSyntax } from './syntax.ts';

function read(
  lines: readonly string[],
  prefix = '',
): { texts: string[]; fates: (string | null)[]; closed: boolean } {
  const tree = new StatementTree();
  const syntax = new JunosSyntax(prefix);
  const fates = lines.map((raw, i) => {
    const indent = raw.length - raw.trimStart().length;
    const entry = {
      text: raw,
      indent,
      prompt: 0,
      line: i + 1,
      byte: i * 100,
      size: raw.length + 1,
      closed: true,
    };
    return syntax.take(entry, tree, {} as Snapshot)?.[1] ?? null;
  });
  const { closed } = syntax;
  syntax.end(tree);
  return { texts: Array.from({ length: tree.size }, (_, i) => tree.text(i)), fates, closed };
}

describe('JunosSyntax', () => {
  it('reads blocks, set lines, and set lines behind closed blocks', () => {
    expect(read(['system {', '    host-name a;', '}', 'set system services ssh']).texts).toEqual([
      'system',
      'host-name a',
      'system services ssh',
    ]);
    expect(read(['set system host-name a', 'deactivate system services']).texts).toEqual([
      'system host-name a',
      'deactivate system services',
    ]);
  });

  it('does not let a stray line among set lines swallow what follows', () => {
    expect(read(['set system host-name a', 'garbage {', 'set version 21.4R3']).texts).toEqual([
      'system host-name a',
      'garbage {',
      'version 21.4R3',
    ]);
  });

  it('sets banners of place and comments aside and tells log messages', () => {
    expect(
      read([
        '{master:0}',
        '[edit system]',
        '# note',
        'Oct 21 10:00:00  r1 mgd[1]: UI_COMMIT: x',
        'system {',
        '}',
      ]).fates,
    ).toEqual(['session', 'session', 'comment', 'log message on the terminal', null, null]);
  });

  it('puts the words of the command before paths that begin below the top', () => {
    expect(read(['ssh {', '    port 22;', '}', 'telnet;'], 'system services').texts).toEqual([
      'system services ssh',
      'port 22',
      'system services telnet',
    ]);
  });

  it.each([
    [['system {', '    host-name a;'], false],
    [['system {', '}', '/* begun'], false],
    [['system {', '}'], true],
    [['set system host-name a'], true],
  ])('knows whether %j is closed', (lines, closed) => {
    expect(read(lines).closed).toBe(closed);
  });

  it('is linear where a statement never ends', () => {
    expect(read(Array<string>(60_000).fill('word word word')).texts.length).toBeLessThan(200);
  });

  it.each([
    '<configuration-text xmlns="http://xml.juniper.net/xnm/1.1/xnm">',
    '</configuration-text>',
    '{master}',
    '{primary:node0}',
    '{master:0}[edit interfaces]',
    '[edit]',
    '[edit system services]',
  ])('knows %s for a place', (text) => {
    expect(isPlace(text)).toBe(true);
  });
});
