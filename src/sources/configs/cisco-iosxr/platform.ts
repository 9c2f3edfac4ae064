import { shareGlobalKeys } from '../kit/cisco-aaa-servers.ts';
import { resolveGroups } from '../kit/cisco-object-groups.ts';
import { settleTime } from '../kit/cisco-time.ts';
import type { Entry } from '../kit/entry.ts';
import { opensFreeText } from '../kit/free-text.ts';
import { Indented } from '../kit/indented.ts';
import type { Platform, SectionKind } from '../kit/platform.ts';
import { FilesShow } from '../kit/seen-files.ts';
import { isStamp, LOCAL } from './clock.ts';
import { settleRedirects } from './features/acls.ts';
import { settleLines } from './features/lines.ts';
import { settleMirrors } from './features/mirrors.ts';
import { readHeader } from './header.ts';
import { readPrompt, readShell } from './prompt.ts';
import { RULES } from './rules.ts';
import { beginScope, type Scope } from './scope.ts';
import { SECRETS } from './secrets.ts';
import { sectionOf, shellSection, sniff } from './show/command.ts';
import { SHOWS } from './show/shows.ts';

const INDENTATION = {
  comment: '!',
  prelude: /^Building configuration/,
  header: readHeader,
  ends: [],
  end: 'end',
  freeText: opensFreeText,
} as const;

/** Cisco IOS XR. */
export const ciscoIosxr: Platform<Scope> = {
  vendor: 'cisco',
  platform: 'ios-xr',
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
  prompt: readPrompt,
  sectionOf,
  sniff,
  beginsConfig,
  restarts,
  heading,
  begin: beginScope,
  apply,
  settle,
  shows: { ...SHOWS, files: (command) => new FilesShow(command) },
};

function beginsConfig(entry: Entry): boolean {
  if (entry.indent > 0) return false;
  if (entry.text.charCodeAt(0) === 33) return true;
  const words = entry.text.split(' ', 2);
  return RULES.knows((words[0] === 'no' ? words[1] : words[0]) ?? '');
}

function restarts(entry: Entry): 'always' | null {
  return entry.text.charCodeAt(0) === 33 && entry.text.startsWith('!! IOS XR Configuration')
    ? 'always'
    : null;
}

/** Headings of `show tech-support`, the time before each output, and prompts of the host system's shell. */
function heading(entry: Entry): SectionKind | null {
  if (entry.indent > 0) return null;
  const { text } = entry;
  if (isStamp(text)) return 'heading';
  const tech = text.charCodeAt(0) === 45 ? /^-{3,40} ((?:admin )?show .{1,100}?) -{3,40}$/.exec(text) : null;
  if (tech) return sectionOf(tech[1] as string);
  const typed = readShell(text);
  if (typed === null) return null;
  return typed === '' ? 'session' : shellSection(typed);
}

function apply(scope: Scope): void {
  for (const root of scope.tree.roots) RULES.apply(root, scope.tree, scope);
  resolveGroups(scope);
}

function settle(scope: Scope): void {
  const { draft, zones } = scope;
  shareGlobalKeys(scope);
  settleTime(scope);
  settleLines(scope);
  settleMirrors(scope);
  settleRedirects(scope);
  draft.acls = [...scope.acls.values()].map(({ standard: _standard, ...acl }) => acl);
  draft.users = [...scope.users.values()];
  if (draft.zoneOffsetMinutes !== null && scope.state.summer === null)
    zones.set(LOCAL, draft.zoneOffsetMinutes);
}
