import type { DeviceFacts, Service } from '../../model/device-facts.ts';
import type { DeviceView } from '../../model/view.ts';
import { guardOf, guardText } from '../kit/acl.ts';
import type { Check } from '../kit/contract.ts';
import type { Fix } from '../kit/fix.ts';
import { hardeningCheck, type Weakness } from '../kit/hardening.ts';
import { IOS, iosFix } from '../kit/ios.ts';
import { switchOf } from '../kit/switches.ts';
import { CLEAR, type Clear, lineElsewhere, silentMatters } from './services.ts';

function running(view: DeviceView, facts: DeviceFacts, [name, clear]: [string, Clear]): readonly Weakness[] {
  const lines = facts.services.filter((service) => service.name === name && service.enabled === true);
  if (lines.length > 0) return lines.map((service) => lineWeakness(facts, service, clear));
  const { state, by } = switchOf(view, facts, name);
  if (state !== 'on' || !silentMatters(facts.platform, name)) return [];
  return [
    {
      key: name,
      says: `runs ${clear.says}`,
      at: null,
      text: `no line switches ${clear.says} off, and the platform has it on`,
      step: clear.step,
      notes: by ? [`The default is that of ${facts.platform}: ${by.source.title}.`] : [],
    },
  ];
}

function lineWeakness(facts: DeviceFacts, service: Service, { says, step, line }: Clear): Weakness {
  const guard = guardOf(facts, service.acl);
  const behind =
    guard === 'guards' ? `behind access list ${service.acl}` : `with ${guardText(guard, service.acl)}`;
  return {
    key: service.name,
    says: `runs ${says} ${behind}`,
    at: service,
    text: [IOS.has(facts.platform) ? line : service.name, service.detail ?? ''].join(' ').trim(),
    step: guard === 'guards' ? step - 1 : step,
  };
}

/** A tftp-server line stands for one file, and only the whole line takes it away. */
function lineOf(service: Service, { line }: Clear): string {
  if (service.name !== 'tftp-server') return line;
  return [line, service.detail, service.acl].filter((word) => word !== null).join(' ');
}

const AFTERWARDS: Readonly<Record<string, readonly string[]>> = {
  junos: ['show system connections inet | match LISTEN'],
  'nx-os': ['show feature | include telnet', 'show sockets connection'],
};

/** Platforms on which a service is one statement that can be taken away and put back. */
function otherFix(facts: DeviceFacts): Fix | null {
  const on = facts.services.flatMap(({ name, enabled }) => {
    const line = enabled === true && CLEAR.has(name) ? lineElsewhere(facts.platform, name) : null;
    return line === null ? [] : [line];
  });
  const lines = [...new Set(on)];
  if (lines.length === 0) return null;
  const [off, put] = facts.platform === 'junos' ? ['delete ', 'set '] : ['no ', ''];
  return {
    lines: lines.map((line) => `${off}${line}`),
    back: lines.map((line) => `${put}${line}`),
    first: ['SSH must let you in: try it in a second session.'],
    afterwards: AFTERWARDS[facts.platform] ?? [],
    mayCut: true,
  };
}

function fix(facts: DeviceFacts): Fix | null {
  if (!IOS.has(facts.platform)) return otherFix(facts);
  const on = facts.services.flatMap((service) => {
    const clear = CLEAR.get(service.name);
    return clear && service.enabled === true ? [lineOf(service, clear)] : [];
  });
  return iosFix(facts, {
    lines: on.map((line) => `no ${line}`),
    back: on,
    first: ['Whoever fetches files from this device needs another way: SCP or SFTP.'],
    afterwards: ['show control-plane host open-ports', 'show ip sockets', 'show tcp brief all'],
    mayCut: on.length > 0,
  });
}

const entries = (): readonly [string, Clear][] => [...CLEAR];

/** Management services in clear (hardening guidance of December 2024; facts H26). */
export const check: Check = hardeningCheck({
  id: 'cleartext-service',
  asks: 'Does this device run services that send passwords, files or commands in clear?',
  title: 'service in clear',
  severity: 'medium',
  attack: ['T1040', 'T1021'],
  areas: ['services', 'acls'],
  weaknesses: (facts, view) => entries().flatMap((each) => running(view, facts, each)),
  open: (facts, view) => {
    const unknown = entries().filter(
      ([name]) => silentMatters(facts.platform, name) && switchOf(view, facts, name).state === 'unknown',
    );
    if (unknown.length === 0) return null;
    const names = unknown.map(([, { says }]) => says).join(', ');
    return `No line speaks of ${names}, and we do not know what ${facts.platform} does then.`;
  },
  cheapest: 'Run `show control-plane host open-ports`, or scan the device from the management network.',
  fix,
  otherExplanations: [
    'The service was switched on to move one file, and forgotten.',
    'Phones or access devices of the carrier load their files from here.',
  ],
  next: [
    'Run `show ip sockets` and `show tcp brief all` on the device; look who talks to these ports in the flows.',
    'Switch the services off; use SSH, SCP or SFTP and HTTPS.',
    'Change the secrets that went over them.',
  ],
  sources: [
    {
      title: 'Cisco Guide to Harden Cisco IOS Devices',
      url: 'https://www.cisco.com/c/en/us/support/docs/ip/access-lists/13608-21.html',
    },
  ],
});
