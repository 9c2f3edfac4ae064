import type { DeviceFacts, Service } from '../../model/device-facts.ts';
import type { Hit } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { after } from '../kit/commands.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { talksTo } from '../kit/listeners.ts';
import { listenerHit } from '../kit/odd-listener.ts';
import { plannedChange, plannedNote } from '../kit/planned.ts';
import { factProof, recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { standing } from '../kit/snapshots.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { whoText } from '../kit/who.ts';

const LOW = 18_000;
const HIGH = 18_999;

/** True for the ports to which intruders move web management (AA25-239A): 18000 to 18999. */
export function isOddPort(port: number): boolean {
  return port >= LOW && port <= HIGH;
}

function websOf(facts: DeviceFacts): { key: string; item: Service }[] {
  return facts.services
    .filter(({ name, port }) => (name === 'http' || name === 'https') && port !== null && isOddPort(port))
    .map((item) => ({ key: String(item.port), item }));
}

function settingHits(view: DeviceView): Hit[] {
  return standing(view, websOf).map(({ key, seen, first, last, absentAt, gone }) => {
    const off = seen.every(({ item }) => item.enabled === false);
    const when = first === null ? view.period : { from: absentAt ?? first, to: first };
    const planned = plannedChange(view, [`port ${key}`, key], when);
    const word = seen[0]?.item.name === 'https' ? 'secure-port' : 'port';
    return makeHit({
      key: `port ${key}`,
      title: `${view.device.id} has its web interface on TCP port ${key}${off ? ', switched off' : ''}`,
      severity: shiftSeverity('high', (off ? -1 : 0) + (gone ? -1 : 0) + (planned ? -2 : 0)),
      confidence: 'high',
      first,
      last,
      proof: seen.map(({ facts, item }) =>
        factProof(facts, item, { text: `ip http ${word} ${key}`, shows: 'web management on an odd port' }),
      ),
      notes: [
        ...(absentAt === null ? [] : ['An earlier configuration does not have it.']),
        ...(gone ? ['The newest configuration no longer has it.'] : []),
        ...(planned ? [plannedNote(planned)] : []),
      ],
    });
  });
}

/** The odd port to which a command moves the web interface; null for all other commands. */
export function typedPort(command: string): number | null {
  for (const phrase of ['ip http po(rt)', 'ip http secure-p(ort)']) {
    const port = Number(after(command, phrase)?.[0] ?? Number.NaN);
    if (isOddPort(port)) return port;
  }
  return null;
}

function commandHits(view: DeviceView): Hit[] {
  return view.records('command').flatMap((record) => {
    const port = typedPort(record.command);
    if (port === null) return [];
    const when = { from: record.at ?? view.period.from, to: record.at ?? view.period.to };
    const planned = plannedChange(view, [`port ${port}`, String(port)], when);
    return [
      makeHit({
        key: `port ${port}`,
        title: `${whoText(record)} moved the web interface of ${view.device.id} to TCP port ${port}`,
        severity: shiftSeverity('high', planned ? -2 : 0),
        confidence: 'high',
        proof: [recordProof(record, 'moves the web interface')],
        accounts: [record.account],
        addresses: record.from ? [record.from] : [],
        notes: planned ? [plannedNote(planned)] : [],
      }),
    ];
  });
}

function flowHits(view: DeviceView): Hit[] {
  return talksTo(view, isOddPort).map((talk) =>
    listenerHit(view, talk, { does: 'talked to', key: `flow ${talk.client} ${talk.port}` }),
  );
}

/** Web management on ports 18000 to 18999 (AA25-239A; facts B05, check 6). */
export const check: Check = {
  id: 'web-mgmt-odd-port',
  asks: 'Does this device have its web interface on a port from 18000 to 18999?',
  title: 'web management on an odd port',
  class: 'compromise',
  severity: 'high',
  attack: ['T1571', 'T1071'],
  subjects: ['router'],
  needs: [{ kinds: ['flow'], over: 'period' }],
  selects: [{ records: ['command'] }],
  flows: { ports: [[LOW, HIGH]] },
  evaluate: (view) => [...settingHits(view), ...commandHits(view), ...flowHits(view)],
  otherExplanations: [
    'The carrier moved the web interface out of the way of scanners.',
    'A connection of the device itself went out from such a port by chance; it has another port each time.',
  ],
  next: [
    'Run `show ip http server status` and `show tcp brief all` on the device.',
    'Look for users that the web interface made (check webui-created-user).',
    'Find all other devices that the client talked to, then switch the web server off.',
  ],
  sources: [AA25_239A, technique('T1571', 'Non-Standard Port')],
  fleet: true,
};
