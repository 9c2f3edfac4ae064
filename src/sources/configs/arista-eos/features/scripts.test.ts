import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { aristaEosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(
    aristaEosConfig,
    `! device: e1 (vEOS, EOS-4.28.3M)\nhostname e1\n${lines.join('\n')}\nend\n`,
  ).snapshots[0]!;
}

describe('programs', () => {
  it.each([
    [['daemon helper', '   exec /mnt/flash/helper -l 5901', '   no shutdown'], 'script daemon helper 2'],
    [['event-handler h', '   trigger on-boot', '   action bash', '      echo hi', '      EOF'], 'eem h 4'],
    [['schedule s interval 60 timeout 30 max-log-files 1 command bash x.sh'], 'scheduler s 1'],
    [['alias a bash tcpdump -i et1'], 'script alias a bash tcpdump -i et1 0'],
    [['alias a', '   10 bash sudo x'], 'script alias a 1'],
  ])('that run by themselves: %j', (lines, expected) => {
    const { scripts, unread } = facts(...lines);
    expect(scripts.map((s) => `${s.kind} ${s.name} ${s.body.length}`)).toEqual([expected]);
    expect(unread).toEqual([]);
  });

  it('are no aliases of show commands and no settings of the scheduler', () => {
    expect(facts('alias a show version', 'schedule config max-concurrent-jobs 1').scripts).toEqual([]);
  });

  it('hide the tokens that they are started with', () => {
    const { scripts } = facts(
      'daemon TerminAttr',
      '   exec /usr/bin/TerminAttr -cvauth=token-secure,Xq7synth -x',
    );
    expect(JSON.stringify(scripts)).not.toContain('Xq7synth');
  });
});

describe('places where foreign programs run', () => {
  it.each([
    [['container-manager', '   no shutdown'], 'container-manager true'],
    [['container x', '   image y'], 'container true'],
    [['virtual-machine v', '   shutdown'], 'virtual-machine false'],
  ])('%j', (lines, expected) => {
    expect(facts(...lines).services.map((s) => `${s.name} ${s.enabled}`)).toEqual([expected]);
  });
});

describe('services', () => {
  it.each([
    ['no lldp run', 'lldp false null'],
    ['boot system flash:/a.swi', 'boot-image true flash:/a.swi'],
    ['ip source-route', 'source-route true null'],
  ])('%j', (line, expected) => {
    expect(facts(line).services.map((s) => `${s.name} ${s.enabled} ${s.detail}`)).toEqual([expected]);
  });
});

describe('banners', () => {
  it('are no statements, up to a line EOF', () => {
    const { users, unread } = facts(
      'banner login',
      'username x nopassword',
      '   EOF',
      'EOF',
      'username y nopassword',
    );
    expect(users.map((u) => u.name)).toEqual(['y']);
    expect(unread).toEqual([]);
  });
});
