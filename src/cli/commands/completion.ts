import { EXIT, UserError } from '../errors.ts';
import { commandShapes } from '../program.ts';

/** Prints a completion script. */
export async function run(args: readonly string[]): Promise<number> {
  const make = SHELLS[args[0] ?? ''];
  if (!make)
    throw new UserError('usage', `seawall completion bash, zsh or fish; not ${args[0] ?? 'nothing'}`);
  process.stdout.write(make());
  return EXIT.nothing;
}

const SHELLS: Readonly<Record<string, () => string>> = { bash, zsh, fish };

function bash(): string {
  const shapes = commandShapes();
  const cases = shapes.map((s) => `    ${s.name}) words="${s.flags.join(' ')}" ;;`).join('\n');
  return `# bash completion of seawall
_seawall() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${shapes.map((s) => s.name).join(' ')}" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases}
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$words --help" -- "$current")) ;;
    *) COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F _seawall seawall
`;
}

function quote(text: string): string {
  return text.replaceAll("'", '’').replaceAll(/[[\]:]/g, ' ');
}

function zsh(): string {
  const shapes = commandShapes();
  const names = shapes.map((s) => `    '${s.name}:${quote(s.about)}'`).join('\n');
  const cases = shapes
    .map((s) => `    ${s.name}) _arguments ${s.flags.map((f) => `'${f}'`).join(' ')} '*:file:_files' ;;`)
    .join('\n');
  return `#compdef seawall
_seawall() {
  local -a commands
  commands=(
${names}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  case "$words[2]" in
${cases}
  esac
}
_seawall "$@"
`;
}

function fish(): string {
  const lines = commandShapes().flatMap((s) => [
    `complete -c seawall -n __fish_use_subcommand -a ${s.name} -d '${quote(s.about)}'`,
    ...s.flags.map((f) => `complete -c seawall -n '__fish_seen_subcommand_from ${s.name}' -l ${f.slice(2)}`),
  ]);
  return `# fish completion of seawall\n${lines.join('\n')}\n`;
}
