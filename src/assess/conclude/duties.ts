import type { HitAnswer } from '../../model/answers.ts';
import type { DutyAssessment } from '../../model/duty.ts';
import type { Scope } from '../../model/scope.ts';
import { assessDuties, type Facts, parseDuties } from '../../notify/index.ts';

/** What duties are worked out from. */
export interface DutiesInput {
  readonly content: ReadonlyMap<string, string>;
  readonly asOf: number;
  readonly jurisdictions: readonly string[];
  /** What a person has answered, by fact name; it goes before what the evidence says. */
  readonly answered: Facts;
  readonly hit: HitAnswer;
  readonly scope: Scope;
}

function evidenceFacts({ hit, scope }: DutiesInput): Facts {
  const seen = scope.data.filter((d) => d.records.lower > 0);
  const persons = scope.data.map((d) => d.persons);
  const upper = persons.some((p) => p.upper === null)
    ? 'unknown'
    : Math.max(0, ...persons.map((p) => p.upper ?? 0));
  return {
    'incident.confirmed': hit.answer === 'yes' ? true : hit.answer === 'no' ? false : 'unknown',
    'scope.dataClasses': [...new Set(seen.map((d) => d.dataClass))].sort(),
    'scope.possibleClasses': [
      ...new Set(scope.data.filter((d) => d.records.upper !== 0).map((d) => d.dataClass)),
    ].sort(),
    'persons.lower': Math.max(0, ...persons.map((p) => p.lower)),
    'persons.upper': upper,
    'intercept.touched': seen.some((d) => d.dataClass.startsWith('intercept')) ? true : 'unknown',
  };
}

/** Which duties stand, from what evidence and people say. */
export function dutiesOf(input: DutiesInput): DutyAssessment[] {
  const files = [...input.content]
    .filter(([path]) => path.startsWith('duties/') && path.endsWith('.yaml'))
    .map(([name, text]) => ({ name, text }));
  const { duties } = parseDuties(files);
  const facts = { ...evidenceFacts(input), ...input.answered };
  return assessDuties({ asOf: input.asOf, jurisdictions: input.jurisdictions, facts, duties });
}
