/** What a command is run with: its words, then its flags. */
export type Run = (args: readonly string[], flags: Readonly<Record<string, unknown>>) => Promise<number>;

/** A flag with what it is for. */
export type Option = readonly [flags: string, about: string];

/** A command as the help shows it; its code is loaded only when it runs. */
export interface CommandSpec {
  readonly words: string;
  readonly about: string;
  readonly options: readonly Option[];
  readonly examples: readonly (readonly [command: string, about: string])[];
  /** Values that completion offers: of the first word under '', of flags under their names. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** Lines of the help after the examples. */
  readonly after?: string;
  readonly load: () => Promise<{ readonly run: Run }>;
}
