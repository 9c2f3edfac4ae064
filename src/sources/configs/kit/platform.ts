import type { FactArea } from '../../../model/device-facts.ts';
import type { StateView } from '../../../model/device-state.ts';
import type { Entry } from './entry.ts';
import type { Fate } from './fate.ts';
import type { Prompt } from './prompt.ts';
import type { Scope } from './scope.ts';
import type { SecretForms } from './secret-forms.ts';
import type { Snapshot } from './snapshot.ts';
import type { Syntax } from './syntax.ts';

/**
 * What the output of a command holds: a configuration (`running`, `startup`, or `partial` for an extract), output that
 * one of the platform's `shows` reads, `session` for commands that print nothing of interest, `typed` for lines entered
 * in configuration mode, `other` for output that nobody reads.
 */
export type SectionKind = string;

/** The sections that hold a configuration. */
export const CONFIGS: ReadonlySet<SectionKind> = new Set(['running', 'startup', 'partial']);

/** Reads the output of one show command, line by line; blank lines do not come. */
export interface Show {
  /** The view of the running device that the whole output gives; its absence of a thing then counts. */
  readonly view?: StateView;
  line(entry: Entry, to: Snapshot): Fate;
  /** Called after the last line. */
  end?(to: Snapshot): void;
}

/** What a family of operating systems adds to the readers that all share. */
export interface Platform<S extends Scope = Scope> {
  readonly vendor: string;
  /** Name until something in the evidence tells a closer one: `ios`, which may turn out to be `ios-xe`. */
  readonly platform: string;
  /** Areas that a whole configuration answers for when its lines were read. */
  readonly areas: readonly FactArea[];
  readonly secrets: SecretForms;
  /** Makes the cutter of lines into statements, one for each configuration; `command` printed it, if known. */
  syntax(command: string): Syntax;
  /** Reads a prompt with what was typed behind it; `known` tells whether a device of that name was seen. */
  prompt(entry: Entry, known: (host: string) => boolean): Prompt | null;
  /** Tells what a command prints. */
  sectionOf(command: string): SectionKind;
  /** Tells by its first line what output begins, where no prompt says so; null when the line does not tell. */
  sniff(text: string): SectionKind | null;
  /** True when a line that nothing announced may begin a configuration. */
  beginsConfig(entry: Entry): boolean;
  /**
   * Tells whether a line is the first of a configuration, so that one before it has ended: `always`, or `again` when it
   * stands once in each.
   */
  restarts(entry: Entry): 'always' | 'again' | null;
  /** Reads a line that opens a section, whose kind comes back, or that is a mere `heading`; null for all others. */
  heading?(entry: Entry, now: () => Snapshot): SectionKind | null;
  /** What the features write to; called once for each snapshot. */
  begin(common: Scope): S;
  /** Reads all statements of `scope.tree`. */
  apply(scope: S): void;
  /** Settles what needed the whole snapshot to be known. */
  settle(scope: S): void;
  /** Readers of show output by section kind. */
  readonly shows: Readonly<Record<string, (command: string) => Show>>;
}

/** A platform whose own scope nobody outside needs to know. */
export interface AnyPlatform extends Omit<Platform, 'begin' | 'apply' | 'settle'> {
  begin(common: Scope): Scope;
  apply(scope: Scope): void;
  settle(scope: Scope): void;
}
