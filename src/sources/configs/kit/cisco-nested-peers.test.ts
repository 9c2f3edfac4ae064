import { describe, expect, it } from 'vitest';
import { type NestedForm, readNestedPeers } from './cisco-nested-peers.ts';
import { trial } from './trial.ts';

const FORM: NestedForm = { templates: [['template', 'peer']], inherits: [['inherit', 'peer']] };
const read = (...lines: string[]): ReturnType<typeof trial> =>
  trial(
    (book) =>
      book.add('router', ({ statement, to }) => readNestedPeers(statement, 'bgp', { to, form: FORM })),
    ...lines,
  );
const peers = (...lines: string[]): string[] =>
  read('router bgp 65000', ...lines).draft.routingPeers.map(
    (p) => `${p.address} ${p.remoteAs} ${p.authenticated} @${p.line}-${p.lineEnd}`,
  );

describe('neighbours with blocks', () => {
  it.each([
    [['  neighbor 192.0.2.1', '    remote-as 65001', '    password 3 0123abcd'], '192.0.2.1 65001 true @2-4'],
    [['  neighbor 192.0.2.1 remote-as 65001'], '192.0.2.1 65001 false @2-2'],
    [['  vrf X', '    neighbor 2001:DB8::1', '      remote-as 65001'], '2001:db8::1 65001 false @3-4'],
    [
      [
        '  template peer T',
        '    remote-as 65002',
        '    password 3 0123abcd',
        '  neighbor 192.0.2.1',
        '    inherit peer T',
      ],
      '192.0.2.1 65002 true @5-6',
    ],
    [['  neighbor 192.0.2.0/24', '    remote-as 65001'], '192.0.2.0/24 65001 false @2-3'],
  ])('are read: %j', (lines, peer) => {
    expect(peers(...lines)).toEqual([peer]);
  });

  it('do not run in circles when templates name each other', () => {
    const text = ['  template peer A', '    inherit peer B', '  template peer B', '    inherit peer A'];
    expect(peers(...text, '  neighbor 192.0.2.1', '    inherit peer A')).toEqual([
      '192.0.2.1 null false @6-7',
    ]);
  });

  it('keep their passwords as secrets and note the use of cryptography', () => {
    const { secrets, draft } = read('router bgp 1', '  neighbor 192.0.2.1', '    password 0 Xq7synth');
    expect(secrets.kept).toMatchObject([{ use: 'bgp', type: '0', length: 8 }]);
    expect(draft.crypto).toMatchObject([{ area: 'routing', subject: 'bgp 192.0.2.1', value: 'md5' }]);
  });
});
