import { shareGlobalKeys } from '../kit/cisco-aaa-servers.ts';
import { resolveGroups } from '../kit/cisco-object-groups.ts';
import { settlePolicy } from '../kit/cisco-policy-routes.ts';
import { settleTime } from '../kit/cisco-time.ts';
import type { Entry } from '../kit/entry.ts';
import { opensFreeText } from '../kit/free-text.ts';
import { Indented } from '../kit/indented.ts';
import { LOCAL } from '../kit/local-date.ts';
import type { Platform, SectionKind } from '../kit/platform.ts';
import { hostPrompt } from '../kit/prompt.ts';
import { FilesShow } from '../kit/seen-files.ts';
import { settleRoles } from './features/users.ts';
import { readHeader } from './header.ts';
import { RULES } from './rules.ts';
import { beginScope, type Scope } from './scope.ts';
import { SECRETS } from './secrets.ts';
import { AclsShow } from './show/acls.ts';
import { isExecWord, sectionOf, sniff } from './show/command.ts';
import { ContainersShow } from './show/containers.ts';
import { InventoryShow } from './show/inventory.ts';
import { ProcessesShow } from './show/processes.ts';
import { SessionsShow } from './show/sessions.ts';
import { SocketsShow } from './show/sockets.ts';
import { UsersShow } from './show/users.ts';
import { VersionShow } from './show/version.ts';

const TECH = /^`(show .{1,100})`$/;

const INDENTATION = {
  comment: '!',
  prelude: /^(?:Building configuration|Using \d+ out of)/,
  header: readHeader,
  ends: [],
  end: null,
  freeText: opensFreeText,
} as const;

/** Cisco NX-OS on Nexus and MDS. */
export const ciscoNxos: Platform<Scope> = {
  vendor: 'cisco',
  platform: 'nx-os',
  areas: [
    'identity',
    'software',
    'users',
    'aaa',
    'lines',
    'services',
    'acls',
    'snmp',
    'logging',
    'time',
    'interfaces',
    'tunnels',
    'routes',
    'mirrors',
    'containers',
    'crypto',
    'routing',
    'scripts',
    'flow-export',
  ],
  secrets: SECRETS,
  syntax: () => new Indented(INDENTATION),
  prompt: (entry, known) => (entry.prompt > 0 ? hostPrompt(entry, known, isExecWord) : null),
  sectionOf,
  sniff,
  beginsConfig,
  restarts,
  heading,
  begin: beginScope,
  apply,
  settle,
  shows: {
    version: () => new VersionShow(),
    inventory: () => new InventoryShow(),
    files: (command) => new FilesShow(command),
    sessions: () => new SessionsShow(),
    accounts: () => new UsersShow(),
    processes: () => new ProcessesShow(),
    listeners: () => new SocketsShow(),
    containers: (command) => new ContainersShow(command),
    acls: () => new AclsShow(),
  },
};

function beginsConfig(entry: Entry): boolean {
  if (entry.indent > 0) return false;
  if (entry.text.charCodeAt(0) === 33) return true;
  const words = entry.text.split(' ', 2);
  return RULES.knows((words[0] === 'no' ? words[1] : words[0]) ?? '');
}

function restarts(entry: Entry): 'always' | 'again' | null {
  const first = entry.text.charCodeAt(0);
  if (first === 33) return /^!Command: show (?:running|startup)-config/.test(entry.text) ? 'always' : null;
  return first === 118 && /^version \d/.test(entry.text) ? 'again' : null;
}

/** Headings of `show tech-support`: the command between backquotes. */
function heading(entry: Entry): SectionKind | null {
  const tech = entry.text.charCodeAt(0) === 96 ? TECH.exec(entry.text) : null;
  return tech ? sectionOf(tech[1] as string) : null;
}

function apply(scope: Scope): void {
  for (const root of scope.tree.roots) RULES.apply(root, scope.tree, scope);
  resolveGroups(scope);
  settleRoles(scope);
  // NX-OS writes no end mark: a configuration counts as whole when its last line is closed and it is not the first.
  const { tree, draft, cut } = scope;
  draft.complete = !cut && draft.hostname !== null && tree.roots.some(isLate);
}

/** `line console` and `line vty` stand near the end of every running configuration. */
const isLate = ({ words }: { readonly words: readonly string[] }): boolean => words[0] === 'line';

function settle(scope: Scope): void {
  shareGlobalKeys(scope);
  settleTime(scope);
  scope.draft.policyRoutes = settlePolicy(scope);
  scope.draft.acls = [...scope.acls.values()].map(({ standard: _standard, ...acl }) => acl);
  scope.draft.users = [...scope.users.values()];
  // In summer the offset may be another; then the time stays one whose zone is assumed.
  const offset = scope.draft.zoneOffsetMinutes;
  if (offset !== null && scope.state.summer === null) scope.zones.set(LOCAL, offset);
}
