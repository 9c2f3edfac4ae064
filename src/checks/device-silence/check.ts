import { DAY, formatMinute, HOUR, MINUTE, type Period } from '../../base/time.ts';
import type { RecordBase } from '../../model/record.ts';
import type { Hit, Proof } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { plannedChange } from '../kit/planned.ts';
import { recordProof } from '../kit/proof.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { Timed } from '../kit/timed.ts';
import { allSilent, togetherNotes } from '../kit/together.ts';
import { lossesOf, type Silence, silencesOf } from './silences.ts';

const EXPLAINS: readonly string[] = ['reload', 'upgrade', 'maintenance', 'replace', 'power', 'decommission'];
/** How far a message of a reload may lie from a silence that it explains. */
const AROUND = 10 * MINUTE;
const RELOAD = /^SYS-\d-(?:RELOAD|RESTART|COLDSTART)|^SNMP-5-COLDSTART/;

/** A device with the lines of its log that were kept, and the messages of its reloads. */
interface Logged {
  readonly view: DeviceView;
  readonly kept: Timed<RecordBase>;
  readonly reloads: Timed<RecordBase>;
}

function loggedOf(view: DeviceView): Logged {
  const logs = view.records('log');
  const logins = view.records('login').filter((r) => r.via === 'log');
  const reloads = logs.filter((r) => RELOAD.test(r.mnemonic));
  return { view, kept: new Timed<RecordBase>([...logs, ...logins]), reloads: new Timed(reloads) };
}

/** True when a reload or planned work explains that nothing came. */
function isExplained({ view, reloads }: Logged, silence: Period): boolean {
  if (plannedChange(view, EXPLAINS, silence)) return true;
  return reloads.has(silence.from - AROUND, silence.to + AROUND);
}

/** What the numbers and times of the log show, with the lines around it that were kept. */
function proofOf({ view, kept }: Logged, span: Period, text: string): Proof[] {
  const before = kept.within(view.period.from, span.from + MINUTE, 1)[0] ?? null;
  const next = kept.within(span.to - MINUTE, span.to + DAY)[0] ?? null;
  const evidence = before?.ref.evidence ?? next?.ref.evidence ?? view.coverage('syslog').evidence[0] ?? '';
  const ref = { evidence, line: 0, lineEnd: 0, byte: 0, length: 0 };
  return [
    { ref, text, at: span.from, shows: 'times and numbers of the log' },
    ...(before ? [recordProof(before, 'a line before')] : []),
    ...(next ? [recordProof(next, 'a line after')] : []),
  ];
}

function span({ from, to }: Period): string {
  return `from ${formatMinute(from)} to ${formatMinute(to)}`;
}

function silenceHit(logged: Logged, silence: Silence): Hit | null {
  const { view } = logged;
  const { missing, from, to } = silence;
  const { rhythm } = view.coverage('syslog');
  // Without missing numbers only a clear break of a known rhythm is worth a word.
  const long = rhythm !== null && to - from > Math.max(2 * rhythm, 6 * HOUR);
  if ((missing === 0 && !long) || isExplained(logged, silence)) return null;
  if (allSilent(view, 'syslog', silence)) return null;
  const numbers = missing > 0 ? `, and ${missing} of its messages are missing by their numbers` : '';
  return makeHit({
    key: `silence ${formatMinute(from)}`,
    title: `the log of ${view.device.id} is silent ${span(silence)}${numbers}`,
    severity: missing > 0 ? 'high' : 'low',
    confidence: missing > 0 ? 'medium' : 'low',
    first: from,
    last: to,
    count: 1,
    proof: proofOf(
      logged,
      silence,
      `log of ${view.device.id} ${span(silence)}: no line, ${missing} numbers missing`,
    ),
    notes: [
      missing > 0
        ? 'The device went on to write messages, but they did not arrive.'
        : 'The numbers do not say that messages were lost: the device may have had nothing to say.',
      ...togetherNotes(view, 'syslog', silence),
    ],
  });
}

function lossHits(logged: Logged): Hit[] {
  const { view } = logged;
  const losses = lossesOf(view.coverage('syslog')).filter((l) => !isExplained(logged, l));
  if (losses.length === 0) return [];
  const missing = losses.reduce((sum, l) => sum + (l.missing ?? 0), 0);
  const first = losses[0] as (typeof losses)[number];
  return [
    makeHit({
      key: 'selective loss',
      title: `${missing} messages of ${view.device.id} are missing by their numbers while others arrived, first after ${formatMinute(first.from)}`,
      severity: 'low',
      confidence: 'low',
      first: first.from,
      last: Math.max(...losses.map((l) => l.to)),
      count: losses.length,
      proof: losses
        .slice(0, 5)
        .flatMap((l) =>
          proofOf(logged, l, `log of ${view.device.id} ${span(l)}: ${l.missing ?? 0} numbers missing`),
        ),
      notes: ['Loss on the way takes messages at random; look whether those of one kind are missing.'],
    }),
  ];
}

/** A device that fell silent, or whose messages arrived in part only (AA25-239A; facts B18, check 22). */
export const check: Check = {
  id: 'device-silence',
  asks: 'Did this device fall silent, or are some of its log messages missing?',
  title: 'device fell silent',
  class: 'compromise',
  severity: 'high',
  attack: ['T1070', 'T1562.001'],
  subjects: ['router'],
  needs: [{ kinds: ['syslog'], over: 'period' }],
  selects: [{ records: ['log'], mnemonics: ['SYS-*', 'SNMP-5-COLDSTART'] }, { records: ['login'] }],
  flows: null,
  evaluate: (view) => {
    const logged = loggedOf(view);
    const silences = silencesOf(view.coverage('syslog')).map((silence) => silenceHit(logged, silence));
    return [...silences.filter((hit) => hit !== null), ...lossHits(logged)];
  },
  otherExplanations: [
    'A file of the log is missing from the evidence: then other devices are silent at the same time.',
    'The way to the collector, or the collector itself, was down.',
    'The device lost its power, and the message of its restart is lost.',
  ],
  next: [
    'Look whether other devices are silent at the same time; if so, ask for the missing file of the log.',
    'Run `show logging` and `show version` on the device: its own buffer may hold the time, its uptime tells of a restart.',
    'Take accounting and flows of that time; check silent-while-active compares them.',
  ],
  sources: [
    AA25_239A,
    technique('T1070', 'Indicator Removal'),
    technique('T1562.001', 'Disable or Modify Tools'),
  ],
  fleet: true,
};
