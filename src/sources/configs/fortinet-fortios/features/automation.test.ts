import { describe, expect, it } from 'vitest';
import { factsOf, table } from '../fixture.ts';

describe('scripts', () => {
  it('that run by the clock are kept line by line without secrets', () => {
    const facts = factsOf(
      'config system auto-script',
      '    edit "nightly"',
      '        set interval 60',
      '        set script "config system admin',
      'edit backdoor',
      'set password Synthetic-1',
      'end"',
      '    next',
      'end',
    );
    expect(facts.scripts).toEqual([
      {
        line: 2,
        lineEnd: 8,
        kind: 'scheduler',
        name: 'nightly',
        body: ['interval 60', 'config system admin', 'edit backdoor', 'set password [secret]', 'end'],
      },
    ]);
    expect(facts.users).toEqual([]);
  });

  it('of an automation name where they call', () => {
    const facts = factsOf(
      ...table(
        'system automation-action',
        'call',
        'set action-type webhook',
        'set uri "https://198.51.100.1/a?token=Synthetic-1"',
      ),
    );
    expect(facts.scripts[0]?.body).toEqual([
      'action-type webhook',
      'uri https://198.51.100.1/a?token=[secret]',
    ]);
  });

  it('of a stitch name its trigger and its actions in either form', () => {
    const facts = factsOf(
      'config system automation-stitch',
      '    edit "s"',
      '        set trigger "t"',
      '        config actions',
      '            edit 1',
      '                set action "a"',
      '            next',
      '        end',
      '    next',
      '    edit "old"',
      '        set trigger "t"',
      '        set action "b"',
      '    next',
      'end',
    );
    expect(facts.scripts.map((s) => s.body)).toEqual([
      ['trigger t', 'action a'],
      ['trigger t', 'action b'],
    ]);
  });
});

describe('copies of traffic', () => {
  it.each([
    [
      table('firewall sniffer', '1', 'set interface "wan1"', 'set host "192.0.2.1"'),
      { type: 'sniffer', source: 'wan1 192.0.2.1', destination: null },
    ],
    [
      table('firewall decrypted-traffic-mirror', 'm', 'set interface "p9"', 'set traffic-source client'),
      { type: 'decrypted-traffic', source: 'client', destination: 'p9' },
    ],
    [
      table('switch-controller traffic-sniffer', null, 'set mode erspan-auto', 'set erspan-ip 192.0.2.9'),
      { type: 'erspan-auto', source: null, destination: '192.0.2.9' },
    ],
    [
      table(
        'system virtual-switch',
        'lan',
        'set span enable',
        'set span-source-port "a"',
        'set span-dest-port "b"',
      ),
      { type: 'span', source: 'a', destination: 'b' },
    ],
    [
      table('system interface', 'p1', 'set ips-sniffer-mode enable'),
      { type: 'ips-sniffer', source: 'p1', destination: null },
    ],
  ])('%j', (lines, mirror) => {
    expect(factsOf(...lines).mirrors).toMatchObject([mirror]);
  });

  it('that are off are none', () => {
    const off = table('system virtual-switch', 'lan', 'set span disable', 'set span-dest-port "b"');
    expect(factsOf(...off).mirrors).toEqual([]);
  });
});

describe('flow collectors', () => {
  it.each([
    [table('system netflow', null, 'set collector-ip 192.0.2.1', 'set source-ip 192.0.2.2')],
    [table('system vdom-netflow', null, 'set collector-ip 192.0.2.1', 'set source-ip 192.0.2.2')],
    [table('system sflow', null, 'set collector-ip 192.0.2.1', 'set source-ip 192.0.2.2')],
  ])('%j', (lines) => {
    expect(factsOf(...lines).flowCollectors).toMatchObject([{ address: '192.0.2.1', source: '192.0.2.2' }]);
  });
});

describe('time', () => {
  it('counts a server as authenticated when it has a key and asks for it', () => {
    const server = (id: string, ...sets: string[]): string[] => [
      `        edit ${id}`,
      `            set server "192.0.2.${id}"`,
      ...sets.map((set) => `            ${set}`),
      '        next',
    ];
    const facts = factsOf(
      'config system ntp',
      '    set server-mode enable',
      '    set interface "lan"',
      '    config ntpserver',
      ...server('1', 'set authentication enable', 'set key "Synthetic-1"', 'set key-type SHA256'),
      ...server('2', 'set authentication enable'),
      ...server('3'),
      '    end',
      'end',
    );
    expect(facts.ntpServers.map((s) => [s.address, s.authenticated])).toEqual([
      ['192.0.2.1', true],
      ['192.0.2.2', false],
      ['192.0.2.3', false],
    ]);
    expect(facts.services).toMatchObject([{ name: 'ntp-server', enabled: true, detail: 'interface lan' }]);
    expect(facts.crypto).toMatchObject([
      { area: 'ntp', part: 'authentication', value: 'sha256' },
      { area: 'ntp', part: 'authentication', value: 'sha1' },
    ]);
  });
});
