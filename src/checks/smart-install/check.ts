import type { DeviceFacts, Service } from '../../model/device-facts.ts';
import type { Conversation } from '../../model/flow.ts';
import type { Hit } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { isExternalText } from '../kit/addresses.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { iosFix } from '../kit/ios.ts';
import { limit } from '../kit/limits.ts';
import { surelyOwns } from '../kit/own.ts';
import { absenceProof, factProof, flowProof, recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { standing, wholeConfigs } from '../kit/snapshots.ts';
import { AA25_239A, HARDENING } from '../kit/sources.ts';
import { clientKind } from './families.ts';
import { NO_VSTACK } from './fix.ts';

const PORT = 4786;

function modelOf(view: DeviceView, facts: DeviceFacts): string | null {
  return facts.model ?? view.device.model;
}

function serviceOf(facts: DeviceFacts): Service | null {
  return facts.services.find((service) => service.name === 'smart-install') ?? null;
}

/** On by a line, or by default on a switch family whose whole configuration has no `no vstack`. */
function onIn(view: DeviceView, facts: DeviceFacts): { key: string; item: Service | null }[] {
  const service = serviceOf(facts);
  if (service) return service.enabled === true ? [{ key: 'on', item: service }] : [];
  const byDefault = facts.complete && clientKind(modelOf(view, facts)) === 'client';
  return byDefault ? [{ key: 'on', item: null }] : [];
}

function settingHits(view: DeviceView): Hit[] {
  return standing(view, (facts) => onIn(view, facts)).map(({ key, seen, gone, first, last }) => {
    const written = seen.some(({ item }) => item !== null);
    const { facts } = seen.at(-1) as (typeof seen)[number];
    const model = modelOf(view, facts) ?? 'switch';
    return makeHit({
      key,
      title: written
        ? `${view.device.id} has Smart Install switched on`
        : `${view.device.id} (${model}) has no \`no vstack\`: Smart Install is on by default in this family`,
      severity: shiftSeverity('medium', gone ? -1 : 0),
      confidence: written ? 'high' : 'medium',
      first,
      last,
      proof: seen.map(({ facts: at, item }) =>
        item
          ? factProof(at, item, { text: `vstack ${item.detail ?? ''}`.trim(), shows: 'Smart Install is on' })
          : absenceProof(at, 'no line switches Smart Install off'),
      ),
      notes: [
        ...(written ? [] : ['Late releases switch it off by themselves when nobody uses it.']),
        ...(gone ? ['The newest configuration switches it off.'] : []),
      ],
    });
  });
}

/** The end that listens on the port; a connection of its own from that port by chance goes to a low one. */
function flowHits(view: DeviceView): Hit[] {
  return view.conversations.flatMap((talk) => {
    const { protocol, srcPort, dstPort } = talk;
    if (protocol !== 6 || (srcPort !== PORT && dstPort !== PORT)) return [];
    const inbound = dstPort === PORT;
    const [server, client] = inbound ? [talk.dst, talk.src] : [talk.src, talk.dst];
    // The store writes 0 for the many ports of a client.
    const other = inbound ? srcPort : dstPort;
    const service = other > 0 && other < 1024;
    return service || !view.owns(server) || surelyOwns(view, client) ? [] : [talkHit(view, talk, client)];
  });
}

function talkHit(view: DeviceView, talk: Conversation, client: string): Hit {
  const external = isExternalText(client);
  const answered = talk.srcPort === PORT;
  return makeHit({
    key: `flow ${client}`,
    title: `${client} spoke to the Smart Install port (TCP 4786) of ${view.device.id}`,
    severity: external && answered ? 'high' : 'medium',
    confidence: answered ? 'high' : 'medium',
    first: talk.first,
    last: talk.last,
    count: talk.flows,
    proof: [flowProof(talk, answered ? 'the device answered on TCP 4786' : 'packets to TCP 4786')],
    addresses: [client],
    notes: external ? ['The address lies outside the private space.'] : [],
  });
}

function logHits(view: DeviceView): Hit[] {
  return view
    .records('log')
    .filter((record) => record.mnemonic.startsWith('SMI-'))
    .map((record) =>
      makeHit({
        key: `log ${record.mnemonic}`,
        title: `${view.device.id} logs that Smart Install acted (${record.mnemonic})`,
        severity: /UPGRD|CONFIG|BACKUP|AUTH/.test(record.mnemonic) ? 'high' : 'medium',
        count: record.count,
        last: record.last ?? record.at,
        proof: [recordProof(record, 'Smart Install at work')],
      }),
    );
}

function limitsOf(view: DeviceView): ReturnType<NonNullable<Check['limits']>> {
  const open = wholeConfigs(view).filter(
    (facts) => serviceOf(facts) === null && clientKind(modelOf(view, facts)) === 'unknown',
  );
  if (open.length === 0) return [];
  const text = 'No line speaks of Smart Install, and the model does not say whether the device has it.';
  const cheapest = 'Run `show version` and `show vstack config` on the device.';
  return [limit('platform-unknown', ['config', 'state'], { text, cheapest })];
}

/** Smart Install open or in use: it takes configurations and images from anybody (CVE-2018-0171; facts H37, check 19). */
export const check: Check = {
  id: 'smart-install',
  asks: 'Is Smart Install on, or has anybody used it on this device?',
  title: 'Smart Install on',
  class: 'weakness',
  severity: 'medium',
  attack: ['T1190', 'T1602.002'],
  subjects: ['router'],
  needs: [{ kinds: ['config'], areas: ['services'], over: 'snapshot' }],
  selects: [{ records: ['log'], mnemonics: ['SMI-*'] }],
  flows: { ports: [[PORT, PORT]] },
  evaluate: (view) => [...settingHits(view), ...flowHits(view), ...logHits(view)],
  limits: limitsOf,
  fix: (view, facts) => (onIn(view, facts).length > 0 ? iosFix(facts, NO_VSTACK) : null),
  otherExplanations: [
    'The carrier sets up new switches with Smart Install and has a director for it.',
    'A scanner of the carrier or a stranger tried the port without an answer.',
  ],
  next: [
    'Run `show vstack config` and `show tcp brief all | include 4786` on the device.',
    'If anybody outside spoke to the port: take the configuration, compare it with the last known one, and change every secret in it.',
    'Set `no vstack`; where the release does not know it, block TCP 4786 at the edge.',
  ],
  sources: [
    HARDENING,
    AA25_239A,
    {
      title: 'Cisco: Smart Install Remote Code Execution (CVE-2018-0171)',
      url: 'https://sec.cloudapps.cisco.com/security/center/content/CiscoSecurityAdvisory/cisco-sa-20180328-smi2',
    },
  ],
  fleet: false,
};
