import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoNxosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoNxosConfig, `version 9.3(8)\nhostname n1\n${lines.join('\n')}\nline vty\n`)
    .snapshots[0]!;
}

const services = (...lines: string[]): string[] =>
  facts(...lines).services.map((s) => `${s.name} ${s.enabled} ${s.port ?? '-'} ${s.detail ?? '-'}`);

describe('features', () => {
  it.each([
    ['feature telnet', 'telnet true - -'],
    ['no feature telnet', 'telnet false - -'],
    ['feature nxapi', 'nxapi true - -'],
    ['feature bash-shell', 'bash-shell true - -'],
    ['feature scp-server', 'scp true - -'],
    ['feature sftp-server', 'sftp-server true - -'],
    ['feature grpc', 'gnmi true - -'],
    ['no feature lldp', 'lldp false - -'],
    ['feature scheduler', 'scheduler true - -'],
  ])('that open the device: %j', (line, service) => {
    expect(services(line)).toEqual([service]);
    expect(facts(line).unread).toEqual([]);
  });

  it.each(['feature bgp', 'feature nv overlay', 'feature interface-vlan', 'feature tacacs+'])(
    'of forwarding are set aside: %j',
    (line) => {
      expect(services(line)).toEqual([]);
      expect(facts(line).unread).toEqual([]);
    },
  );

  it('that nobody knows may open the device', () => {
    expect(facts('feature back-door').unread).toMatchObject([
      { area: 'services', text: 'feature back-door' },
    ]);
  });
});

describe('services', () => {
  it.each([
    ['ssh port 22022', 'ssh true 22022 -'],
    ['nxapi https port 18443', 'nxapi-https true 18443 -'],
    ['no nxapi http', 'nxapi-http false - -'],
    ['nxapi use-vrf management', 'nxapi null - use-vrf management'],
    ['nxapi sandbox', 'nxapi-sandbox true - -'],
    ['boot nxos bootflash:/a.bin', 'boot-image true - bootflash:/a.bin'],
    ['no ip source-route', 'source-route false - -'],
    ['no cdp enable', 'cdp false - -'],
    ['no password strength-check', 'password-strength-check false - -'],
    ['copp profile strict', 'copp true - strict'],
    ['no-service-password-recovery', 'password-recovery false - -'],
  ])('%j', (line, service) => {
    expect(services(line)).toEqual([service]);
    expect(facts(line).unread).toEqual([]);
  });

  it('of the control plane name their policy', () => {
    expect(services('control-plane', '  service-policy input P')).toEqual(['copp true - P']);
  });
});

describe('containers', () => {
  it('are virtual services; the Guest Shell is one of them', () => {
    expect(services('virtual-service guestshell+', '  activate').map((s) => s.split(' ')[0])).toEqual([
      'virtual-service',
      'guestshell',
    ]);
  });

  it('that are not activated are off', () => {
    expect(services('virtual-service X', '  no activate')).toEqual(['virtual-service false - X']);
  });
});

describe('scripts', () => {
  it('are the jobs of the scheduler with their bodies, wherever these stand', () => {
    const { scripts, unread } = facts(
      'scheduler job name a',
      'copy running-config ftp://u:Xq7synth@192.0.2.1/x',
      'show clock',
      'end-job',
      'scheduler schedule name s',
      '  job name a',
      '  time daily 2:00',
    );
    expect(scripts.map((s) => `${s.kind} ${s.name} ${s.body.length}`)).toEqual([
      'scheduler a 2',
      'scheduler schedule s 2',
    ]);
    expect(JSON.stringify(scripts)).not.toContain('Xq7synth');
    expect(unread).toEqual([]);
  });

  it('are no lines behind a job that never ends', () => {
    const { scripts, interfaces } = facts('scheduler job name a', 'interface Ethernet1/1', '  shutdown');
    expect(scripts).toMatchObject([{ name: 'a', body: [] }]);
    expect(interfaces).toHaveLength(1);
  });

  it.each([
    ['event manager applet A', '  action 1 cli show clock'],
    ['cli alias name x guestshell run /bootflash/w.sh', ''],
  ])('run by themselves: %j', (line, child) => {
    expect(facts(line, ...(child ? [child] : [])).scripts).toHaveLength(1);
  });

  it('are no aliases of show commands', () => {
    expect(facts('cli alias name x show clock').scripts).toEqual([]);
  });
});
