import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../../../model/device-facts.ts';
import { readWith } from '../../../kit/recording-sink.ts';
import { ciscoIosConfig } from '../source.ts';

function facts(...lines: string[]): DeviceFacts {
  return readWith(ciscoIosConfig, `version 15.2\nhostname r1\n${lines.join('\n')}\nend\n`).snapshots[0]!;
}

const read = (text: string): DeviceFacts => readWith(ciscoIosConfig, text).snapshots[0]!;

describe('identity', () => {
  it.each([
    ['12.4', 'ios'],
    ['15.7', 'ios'],
    ['16.12', 'ios-xe'],
    ['17.9', 'ios-xe'],
  ])('train %s is %s', (version, platform) => {
    expect(read(`version ${version}\nhostname r1\nend\n`)).toMatchObject({
      platform,
      version: { text: version, line: 1 },
    });
  });

  it('takes the name as set last, without quotes, and names the device by it in lower case', () => {
    expect(facts('hostname "PE-Chi-01"')).toMatchObject({
      hostname: 'PE-Chi-01',
      aliases: ['name:pe-chi-01'],
    });
  });

  it('takes serial and model from the licence', () => {
    expect(facts('license udi pid ISR4331/K9 sn fdo0000synt')).toMatchObject({
      model: 'ISR4331/K9',
      serials: ['FDO0000SYNT'],
    });
  });

  it.each([
    ['version 15.2\nhostname r1\nend\n', true],
    ['version 15.2\nhostname r1\n', false],
    ['version 15.2\nhostname r1\n end\n', false],
    ['version 15.2\nhostname r1\nbanner motd ^C\nend\n^C\n', false],
  ])('%j is whole: %s', (text, complete) => {
    expect(read(text).complete).toBe(complete);
  });
});
