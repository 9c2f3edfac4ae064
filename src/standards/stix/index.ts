export { deterministicId, OBSERVABLE_NAMESPACE, observableId, uuid5 } from './id.ts';
export type { StixLimits } from './limits.ts';
export { STIX_LIMITS } from './limits.ts';
export type { StixObject } from './object.ts';
export { isRecord, isStixId, memberOf, parseTimestamp, textOf, textsOf, timeOf } from './object.ts';
export { observable } from './observables.ts';
export type { PatternReading, PatternRefusal, PatternTerm } from './pattern.ts';
export { readPattern } from './pattern.ts';
export type { PatternValueType } from './pattern-write.ts';
export { patternString, writePattern } from './pattern-write.ts';
export type { StixProblemCode, StixReading } from './read.ts';
export { readStix } from './read.ts';
export type { StixAuthor } from './write.ts';
export {
  grouping,
  identity,
  indicator,
  observedData,
  relationship,
  report,
  sighting,
  statementMarking,
  timestamp,
  writeBundle,
} from './write.ts';
