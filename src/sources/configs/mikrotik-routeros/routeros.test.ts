import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf } from '../../kit/recording-sink.ts';
import { factsOf, readLines } from './fixture.ts';
import { recognise } from './recognise.ts';
import { sectionOf, uptime } from './show/print.ts';
import { commandWords, opensQuote } from './words.ts';

const HEAD = '# 2026-10-16 03:12:44 by RouterOS 7.12.1';

describe('commandWords', () => {
  it.each([
    ['add name=a comment="b c"', ['add', 'name=a', 'comment=b c']],
    ['set [ find default-name=ether1 ] name=wan', ['set', '[ find default-name=ether1 ]', 'name=wan']],
    ['add source="a\\r\\n\\"b\\" \\$c \\? \\41"', ['add', 'source=a\r\n"b" $c ? A']],
    ['add name=""', ['add', 'name=']],
    ['', []],
  ])('%j', (text, words) => {
    expect(commandWords(text)).toEqual(words);
  });

  it('knows when a quote is open', () => {
    expect(['a "b', 'a "b"', 'a \\"b', ''].map(opensQuote)).toEqual([true, false, false, false]);
  });
});

describe('commands', () => {
  it('mean the same below a menu, behind it and in the form of release 7', () => {
    for (const lines of [
      ['/ip address', 'add address=192.0.2.1/24 interface=e'],
      ['/ip address add address=192.0.2.1/24 interface=e'],
      ['/ip/address/add address=192.0.2.1/24 interface=e'],
    ])
      expect(factsOf(HEAD, ...lines).interfaces).toMatchObject([{ name: 'e', addresses: ['192.0.2.1/24'] }]);
  });

  it('go on in the next line behind a backslash, within a word too', () => {
    const facts = factsOf(HEAD, '/system identity', 'set na\\', '    me=r1 \\', '    ');
    expect(facts.hostname).toBe('r1');
  });

  it('that are no commands are told', () => {
    const sink = readLines(HEAD, '/user', 'lorem ipsum', 'frob x=1');
    expect(sink.accounts.filter((a) => a.state === 'not-understood').map((a) => a.reason)).toEqual([
      'line that is no command',
      'line that is no command',
    ]);
  });

  it('of menus that nobody knows stay unread, their secrets are kept', () => {
    const facts = factsOf(HEAD, '/tool frob', 'add password=Synthetic-1');
    expect([facts.unread.length, facts.secrets.length]).toEqual([2, 1]);
  });
});

describe('the end', () => {
  it.each([
    [[HEAD, '/system identity set name=a'], true],
    [['/system identity set name=a'], false],
    [[HEAD, '/ip service set telnet disabled=yes'], false],
    [[HEAD, '/system identity set name=a', '/user add name=b \\'], false],
  ])('%j', (lines, whole) => {
    expect(factsOf(...lines).complete).toBe(whole);
  });
});

describe('the heading', () => {
  it.each(['# oct/16/2026 03:12:44 by RouterOS 6.49.6', '# 2026-10-16 03:12:44 by RouterOS 6.49.6'])(
    '%s',
    (line) => {
      expect(
        factsOf(line, '# model = RB1', '# serial number = ABCD1234', '/system identity set name=a'),
      ).toMatchObject({
        version: { text: '6.49.6', line: 1 },
        model: 'RB1',
        serials: ['ABCD1234'],
        takenAt: Date.UTC(2026, 9, 16, 3, 12, 44),
      });
    },
  );
});

describe('services', () => {
  it.each([
    ['set telnet disabled=yes', 'telnet', false, null],
    ['set www disabled=no port=81', 'http', true, 81],
    ['set api address=192.0.2.0/24', 'api', null, null],
  ])('%s', (command, name, enabled, port) => {
    expect(factsOf(HEAD, `/ip service ${command}`).services).toMatchObject([{ name, enabled, port }]);
  });

  it.each([
    ['/ip socks set enabled=yes port=4145', 'socks'],
    ['/ip proxy set enabled=yes port=8080', 'web-proxy'],
    ['/interface l2tp-server server set enabled=yes', 'l2tp-server'],
    ['/ip dns set allow-remote-requests=yes', 'dns'],
    ['/tool romon set enabled=yes', 'romon'],
    ['/radius incoming set accept=yes', 'radius-coa'],
  ])('%s', (command, name) => {
    expect(factsOf(HEAD, command).services).toMatchObject([{ name, enabled: true }]);
  });
});

describe('the guard of the device', () => {
  it('writes out the address lists that it names', () => {
    const facts = factsOf(
      HEAD,
      '/ip firewall filter',
      'add chain=input action=accept src-address-list=m protocol=tcp dst-port=22',
      'add chain=input action=accept src-address-list=!gone',
      'add chain=input action=jump jump-target=x',
      'add chain=forward action=accept',
      'add chain=input action=drop',
      '/ip firewall address-list',
      'add list=m address=192.0.2.0/24',
      'add list=m address=198.51.100.7',
    );
    expect(facts.acls[0]?.entries.map((e) => [e.action, e.source, e.ports, e.through])).toEqual([
      ['permit', '192.0.2.0/24', 'dst-port 22', 'm'],
      ['permit', '198.51.100.7/32', 'dst-port 22', 'm'],
      ['permit', 'host-group not gone', null, undefined],
      ['deny', 'any', null, undefined],
    ]);
    expect(facts.aclBindings).toMatchObject([{ acl: 'filter input', where: 'copp' }]);
  });
});

