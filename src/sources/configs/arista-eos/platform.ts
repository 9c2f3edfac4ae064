import { shareGlobalKeys } from '../kit/cisco-aaa-servers.ts';
import { settlePolicy } from '../kit/cisco-policy-routes.ts';
import { beginCisco } from '../kit/cisco-scope.ts';
import { settleTime } from '../kit/cisco-time.ts';
import type { Entry } from '../kit/entry.ts';
import { opensEofText } from '../kit/free-text.ts';
import { Indented } from '../kit/indented.ts';
import { LOCAL } from '../kit/local-date.ts';
import type { Platform } from '../kit/platform.ts';
import { hostPrompt } from '../kit/prompt.ts';
import { FilesShow } from '../kit/seen-files.ts';
import { readHeader } from './header.ts';
import { RULES } from './rules.ts';
import type { Scope } from './scope.ts';
import { SECRETS } from './secrets.ts';
import { AclsShow } from './show/acls.ts';
import { ClockShow } from './show/clock.ts';
import { isExecWord, sectionOf, sniff } from './show/command.ts';
import { ExtensionsShow } from './show/extensions.ts';
import { InventoryShow } from './show/inventory.ts';
import { ListenersShow } from './show/listeners.ts';
import { ProcessesShow } from './show/processes.ts';
import { SessionsShow } from './show/sessions.ts';
import { VersionShow } from './show/version.ts';

const INDENTATION = {
  comment: '!',
  prelude: /^(?:Building configuration|Pagination disabled\.$)/,
  header: readHeader,
  ends: [],
  end: 'end',
  freeText: opensEofText,
} as const;

/** Arista EOS. */
export const aristaEos: Platform<Scope> = {
  vendor: 'arista',
  platform: 'eos',
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
  begin: beginCisco,
  apply,
  settle,
  shows: {
    version: () => new VersionShow(),
    inventory: () => new InventoryShow(),
    files: (command) => new FilesShow(command),
    clock: () => new ClockShow(),
    sessions: () => new SessionsShow(),
    processes: () => new ProcessesShow(),
    listeners: () => new ListenersShow(),
    containers: () => new ExtensionsShow(),
    acls: () => new AclsShow(),
  },
};

function beginsConfig(entry: Entry): boolean {
  if (entry.indent > 0) return false;
  if (entry.text.charCodeAt(0) === 33) return true;
  const words = entry.text.split(' ', 2);
  return RULES.knows((words[0] === 'no' ? words[1] : words[0]) ?? '');
}

function restarts(entry: Entry): 'always' | null {
  return entry.text.charCodeAt(0) === 33 && /^! Command: show (?:running|startup)-config/.test(entry.text)
    ? 'always'
    : null;
}

function apply(scope: Scope): void {
  for (const root of scope.tree.roots) RULES.apply(root, scope.tree, scope);
}

function settle(scope: Scope): void {
  shareGlobalKeys(scope);
  settleTime(scope);
  scope.draft.policyRoutes = settlePolicy(scope);
  scope.draft.acls = [...scope.acls.values()].map(({ standard: _standard, ...acl }) => acl);
  scope.draft.users = [...scope.users.values()];
  const offset = scope.draft.zoneOffsetMinutes;
  if (offset !== null) scope.zones.set(LOCAL, offset);
}
