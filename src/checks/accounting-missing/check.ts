import type { DeviceFacts } from '../../model/device-facts.ts';
import { unreportedLists } from '../kit/accounting.ts';
import type { Check } from '../kit/contract.ts';
import type { Fix } from '../kit/fix.ts';
import { hardeningCheck, type Weakness } from '../kit/hardening.ts';
import { IOS, iosFix } from '../kit/ios.ts';
import { ALIKE } from '../kit/platforms.ts';
import { authorizes, loginGroup, unheard } from './lists.ts';

const SERVICES = { exec: 'sessions', 'commands 15': 'commands of privilege 15' } as const;
type ServiceName = keyof typeof SERVICES;

const NAMES = Object.keys(SERVICES) as readonly ServiceName[];

const key = (service: ServiceName): string => `accounting ${service}`;

function weaknesses(facts: DeviceFacts): readonly Weakness[] {
  return IOS.has(facts.platform) ? iosWeaknesses(facts) : otherWeaknesses(facts);
}

function otherWeaknesses(facts: DeviceFacts): readonly Weakness[] {
  const missing = unheard(facts) ?? [];
  if (missing.length === 0) return [];
  const what = missing.map((service) => (service === 'exec' ? 'sessions' : 'commands')).join(' and ');
  const text = 'no accounting of them with a server stands there';
  return [{ key: 'accounting', says: `reports no ${what} to a server`, at: null, text }];
}

function iosWeaknesses(facts: DeviceFacts): readonly Weakness[] {
  if (facts.aaaNewModel !== true) return [noModel(facts)];
  const accounting = NAMES.flatMap((service): Weakness[] => {
    const lists = unreportedLists(facts, service);
    if (lists.length === 0) return [];
    return [
      {
        key: key(service),
        says: `reports no ${SERVICES[service]} to a server on every terminal line (aaa accounting ${service} ${lists.join(', ')})`,
        at: null,
        text: `no \`aaa accounting ${service} ${lists[0]}\` with a server stands there`,
      },
    ];
  });
  if (authorizes(facts, 'commands 15')) return accounting;
  const authorization: Weakness = {
    key: 'authorization',
    says: 'asks no server whether a command of privilege 15 is allowed',
    at: null,
    text: 'no `aaa authorization commands 15` with a server stands there',
    step: -1,
  };
  return [...accounting, authorization];
}

function noModel(facts: DeviceFacts): Weakness {
  return {
    key: 'model',
    says: 'uses no AAA: no server decides who may do what, and none is told',
    at: null,
    text: facts.aaaNewModel === false ? 'no aaa new-model' : 'no `aaa new-model` stands there',
  };
}

function otherFix(facts: DeviceFacts, group: string): Fix | null {
  const first = ['The servers must answer, and must be set to keep accounting.'];
  const afterwards = ['Run one command, and look for it at the servers.'];
  if (facts.platform === 'nx-os') {
    const line = `aaa accounting default group ${group}`;
    return { lines: [line], back: [`no ${line}`], first, afterwards, mayCut: false };
  }
  if (facts.platform !== 'junos' || group !== 'tacacs+') return null;
  const lines = [
    'set system accounting events [ login change-log interactive-commands ]',
    'set system accounting destination tacplus',
  ];
  return { lines, back: ['delete system accounting'], first, afterwards, mayCut: false };
}

function fix(facts: DeviceFacts, found: readonly Weakness[]): Fix | null {
  const group = loginGroup(facts);
  if (group === null) return null;
  if (!IOS.has(facts.platform)) return otherFix(facts, group);
  const keys = new Set(found.map((weakness) => weakness.key));
  const accounting = NAMES.filter((service) => keys.has(key(service))).flatMap((service) =>
    unreportedLists(facts, service).map(
      (list) => `aaa accounting ${service} ${list} start-stop group ${group}`,
    ),
  );
  const authorization = keys.has('authorization')
    ? [`aaa authorization commands 15 default group ${group} if-authenticated`]
    : [];
  const lines = [...accounting, ...authorization];
  return iosFix(facts, {
    lines,
    back: lines.map((line) => `no ${line}`),
    first: [
      'The servers must answer: `test aaa group` shows it.',
      ...(authorization.length > 0
        ? ['The servers must allow the commands of your account, that of `no aaa authorization` above all.']
        : []),
    ],
    afterwards: ['show aaa method-lists all', 'show accounting'],
    mayCut: authorization.length > 0,
  });
}

/** Sessions and commands of which no AAA server hears (hardening guidance of December 2024; facts H16). */
export const check: Check = hardeningCheck({
  id: 'accounting-missing',
  asks: 'Does a server hear of each session and command on this device, and decide on the commands?',
  title: 'no accounting or authorization by a server',
  severity: 'medium',
  attack: ['T1562.001', 'T1078'],
  areas: ['aaa', 'lines'],
  platforms: ALIKE,
  weaknesses,
  open: ({ platform }) =>
    IOS.has(platform) ? null : `We do not know whether a server decides on the commands of ${platform}.`,
  cheapest: 'Log in, run one command, and look for both in the accounting of the AAA servers.',
  fix,
  otherExplanations: [
    'A jump host records the sessions, and nobody may log in past it.',
    'The device serves as a lab.',
  ],
  next: [
    'Run `show aaa method-lists all` on the device.',
    'Set accounting of exec and of commands 15 to the servers, and command authorization; apply named lists on each line.',
    'Until then read the log of commands (check config-change-unlogged) and the journal of the jump host.',
  ],
  sources: [
    {
      title: 'Cisco Guide to Harden Cisco IOS Devices',
      url: 'https://www.cisco.com/c/en/us/support/docs/ip/access-lists/13608-21.html',
    },
  ],
});
