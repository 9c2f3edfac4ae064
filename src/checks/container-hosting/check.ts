import type { DeviceFacts, Service } from '../../model/device-facts.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from '../kit/contract.ts';
import type { Fix } from '../kit/fix.ts';
import { hardeningCheck, type Weakness } from '../kit/hardening.ts';
import { iosFix } from '../kit/ios.ts';
import { switchOf } from '../kit/switches.ts';

const SAYS: ReadonlyMap<string, (detail: string) => string> = new Map([
  ['iox', () => 'has its container host (IOx) switched on'],
  ['guestshell', () => 'has Guest Shell set up: a Linux shell beside the router'],
  ['app-hosting', (detail: string) => `has the hosted application ${detail} set up`],
  ['virtual-service', (detail: string) => `has the virtual service ${detail} set up`],
]);

/** `app-hosting appid guestshell` is told as Guest Shell and not a second time as an application. */
function isTwin({ name, detail }: Service): boolean {
  return name === 'app-hosting' && detail?.toLowerCase() === 'guestshell';
}

function hosted(facts: DeviceFacts): readonly Service[] {
  return facts.services.filter(
    (service) => SAYS.has(service.name) && service.enabled === true && !isTwin(service),
  );
}

function weaknesses(facts: DeviceFacts): readonly Weakness[] {
  const running = facts.state?.containers.filter(({ state }) => /running|activated/.test(state)) ?? [];
  return [
    ...hosted(facts).map((service) => ({
      key: `${service.name} ${service.name === 'guestshell' ? '' : (service.detail ?? '')}`.trim(),
      says: SAYS.get(service.name)?.(service.detail ?? '') ?? '',
      at: service,
      text: `${service.name} ${service.detail ?? ''}`.trim(),
      step: service.name === 'iox' ? 0 : 1,
    })),
    ...running.map((container) => ({
      key: `running ${container.name}`,
      says: `runs the container ${container.name}`,
      at: container,
      text: `${container.name} ${container.state}`,
      step: 1,
    })),
  ];
}

function fix(facts: DeviceFacts): Fix | null {
  const on = hosted(facts);
  const apps = on.flatMap(({ name, detail }) => {
    if (name === 'guestshell') return ['app-hosting appid guestshell'];
    return name === 'iox'
      ? []
      : [`${name === 'app-hosting' ? 'app-hosting appid' : name} ${detail ?? ''}`.trim()];
  });
  const iox = on.some(({ name }) => name === 'iox') ? ['iox'] : [];
  return iosFix(facts, {
    lines: [...apps, ...iox].map((line) => `no ${line}`),
    back: iox,
    first: [
      'Copy the files of each container to another host first: stopping it may destroy them, and with them its traces.',
      'Stop it: `guestshell disable`, or `app-hosting stop appid NAME` and `app-hosting deactivate appid NAME`.',
    ],
    afterwards: ['show iox-service', 'show app-hosting list', 'show virtual-service list'],
    mayCut: true,
  });
}

const isSilent = (view: DeviceView, facts: DeviceFacts): boolean =>
  switchOf(view, facts, 'iox').state === 'unknown' && hosted(facts).length === 0;

/** Containers and hosted applications left on (hardening guidance of December 2024; facts H38). */
export const check: Check = hardeningCheck({
  id: 'container-hosting',
  asks: 'Is this device set up to run programs beside its own software (Guest Shell, IOx, hosted applications)?',
  title: 'container host on',
  severity: 'low',
  attack: ['T1610', 'T1609'],
  areas: ['containers'],
  weaknesses,
  open: (facts, view) =>
    isSilent(view, facts)
      ? `No line speaks of containers, and we do not know what ${facts.platform} does then.`
      : null,
  cheapest: 'Run `show iox-service`, `show app-hosting list` and `show virtual-service list` on the device.',
  fix,
  otherExplanations: ['The automation or the probes of the carrier run there, by plan.'],
  next: [
    'Find the owner of each container; look in accounting who started it (check guestshell-lifecycle).',
    'List what it holds before you stop it: `dir bootflash:guest-share`, `app-hosting connect appid NAME session`.',
    'Where nobody needs it: `guestshell disable`, `no iox`.',
  ],
  sources: [
    {
      title: 'Cisco IOS XE Programmability Configuration Guide: Guest Shell',
      url: 'https://www.cisco.com/c/en/us/td/docs/ios-xml/ios/prog/configuration/169/b_169_programmability_cg/m-169-prog-guestshell-cg.html',
    },
  ],
});
