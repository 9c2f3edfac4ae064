import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

describe('services', () => {
  it.each([
    ['no vstack', 'smart-install', false],
    ['vstack', 'smart-install', true],
    ['no ip source-route', 'source-route', false],
    ['ip finger', 'finger', true],
    ['service tcp-small-servers', 'tcp-small-servers', true],
    ['no cdp run', 'cdp', false],
    ['netconf-yang', 'netconf', true],
    ['iox', 'iox', true],
    ['guestshell enable', 'guestshell', true],
    ['ip scp server enable', 'scp', true],
  ])('reads %j', (line, name, enabled) => {
    expect(facts(line).services).toMatchObject([{ name, enabled }]);
  });

  it('joins what is said of the web server', () => {
    const { services } = facts(
      'ip http server',
      'ip http port 18080',
      'ip http access-class 20',
      'no ip http secure-server',
    );
    expect(services).toMatchObject([
      { name: 'http', enabled: true, port: 18080, acl: '20' },
      { name: 'https', enabled: false, port: null },
    ]);
  });

  it('says nothing of a web server that no line names', () => {
    expect(facts('vlan 4').services).toEqual([]);
  });

  it('keeps each further port of SSH', () => {
    const { services } = facts(
      'ip ssh version 2',
      'ip ssh port 22022 rotary 1',
      'ip ssh port 55522 rotary 2',
    );
    expect(services.map((s) => `${s.port} ${s.detail}`)).toEqual([
      'null version 2',
      '22022 rotary 1',
      '55522 rotary 2',
    ]);
  });

  it('tells the file that a TFTP server gives out from the list that guards it', () => {
    const { services } = facts('tftp-server nvram:startup-config', 'tftp-server flash:a.bin 20');
    expect(services).toMatchObject([
      { name: 'tftp-server', detail: 'nvram:startup-config', acl: null },
      { name: 'tftp-server', detail: 'flash:a.bin', acl: '20' },
    ]);
  });

  it('sees Guest Shell among the applications', () => {
    const { services } = facts('app-hosting appid guestshell', ' app-vnic management guest-interface 0');
    expect(services.map((s) => s.name)).toEqual(['app-hosting', 'guestshell']);
  });
});

describe('source interfaces', () => {
  it('are kept by service', () => {
    const { sourceInterfaces } = facts(
      'ip ssh source-interface Loopback1',
      'ip tacacs source-interface Loopback2 vrf M',
      'logging source-interface Loopback3',
      'ntp source Loopback4',
      'snmp-server trap-source Loopback5',
      'ip ftp source-interface Loopback6',
    );
    expect(sourceInterfaces).toEqual({
      ssh: 'Loopback1',
      tacacs: 'Loopback2',
      logging: 'Loopback3',
      ntp: 'Loopback4',
      snmp: 'Loopback5',
      ftp: 'Loopback6',
    });
  });
});

describe('logging', () => {
  it.each([
    ['logging trap notifications', 5],
    ['logging trap 7', 7],
    ['logging trap', 6],
  ])('reads %j', (line, level) => {
    expect(facts(line).logging.trap).toMatchObject({ level });
  });

  it('leaves the default open', () => {
    expect(facts('vlan 4').logging).toMatchObject({
      enabled: null,
      trap: null,
      commandLogging: false,
      timestamps: null,
    });
  });

  it('sees logging switched off', () => {
    expect(facts('no logging on').logging.enabled).toBe(false);
    expect(facts('no logging trap').logging.enabled).toBe(false);
  });

  it('reads hosts of all forms', () => {
    const { logging } = facts(
      'logging 192.0.2.1',
      'logging host 192.0.2.2 vrf M transport tls port 6514',
      'logging host ipv6 2001:DB8::1',
    );
    expect(logging.hosts.map((h) => `${h.address} ${h.transport} ${h.vrf}`)).toEqual([
      '192.0.2.1 null null',
      '192.0.2.2 tls M',
      '2001:db8::1 null null',
    ]);
  });

  it('reads a filter, which can hide messages', () => {
    expect(facts('logging discriminator D mnemonics drops CONFIG_I').services).toMatchObject([
      { name: 'logging-discriminator', detail: 'D mnemonics drops CONFIG_I' },
    ]);
  });

  it('knows whether commands are logged', () => {
    expect(facts('archive', ' log config', '  logging enable').logging.commandLogging).toBe(true);
    expect(facts('archive', ' log config', '  no logging enable').logging.commandLogging).toBe(false);
  });

  it('keeps the password of the archive out of its path', () => {
    const read = facts('archive', ' path ftp://u:Synthetic@192.0.2.1/x');
    expect(read.services).toMatchObject([{ name: 'archive', detail: 'ftp://[user]@192.0.2.1/x' }]);
    expect(read.secrets).toMatchObject([{ use: 'archive', length: 9 }]);
  });
});

describe('time', () => {
  it('counts a server as authenticated only when the device authenticates', () => {
    expect(facts('ntp server 192.0.2.1 key 1').ntpServers).toMatchObject([{ authenticated: false }]);
    expect(facts('ntp authenticate', 'ntp server vrf M 192.0.2.1 key 1').ntpServers).toMatchObject([
      { address: '192.0.2.1', authenticated: true },
    ]);
  });

  it.each([
    ['clock timezone CST -6 0', -360],
    ['clock timezone IST 5 30', 330],
    ['clock timezone NST -3 30', -210],
    ['clock timezone UTC 0', 0],
  ])('reads %j', (line, minutes) => {
    expect(facts(line).zoneOffsetMinutes).toBe(minutes);
  });
});

describe('scripts', () => {
  it('keep their bodies, without passwords', () => {
    const { scripts } = facts(
      'event manager applet A authorization bypass',
      ' event syslog pattern "x"',
      ' action 1 cli command "username z secret Synthetic"',
    );
    expect(scripts).toMatchObject([{ kind: 'eem', name: 'A' }]);
    expect(scripts[0]!.body.slice(0, 2)).toEqual(['authorization bypass', 'event syslog pattern "x"']);
    expect(scripts[0]!.body.join(' ')).not.toContain('Synthetic');
  });

  it('are found wherever the device runs them', () => {
    const { scripts } = facts(
      'kron policy-list P',
      ' cli copy run tftp:',
      'event manager policy x.tcl type user',
      'scripting tcl init flash:a.tcl',
      'alias exec t tclsh flash:map.tcl',
    );
    expect(scripts.map((s) => `${s.kind} ${s.name}`)).toEqual([
      'kron P',
      'eem policy x.tcl',
      'tcl scripting init',
      'tcl alias t',
    ]);
  });
});

describe('unread statements', () => {
  it.each([
    ['tunnelling gre somewhere', 'tunnels'],
    ['frob tacacs now', 'aaa'],
    ['frob telnet', 'services'],
    ['frob permit all', 'acls'],
    ['snmp-server frob', 'snmp'],
    ['monitor frob', 'mirrors'],
    ['frob iox', 'containers'],
    ['frob nothing', null],
  ])('%j belongs to %s', (line, area) => {
    const sink = readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${line}\nend\n`);
    expect(sink.snapshots[0]!.unread).toMatchObject([{ area }]);
    expect(sink.unreadLines).toEqual(area === null ? [] : [{ origin: 'name:r1', kind: 'config' }]);
  });

  it('show no secret', () => {
    expect(facts('frob password Synthetic').unread[0]!.text).toBe('frob password [secret]');
  });
});
