import { describe, expect, it } from 'vitest';
import { readClassMap, readNamedAcl } from './cisco-acls.ts';
import { leftOver, trial } from './trial.ts';

const read = (...lines: string[]): ReturnType<typeof trial> =>
  trial(
    (book) =>
      book
        .add('ip access-list', (line) => readNamedAcl(line, 'extended'))
        .add('ipv6 access-list', (line) => readNamedAcl(line, 'ipv6'))
        .add('class-map', readClassMap),
    ...lines,
  );

describe('named access lists', () => {
  it('gather their entries with and without numbers, remarks apart', () => {
    const scope = read(
      'ip access-list A',
      '  10 permit ip 10.0.0.0/8 any',
      '  20 remark permit ip any any',
      '  deny ip any any log',
    );
    expect([...scope.acls.values()]).toMatchObject([{ name: 'A', family: 'ipv4', line: 1, lineEnd: 4 }]);
    expect(scope.acls.get('4 A')?.entries.map((entry) => entry.line)).toEqual([2, 4]);
    expect(leftOver(scope)).toEqual([]);
  });

  it('leave an entry that they do not understand unread', () => {
    expect(leftOver(read('ip access-list A', '  10 permit who knows'))).toEqual(['10 permit who knows']);
  });

  it('of two families and one name are two', () => {
    expect([...read('ip access-list A', 'ipv6 access-list A').acls.keys()]).toEqual(['4 A', '6 A']);
  });

  it('remember the entries whose source is a group', () => {
    const scope = read(
      'ip access-list A',
      '  10 permit tcp addrgroup NOC any',
      '  20 permit tcp any addrgroup NOC',
    );
    expect(scope.grouped.map(({ entry }) => entry.line)).toEqual([2]);
  });
});

describe('classes of traffic', () => {
  it('bind the lists that they match', () => {
    const { draft } = read('class-map type control-plane match-any C', '  match access-group name A');
    expect(draft.aclBindings).toMatchObject([{ acl: 'A', where: 'class-map C', direction: null, line: 2 }]);
  });
});
