import type { DeviceFacts } from '../../model/device-facts.ts';
import type { HttpRecord } from '../../model/record.ts';
import type { Hit, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { isExternalText } from '../kit/addresses.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { limit } from '../kit/limits.ts';
import { recordProof } from '../kit/proof.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { webServerOff } from '../kit/web-server.ts';
import { createdUser, isDoubleEncoded, type Outcome, outcomeOf } from './request.ts';

const OUTCOMES: readonly Outcome[] = ['done', 'answered', 'unknown', 'refused'];

const SAYS: Readonly<Record<Outcome, string>> = {
  done: 'and the device did as it was told',
  answered: 'and the device answered 200',
  unknown: 'and its answer is not known',
  refused: 'and the device refused',
};

const SEVERITY: Readonly<Record<Outcome, Severity>> = {
  done: 'critical',
  answered: 'critical',
  unknown: 'high',
  refused: 'medium',
};

function clientHit(view: DeviceView, client: string, requests: readonly HttpRecord[]): Hit {
  const outcomes = new Set(requests.map(outcomeOf));
  const best = OUTCOMES.find((outcome) => outcomes.has(outcome)) ?? 'unknown';
  const users = [
    ...new Set(requests.map((r) => createdUser(r.requestBody)).filter((u) => u !== null)),
  ].sort();
  const user = users.length > 0 ? `, setting up ${users.join(', ')} with privilege 15` : '';
  const notes = isExternalText(client) ? ['The address lies outside the private space.'] : [];
  if (best === 'answered') notes.push('The body of the answer is not in the evidence, only its status.');
  return makeHit({
    key: client,
    title: `${client} sent ${view.device.id} a web request with a path encoded twice, around the login${user}, ${SAYS[best]}`,
    severity: SEVERITY[best],
    confidence: best === 'done' || best === 'answered' ? 'high' : 'medium',
    count: requests.reduce((sum, r) => sum + r.count, 0),
    proof: requests.map((r) => recordProof(r, `path encoded twice; ${SAYS[outcomeOf(r)].slice(4)}`)),
    accounts: users,
    addresses: [client],
    notes,
  });
}

function evaluate(view: DeviceView): Hit[] {
  const requests = view.records('http').filter((r) => isDoubleEncoded(r.uri));
  const byClient = Map.groupBy(requests, (r) => r.client);
  return [...byClient]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([client, requests]) => clientHit(view, client, requests));
}

function limits(view: DeviceView): ReturnType<NonNullable<Check['limits']>> {
  const offIn = (f: DeviceFacts): boolean =>
    f.complete && f.services.some((s) => s.name === 'https' && s.enabled === false);
  const off = view.configs.length > 0 && view.configs.every(offIn);
  if (off || view.coverage('http').count === 0) return [];
  const text =
    'Nothing says that the device does not answer HTTPS, and a sensor cannot read requests inside it.';
  const cheapest = 'Run `show logging | include CONFIG_P` and look for users that nobody made.';
  return [limit('no-evidence', ['http'], { text, cheapest })];
}

/** The request that opens IOS XE devices through the web interface (AA25-239A; facts B01, check 1). */
export const check: Check = {
  id: 'wsma-double-encoded',
  asks: 'Did anybody send this device a request to its web services with a path encoded twice?',
  title: 'web request around the login',
  class: 'compromise',
  severity: 'critical',
  attack: ['T1190', 'T1027.010'],
  subjects: ['router'],
  needs: [{ kinds: ['http'], over: 'period' }],
  selects: [{ records: ['http'], uris: ['webui_wsma_http'] }],
  flows: null,
  evaluate,
  rulesOut: (view) => {
    if (view.coverage('http').count > 0 || !webServerOff(view)) return null;
    return 'Both web servers are off in every configuration.';
  },
  limits,
  otherExplanations: [
    'A scanner of the carrier or of a customer looks for the weakness; it sends the request and creates no user.',
    'A honeypot, or a test of detection rules on a laboratory router.',
  ],
  next: [
    'Do not reload the device: an implant in its web server lives in memory and goes with a reload.',
    'Run `show running-config | include username`, `show logging | include CONFIG_P` and `show ip http server status`.',
    'Take the whole configuration, and compare users, tunnels, access lists and AAA with the last one before the request.',
    'Look for the same address on every other device, then switch the web server off everywhere.',
  ],
  sources: [
    AA25_239A,
    {
      title: 'Cisco: vulnerabilities in the web UI of IOS XE (CVE-2023-20198, CVE-2023-20273)',
      url: 'https://sec.cloudapps.cisco.com/security/center/content/CiscoSecurityAdvisory/cisco-sa-iosxe-webui-privesc-j22SaA4z',
    },
    technique('T1190', 'Exploit Public-Facing Application'),
    technique('T1027.010', 'Command Obfuscation'),
  ],
  fleet: false,
};
