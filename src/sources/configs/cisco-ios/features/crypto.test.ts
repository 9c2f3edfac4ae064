import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

describe('IKE keys', () => {
  it.each([
    [['crypto isakmp key Xq7synth address 203.0.113.1'], '0', 8],
    [['crypto isakmp key 6 Xq7synth address 0.0.0.0 0.0.0.0'], '6', 8],
    [['crypto keyring K', '  pre-shared-key hostname h key 0 Xq7synth'], '0', 8],
    [['crypto ikev2 keyring K', ' peer P', '  pre-shared-key Xq7synth'], '0', 8],
    [['crypto ikev2 keyring K', ' peer P', '  pre-shared-key local hex 0xAABB'], '0', 6],
    [['crypto isakmp client configuration group G', ' key Xq7synth', ' pool P'], '0', 8],
    [['crypto isakmp key two words address 203.0.113.1'], '0', 3],
  ])('are kept from %j', (lines, type, length) => {
    const read = facts(...lines);
    expect(read.secrets).toMatchObject([{ use: 'ike', type, length }]);
    expect(JSON.stringify(read)).not.toContain('Xq7synth');
  });

  it('stand at their own lines', () => {
    const { secrets } = facts(
      'crypto ikev2 keyring K',
      ' peer A',
      '  address 203.0.113.1',
      '  pre-shared-key local Xq7synth',
      ' peer B',
      '  pre-shared-key remote 6 Xq7other',
    );
    expect(secrets.map((s) => s.line)).toEqual([6, 8]);
  });

  it('are none where a policy names its method', () => {
    const read = facts(
      'crypto isakmp policy 10',
      ' authentication pre-share',
      ' hash md5',
      ' encryption aes 256',
    );
    expect(read.secrets).toEqual([]);
    expect(read.unread).toEqual([]);
  });
});

describe('certificates', () => {
  it('are set aside whole, and the line numbers behind them are right', () => {
    const { users, unread } = facts(
      'crypto pki certificate chain C',
      ' certificate self-signed 01',
      '  3082022B 30820194 A0030201 02020101 300D0609 2A864886 F70D0101 04050030',
      '  \tquit',
      'username noc secret 9 $9$synth$x',
    );
    expect(users).toMatchObject([{ name: 'noc', line: 7 }]);
    expect(unread).toEqual([]);
  });

  it('keep the password of a trustpoint', () => {
    const read = facts(
      'crypto pki trustpoint T',
      ' enrollment url http://192.0.2.1:80',
      ' password 7 0822455D0A16',
    );
    expect(read.secrets).toMatchObject([{ type: '7', length: 5, line: 5 }]);
  });
});
