import { SEVERITIES } from '../model/verdict.ts';
import { REPORT_IDS } from '../reports/index.ts';
import type { CommandSpec, Option } from './command-spec.ts';

const CASE: Option = ['--case <dir>', 'folder of the case (default: seawall-out/case)'];
const OUT: Option = ['--out <dir>', 'folder that `assess --out` was given (default: seawall-out)'];

const EXITS = `
Exit codes:
  0  nothing found at or above --fail-on
  1  nothing found, but something cannot be told, and --strict was given
  2  a hit at or above --fail-on
  3  the command, a setting or a path cannot be used
  4  Seawall itself failed

Every setting may also stand in the environment (SEAWALL_FAIL_ON=high), in
seawall.yaml of this folder, or in ~/.config/seawall/seawall.yaml.`;

/** All commands, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    words: 'assess [paths...]',
    about: 'Answer the five questions over folders, files, archives or standard input (-).',
    options: [
      ['--out <dir>', 'folder for the report and the case (default: seawall-out)'],
      CASE,
      ['--fresh', 'begin a new case instead of going on with the one that is there'],
      ['--format <form>', 'standard output: table, json, sarif, html or stix (default: table)'],
      ['--since <time>', 'judge from this time on (ISO 8601 with a zone, or a date)'],
      ['--until <time>', 'judge up to this time'],
      ['--as-of <time>', 'time that the clocks of duties count from (default: now)'],
      ['--intel <path...>', 'intelligence to load: STIX bundles, MISP events, lists'],
      ['--fail-on <severity>', 'exit code 2 for hits at or above it, or never (default: medium)'],
      ['--strict', 'exit code 1 when nothing was found but something cannot be told'],
      ['--jurisdictions <codes>', 'where you have duties, such as US,DE (default: US)'],
      ['--facts <facts>', 'what only a person knows: entity.usCarrier=true,… (see explain duties)'],
      ['--workers <n>', 'threads that read evidence (default: 2)'],
      ['--maps <paths>', 'column maps of your own for access logs, as files with a comma between'],
      ['--key-file <path>', 'key of pseudonyms; made when missing, never inside the case'],
      ['--quiet', 'no progress and no notes on standard error'],
      ['--color <when>', 'auto, always or never (default: auto; NO_COLOR counts as never)'],
    ],
    examples: [
      ['seawall assess ./evidence', 'everything in a folder; the report lands in seawall-out/'],
      [
        'seawall assess logs.tgz configs/ --intel advisory.json --since 2026-08-01',
        'archives and folders, more intelligence, a period',
      ],
      ['zcat core.log.gz | seawall assess - --format json --quiet', 'standard input, answers as JSON'],
    ],
    values: {
      '--format': REPORT_IDS,
      '--fail-on': [...SEVERITIES, 'never'],
      '--color': ['auto', 'always', 'never'],
    },
    after: EXITS,
    load: () => import('./commands/assess.ts'),
  },
  {
    words: 'why [finding]',
    about:
      'Print the proof of a finding: rule, lines, hashes, coverage, other explanations, what to do next.',
    options: [CASE, OUT],
    examples: [
      ['seawall why F-7KQ2MX', 'the proof of one finding'],
      ['seawall why', 'all findings, one line each'],
      ['seawall why F-7KQ2MX --case cases/harbor', 'from another case'],
    ],
    load: () => import('./commands/why.ts'),
  },
  {
    words: 'files',
    about: 'Print the ledger: every file, what was read, set aside, not understood or failed.',
    options: [CASE, OUT, ['--unknown', 'only what was not understood or failed, with the first places']],
    examples: [
      ['seawall files', 'all evidence, and SHA-256 of the files as they lie on the disk'],
      ['seawall files --unknown', 'what we could not read, with line numbers'],
      ['seawall files --case cases/harbor', 'from another case'],
    ],
    load: () => import('./commands/files.ts'),
  },
  {
    words: 'coverage [device]',
    about: 'Print from when to when each kind of evidence shows each device, and where it is blind.',
    options: [CASE, OUT],
    examples: [
      ['seawall coverage', 'all devices'],
      ['seawall coverage pe-chi-02', 'one device, with every blind window'],
      ['seawall coverage --case cases/harbor', 'from another case'],
    ],
    load: () => import('./commands/coverage.ts'),
  },
  {
    words: 'fix [device]',
    about: 'Write what to change on each device, exact lines and the way back. Nothing is applied.',
    options: [CASE, ['--out <dir>', 'folder for the plans, one file a device (default: seawall-out/fix)']],
    examples: [
      ['seawall fix --out plans', 'plans/DEVICE.txt for every device that a check found something on'],
      ['seawall fix pe-chi-02', 'one device, on standard output'],
      ['seawall fix --case cases/harbor --out cases/harbor/fix', 'from another case'],
    ],
    load: () => import('./commands/fix.ts'),
  },
  {
    words: 'expose <configs...>',
    about: 'Tell what a thief of these configurations holds: secrets to change in order, and whom to warn.',
    options: [
      CASE,
      ['--format <form>', 'table or json (default: table)'],
      ['--key-file <path>', 'key of pseudonyms; that of the case, so that shared secrets are found'],
    ],
    examples: [
      ['seawall expose stolen/pe-chi-02.cfg', 'one configuration'],
      ['seawall expose backup.tgz --case cases/harbor', 'and which devices of a case share its secrets'],
      ['seawall expose stolen/ --format json', 'all of it, for a ticket system'],
    ],
    values: { '--format': ['table', 'json'] },
    load: () => import('./commands/expose.ts'),
  },
  {
    words: 'check <action> [check]',
    about: 'List the checks (check list) or show one (check show ID).',
    options: [],
    examples: [
      ['seawall check list', 'all checks by class'],
      ['seawall check show tunnel-unknown-peer', 'what it asks, needs and cannot see'],
      ['seawall check list | grep contradiction', 'one class'],
    ],
    values: { '': ['list', 'show'] },
    load: () => import('./commands/check.ts'),
  },
  {
    words: 'case <action> [finding]',
    about: 'List cases (case list), show one (case show), set a finding aside (case suppress FINDING).',
    options: [
      CASE,
      OUT,
      ['--by <name>', 'who sets the finding aside'],
      ['--why <reason>', 'why'],
      ['--until <time>', 'until when'],
    ],
    examples: [
      ['seawall case list', 'cases in and below this folder'],
      ['seawall case show --case cases/harbor', 'what the case holds'],
      [
        'seawall case suppress F-7KQ2MX --by "A. Reyes" --why "planned, CHG-10442"',
        'keep the finding, do not count it',
      ],
    ],
    values: { '': ['list', 'show', 'suppress'] },
    load: () => import('./commands/case.ts'),
  },
  {
    words: 'doctor',
    about: 'Check that everything Seawall needs works here, and list what it can read.',
    options: [],
    examples: [
      ['seawall doctor', 'before you need it'],
      ['seawall doctor | grep reads', 'the formats'],
      ['seawall doctor; echo $?', '0 when all is well'],
    ],
    load: () => import('./commands/doctor.ts'),
  },
  {
    words: 'explain [code]',
    about: 'Explain an error code, a cannot-tell reason or a word that Seawall uses.',
    options: [],
    examples: [
      ['seawall explain', 'all codes'],
      ['seawall explain partial-period', 'a reason for cannot-tell'],
      ['seawall explain duties', 'facts that duties ask a person for'],
    ],
    load: () => import('./commands/explain.ts'),
  },
  {
    words: 'config <action>',
    about: 'Show the settings in force (config show).',
    options: [['--origin', 'where each value comes from']],
    examples: [
      ['seawall config show', 'all settings'],
      ['seawall config show --origin', 'with flag, environment, file or default'],
      ['SEAWALL_STRICT=1 seawall config show --origin', 'what a variable changes'],
    ],
    values: { '': ['show'] },
    load: () => import('./commands/config.ts'),
  },
  {
    words: 'new <sort> <name>',
    about: 'Create the folder of a new source or check from a template (in a checkout).',
    options: [],
    examples: [
      ['seawall new check tunnel-from-nowhere', 'src/checks/tunnel-from-nowhere/'],
      ['seawall new source logs/vendor-os', 'src/sources/logs/vendor-os/'],
      ['seawall new check my-check && npx vitest run src/checks/my-check', 'and see what its test asks for'],
    ],
    values: { '': ['check', 'source'] },
    load: () => import('./commands/new.ts'),
  },
  {
    words: 'completion <shell>',
    about: 'Print the completion script for bash, zsh or fish.',
    options: [],
    examples: [
      ['source <(seawall completion bash)', 'this bash session'],
      ['seawall completion zsh > ~/.zfunc/_seawall', 'zsh, for good'],
      ['seawall completion fish > ~/.config/fish/completions/seawall.fish', 'fish, for good'],
    ],
    values: { '': ['bash', 'zsh', 'fish'] },
    load: async () => (await import('./commands/completion.ts')).completionOf(COMMANDS),
  },
];
