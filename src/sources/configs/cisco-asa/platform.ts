import { shareGlobalKeys } from '../kit/cisco-aaa-servers.ts';
import { resolveGroups } from '../kit/cisco-object-groups.ts';
import { settleTime } from '../kit/cisco-time.ts';
import type { Entry } from '../kit/entry.ts';
import type { Platform } from '../kit/platform.ts';
import { hostPrompt, type Prompt } from '../kit/prompt.ts';
import { FilesShow } from '../kit/seen-files.ts';
import { settleNames } from './features/interfaces.ts';
import { RULES } from './rules.ts';
import { beginScope, type Scope } from './scope.ts';
import { dropMasked, SECRETS } from './secrets.ts';
import { isExecWord, sectionOf, sniff } from './show/command.ts';
import { SHOWS } from './show/shows.ts';
import { AsaLines } from './syntax.ts';

/** Cisco ASA, and the part of FTD that is written as ASA writes. */
export const ciscoAsa: Platform<Scope> = {
  vendor: 'cisco',
  platform: 'asa',
  // There are no terminal lines: who may come in stands with each service.
  areas: [
    'identity',
    'software',
    'users',
    'aaa',
    'services',
    'acls',
    'snmp',
    'logging',
    'time',
    'interfaces',
    'tunnels',
    'routes',
    'crypto',
    'routing',
    'scripts',
    'flow-export',
  ],
  secrets: SECRETS,
  syntax: () => new AsaLines(),
  prompt: readPrompt,
  sectionOf,
  sniff,
  beginsConfig,
  restarts: (entry) => (/^: Saved$|^(?:ASA|NGFW) Version /.test(entry.text) ? 'again' : null),
  begin: beginScope,
  apply,
  settle,
  shows: { ...SHOWS, files: (command) => new FilesShow(command) },
};

/** `fw-01/context/pri/act# show …`: only the name of the device counts. */
function readPrompt(entry: Entry, known: (host: string) => boolean): Prompt | null {
  // FTD shows no name.
  const bare = entry.text.startsWith('> ') ? entry.text.slice(2).trim() : '';
  if (isExecWord(bare.split(' ', 1)[0] as string)) return { host: '', command: bare, configuring: false };
  if (entry.prompt === 0) return null;
  const first = (host: string): string => host.split('/', 1)[0] as string;
  const prompt = hostPrompt(entry, (host) => known(first(host)), isExecWord);
  return prompt && { ...prompt, host: first(prompt.host) };
}

function beginsConfig(entry: Entry): boolean {
  if (entry.indent > 0) return false;
  const first = entry.text.charCodeAt(0);
  if (first === 33 || first === 58) return true;
  const words = entry.text.split(' ', 2);
  return RULES.knows((words[0] === 'no' ? words[1] : words[0]) ?? '');
}

function apply(scope: Scope): void {
  for (const root of scope.tree.roots) RULES.apply(root, scope.tree, scope);
  resolveGroups(scope);
}

function settle(scope: Scope): void {
  shareGlobalKeys(scope);
  settleTime(scope);
  settleNames(scope);
  dropMasked(scope);
  scope.draft.acls = [...scope.acls.values()].map(({ standard: _standard, ...acl }) => acl);
  scope.draft.users = [...scope.users.values()];
}
