import type { Entry } from '../kit/entry.ts';
import type { Platform } from '../kit/platform.ts';
import { settleAaa } from './features/aaa.ts';
import { settleAcls } from './features/acls.ts';
import { settlePolicyRoutes } from './features/policy-routes.ts';
import { settleRouting } from './features/routing.ts';
import { settleSnmp } from './features/snmp.ts';
import { settleTime } from './features/time.ts';
import { vrpPrompt } from './prompt.ts';
import { RULES } from './rules.ts';
import { beginScope, type Scope } from './scope.ts';
import { vrpSecrets } from './secrets.ts';
import { sectionOf, sniff } from './show/command.ts';
import { SHOWS } from './show/index.ts';
import { VrpSyntax } from './syntax.ts';

/** Huawei VRP of routers, switches and firewalls. */
export const huaweiVrp: Platform<Scope> = {
  vendor: 'huawei',
  platform: 'vrp',
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
  secrets: vrpSecrets,
  syntax: () => new VrpSyntax(),
  prompt: vrpPrompt,
  sectionOf,
  sniff,
  beginsConfig,
  restarts,
  begin: beginScope,
  apply,
  settle,
  shows: SHOWS,
};

function beginsConfig(entry: Entry): boolean {
  const text = entry.text.trim();
  if (text === '#') return true;
  if (entry.indent > 1) return false;
  const [first = '', second = ''] = text.split(' ', 2);
  return RULES.knows(first === 'undo' ? second : first);
}

function restarts(entry: Entry): 'always' | 'again' | null {
  if (/^! ?Software Version V|^\[V\d{3}R\d{3}C/.test(entry.text)) return 'always';
  return entry.text.startsWith('sysname ') ? 'again' : null;
}

function apply(scope: Scope): void {
  for (const root of scope.tree.roots) RULES.apply(root, scope.tree, scope);
}

function settle(scope: Scope): void {
  settleAaa(scope);
  settleAcls(scope);
  settleSnmp(scope);
  settlePolicyRoutes(scope);
  settleRouting(scope);
  settleTime(scope);
  scope.draft.services.push(...scope.services.all);
  scope.draft.mirrors.push(...scope.mirrors.all);
}
