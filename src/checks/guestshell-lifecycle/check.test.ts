import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import { shortestLife } from './check.ts';
import { commandStage, messageStage } from './stages.ts';

runCases(import.meta.dirname);

describe('commandStage', () => {
  it.each([
    ['guestshell enable', 'enable'],
    ['guestsh en', 'enable'],
    ['guestshell run bash', 'use'],
    ['guestshell disable', 'disable'],
    ['guestshell des', 'destroy'],
    ['run guestshell', 'use'],
    ['dohost "show running-config"', 'use'],
    ['app-hosting activate appid guestshell', 'enable'],
    ['app-hosting uninstall appid guestshell', 'destroy'],
    ['app-hosting activate appid thousandeyes', null],
    ['show guestshell', null],
    ['show app-hosting list', null],
  ])('%s', (command, stage) => {
    expect(commandStage({ command })).toBe(stage);
  });
});

describe('messageStage', () => {
  const say = (message: string): ReturnType<typeof messageStage> =>
    messageStage({ mnemonic: 'VIRT_SERVICE-5-ACTIVATION_STATE', message });

  it('tells activated from deactivated', () => {
    expect(say('Successfully activated virtual service guestshell+')).toBe('enable');
    expect(say('Successfully deactivated virtual service guestshell+')).toBe('disable');
    expect(say('Successfully activated virtual service utd')).toBeNull();
  });
});

describe('shortestLife', () => {
  it('counts from a start to the next end', () => {
    expect(
      shortestLife([
        { stage: 'enable', at: 0 },
        { stage: 'use', at: 5 },
        { stage: 'destroy', at: 100 },
        { stage: 'enable', at: 1000 },
        { stage: 'destroy', at: 1010 },
      ]),
    ).toBe(10);
  });

  it('is unknown without a start', () => {
    expect(shortestLife([{ stage: 'destroy', at: 100 }])).toBeNull();
  });
});
