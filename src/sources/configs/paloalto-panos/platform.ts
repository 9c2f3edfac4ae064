import type { Entry } from '../kit/entry.ts';
import { readPaths } from '../kit/path-book.ts';
import type { Platform } from '../kit/platform.ts';
import { plainPath } from './path.ts';
import { readPrompt } from './prompt.ts';
import { makeFacts, RULES } from './rules.ts';
import { beginPan, type PanScope } from './scope.ts';
import { PAN_SECRETS } from './secrets.ts';
import { sectionOf, sniff } from './show/command.ts';
import { InfoReader } from './show/info.ts';
import { AdminsReader, ListenersReader, NtpReader } from './show/state.ts';
import { PanSyntax } from './syntax.ts';

/** Palo Alto Networks PAN-OS. */
export const panos: Platform<PanScope> = {
  vendor: 'paloalto',
  platform: 'panos',
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
    'crypto',
    'routing',
    'flow-export',
  ],
  secrets: PAN_SECRETS,
  syntax: () => new PanSyntax(),
  prompt: readPrompt,
  sectionOf,
  sniff: (text) => sniff(text) ?? (/^hostname: \S/.test(text) ? 'version' : null),
  beginsConfig: (entry: Entry) => /^(?:set [a-z]|<[?a-z!]|[a-z][\w-]* \{$)/.test(entry.text),
  restarts: (entry: Entry) => (/^(?:<\?xml |config \{$)/.test(entry.text) ? 'again' : null),
  begin: beginPan,
  apply,
  settle: () => undefined,
  shows: {
    version: () => new InfoReader(),
    sessions: () => new AdminsReader(),
    listeners: () => new ListenersReader(),
    ntp: () => new NtpReader(),
  },
};

const mark = (path: readonly string[]): { path: readonly string[]; aside: string | null } => ({
  path: plainPath(path),
  aside: null,
});

function apply(scope: PanScope): void {
  scope.draft.complete = scope.draft.complete && !scope.cut;
  readPaths(scope.tree, RULES, { to: scope, mark });
  makeFacts(scope);
}
