import { settleBlocks } from '../kit/path-book.ts';
import { settleAaa } from './features/aaa.ts';
import { settleAcls } from './features/acls.ts';
import { settleBgp } from './features/bgp.ts';
import { settleFlow } from './features/flow.ts';
import { settleIgp } from './features/igp.ts';
import { settleInterfaces } from './features/interfaces.ts';
import { settleIpsec } from './features/ipsec.ts';
import { settleLines } from './features/lines.ts';
import { settleLogging } from './features/logging.ts';
import { settleMirrors } from './features/mirrors.ts';
import { settlePolicyRoutes } from './features/policy-routes.ts';
import { settleScripts } from './features/scripts.ts';
import { settleServices } from './features/service.ts';
import { settleSnmp } from './features/snmp.ts';
import { settleSnmpV3 } from './features/snmp-v3.ts';
import { settleTime } from './features/time.ts';
import { settleTunnels } from './features/tunnels.ts';
import { settleUsers } from './features/users.ts';
import { inEffect } from './paths/effective.ts';
import { RULES } from './rules.ts';
import type { Scope } from './scope.ts';
import { sweepTyped } from './sweep-typed.ts';

/** Hierarchies that a routing instance holds as the main one does. */
const INSIDE = new Set(['protocols', 'routing-options', 'forwarding-options', 'switch-options']);

/** Reads all statements of a configuration. */
export function applyTree(to: Scope): void {
  const effect = inEffect(to.tree);
  for (const { statement, path, inherited } of effect.paths) {
    const inner = path[0] === 'logical-systems' || path[0] === 'tenants' ? path.slice(2) : path;
    const instance = inner[0] === 'routing-instances' && INSIDE.has(inner[2] ?? '');
    to.vrf = instance ? (inner[1] as string) : null;
    to.inherited = inherited;
    to.seen.add(inner[0] ?? '');
    RULES.apply(statement, instance ? inner.slice(2) : inner, to);
  }
  to.index = effect.index();
  to.vrf = null;
  to.inherited = false;
  sweepTyped(to);
  settleBlocks(to.tree);
  to.draft.complete = !to.cut && to.seen.has('version') && to.seen.has('system');
}

const SETTLE = [
  settleServices,
  settleUsers,
  settleLines,
  settleAaa,
  settleSnmp,
  settleSnmpV3,
  settleAcls,
  settlePolicyRoutes,
  settleLogging,
  settleTime,
  settleInterfaces,
  settleIpsec,
  settleTunnels,
  settleFlow,
  settleMirrors,
  settleScripts,
  settleBgp,
  settleIgp,
];

/** Hands over what needed the whole snapshot to be known. */
export function settle(to: Scope): void {
  for (const each of SETTLE) each(to);
}
