/** How the value of a setting is written. */
export type SettingForm = 'text' | 'list' | 'flag' | 'number' | 'time';

/** One setting: where it may come from and what it means. */
export interface SettingKey {
  readonly name: string;
  readonly form: SettingForm;
  readonly fallback: string | readonly string[] | boolean | number | null;
  readonly about: string;
}

/** All settings, by the name that flags (--fail-on), the environment (SEAWALL_FAIL_ON) and files (fail-on) share. */
export const SETTING_KEYS: readonly SettingKey[] = [
  {
    name: 'out',
    form: 'text',
    fallback: 'seawall-out',
    about: 'folder for the report and, unless named, the case',
  },
  {
    name: 'case',
    form: 'text',
    fallback: null,
    about: 'folder of the case; beside the report when not given',
  },
  {
    name: 'format',
    form: 'text',
    fallback: 'table',
    about: 'what goes to standard output: table, json, sarif, html, stix',
  },
  { name: 'since', form: 'time', fallback: null, about: 'judge from this time on' },
  { name: 'until', form: 'time', fallback: null, about: 'judge up to this time' },
  {
    name: 'as-of',
    form: 'time',
    fallback: null,
    about: 'time that clocks of duties count from; now when not given',
  },
  {
    name: 'intel',
    form: 'list',
    fallback: [],
    about: 'intelligence to load besides what Seawall brings along',
  },
  {
    name: 'fail-on',
    form: 'text',
    fallback: 'medium',
    about: 'severity from which a hit sets exit code 2: info, low, medium, high, critical; or never',
  },
  {
    name: 'strict',
    form: 'flag',
    fallback: false,
    about: 'exit code 1 when nothing was found but something cannot be told',
  },
  { name: 'quiet', form: 'flag', fallback: false, about: 'no progress and no notes on standard error' },
  { name: 'color', form: 'text', fallback: 'auto', about: 'auto, always, never; NO_COLOR counts as never' },
  { name: 'workers', form: 'number', fallback: 2, about: 'threads that read evidence' },
  {
    name: 'jurisdictions',
    form: 'list',
    fallback: ['US'],
    about: 'where the organisation has duties, as ISO country codes',
  },
  {
    name: 'key-file',
    form: 'text',
    fallback: null,
    about: 'key of pseudonyms and reuse groups; never inside a case',
  },
  {
    name: 'maps',
    form: 'list',
    fallback: [],
    about: 'column maps of your own for access logs (see the access source)',
  },
  {
    name: 'facts',
    form: 'list',
    fallback: [],
    about: 'facts that only a person knows, as name=value (see seawall explain duties)',
  },
];