describe('what runs by itself', () => {
  it('is kept with its body, line by line and without secrets', () => {
    const facts = factsOf(
      HEAD,
      '/system scheduler',
      'add name=n interval=1h on-event="/user add password=Synthetic-1\\r\\',
      '    \\n:log info x"',
    );
    expect(facts.scripts).toMatchObject([
      {
        kind: 'scheduler',
        name: 'n',
        body: ['interval 1h', '/user add password=[secret]', ':log info x'],
        lineEnd: 4,
      },
    ]);
  });

  it.each([
    ['/tool netwatch add host=192.0.2.1 down-script="/system reboot"', 'eem'],
    ['/ip dhcp-client add interface=e script=":log info a"', 'eem'],
    ['/system script add name=a source=":log info a"', 'eem'],
  ])('%s', (command, kind) => {
    expect(factsOf(HEAD, command).scripts).toMatchObject([{ kind }]);
  });
});

describe('copies of traffic', () => {
  it.each([
    ['/tool sniffer set streaming-enabled=yes streaming-server=192.0.2.9', 'sniffer', '192.0.2.9'],
    ['/ip firewall mangle add action=sniff-tzsp chain=forward sniff-target=192.0.2.9', 'tzsp', '192.0.2.9'],
    ['/interface ethernet switch set 0 mirror-source=e1 mirror-target=e2', 'span', 'e2'],
  ])('%s', (command, type, destination) => {
    expect(factsOf(HEAD, command).mirrors).toMatchObject([{ type, destination }]);
  });

  it('that are off are none', () => {
    expect(
      factsOf(
        HEAD,
        '/tool sniffer set streaming-enabled=no streaming-server=192.0.2.9',
        '/interface ethernet switch set 0 mirror-source=none mirror-target=none',
      ).mirrors,
    ).toEqual([]);
  });
});

describe('tunnels', () => {
  it.each([
    ['gre', 'gre ip'],
    ['ipip', 'ipip'],
    ['eoip', 'eoip'],
    ['l2tp-client', 'l2tp'],
  ])('%s', (menu, mode) => {
    const end = menu.endsWith('client') ? 'connect-to' : 'remote-address';
    const facts = factsOf(HEAD, `/interface ${menu} add name=t ${end}=192.0.2.9`);
    expect(facts.tunnels).toMatchObject([{ name: 't', mode, destination: '192.0.2.9' }]);
    expect(facts.interfaces).toMatchObject([{ name: 't', role: 'tunnel' }]);
  });
});

describe('SNMP', () => {
  it.each([
    ['add name=c write-access=yes', 'communities', { access: 'rw' }],
    ['add name=c addresses=192.0.2.0/24', 'communities', { acl: 'snmp community 1' }],
    ['add name=c security=private authentication-protocol=SHA1', 'groups', { version: 'v3', level: 'priv' }],
    ['add name=c security=authorized', 'groups', { level: 'auth' }],
  ] as const)('%s', (command, part, said) => {
    expect(factsOf(HEAD, `/snmp community ${command}`).snmp[part]).toMatchObject([said]);
  });
});

describe('routing', () => {
  it('reads peers of both releases', () => {
    const facts = factsOf(
      HEAD,
      '/routing bgp peer add remote-address=192.0.2.1 remote-as=1',
      '/routing bgp connection add remote.address=192.0.2.2/32 .as=2 tcp-md5-key=x',
    );
    expect(facts.routingPeers.map((p) => [p.address, p.remoteAs, p.authenticated])).toEqual([
      ['192.0.2.1', '1', false],
      ['192.0.2.2', '2', true],
    ]);
  });
});

describe('recognise', () => {
  const sure = (text: string): number => recognise(headOf(new TextEncoder().encode(text)));

  it.each([
    `${HEAD}\n`,
    '/ip service\r\nset telnet disabled=yes\r\n',
    '/ip service set telnet disabled=yes\n',
    '      routerboard: yes\n',
    '[a@b] > /ip address print\n',
  ])('takes %j', (text) => {
    expect(sure(text)).toBeGreaterThanOrEqual(0.45);
  });

  it.each([
    '',
    'hostname r1\n',
    '/configure\n',
    '# /etc/fstab\n/dev/sda1 / ext4\n',
    'set deviceconfig system hostname a\n',
    '[root@host ~]# ls\n',
  ])('leaves %j to others', (text) => {
    expect(sure(text)).toBeLessThan(0.3);
  });
});

describe('printed output', () => {
  it.each([
    ['/export', 'running'],
    ['/export show-sensitive', 'running'],
    ['/ip service export', 'partial'],
    ['/ip/service export', 'partial'],
    ['/system resource print', 'version'],
    ['/ip arp print', 'other'],
  ])('%s', (command, kind) => {
    expect(sectionOf(command)).toBe(kind);
  });

  it.each([
    ['6w5d11h55m45s', 4_103_745],
    ['10s', 10],
    ['soon', null],
  ])('%s of running', (text, seconds) => {
    expect(uptime(text)).toBe(seconds);
  });
});

describe('hostile text', () => {
  it('never loses a byte', () => {
    const line = constantFrom(
      HEAD,
      '/user',
      'add name=a \\',
      '    password="x',
      '"',
      'set [ find',
      '',
      '\\',
      '/',
      '\u0001',
      '/system script add source="\\',
      '    \\n"',
    );
    assert(
      property(array(line, { maxLength: 30 }), (lines) => {
        expect(readLines(...lines).bytes()).toBe(lines.join('\n').length + 1);
      }),
    );
  });

  it('with a command of a hundred thousand lines is read in a moment', () => {
    const lines = Array.from({ length: 100_000 }, () => '    aaaaaaaaaa\\');
    const text = [HEAD, '/system script add name=a source="\\', ...lines];
    expect(readLines(...text).bytes()).toBe(text.join('\n').length + 1);
  });
});
