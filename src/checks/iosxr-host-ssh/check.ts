import type { Hit } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { talksTo } from '../kit/listeners.ts';
import { listenerHit } from '../kit/odd-listener.ts';
import { plannedChange, plannedNote } from '../kit/planned.ts';
import { recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { whoText } from '../kit/who.ts';

const PORT = 57_722;
/** Platforms that are known and have no such server. */
const WITHOUT: ReadonlySet<string> = new Set(['ios', 'ios-xe', 'nx-os', 'eos']);

function commandHits(view: DeviceView): Hit[] {
  return view
    .records('command')
    .filter((record) => /\bsshd_operns/i.test(record.command) && !/^\s*(?:no|show)\b/i.test(record.command))
    .map((record) => {
      const when = { from: record.at ?? view.period.from, to: record.at ?? view.period.to };
      const planned = plannedChange(view, ['sshd_operns', '57722'], when);
      const stops = /\b(?:stop|--del|off)\b/i.test(record.command);
      return makeHit({
        key: 'sshd_operns',
        title: `${whoText(record)} ${stops ? 'stopped' : 'started'} the SSH server of the host system on ${view.device.id}`,
        severity: shiftSeverity('high', (planned ? -2 : 0) - (stops ? 1 : 0)),
        confidence: 'high',
        proof: [recordProof(record, 'the SSH server of the host system')],
        accounts: [record.account],
        addresses: record.from ? [record.from] : [],
        notes: planned ? [plannedNote(planned)] : [],
      });
    });
}

/** Shells of the host system: `run` is at home in the hands of engineers, so it weighs little alone. */
function shellHits(view: DeviceView): Hit[] {
  return view
    .records('log')
    .filter((record) => record.mnemonic === 'INFRA-INFRA_MSG-5-RUN_LOGIN')
    .map((record) => {
      const user = /^User (\S{1,80}) logged into shell/.exec(record.message)?.[1] ?? 'somebody';
      return makeHit({
        key: `shell ${user}`,
        title: `${user} went into the shell of the host system on ${view.device.id}`,
        severity: 'low',
        confidence: 'low',
        count: record.count,
        last: record.last ?? record.at,
        proof: [recordProof(record, 'a shell of the host system')],
        accounts: user === 'somebody' ? [] : [user],
        notes: ['Engineers use this shell too; look at it when anything else of this device is odd.'],
      });
    });
}

/** The SSH server of the host system below IOS XR (AA25-239A; facts B06, check 7). */
export const check: Check = {
  id: 'iosxr-host-ssh',
  asks: 'Did anybody use the SSH server of the host system below IOS XR (TCP 57722)?',
  title: 'SSH server of the host system in use',
  class: 'compromise',
  severity: 'high',
  attack: ['T1021.004', 'T1543'],
  subjects: ['router'],
  needs: [{ kinds: ['flow'], over: 'period' }],
  selects: [{ records: ['command'] }, { records: ['log'], mnemonics: ['INFRA-INFRA_MSG-5-RUN_LOGIN'] }],
  flows: { ports: [[PORT, PORT]] },
  evaluate: (view) => [
    ...commandHits(view),
    ...shellHits(view),
    ...talksTo(view, (port) => port === PORT).map((talk) =>
      listenerHit(view, talk, {
        does: 'talked to the SSH port of the host system of',
        key: `flow ${talk.client}`,
      }),
    ),
  ],
  rulesOutForGood: true,
  rulesOut: ({ device }) =>
    device.platform !== null && WITHOUT.has(device.platform)
      ? `The platform is ${device.platform}, which has no such server.`
      : null,
  otherExplanations: [
    'An engineer or the vendor worked on the host system with a case open.',
    'A connection of the device itself went out from port 57722 by chance.',
  ],
  next: [
    'Run `run netstat -tlnp`, `run chkconfig --list` and `show logging | include RUN_LOGIN` on the device.',
    'Look at users and sudoers of the host system: `run cat /etc/passwd /etc/sudoers`.',
    'Find all other devices that the client talked to, then stop the service and close the port.',
  ],
  sources: [AA25_239A, technique('T1021.004', 'Remote Services: SSH')],
  fleet: true,
};
