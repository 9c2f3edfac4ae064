import type { Entry } from '../kit/entry.ts';
import { readPaths } from '../kit/path-book.ts';
import type { Platform } from '../kit/platform.ts';
import { plainPath } from './path.ts';
import { readPrompt } from './prompt.ts';
import { makeFacts, RULES } from './rules.ts';
import { beginForti, type FortiScope } from './scope.ts';
import { FORTI_SECRETS } from './secrets.ts';
import { sectionOf, sniff } from './show/command.ts';
import { ListenersReader } from './show/listeners.ts';
import { NtpReader } from './show/ntp.ts';
import { ProcessesReader } from './show/processes.ts';
import { SessionsReader } from './show/sessions.ts';
import { StatusReader } from './show/status.ts';
import { TunnelsReader } from './show/tunnels.ts';
import { FortiBlocks } from './syntax.ts';

/** Fortinet FortiOS. */
export const fortios: Platform<FortiScope> = {
  vendor: 'fortinet',
  platform: 'fortios',
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
    'scripts',
    'flow-export',
  ],
  secrets: FORTI_SECRETS,
  syntax: () => new FortiBlocks(),
  prompt: readPrompt,
  sectionOf,
  sniff,
  beginsConfig: (entry: Entry) => entry.indent === 0 && /^(?:config [a-z]|#config-version=)/.test(entry.text),
  restarts: (entry: Entry) => (entry.text.startsWith('#config-version=') ? 'always' : null),
  begin: beginForti,
  apply,
  settle: () => undefined,
  shows: {
    version: () => new StatusReader(),
    sessions: () => new SessionsReader(),
    listeners: () => new ListenersReader(),
    tunnels: () => new TunnelsReader(),
    processes: () => new ProcessesReader(),
    ntp: () => new NtpReader(),
  },
};

const mark = (path: readonly string[]): { path: readonly string[]; aside: string | null } => {
  const { path: plain, unset } = plainPath(path);
  return { path: plain, aside: unset ? 'value at its default' : null };
};

function apply(scope: FortiScope): void {
  scope.draft.complete = scope.draft.complete && !scope.cut;
  readPaths(scope.tree, RULES, { to: scope, mark });
  makeFacts(scope);
}
