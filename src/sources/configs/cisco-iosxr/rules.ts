import { RuleBook } from '../kit/rules.ts';
import { addAaaRules } from './features/aaa.ts';
import { addAcls } from './features/acls.ts';
import { addFlow } from './features/flow.ts';
import { addGrpc } from './features/grpc.ts';
import { addIdentity } from './features/identity.ts';
import { addInterfaces } from './features/interfaces.ts';
import { addKeys } from './features/keys.ts';
import { addLayer2 } from './features/layer2.ts';
import { addLines } from './features/lines.ts';
import { addLogging } from './features/logging.ts';
import { addManagementPlane } from './features/management-plane.ts';
import { addMirrors } from './features/mirrors.ts';
import { addRoutes } from './features/routes.ts';
import { addRouting } from './features/routing.ts';
import { addScripts } from './features/scripts.ts';
import { addServices } from './features/services.ts';
import { addSnmpRules } from './features/snmp.ts';
import { addSsh } from './features/ssh.ts';
import { addTimeRules } from './features/time.ts';
import { addUsers } from './features/users.ts';
import type { Scope } from './scope.ts';
import { addSetAside } from './set-aside.ts';

const FEATURES = [
  addSetAside,
  addAaaRules,
  addAcls,
  addFlow,
  addGrpc,
  addIdentity,
  addInterfaces,
  addKeys,
  addLayer2,
  addLines,
  addLogging,
  addManagementPlane,
  addMirrors,
  addRouting,
  addRoutes,
  addScripts,
  addServices,
  addSnmpRules,
  addSsh,
  addTimeRules,
  addUsers,
];

function build(): RuleBook<Scope> {
  const book = new RuleBook<Scope>();
  for (const add of FEATURES) add(book);
  return book;
}

/** What is done with each top-level statement of an IOS XR configuration. */
export const RULES: RuleBook<Scope> = build();
