import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Fix } from '../kit/fix.ts';
import { iosFix } from '../kit/ios.ts';

const WORDS: Readonly<Record<string, string>> = { http: 'ip http server', https: 'ip http secure-server' };

/**
 * Switches off the web servers that `weak` names, and those of which no line speaks, since their default differs between
 * releases. Null for platforms whose lines are not those of IOS.
 */
export function fixOfWeb(facts: DeviceFacts, weak: ReadonlySet<string>): Fix | null {
  if (weak.size === 0) return null;
  const said = (name: string): boolean => facts.services.some((s) => s.name === name && s.enabled !== null);
  const off = Object.entries(WORDS).filter(([name]) => weak.has(name) || !said(name));
  const uses = facts.services.some((s) => s.name === 'restconf' && s.enabled === true);
  const first = ['No subscriber portal, provisioning system or person needs the web server of this device.'];
  if (uses && off.some(([name]) => name === 'https'))
    first.push('RESTCONF is on and works only with the HTTPS server: its controller must have another way.');
  return iosFix(facts, {
    lines: off.map(([, words]) => `no ${words}`),
    back: off.map(([name, words]) => (said(name) ? words : `default ${words}`)).reverse(),
    first,
    afterwards: ['show ip http server status', 'show running-config | include ip http'],
    mayCut: true,
  });
}
