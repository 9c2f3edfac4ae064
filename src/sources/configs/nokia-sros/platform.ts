import type { Entry } from '../kit/entry.ts';
import type { Platform } from '../kit/platform.ts';
import { settleAaa } from './features/aaa.ts';
import { settleFilters } from './features/filters.ts';
import { settleInterfaces } from './features/interfaces.ts';
import { settleLogging } from './features/logging.ts';
import { settleMirrors } from './features/mirrors.ts';
import { settleRouting } from './features/routing.ts';
import { settleScripts } from './features/scripts.ts';
import { settleLogin, settleServices } from './features/services.ts';
import { settleSnmp } from './features/snmp.ts';
import { settleTunnels } from './features/tunnels.ts';
import { settleUsers } from './features/users.ts';
import { isContext, srosPrompt } from './prompt.ts';
import { RULES } from './rules.ts';
import { beginScope, type Scope } from './scope.ts';
import { srosSecrets } from './secrets.ts';
import { sectionOf, sniff } from './show/command.ts';
import { SHOWS } from './show/index.ts';
import { SrosSyntax } from './syntax.ts';
import { readStatements } from './walk.ts';

const MESSAGE = /^(?:INFO|MINOR|MAJOR|WARNING): (?:CLI|MGMT_CORE|SYSTEM) #\d/;

/** Nokia SR OS, classic and model-driven. */
export const nokiaSros: Platform<Scope> = {
  vendor: 'nokia',
  platform: 'sr-os',
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
  secrets: srosSecrets,
  syntax: () => new SrosSyntax(),
  prompt: (entry) => srosPrompt(entry),
  sectionOf,
  sniff,
  beginsConfig: (entry) =>
    entry.indent === 0 && /^(?:configure|bof|li|persistent-indices)\b|^# \S/.test(entry.text),
  restarts,
  heading: (entry) => (isContext(entry.text) || MESSAGE.test(entry.text) ? 'heading' : null),
  begin: beginScope,
  apply: (scope) => readStatements(scope.tree, RULES, scope),
  settle,
  shows: SHOWS,
};

/** The first comment of a configuration names the software; nothing else does. */
function restarts(entry: Entry): 'always' | 'again' | null {
  return entry.text.startsWith('# TiMOS-') ? 'always' : null;
}

function settle(scope: Scope): void {
  settleUsers(scope);
  settleAaa(scope);
  settleFilters(scope);
  settleSnmp(scope);
  settleLogging(scope);
  settleServices(scope);
  settleLogin(scope);
  settleInterfaces(scope);
  settleTunnels(scope);
  settleMirrors(scope);
  settleRouting(scope);
  settleScripts(scope);
}
