import { shareGlobalKeys } from '../kit/cisco-aaa-servers.ts';
import { resolveGroups } from '../kit/cisco-object-groups.ts';
import { settlePolicy } from '../kit/cisco-policy-routes.ts';
import { settleRoutingProof } from '../kit/cisco-routing-proof.ts';
import { gradeType, readWritten } from '../kit/cisco-secrets.ts';
import { settleTime } from '../kit/cisco-time.ts';
import { readClock } from '../kit/clock.ts';
import type { Entry } from '../kit/entry.ts';
import { opensFreeText } from '../kit/free-text.ts';
import { Indented } from '../kit/indented.ts';
import type { Platform, SectionKind } from '../kit/platform.ts';
import { hostPrompt } from '../kit/prompt.ts';
import { FilesShow } from '../kit/seen-files.ts';
import type { Snapshot } from '../kit/snapshot.ts';
import { readHeader } from './header.ts';
import { RULES } from './rules.ts';
import { beginScope, type Scope } from './scope.ts';
import { isExecWord, sectionOf, sniff } from './show/command.ts';
import { InventoryReader } from './show/inventory.ts';
import { VersionReader } from './show/version.ts';

const PRELUDE =
  /^(?:Building configuration|Current configuration :|Using \d+ out of|Load for five secs|Time source is)/;
const TECH = /^-{10,40} (show .{1,100}?) -{10,40}$/;

const INDENTATION = {
  comment: '!',
  prelude: PRELUDE,
  header: readHeader,
  ends: ['exit-'],
  end: 'end',
  freeText: opensFreeText,
} as const;

/** Cisco IOS and IOS XE. */
export const ciscoIos: Platform<Scope> = {
  vendor: 'cisco',
  platform: 'ios',
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
  secrets: { written: (words, from) => readWritten(words, from), grade: gradeType },
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
    version: () => new VersionReader(),
    inventory: () => new InventoryReader(),
    files: (command) => new FilesShow(command),
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
  if (first === 118) return /^version \d/.test(entry.text) ? 'again' : null;
  if (first === 33) return /^! ?Last configuration change/.test(entry.text) ? 'always' : null;
  return (first === 66 || first === 67 || first === 85) && PRELUDE.test(entry.text) ? 'always' : null;
}

/** Headings of `show tech-support`, and the time that `terminal exec prompt timestamp` prints. */
function heading(entry: Entry, now: () => Snapshot): SectionKind | null {
  const first = entry.text.charCodeAt(0);
  if (first === 84 && entry.text.startsWith('Time source is ')) {
    const time = readClock(entry.text.slice(entry.text.indexOf(', ') + 2));
    if (time) now().addClock(time);
    return 'heading';
  }
  const tech = first === 45 ? TECH.exec(entry.text) : null;
  return tech ? sectionOf(tech[1] as string) : null;
}

function apply(scope: Scope): void {
  for (const root of scope.tree.roots) RULES.apply(root, scope.tree, scope);
  resolveGroups(scope);
}

function settle(scope: Scope): void {
  shareGlobalKeys(scope);
  settleTime(scope);
  scope.draft.policyRoutes = settlePolicy(scope);
  settleRoutingProof(scope);
  scope.draft.acls = [...scope.acls.values()].map(({ standard: _standard, ...acl }) => acl);
  scope.draft.users = [...scope.users.values()];
}
