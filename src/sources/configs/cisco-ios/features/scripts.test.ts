import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

describe('scripts', () => {
  it.each([
    ['event manager policy x.tcl type user', 'eem', 'policy x.tcl', ['type user']],
    [
      'event manager directory user policy flash:/eem',
      'eem',
      'directory user policy flash:/eem',
      ['policy flash:/eem'],
    ],
    [
      'event manager environment _mail noc@synthetic.example',
      'eem',
      'environment _mail',
      ['noc@synthetic.example'],
    ],
    ['scripting tcl init ftp://192.0.2.1/a.tcl', 'tcl', 'scripting init', ['ftp://192.0.2.1/a.tcl']],
    ['kron occurrence O at 3:00 recurring', 'kron', 'occurrence O', ['at 3:00 recurring']],
  ])('are read from %j', (line, kind, name, body) => {
    expect(facts(line).scripts).toMatchObject([{ kind, name, body, line: 3 }]);
  });

  it.each(['no event manager applet A', 'no kron policy-list P', 'no event manager policy x.tcl'])(
    'are not added by %j',
    (line) => {
      expect(facts(line).scripts).toEqual([]);
    },
  );

  it('keep every line of their body, with the lines from first to last', () => {
    const { scripts } = facts(
      'event manager applet A',
      ' event timer cron cron-entry "0 3 * * *"',
      ' action 1.0 cli command "enable"',
      ' action 2.0 if $x eq 1',
      '  action 2.1 syslog msg "x"',
      '!',
      'vlan 3',
    );
    expect(scripts).toMatchObject([{ line: 3, lineEnd: 7 }]);
    expect(scripts[0]!.body).toHaveLength(4);
  });

  it.each([
    'event manager environment _password Xq7synth',
    'event manager environment _ftp_secret Xq7synth',
    'event manager environment url ftp://u:Xq7synth@192.0.2.1',
    'event manager directory user policy ftp://u:Xq7synth@192.0.2.1/p',
    'scripting tcl init ftp://u:Xq7synth@192.0.2.1/a.tcl',
    'event manager policy ftp://u:Xq7synth@192.0.2.1/a.tcl',
  ])('show no secret of %j', (line) => {
    const read = facts(line);
    expect(read.scripts).toHaveLength(1);
    expect(JSON.stringify(read)).not.toContain('Xq7synth');
  });

  it('show no secret of the commands they run', () => {
    const read = facts(
      'kron policy-list P',
      ' cli copy running-config scp://u:Xq7synth@192.0.2.1/x',
      ' cli show running-config | redirect tftp://192.0.2.1/x',
    );
    expect(read.scripts[0]!.body).toHaveLength(2);
    expect(JSON.stringify(read)).not.toContain('Xq7synth');
  });
});
