import { describe, expect, it } from 'vitest';
import { StatementTree } from '../../../../base/statement-tree.ts';
import { inEffect } from './effective.ts';

interface Read {
  /** Paths in effect; those that come from groups or ranges begin with `+`. */
  readonly paths: string[];
  readonly fates: (string | null)[];
}

function read(...lines: string[]): Read {
  const tree = new StatementTree();
  for (const [i, line] of lines.entries())
    tree.add(line.trim(), line.length - line.trimStart().length, { line: i + 1, byte: 0, size: 1 });
  const { paths } = inEffect(tree);
  return {
    paths: paths.map(({ path, inherited }) => `${inherited ? '+ ' : ''}${path.join(' ')}`),
    fates: Array.from({ length: tree.size }, (_, i) => tree.at(i).fate),
  };
}

describe('inEffect', () => {
  it('leaves out what is inactive, with all below it', () => {
    expect(read('system', ' inactive: services', '  ssh', ' host-name a').paths).toEqual([
      'system host-name a',
    ]);
    expect(read('system', ' protect: host-name a').paths).toEqual(['system host-name a']);
  });

  it('reads deactivate, activate and delete lines', () => {
    const lines = ['system services ssh', 'system services telnet', 'system host-name a'];
    expect(read(...lines, 'deactivate system services').paths).toEqual(['system host-name a']);
    expect(read(...lines, 'deactivate system services', 'activate system services').paths).toEqual(lines);
    expect(read(...lines, 'delete system services telnet').paths).toEqual([lines[0], lines[2]]);
  });

  it('lets a path be set again after it was deleted', () => {
    expect(read('system services ssh', 'delete system services', 'system services ftp').paths).toEqual([
      'system services ftp',
    ]);
  });

  it('takes brackets around lists off', () => {
    expect(read('system authentication-order [ tacplus password ]').paths).toEqual([
      'system authentication-order tacplus password',
    ]);
  });

  it('counts a group where it is applied, before what is said outright, the first group last', () => {
    expect(
      read(
        'groups A system host-name a',
        'groups B system host-name b',
        'groups C system host-name c',
        'apply-groups [ A B ]',
        'system host-name own',
      ),
    ).toEqual({
      paths: ['+ system host-name b', '+ system host-name a', 'system host-name own'],
      fates: [null, null, 'group that is not applied', '', null],
    });
  });

  it('fills patterns with what there is', () => {
    const { paths, fates } = read(
      'groups G interfaces <ge-*> unit <*> family inet mtu 1500',
      'groups G interfaces <xe-*> mtu 9000',
      'apply-groups G',
      'interfaces ge-0/0/0 unit 0',
      'interfaces ge-0/0/1 unit 7',
      'interfaces lo0 unit 0',
    );
    expect(paths.slice(0, 2)).toEqual([
      '+ interfaces ge-0/0/0 unit 0 family inet mtu 1500',
      '+ interfaces ge-0/0/1 unit 7 family inet mtu 1500',
    ]);
    expect(fates.slice(0, 2)).toEqual([null, 'group without a match']);
  });

  it('applies below the top only there, and not where it is excepted', () => {
    const group = 'groups G interfaces <*> mtu 9000';
    expect(read(group, 'interfaces ge-0/0/0 apply-groups G', 'interfaces ge-0/0/1 disable').paths).toEqual([
      '+ interfaces ge-0/0/0 mtu 9000',
      'interfaces ge-0/0/1 disable',
    ]);
    expect(
      read(
        group,
        'apply-groups G',
        'interfaces ge-0/0/0 apply-groups-except G',
        'interfaces ge-0/0/0 disable',
        'interfaces ge-0/0/1 disable',
      ).paths,
    ).toEqual([
      '+ interfaces ge-0/0/1 mtu 9000',
      'interfaces ge-0/0/0 disable',
      'interfaces ge-0/0/1 disable',
    ]);
  });

  it('takes the groups of both nodes for the node at hand', () => {
    expect(
      read('groups node0 system host-name a', 'groups node1 system host-name b', 'apply-groups "${node}"')
        .paths,
    ).toEqual(['+ system host-name b', '+ system host-name a']);
  });

  it('counts interface ranges for each member', () => {
    expect(
      read(
        'interfaces interface-range R member-range ge-0/0/9 to ge-0/0/11',
        'interfaces interface-range R member "xe-0/0/[0-1]"',
        'interfaces interface-range R mtu 9000',
        'interfaces xe-0/0/1 disable',
        'interfaces xe-0/0/2 disable',
      ).paths.slice(0, 4),
    ).toEqual([
      '+ interfaces ge-0/0/9 mtu 9000',
      '+ interfaces ge-0/0/10 mtu 9000',
      '+ interfaces ge-0/0/11 mtu 9000',
      '+ interfaces xe-0/0/1 mtu 9000',
    ]);
  });

  it('gives up on groups that multiply without end, and leaves them unread', () => {
    const groups = Array.from({ length: 2000 }, (_, i) => `groups G interfaces <*> unit <*> key${i} on`);
    const faces = Array.from({ length: 3000 }, (_, i) => `interfaces ge-${i} unit 0`);
    const { paths, fates } = read(...groups, 'apply-groups G', ...faces);
    expect(paths.length).toBeLessThan(1_000_000);
    expect(fates[1999]).toBeNull();
  });
});
