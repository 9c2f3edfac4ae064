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
import { isOddPort, ODD_PORTS } from './ports.ts';

/** Further SSH ports of a configuration; each opens only with a rotary group on the terminal lines. */
function portsOf(facts: DeviceFacts): { key: string; item: Service }[] {
  return facts.services
    .filter((s) => s.name === 'ssh' && s.enabled === true && s.port !== null && s.port !== 22)
    .map((item) => ({ key: String(item.port), item }));
}

function settingHits(view: DeviceView): Hit[] {
  return standing(view, portsOf).map(({ key, seen, first, last, absentAt, gone }) => {
    const port = Number(key);
    const when = first === null ? view.period : { from: absentAt ?? first, to: first };
    const planned = plannedChange(view, [`port ${key}`, 'ssh'], when);
    const odd = isOddPort(port);
    return makeHit({
      key: `port ${key}`,
      title: `${view.device.id} is set to take SSH on TCP port ${key}`,
      severity: shiftSeverity(odd ? 'high' : 'low', planned ? -2 : gone ? -1 : 0),
      confidence: 'high',
      first,
      last,
      proof: seen.map(({ facts, item }) =>
        factProof(facts, item, {
          text: `ip ssh port ${key} ${item.detail ?? ''}`.trim(),
          shows: 'a further port for SSH',
        }),
      ),
      notes: [
        ...(absentAt === null ? [] : ['An earlier configuration does not have it.']),
        ...(gone ? ['The newest configuration no longer has it.'] : []),
        ...(planned ? [plannedNote(planned)] : []),
      ],
    });
  });
}

/** The port that a command opens for SSH: IOS `ip ssh port N`, NX-OS `ssh port N`, VRP `ssh server port N`. */
export function typedPort(command: string): number | null {
  for (const phrase of ['ip ssh po(rt)', 'ssh po(rt)', 'ssh server po(rt)']) {
    const port = Number(after(command, phrase)?.[0] ?? Number.NaN);
    if (Number.isInteger(port) && port !== 22) return port;
  }
  return null;
}

function commandHits(view: DeviceView): Hit[] {
  return view.records('command').flatMap((record) => {
    const port = typedPort(record.command);
    if (port === null) return [];
    const when = { from: record.at ?? view.period.from, to: record.at ?? view.period.to };
    const planned = plannedChange(view, [`port ${port}`, 'ssh'], when);
    return [
      makeHit({
        key: `port ${port}`,
        title: `${whoText(record)} opened TCP port ${port} for SSH on ${view.device.id}`,
        severity: shiftSeverity(isOddPort(port) ? 'high' : 'low', planned ? -2 : 0),
        confidence: 'high',
        proof: [recordProof(record, 'opens a further port for SSH')],
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

/** SSH on high ports that end in 22 (AA25-239A; facts B04, check 5). */
export const check: Check = {
  id: 'ssh-odd-port',
  asks: 'Does this device take SSH on a port that nobody would choose, such as 22122?',
  title: 'SSH on an odd port',
  class: 'compromise',
  severity: 'high',
  attack: ['T1021.004', 'T1571'],
  subjects: ['router'],
  needs: [{ kinds: ['flow'], over: 'period' }],
  selects: [{ records: ['command'] }],
  flows: { ports: ODD_PORTS },
  evaluate: (view) => [...settingHits(view), ...commandHits(view), ...flowHits(view)],
  otherExplanations: [
    'The carrier moved SSH to another port, or reaches serial consoles through rotary groups.',
    'A connection of the device itself went out from such a port by chance; it has another port each time.',
  ],
  next: [
    'Run `show tcp brief all`, `show ip ssh` and `show running-config | section line|ip ssh` on the device.',
    'On IOS XE look for containers as well: a server in Guest Shell stands in no configuration line.',
    'Find all other devices that the client talked to.',
  ],
  sources: [
    AA25_239A,
    technique('T1021.004', 'Remote Services: SSH'),
    technique('T1571', 'Non-Standard Port'),
  ],
  fleet: true,
};
