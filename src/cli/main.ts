import { errorLines, UserError } from './errors.ts';
import { buildProgram } from './program.ts';

/** Runs the command line; resolves to the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(); // The reader of a pipe went away: nothing more to say.
    throw error;
  });
  let code = 0;
  const program = buildProgram((exit) => {
    code = exit;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    const usage = usageError(error);
    if (usage !== null) return usage;
    const { lines, exit } = errorLines(error);
    process.stderr.write(`${lines.join('\n')}\n`);
    return exit;
  }
}

/** Commander ends by throwing, also after --help; its own messages are already written. */
function usageError(error: unknown): number | null {
  const code = (error as { code?: unknown }).code;
  if (error instanceof UserError || typeof code !== 'string' || !code.startsWith('commander.')) return null;
  return (error as { exitCode?: number }).exitCode === 0 ? 0 : 3;
}
