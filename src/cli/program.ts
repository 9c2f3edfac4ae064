import { Command } from 'commander';

/** What a command is run with: its words, then its flags. */
type Run = (args: readonly string[], flags: Readonly<Record<string, unknown>>) => Promise<number>;

/** A command as the help shows it; its code is loaded only when it runs. */
interface CommandSpec {
  readonly words: string;
  readonly about: string;
  readonly options: readonly (readonly [flags: string, about: string])[];
  readonly examples: readonly (readonly [command: string, about: string])[];
  readonly load: () => Promise<{ readonly run: Run }>;
}

const CASE: readonly [string, string] = ['--case <dir>', 'folder of the case (default: seawall-out/case)'];

const COMMANDS: readonly CommandSpec[] = [
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
      ['--facts <facts>', 'what only a person knows, such as entity.usCarrier=true'],
      ['--workers <n>', 'threads that read evidence (default: 2)'],
      ['--key-file <path>', 'key of pseudonyms; made when missing'],
      ['--quiet', 'no progress and no notes on standard error'],
      ['--color <when>', 'auto, always or never'],
    ],
    examples: [
      ['seawall assess ./evidence', 'everything in a folder; the report lands in seawall-out/'],
      [
        'seawall assess logs.tgz configs/ --intel advisory.json --since 2026-08-01',
        'archives and folders, more intelligence, a period',
      ],
      ['zcat core.log.gz | seawall assess - --format json --quiet', 'standard input, answers as JSON'],
    ],
    load: () => import('./commands/assess.ts'),
  },
  {
    words: 'why [finding]',
    about:
      'Print the proof of a finding: rule, lines, hashes, coverage, other explanations, what to do next.',
    options: [CASE],
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
    options: [CASE, ['--unknown', 'only what was not understood or failed, with the first places']],
    examples: [
      ['seawall files', 'all evidence'],
      ['seawall files --unknown', 'what we could not read, with line numbers'],
      ['seawall files --case cases/harbor', 'from another case'],
    ],
    load: () => import('./commands/files.ts'),
  },
  {
    words: 'coverage [device]',
    about: 'Print from when to when each kind of evidence shows each device, and where it is blind.',
    options: [CASE],
    examples: [
      ['seawall coverage', 'all devices'],
      ['seawall coverage pe-chi-02', 'one device, with every blind window'],
      ['seawall coverage --case cases/harbor', 'from another case'],
    ],
    load: () => import('./commands/coverage.ts'),
  },
  {
    words: 'check <action> [check]',
    about: 'List the checks (check list) or show one (check show ID).',
    options: [],
    examples: [
      ['seawall check list', 'all checks by class'],
      ['seawall check show packet-capture', 'what it asks, needs and cannot see'],
      ['seawall check list | grep contradiction', 'one class'],
    ],
    load: () => import('./commands/check.ts'),
  },
  {
    words: 'case <action> [finding]',
    about: 'List cases (case list), show one (case show), set a finding aside (case suppress FINDING).',
    options: [
      CASE,
      ['--by <name>', 'who sets the finding aside'],
      ['--why <reason>', 'why'],
      ['--until <time>', 'until when'],
    ],
    examples: [
      ['seawall case list', 'cases in and below this folder'],
      ['seawall case show --case cases/harbor', 'what the case holds'],
      [
        'seawall case suppress F-7KQ2MX --by "A. Reyes" --why "planned change CHG-10442"',
        'keep the finding, do not count it',
      ],
    ],
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
    load: () => import('./commands/completion.ts'),
  },
];

/** Names, flags and descriptions of all commands, for completion and its tests. */
export function commandShapes(): { name: string; about: string; flags: string[] }[] {
  return COMMANDS.map((c) => ({
    name: c.words.split(' ')[0] as string,
    about: c.about,
    flags: c.options.map(([flags]) => (flags.split(' ')[0] as string).trim()),
  }));
}

function exampleText(spec: CommandSpec): string {
  const width = Math.max(...spec.examples.map(([command]) => command.length));
  const lines = spec.examples.map(([command, about]) =>
    width > 60 ? `  ${command}\n      ${about}` : `  ${command.padEnd(width)}  ${about}`,
  );
  return `\nExamples:\n${lines.join('\n')}`;
}

/** Builds the command line; `exit` is told the code of the command that ran. */
export function buildProgram(exit: (code: number) => void): Command {
  const program = new Command('seawall');
  program
    .description('The first-hour answer machine for a telecom network under suspicion of espionage.')
    .exitOverride()
    .showHelpAfterError('(add --help for the words of a command and examples)')
    .helpCommand(false);
  for (const spec of COMMANDS) {
    const command = program.command(spec.words).description(spec.about).exitOverride();
    for (const [flags, about] of spec.options) command.option(flags, about);
    command.addHelpText('after', exampleText(spec));
    command.action(async (...words: unknown[]) => {
      const args = words
        .slice(0, -2)
        .flat()
        .filter((w): w is string => typeof w === 'string');
      const { run } = await spec.load();
      exit(await run(args, command.opts()));
    });
  }
  program.addHelpText('after', '\nBegin with: seawall assess ./evidence');
  return program;
}
