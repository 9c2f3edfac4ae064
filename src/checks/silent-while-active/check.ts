import { formatMinute, HOUR, MINUTE } from '../../base/time.ts';
import type { LogRecord } from '../../model/record.ts';
import type { Hit, Proof, Reason } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { limit, loggingLimits } from '../kit/limits.ts';
import { plannedChange, plannedNote } from '../kit/planned.ts';
import { recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { Timed } from '../kit/timed.ts';
import { allSilent, togetherNotes } from '../kit/together.ts';
import { type Activity, activities } from './activity.ts';

/** Proof by a whole piece of evidence: it speaks, or does not, through the silence. */
function coverageProof(evidence: string, at: number, say: { text: string; shows: string }): Proof {
  return { ref: { evidence, line: 0, lineEnd: 0, byte: 0, length: 0 }, text: say.text, at, shows: say.shows };
}

function proofOf(view: DeviceView, { window, records, flows }: Activity): Proof[] {
  const span = `${formatMinute(window.from)} to ${formatMinute(window.to)}`;
  const silent = view
    .coverage('syslog')
    .evidence.slice(0, 3)
    .map((id) =>
      coverageProof(id, window.from, {
        text: `no message of ${view.device.id} from ${span}`,
        shows: 'silent',
      }),
    );
  const exported = view
    .ownCoverage('flow')
    .evidence.slice(0, flows ? 3 : 0)
    .map((id) =>
      coverageProof(id, window.from, {
        text: `flow records exported by ${view.device.id} from ${span}`,
        shows: 'active',
      }),
    );
  return [...records.slice(0, 15).map((r) => recordProof(r, 'active while silent')), ...exported, ...silent];
}

/** A start message right after the silence says that the device was down or without its links for a while. */
function restarted(starts: Timed<LogRecord>, { window }: Activity): boolean {
  return starts.has(window.to - MINUTE, window.to + 15 * MINUTE);
}

function evaluate(view: DeviceView): Hit[] {
  const starts = new Timed(view.records('log').filter((r) => r.mnemonic === 'SYS-5-RESTART'));
  return activities(view).flatMap((activity) => hitOf(view, activity, restarted(starts, activity)));
}

function hitOf(view: DeviceView, activity: Activity, down: boolean): Hit[] {
  const { window, records, flows } = activity;
  const accounts = [...new Set(records.map((r) => r.account))].sort();
  const signs = [
    ...(flows ? ['it went on exporting flows'] : []),
    ...(records.length > 0 ? [`accounting shows ${accounts.slice(0, 3).join(', ')} on it`] : []),
  ];
  if (down && records.length === 0) return [];
  if (allSilent(view, 'syslog', window)) return [];
  const planned = plannedChange(view, ['logging', 'syslog', 'collector'], window);
  const hours = Math.round((window.to - window.from) / HOUR);
  const notes = [...(planned ? [plannedNote(planned)] : []), ...togetherNotes(view, 'syslog', window)];
  if (down) notes.push('The device started again at the end of the silence.');
  if (!flows) notes.push('Flows do not show whether the device worked on all through the silence.');
  return [
    makeHit({
      key: `silence ${formatMinute(window.from)}`,
      title: `${view.device.id} sent no log message for ${hours < 1 ? 'less than an hour' : `${hours} h`} from ${formatMinute(window.from)}, while ${signs.join(' and ')}`,
      severity: shiftSeverity('high', planned ? -2 : 0),
      confidence: flows && records.length > 0 ? 'high' : 'medium',
      first: window.from,
      last: window.to,
      proof: proofOf(view, activity),
      accounts,
      addresses: [...new Set(records.map((r) => r.from).filter((a) => a !== null))].sort(),
      notes,
    }),
  ];
}

function limitsOf(view: DeviceView): readonly Reason[] {
  const out = [...loggingLimits(view, 6)];
  const syslog = view.coverage('syslog');
  if (syslog.count > 0 && syslog.rhythm === null) {
    const text = 'The device logs too seldom to tell silence from a quiet day.';
    const cheapest = 'Give more days of its log.';
    out.push(limit('needs-baseline', ['syslog'], { text, cheapest }));
  }
  return out;
}

/** A log that falls silent while the device works on (facts 21, 22): somebody may have turned it off. */
export const check: Check = {
  id: 'silent-while-active',
  asks: 'Did this device stop logging while it went on exporting flows or taking commands?',
  title: 'silent while active',
  class: 'contradiction',
  severity: 'high',
  attack: ['T1562.001', 'T1070'],
  subjects: ['router'],
  // Only silence is asked about: where the log goes on, the device cannot have been silent.
  needs: [{ kinds: ['syslog'], over: 'period' }],
  selects: [{ records: ['command', 'login'] }, { records: ['log'], mnemonics: ['SYS-5-RESTART'] }],
  flows: null,
  evaluate,
  limits: limitsOf,
  otherExplanations: [
    'The log collector, or the way to it, was down: then other devices are silent at the same time.',
    'The network of the collector was changed, and the device was set right later.',
    'A rate limit of the device dropped messages.',
  ],
  next: [
    'Look whether other devices are silent in the same hours.',
    'Run `show logging` on the device: its buffer may hold what never arrived.',
    'Look in accounting for `no logging host`, `clear logging` and access lists against the collector.',
  ],
  sources: [
    AA25_239A,
    technique('T1562.001', 'Disable or Modify Tools'),
    technique('T1070', 'Indicator Removal'),
  ],
  fleet: true,
};
