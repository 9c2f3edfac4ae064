import { describe, expect, it } from 'vitest';
import { entry, someView, typed } from './fixture.ts';
import { peerStanding, typedTunnels } from './peers.ts';

describe('peerStanding', () => {
  const view = someView({
    register: [entry({ entry: 'tunnel-peer', value: '192.0.2.17' })],
    owners: { '198.51.100.9': 'pe-02' },
  });

  it.each([
    ['192.0.2.17', 'approved'],
    ['198.51.100.9', 'own'],
    ['203.0.113.66', 'external'],
    ['2001:db8::66', 'external'],
    ['10.77.0.1', 'inside'],
    ['relay.example.net', 'named'],
  ])('%s is %s', (peer, standing) => {
    expect(peerStanding(view, peer, { at: null })).toBe(standing);
  });
});

describe('typedTunnels', () => {
  const tunnels = (...commands: string[]): string[] =>
    typedTunnels(someView({ records: commands.map((c) => typed(c)) })).map((t) => `${t.name} ${t.peer}`);

  it('joins the interface and its far end, however they are written', () => {
    expect(tunnels('INT tunn 7', 'tu d 203.0.113.66')).toEqual(['Tunnel7 203.0.113.66']);
    expect(tunnels('interface Tunnel7', 'tunnel destination 2001:DB8:0::66')).toEqual([
      'Tunnel7 2001:db8::66',
    ]);
  });

  it('needs a tunnel interface around it', () => {
    expect(tunnels('tunnel destination 203.0.113.66')).toEqual([]);
    expect(tunnels('interface Gi0/1', 'tunnel destination 203.0.113.66')).toEqual([]);
  });
});
