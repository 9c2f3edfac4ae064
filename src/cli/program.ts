import { Command } from 'commander';
import { COMMANDS } from './command-list.ts';
import type { CommandSpec } from './command-spec.ts';

const ABOUT = `
Begin with:
  seawall assess ./evidence    the five answers, and seawall-out/seawall-report.html
  seawall why                  the findings, and the proof of each
  seawall doctor               what works here, and what can be read

Data goes to standard output, everything else to standard error. Every command
has --help with three examples; \`seawall explain CODE\` explains words and errors.`;

function exampleText(spec: CommandSpec): string {
  const width = Math.max(...spec.examples.map(([command]) => command.length));
  const widest = Math.max(...spec.examples.map(([, about]) => about.length));
  const lines = spec.examples.map(([command, about]) =>
    width + widest > 74 ? `  ${command}\n      ${about}` : `  ${command.padEnd(width)}  ${about}`,
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
    command.addHelpText('after', `${exampleText(spec)}${spec.after === undefined ? '' : `\n${spec.after}`}`);
    command.action(async (...words: unknown[]) => {
      const args = words
        .slice(0, -2)
        .flat()
        .filter((w): w is string => typeof w === 'string');
      const { run } = await spec.load();
      exit(await run(args, command.opts()));
    });
  }
  program.addHelpText('after', ABOUT);
  return program;
}
