import { formatInstant } from '../base/time.ts';
import type { AssessedClock, AssessedHold, DutyAssessment } from './assessment.ts';

interface Silence {
  readonly id: string;
  readonly citation: string;
  readonly hold: AssessedHold;
}

function activeSilences(assessments: readonly DutyAssessment[]): Silence[] {
  return assessments
    .flatMap(({ id, source, silences }) => silences.map((hold) => ({ id, citation: source.citation, hold })))
    .filter((silence) => silence.hold.state === 'active')
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function standsInTheWay(clock: AssessedClock, silence: Silence): boolean {
  const { until } = silence.hold;
  return until === null || clock.dueAt === null || clock.dueAt <= until;
}

function warning({ citation, hold }: Silence): string {
  const end = hold.until === null ? 'without an end yet' : `until ${formatInstant(hold.until)}`;
  return `Conflict: a silence under ${citation} may run ${end}. Ask counsel which gives way before anybody is told.`;
}

function warned(clock: AssessedClock, silences: readonly Silence[]): AssessedClock {
  const inTheWay = silences.filter((silence) => standsInTheWay(clock, silence));
  return { ...clock, statement: [clock.statement, ...inTheWay.map(warning)].join(' ') };
}

const OPEN: ReadonlySet<string> = new Set(['applies', 'may-apply', 'needs-answer']);

/**
 * Adds a warning to each clock that tells customers or the public while a silence of another duty runs. It
 * decides nothing: which rule gives way is a question of law.
 */
export function withConflicts(assessments: readonly DutyAssessment[]): DutyAssessment[] {
  const silences = activeSilences(assessments);
  return assessments.map((row) => {
    if (!OPEN.has(row.state)) return row;
    const others = silences.filter((silence) => silence.id !== row.id);
    return {
      ...row,
      clocks: row.clocks.map((clock) => (clock.tells === 'authority' ? clock : warned(clock, others))),
    };
  });
}
