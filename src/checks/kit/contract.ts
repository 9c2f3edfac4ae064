import type { DeviceFacts, FactArea } from '../../model/device-facts.ts';
import type { EvidenceKind } from '../../model/evidence.ts';
import type { FlowSelect } from '../../model/flow.ts';
import type { RecordKind } from '../../model/record.ts';
import type { CheckClass, Hit, Reason, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Fix } from './fix.ts';

/** One way of answering: all kinds of it must have been there, covered the period and been understood. */
export interface Way {
  readonly kinds: readonly EvidenceKind[];
  /** For configuration: the areas that must have been read. */
  readonly areas?: readonly FactArea[];
  /** `period`: must cover the assessed period. `snapshot`: one complete configuration answers for its instant. */
  readonly over: 'period' | 'snapshot';
  /** Least number of snapshots (2 for differences). */
  readonly snapshots?: number;
}

/** Which records a check wants kept. Records that no check selects are only counted. */
export interface Select {
  readonly records: readonly RecordKind[];
  /** For `log`: mnemonics wanted; a trailing `*` matches any end (`SYS-5-CONFIG_*`). */
  readonly mnemonics?: readonly string[];
  /** For `http`: lower-case substrings, one of which the request's path must hold as sent or decoded once or twice. */
  readonly uris?: readonly string[];
}

/** Which subjects a check is asked about. */
export type SubjectSort = 'router' | 'host' | 'system';

/** A question asked of evidence. */
export interface Check {
  /** Name of its folder. */
  readonly id: string;
  /** The question, as a person would ask it. */
  readonly asks: string;
  /** Short name of a hit for tables, lower case: `capture of TACACS+ started`. */
  readonly title: string;
  readonly class: CheckClass;
  readonly severity: Severity;
  /** ATT&CK technique ids. */
  readonly attack: readonly string[];
  readonly subjects: readonly SubjectSort[];
  /** Alternative ways of answering; `clear` holds where at least one way could see. */
  readonly needs: readonly Way[];
  readonly selects: readonly Select[];
  readonly flows: FlowSelect | null;
  /** Looks for hits; must not look at coverage and must be a pure function of the view. */
  evaluate(view: DeviceView): readonly Hit[];
  /** Narrows the subjects: false for those the question makes no sense for (an intercept question of a billing system). */
  applies?(view: DeviceView): boolean;
  /**
   * Something that makes a hit impossible wherever it holds (the web server is off in every snapshot), as one sentence;
   * the verdict is then clear at the instants of the configurations, and for the period where they stand before, through
   * and after it. Null when nothing rules a hit out.
   */
  rulesOut?(view: DeviceView): string | null;
  /** True where what rules a hit out is no setting that may change (the platform, the files that were given). */
  readonly rulesOutForGood?: boolean;
  /**
   * Reasons beyond missing evidence why absence of a hit may not be called clear (the device is not set to log it,
   * no register, baseline too short). Empty when none.
   */
  limits?(view: DeviceView): readonly Reason[];
  /** True where records of two kinds are set against each other by time: those without a time then decide nothing. */
  readonly comparesTimes?: boolean;
  /** How to mend what the check finds in one configuration of the device; null where nothing is wrong or we know no way. */
  fix?(view: DeviceView, facts: DeviceFacts): Fix | null;
  /** What else could explain a hit; at least one. */
  readonly otherExplanations: readonly string[];
  /** What to do next, in order; at least one. */
  readonly next: readonly string[];
  /** Public sources: names and links. */
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  /** True when evaluate reads `view.fleet` or intelligence: then it runs again when they change. */
  readonly fleet: boolean;
}
