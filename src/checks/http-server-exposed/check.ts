import type { DeviceFacts, Service } from '../../model/device-facts.ts';
import type { Hit, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { type Guard, guardOf, guardText } from '../kit/acl.ts';
import { externalInterfaces } from '../kit/addresses.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { limit } from '../kit/limits.ts';
import { factProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { type Standing, standing, wholeConfigs } from '../kit/snapshots.ts';
import { AA25_239A, HARDENING, technique } from '../kit/sources.ts';
import { fixOfWeb } from './fix.ts';

interface Web {
  readonly service: Service;
  readonly guard: Guard;
  readonly outside: string | null;
}

const PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };

/**
 * The web servers that are on and should not be: HTTP always, HTTPS where no access list guards it (H39). Only a whole
 * configuration counts, since the access list may stand after the line where another was cut.
 */
function websOf(facts: DeviceFacts): { key: string; item: Web }[] {
  if (!facts.complete) return [];
  const outside = externalInterfaces(facts)[0]?.name ?? null;
  return facts.services
    .filter(({ name, enabled }) => enabled === true && Object.hasOwn(PORTS, name))
    .map((service) => ({ service, guard: guardOf(facts, service.acl), outside }))
    .filter(({ service, guard }) => service.name === 'http' || guard !== 'guards')
    .map((item) => ({ key: item.service.name, item }));
}

function severityOf({ guard, outside }: Web): Severity {
  if (guard === 'guards') return 'low';
  return outside ? 'high' : 'medium';
}

const portOf = ({ service }: Web): number => service.port ?? PORTS[service.name] ?? 0;

function hitOf(view: DeviceView, { seen, gone, first, last }: Standing<Web>): Hit {
  const { item } = seen.at(-1) as (typeof seen)[number];
  const { service, guard, outside } = item;
  const plain = service.name === 'http' ? 'a web server in plain HTTP' : 'a web server';
  const guarded = guard === 'guards' ? `access list ${service.acl}` : guardText(guard, service.acl);
  const notes: string[] = [];
  if (outside && guard !== 'guards')
    notes.push(`${outside} has an address outside the private space, so strangers may reach the web server.`);
  if (gone) notes.push('The newest configuration no longer has it.');
  return makeHit({
    key: service.name,
    title: `${view.device.id} runs ${plain} on port ${portOf(item)} with ${guarded}`,
    severity: shiftSeverity(severityOf(item), gone ? -1 : 0),
    confidence: 'high',
    first,
    last,
    proof: seen.map(({ facts, item: each }) =>
      factProof(facts, each.service, {
        text: service.name === 'http' ? 'ip http server' : 'ip http secure-server',
        shows: `${guardText(each.guard, each.service.acl) || 'guarded'}, port ${portOf(each)}`,
      }),
    ),
    notes,
  });
}

/** Web servers for management that anybody may reach (hardening guidance of December 2024; facts H39). */
export const check: Check = {
  id: 'http-server-exposed',
  asks: 'Does this device offer its web interface to everybody?',
  title: 'web interface without a guard',
  class: 'weakness',
  severity: 'medium',
  attack: ['T1190'],
  subjects: ['router'],
  needs: [{ kinds: ['config'], areas: ['services', 'acls'], over: 'snapshot' }],
  selects: [],
  flows: null,
  evaluate: (view) => standing(view, websOf).map((group) => hitOf(view, group)),
  limits: (view) => {
    const silent = wholeConfigs(view).filter(
      (facts) =>
        !['http', 'https'].every((name) => facts.services.some((s) => s.name === name && s.enabled !== null)),
    );
    if (silent.length === 0) return [];
    const text = 'No line says whether the web server is on, and the default differs between releases.';
    const cheapest = 'Run `show ip http server status` on the device.';
    return [limit('platform-unknown', ['config'], { text, cheapest })];
  },
  fix: (_view, facts) => fixOfWeb(facts, new Set(websOf(facts).map(({ key }) => key))),
  otherExplanations: [
    'A guard stands in front: a control-plane policy, an access list on the interfaces, or a separate network.',
    'The session modules are switched off, so that the server answers nothing of use.',
    'A web portal for subscribers needs the server.',
  ],
  next: [
    'Run `show ip http server status` and `show ip http server session-module` on the device.',
    'Look for signs of use: checks wsma-double-encoded, webui-created-user and web-mgmt-odd-port.',
    'Set `no ip http server` and `no ip http secure-server`; where HTTPS is needed, bind `ip http access-class`.',
  ],
  sources: [HARDENING, AA25_239A, technique('T1190', 'Exploit Public-Facing Application')],
  fleet: false,
};
