import { RuleBook } from '../kit/rules.ts';
import { addAaa } from './features/aaa.ts';
import { addAcls } from './features/acls.ts';
import { addCrypto } from './features/crypto.ts';
import { addFlow } from './features/flow.ts';
import { addIdentity } from './features/identity.ts';
import { addInterfaces } from './features/interfaces.ts';
import { addLines } from './features/lines.ts';
import { addLogging } from './features/logging.ts';
import { addMirrors } from './features/mirrors.ts';
import { addPolicyRoutes } from './features/policy-routes.ts';
import { addRoutes } from './features/routes.ts';
import { addRouting } from './features/routing.ts';
import { addScripts } from './features/scripts.ts';
import { addServices } from './features/services.ts';
import { addSnmp } from './features/snmp.ts';
import { addTime } from './features/time.ts';
import { addTunnels } from './features/tunnels.ts';
import { addUsers } from './features/users.ts';
import type { Scope } from './scope.ts';
import { addSetAside } from './set-aside.ts';

const FEATURES = [
  addSetAside,
  addAaa,
  addAcls,
  addCrypto,
  addFlow,
  addIdentity,
  addInterfaces,
  addLines,
  addLogging,
  addMirrors,
  addPolicyRoutes,
  addRoutes,
  addRouting,
  addScripts,
  addServices,
  addSnmp,
  addTime,
  addTunnels,
  addUsers,
];

function build(): RuleBook<Scope> {
  const book = new RuleBook<Scope>('undo');
  for (const add of FEATURES) add(book);
  return book;
}

/** What is done with each top-level statement of a VRP configuration. */
export const RULES: RuleBook<Scope> = build();
