import type { CommandSpec, Run } from '../command-spec.ts';
import { EXIT, UserError } from '../errors.ts';

/** Prints the completion script of a shell for the commands given, which know this one and so cannot be imported. */
export function completionOf(commands: readonly CommandSpec[]): { readonly run: Run } {
  return {
    run: async ([shell = 'nothing']) => {
      const make = SHELLS[shell];
      if (!make) throw new UserError('usage', `seawall completion bash, zsh or fish; not ${shell}`);
      process.stdout.write(make(shapes(commands)));
      return EXIT.nothing;
    },
  };
}

const SHELLS: Readonly<Record<string, (all: readonly Shape[]) => string>> = { bash, zsh, fish };

interface Shape {
  readonly name: string;
  readonly about: string;
  readonly flags: readonly string[];
  /** Choices of the first word of the command, and of its flags; see CommandSpec. */
  readonly values: readonly (readonly [flag: string, values: readonly string[]])[];
}

function shapes(commands: readonly CommandSpec[]): Shape[] {
  return commands.map(({ words, about, options, values }) => ({
    name: words.split(' ')[0] as string,
    about,
    flags: [...options.map(([flags]) => flags.split(' ')[0] as string), '--help'],
    values: Object.entries(values ?? {}),
  }));
}

function bash(all: readonly Shape[]): string {
  const flags = all.map((s) => `    ${s.name}) flags="${s.flags.join(' ')}" ;;`);
  const values = all.flatMap((s) =>
    s.values.map(([flag, list]) => `    ${s.name}/${flag}) words="${list.join(' ')}" ;;`),
  );
  return `# bash completion of seawall: source <(seawall completion bash)
_seawall() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" flags="" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${all.map((s) => s.name).join(' ')} --help --version" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${flags.join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 2 ]; then before=""; fi
  case "\${COMP_WORDS[1]}/$before" in
${values.join('\n')}
  esac
  if [ -n "$words" ] && [[ "$current" != -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  elif [[ "$current" == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$current"))
  else
    compopt -o filenames 2>/dev/null
    local IFS=$'\\n'
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -F _seawall seawall
`;
}

function quote(text: string): string {
  return text.replaceAll("'", '’').replaceAll(/[[\]:]/g, ' ');
}

function zsh(all: readonly Shape[]): string {
  const names = all.map((s) => `    '${s.name}:${quote(s.about)}'`).join('\n');
  const cases = all.map((s) => `    ${s.name}) _arguments ${zshArguments(s)} ;;`).join('\n');
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
  local name="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$name" in
${cases}
  esac
}
compdef _seawall seawall
`;
}

function zshArguments({ flags, values }: Shape): string {
  const choices = new Map(values);
  const first = choices.get('');
  const own = flags.map((flag) => {
    const list = choices.get(flag);
    return list ? `'${flag}[ ]:value:(${list.join(' ')})'` : `'${flag}[ ]'`;
  });
  return [...own, ...(first ? [`'1:word:(${first.join(' ')})'`] : []), `'*:file:_files'`].join(' ');
}

function fish(all: readonly Shape[]): string {
  const lines = all.flatMap((s) => [
    `complete -c seawall -n __fish_use_subcommand -a ${s.name} -d '${quote(s.about)}'`,
    ...s.flags.map((flag) => {
      const list = s.values.find(([name]) => name === flag)?.[1];
      const choices = list ? ` -x -a '${list.join(' ')}'` : '';
      return `complete -c seawall -n '__fish_seen_subcommand_from ${s.name}' -l ${flag.slice(2)}${choices}`;
    }),
    ...s.values
      .filter(([flag]) => flag === '')
      .map(
        ([, list]) => `complete -c seawall -n '__fish_seen_subcommand_from ${s.name}' -a '${list.join(' ')}'`,
      ),
  ]);
  return `# fish completion of seawall\n${lines.join('\n')}\n`;
}
