import { describe, expect, it } from 'vitest';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

const FACE = ['interface Gi0/0', ' ip address 10.0.0.1 255.255.255.252'];

function uses(...lines: string[]): string[] {
  const text = `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`;
  const { crypto } = readWith(ciscoIosConfig, text).snapshots[0]!;
  return crypto.filter((use) => use.area === 'routing').map((use) => `${use.subject} ${use.value}`);
}

describe('OSPF on an interface', () => {
  it('that a network line takes in needs a proof', () => {
    expect(uses(...FACE, 'router ospf 1', ' network 10.0.0.0 0.0.0.255 area 0')).toEqual(['ospf Gi0/0 none']);
  });

  it.each([
    [' ip ospf authentication message-digest', 'md5'],
    [' ip ospf authentication', 'text'],
    [' ip ospf authentication null', 'none'],
    [' ip ospf authentication key-chain K', 'key-chain'],
  ])('has the proof of its own line: %s', (line, proof) => {
    const process = [
      'router ospf 1',
      ' area 0 authentication message-digest',
      ' network 10.0.0.0 0.0.0.255 area 0',
    ];
    expect(uses(...FACE, line, ...process)).toEqual([`ospf Gi0/0 ${proof}`]);
  });

  it('has the proof of its area otherwise, also where the interface names the area', () => {
    const process = ['router ospf 1', ' area 0 authentication message-digest'];
    expect(uses(...FACE, ' ip ospf 1 area 0', ...process)).toEqual(['ospf Gi0/0 md5']);
    expect(uses(...FACE, ' ip ospf 1 area 7', ...process)).toEqual(['ospf Gi0/0 none']);
  });

  it.each([
    [['router ospf 1', ' network 10.9.0.0 0.0.255.255 area 0']],
    [['router ospf 1', ' passive-interface Gi0/0', ' network 10.0.0.0 0.0.0.255 area 0']],
    [['router ospf 1', ' passive-interface default', ' network 10.0.0.0 0.0.0.255 area 0']],
    [['router ospf 1 vrf BLUE', ' network 10.0.0.0 0.0.0.255 area 0']],
  ])('has no neighbours where it does not run or is passive: %j', (process) => {
    expect(uses(...FACE, ...process)).toEqual([]);
  });

  it('speaks where the default is passive and it is named', () => {
    const lines = [
      ' passive-interface default',
      ' no passive-interface Gi0/0',
      ' network 10.0.0.1 0.0.0.0 area 0',
    ];
    expect(uses(...FACE, 'router ospf 1', ...lines)).toEqual(['ospf Gi0/0 none']);
  });

  it('needs none where it is shut down', () => {
    expect(uses(...FACE, ' shutdown', 'router ospf 1', ' network 0.0.0.0 255.255.255.255 area 0')).toEqual(
      [],
    );
  });
});

describe('other protocols', () => {
  it.each([
    [[...FACE, ' ip router isis'], 'isis Gi0/0 none'],
    [[...FACE, ' ip router isis', ' isis authentication mode md5'], 'isis Gi0/0 md5'],
    [[...FACE, ' ip router isis', ' isis password Xq7synth'], 'isis Gi0/0 text'],
    [[...FACE, ' ip router isis', 'router isis', ' authentication mode md5'], 'isis Gi0/0 md5'],
    [[...FACE, 'router eigrp 100', ' network 10.0.0.0'], 'eigrp Gi0/0 none'],
    [
      [...FACE, ' ip authentication mode eigrp 100 md5', 'router eigrp 100', ' network 10.0.0.0'],
      'eigrp Gi0/0 md5',
    ],
    [['router eigrp CORE', ' address-family ipv4 unicast autonomous-system 1'], 'eigrp CORE none'],
    [[...FACE, ' standby 1 ip 10.0.0.3'], 'hsrp Gi0/0 group 1 none'],
    [[...FACE, ' standby ip 10.0.0.3', ' standby authentication Xq7synth'], 'hsrp Gi0/0 group 0 text'],
    [
      [...FACE, ' standby 1 ip 10.0.0.3', ' standby 1 authentication md5 key-string Xq7synth'],
      'hsrp Gi0/0 group 1 md5',
    ],
  ])('%j', (lines, expected) => {
    expect(uses(...lines)).toEqual([expected]);
  });

  it('keep the secrets of the lines apart from their words', () => {
    const text = `version 15.2\nhostname r1\n${FACE.join('\n')}\n standby 1 authentication md5 key-string Xq7synth\nend\n`;
    const facts = readWith(ciscoIosConfig, text).snapshots[0]!;
    expect(facts.secrets).toMatchObject([{ use: 'hsrp', length: 8 }]);
    expect(JSON.stringify(facts)).not.toContain('Xq7synth');
  });
});
