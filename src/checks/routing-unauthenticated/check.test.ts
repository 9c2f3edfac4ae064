import { describe, expect, it } from 'vitest';
import { fixOf } from '../../../test/harness/fix-of.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import { someFacts, someView } from '../kit/fixture.ts';
import { check } from './check.ts';

runCases(import.meta.dirname);

// Some secret stands encrypted already, as on every device.
const HEAD = ['version 15.2', 'hostname pe-01', 'enable secret 9 $9$synthetic$text'];
const config = (...lines: string[]): string[] => [...HEAD, ...lines, 'end'];
const FACE = ['interface GigabitEthernet0/0', ' ip address 10.0.0.1 255.255.255.252'];
const OSPF = ['router ospf 1', ' network 10.0.0.0 0.0.0.255 area 0'];

/** As a device with a master key keeps it. */
const TYPE_6 = { 'key-string <NEW SECRET>': 'key-string 6 SYNTHETIC' };

describe('fix of routing-unauthenticated', () => {
  it('puts a key chain on the interfaces of OSPF', async () => {
    const { before, fix, after, worse } = await fixOf(check, config(...FACE, ...OSPF), TYPE_6);
    expect(before).toBe('hit');
    expect(fix?.lines.slice(-2)).toEqual([
      'interface GigabitEthernet0/0',
      ' ip ospf authentication key-chain ROUTING-AUTH',
    ]);
    expect(fix?.back.at(-1)).toBe('no key chain ROUTING-AUTH');
    expect(after).toBe('clear');
    expect(worse).toEqual([]);
  });

  it('puts MD5 on groups of HSRP', async () => {
    const { before, fix, after } = await fixOf(check, config(...FACE, ' standby 1 ip 10.0.0.2'));
    expect(fix?.lines).toEqual([
      'interface GigabitEthernet0/0',
      ' standby 1 authentication md5 key-string <NEW SECRET>',
    ]);
    expect([before, after]).toEqual(['hit', 'clear']);
  });

  it('leaves neighbours of BGP to people', async () => {
    const bgp = ['router bgp 64500', ' neighbor 203.0.113.1 remote-as 64501'];
    const { before, fix } = await fixOf(check, config(...FACE, ...bgp));
    expect(before).toBe('hit');
    expect(fix).toBeNull();
  });
});

describe('on another platform', () => {
  const use = { area: 'routing', part: 'authentication', line: 1, lineEnd: 1 } as const;

  it('a written setting counts, and silence leaves the question open', () => {
    const facts = (value: string): ReturnType<typeof someView> =>
      someView({
        configs: [
          someFacts({
            platform: 'nx-os',
            routingPeers: [],
            crypto: [{ ...use, subject: 'ospf Ethernet1/1', value }],
          }),
        ],
      });
    expect(check.evaluate(facts('none')).map(({ key }) => key)).toEqual(['ospf']);
    expect(check.evaluate(facts('md5'))).toEqual([]);
    expect(check.limits?.(facts('md5')).map(({ code }) => code)).toEqual(['platform-unknown']);
  });
});
