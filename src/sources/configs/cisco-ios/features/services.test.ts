import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

describe('services', () => {
  it.each([
    ['service pad', 'pad', true],
    ['no service pad', 'pad', false],
    ['service config', 'config-autoload', true],
    ['no service password-recovery', 'password-recovery', false],
    ['service internal', 'internal-commands', true],
    ['no service password-encryption', 'password-encryption', false],
    ['ip source-route', 'source-route', true],
    ['no ipv6 source-route', 'source-route-ipv6', false],
    ['no ip domain lookup', 'domain-lookup', false],
    ['no ip domain-lookup', 'domain-lookup', false],
    ['ip dns server', 'dns', true],
    ['lldp run', 'lldp', true],
    ['ip rcmd rsh-enable', 'rsh', true],
    ['restconf', 'restconf', true],
    ['no login on-success log', 'login-success-log', false],
    ['ip  finger  rfc-compliant', 'finger', true],
  ])('reads %j', (line, name, enabled) => {
    const read = facts(line);
    expect(read.services).toMatchObject([{ name, enabled, line: 3, lineEnd: 3 }]);
    expect(read.unread).toEqual([]);
  });

  it.each([
    ['boot system flash:/a.bin', 'flash:/a.bin'],
    ['boot system ftp://u:Xq7synth@192.0.2.1/a.bin', '@192.0.2.1/a.bin'],
    ['boot host scp://u:Xq7synth@192.0.2.1/x', '@192.0.2.1/x'],
    ['boot network tftp://192.0.2.1/x', 'tftp://192.0.2.1/x'],
  ])('keeps where %j loads from and no secret', (line, detail) => {
    const read = facts(line);
    expect(read.services[0]!.detail).toContain(detail);
    expect(JSON.stringify(read)).not.toContain('Xq7synth');
  });
});

describe('the web server', () => {
  it('is off when the last word says so, with the lines from first to last', () => {
    expect(facts('ip http server', 'ip http port 8080', 'no ip http server').services).toMatchObject([
      { name: 'http', enabled: false, port: 8080, line: 3, lineEnd: 5 },
    ]);
  });

  it.each([
    ['ip http access-class 20', '20'],
    ['ip http access-class ipv4 WEB', 'WEB'],
    ['ip http access-class ipv6 WEB6', 'WEB6'],
  ])('is guarded by %j in both its forms', (line, acl) => {
    const read = facts('ip http server', 'ip http secure-server', line);
    expect(read.services.map((s) => `${s.name} ${s.acl}`)).toEqual([`http ${acl}`, `https ${acl}`]);
    expect(read.aclBindings).toMatchObject([{ acl, where: 'http', line: 5 }]);
  });

  it('keeps the secret of its client', () => {
    const read = facts('ip http client password 7 0822455D0A16', 'ip http client username u');
    expect(read.secrets).toMatchObject([{ type: '7', length: 5 }]);
    expect(read.services).toEqual([]);
  });

  it('reports a setting nobody knows', () => {
    expect(facts('ip http frobnicate').unread).toMatchObject([{ area: 'services' }]);
  });
});

describe('SSH', () => {
  it.each([
    ['ip ssh version 2', null, null, 'version 2'],
    ['ip ssh port 22022 rotary 1 127', true, 22022, 'rotary 1 127'],
    ['ip ssh time-out 60', null, null, 'time-out 60'],
    ['ip ssh server algorithm encryption aes256-ctr', null, null, 'server algorithm encryption aes256-ctr'],
  ])('reads %j', (line, enabled, port, detail) => {
    expect(facts(line).services).toMatchObject([{ name: 'ssh', enabled, port, detail }]);
  });

  it('closes the port that is taken away', () => {
    expect(facts('no ip ssh port 22022 rotary 1').services).toMatchObject([{ enabled: false, port: 22022 }]);
  });
});

describe('file servers and clients', () => {
  it.each([
    ['tftp-server flash:a.bin', 'flash:a.bin', null],
    ['tftp-server flash:a.bin alias b.bin 20', 'flash:a.bin alias b.bin', '20'],
    ['tftp-server nvram:startup-config', 'nvram:startup-config', null],
  ])('reads %j', (line, detail, acl) => {
    expect(facts(line).services).toMatchObject([{ name: 'tftp-server', detail, acl }]);
  });

  it('keeps the password of the FTP client as a secret', () => {
    const read = facts('ip ftp username u', 'ip ftp password 0 Xq7synth');
    expect(read.secrets).toMatchObject([{ use: 'ftp', type: '0', length: 8, line: 4 }]);
    expect(JSON.stringify(read)).not.toContain('Xq7synth');
  });
});

describe('names for commands', () => {
  it('are set aside unless they run a script', () => {
    const read = facts(
      'alias exec ib show ip interface brief',
      'alias exec t tclsh ftp://u:Xq7synth@192.0.2.1/a.tcl',
    );
    expect(read.scripts).toMatchObject([{ kind: 'tcl', name: 'alias t', line: 4 }]);
    expect(JSON.stringify(read)).not.toContain('Xq7synth');
  });
});
