import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

describe('logging hosts', () => {
  it.each([
    ['logging 192.0.2.1', '192.0.2.1', null, null],
    ['logging host 192.0.2.1', '192.0.2.1', null, null],
    ['logging host 192.0.2.1 vrf M', '192.0.2.1', null, 'M'],
    ['logging host 192.0.2.1 transport tcp port 1514', '192.0.2.1', 'tcp', null],
    ['logging host 192.0.2.1 transport tls profile P', '192.0.2.1', 'tls', null],
    ['logging host ipv6 2001:DB8::00:1 transport udp', '2001:db8::1', 'udp', null],
    ['logging host log.synthetic.example discriminator D', 'log.synthetic.example', null, null],
    ['logging  host  192.0.2.1  vrf  M  transport  udp', '192.0.2.1', 'udp', 'M'],
  ])('reads %j', (line, address, transport, vrf) => {
    expect(facts(line).logging.hosts).toMatchObject([{ address, transport, vrf, line: 3, lineEnd: 3 }]);
  });

  it('are not added when taken away', () => {
    expect(facts('no logging host 192.0.2.1', 'no logging 192.0.2.2').logging.hosts).toEqual([]);
  });
});

describe('what is logged', () => {
  it.each(
    'emergencies alerts critical errors warnings notifications informational debugging'
      .split(' ')
      .map((name, level) => [name, level] as const),
  )('knows %s as %i', (name, level) => {
    expect(facts(`logging trap ${name}`).logging.trap).toMatchObject({ level, line: 3 });
  });

  it.each(['logging trap 8', 'logging trap loud', 'logging trap -1'])('reports %j', (line) => {
    const read = facts(line);
    expect(read.logging.trap).toBeNull();
    expect(read.unread).toMatchObject([{ area: 'logging' }]);
  });

  it.each([
    ['logging on', true],
    ['no logging on', false],
    ['no logging', false],
    ['no logging trap', false],
  ])('reads %j', (line, enabled) => {
    expect(facts(line).logging.enabled).toBe(enabled);
  });

  it.each([
    [
      'service timestamps log datetime msec localtime show-timezone year',
      'datetime msec localtime show-timezone year',
    ],
    ['service timestamps log uptime', 'uptime'],
    ['service timestamps', 'uptime'],
    ['no service timestamps log', null],
    ['service timestamps debug datetime', null],
  ])('reads %j', (line, timestamps) => {
    expect(facts(line).logging.timestamps).toBe(timestamps);
  });

  it('knows about sequence numbers, and of their end', () => {
    expect(facts('service sequence-numbers').logging.sequenceNumbers).toBe(true);
    expect(facts('service sequence-numbers', 'no service sequence-numbers').logging.sequenceNumbers).toBe(
      false,
    );
  });

  it.each([
    ['no logging console', 'logging-console', false, null],
    ['logging buffered 64000 debugging', 'logging-buffer', true, '64000 debugging'],
    ['no logging buffered', 'logging-buffer', false, null],
    ['logging filter flash:hide.tcl', 'logging-filter', true, 'flash:hide.tcl'],
  ])('reads %j', (line, name, enabled, detail) => {
    expect(facts(line).services).toMatchObject([{ name, enabled, detail }]);
  });
});

describe('the archive', () => {
  it('logs commands only where the log of commands is on', () => {
    const on = ['archive', ' log config', '  logging enable', '  notify syslog', '  hidekeys'];
    expect(facts(...on).logging.commandLogging).toBe(true);
    expect(facts('archive', ' log config', '  logging size 500').logging.commandLogging).toBe(false);
    expect(facts(...on, '  no logging enable').logging.commandLogging).toBe(false);
  });

  it.each([
    ['path flash:bak', 'flash:bak', 0],
    ['path scp://bk@192.0.2.1/$h', 'scp://[user]@192.0.2.1/$h', 0],
    ['path ftp://bk:p@ss@192.0.2.1/$h', 'ftp://[user]@192.0.2.1/$h', 1],
    ['path http://192.0.2.1/x', 'http://192.0.2.1/x', 0],
  ])('reads %j', (line, detail, secrets) => {
    const read = facts('archive', ` ${line}`);
    expect(read.services).toMatchObject([{ name: 'archive', detail, line: 4 }]);
    expect(read.secrets).toHaveLength(secrets);
  });
});

describe('the log of commands', () => {
  const settings = (...lines: string[]): string[] =>
    facts('archive', ' log config', ...lines.map((line) => `  ${line}`))
      .services.filter(({ name }) => name.startsWith('command-log'))
      .map(({ name, enabled }) => `${name} ${enabled}`);

  it('tells whether it is sent and whether secrets are left out of it', () => {
    const on = settings('logging enable', 'notify syslog contenttype plaintext', 'hidekeys');
    expect(on).toEqual(['command-log-notify true', 'command-log-hidekeys true']);
    expect(settings('no notify syslog', 'no hidekeys')).toEqual([
      'command-log-notify false',
      'command-log-hidekeys false',
    ]);
    expect(settings('logging size 200')).toEqual([]);
  });
});
