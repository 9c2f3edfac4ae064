import type { DeviceFacts, Service } from '../../model/device-facts.ts';
import type { Conversation } from '../../model/flow.ts';
import type { CommandRecord } from '../../model/record.ts';
import type { Hit, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { isExternalText } from '../kit/addresses.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { accountingLimits, limit } from '../kit/limits.ts';
import { plannedChange, plannedNote } from '../kit/planned.ts';
import { factProof, flowProof, recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { standing } from '../kit/snapshots.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { whoText } from '../kit/who.ts';
import { deedOf, isConfiguration } from './deeds.ts';
import { fileTalks, talksOut } from './talks.ts';

/** How a target is judged: approved ones are no hit, inside ones only where a register could have named them. */
function targetSeverity(view: DeviceView, host: string, record: CommandRecord): Severity | null {
  if (host === '') return record.from !== null && isExternalText(record.from) ? 'high' : null;
  const where = { device: view.device.id, at: record.at };
  if (view.fleet.approved('nms', host, where) || view.fleet.approved('jump-host', host, where)) return null;
  if (isExternalText(host)) return 'critical';
  if (view.fleet.isManagement(host, record.at) || view.fleet.ownerOf(host) !== null) return null;
  // A name says nothing of where it leads, and without a register nobody can say which inside servers keep backups.
  return view.fleet.hasRegister ? 'medium' : null;
}

interface Seen {
  readonly view: DeviceView;
  /** Talks that move files, by the other end. */
  readonly talks: ReadonlyMap<string, readonly Conversation[]>;
}

function sendHit(
  { view, talks }: Seen,
  record: CommandRecord,
  to: { host: string; protocol: string },
): Hit | null {
  const severity = targetSeverity(view, to.host, record);
  if (severity === null) return null;
  const when = { from: record.at ?? view.period.from, to: record.at ?? view.period.to };
  const planned = plannedChange(view, ['backup', 'configuration', 'config'], when);
  const target = to.host === '' ? 'a place that was typed at the prompt' : to.host;
  return makeHit({
    key: `to ${to.host || `the prompt by ${record.account}`}`,
    title: `${whoText(record)} copied the configuration of ${view.device.id} to ${target} by ${to.protocol.toUpperCase()}`,
    severity: shiftSeverity(severity, planned ? -2 : 0),
    confidence: to.host === '' ? 'medium' : 'high',
    proof: [
      recordProof(record, 'the configuration was copied away'),
      ...(talks.get(to.host) ?? []).slice(0, 5).map((c) => flowProof(c, 'files go over')),
    ],
    accounts: [record.account],
    addresses: [to.host, record.from ?? ''].filter((a) => a !== ''),
    notes: [
      'Every secret of the configuration counts as known to others from then on.',
      ...(planned ? [plannedNote(planned)] : []),
    ],
  });
}

function offerHit(view: DeviceView, record: CommandRecord): Hit {
  return makeHit({
    key: 'offer',
    title: `${whoText(record)} made ${view.device.id} give out its configuration by TFTP to whoever asks`,
    severity: 'high',
    confidence: 'high',
    proof: [recordProof(record, 'the configuration is offered by TFTP')],
    accounts: [record.account],
    addresses: record.from ? [record.from] : [],
  });
}

function commandHits(view: DeviceView): Hit[] {
  const seen = { view, talks: fileTalks(view) };
  return view.records('command').flatMap((record) => {
    const deed = deedOf(record.command);
    if (!deed) return [];
    if (deed.kind === 'offer') return [offerHit(view, record)];
    const hit = deed.place ? sendHit(seen, record, deed.place) : null;
    return hit ? [hit] : [];
  });
}

function offersOf(facts: DeviceFacts): { key: string; item: Service }[] {
  return facts.services
    .filter((s) => s.name === 'tftp-server' && s.enabled === true)
    .filter((s) => (s.detail ?? '').split(' ').some(isConfiguration))
    .map((item) => ({ key: 'offer', item }));
}

function settingHits(view: DeviceView): Hit[] {
  return standing(view, offersOf).map(({ seen, first, last, gone }) =>
    makeHit({
      key: 'offer',
      title: `${view.device.id} gives out its configuration by TFTP to whoever asks`,
      severity: 'high',
      confidence: 'high',
      first,
      last,
      proof: seen.map(({ facts, item }) =>
        factProof(facts, item, {
          text: `tftp-server ${item.detail ?? ''}`,
          shows: 'the configuration is offered by TFTP',
        }),
      ),
      notes: gone ? ['The newest configuration no longer has it.'] : [],
    }),
  );
}

/** More bytes than this out of the device are a file and no conversation about one. */
const MUCH = 100_000;

function flowHits(view: DeviceView): Hit[] {
  return talksOut(view).map(({ host, protocol, talks, sent }) =>
    makeHit({
      key: `to ${host}`,
      title: `${view.device.id} moved files with ${host} by ${protocol}, ${sent} bytes out`,
      severity: protocol === 'TFTP' || sent > MUCH ? 'high' : 'medium',
      confidence: 'medium',
      first: Math.min(...talks.map((t) => t.first)),
      last: Math.max(...talks.map((t) => t.last)),
      count: talks.reduce((sum, t) => sum + t.flows, 0),
      proof: talks.slice(0, 10).map((t) => flowProof(t, `${protocol} with an address outside`)),
      addresses: [host],
      notes: ['Flow records do not say which files went over.'],
    }),
  );
}

function limits(view: DeviceView): ReturnType<NonNullable<Check['limits']>> {
  const open = view.records('command').some((record) => {
    const host = deedOf(record.command)?.place?.host;
    return (
      host !== undefined && host !== '' && !isExternalText(host) && !view.fleet.isManagement(host, record.at)
    );
  });
  const out = [...accountingLimits(view, Number.POSITIVE_INFINITY)];
  if (open && !view.fleet.hasRegister)
    out.push(
      limit('needs-register', ['inventory'], {
        text: 'Configurations were copied to an inside address, and no register says whether it keeps backups.',
      }),
    );
  return out;
}

/** Configurations carried away (AA25-239A; facts B14, check 20). */
export const check: Check = {
  id: 'config-theft',
  asks: 'Was the configuration of this device copied to somewhere that should not have it?',
  title: 'configuration copied away',
  class: 'compromise',
  severity: 'high',
  attack: ['T1602.002', 'T1048.003'],
  subjects: ['router'],
  needs: [{ kinds: ['accounting'], over: 'period' }],
  selects: [{ records: ['command'] }],
  flows: {
    ports: [
      [20, 21],
      [69, 69],
    ],
  },
  evaluate: (view) => [...commandHits(view), ...settingHits(view), ...flowHits(view)],
  limits,
  otherExplanations: [
    'A backup to a server that is missing from the register.',
    'The vendor asked for the configuration in a support case.',
    'An image came from an outside server by FTP: then much came in and little went out.',
  ],
  next: [
    'Ask the person behind the account, and look at what else the session did.',
    'Treat every secret of the configuration as known: users, keys of AAA and SNMP, pre-shared keys; plan to change them at once.',
    'Look for the same address in the flows and commands of all devices.',
    'Run `show running-config | include tftp-server` on the device, and remove such lines when the plan says so.',
  ],
  sources: [
    AA25_239A,
    technique('T1602.002', 'Network Device Configuration Dump'),
    technique('T1048.003', 'Exfiltration Over Unencrypted Non-C2 Protocol'),
  ],
  fleet: true,
};
