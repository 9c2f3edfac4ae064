import { addAaaServers } from '../kit/cisco-aaa-servers.ts';
import { addMirrors } from '../kit/cisco-mirrors.ts';
import { addRouteMaps } from '../kit/cisco-policy-routes.ts';
import { RuleBook } from '../kit/rules.ts';
import { addAaa } from './features/aaa.ts';
import { addAcls } from './features/acls.ts';
import { addApis } from './features/apis.ts';
import { addFlow } from './features/flow.ts';
import { addIdentity } from './features/identity.ts';
import { addInterfaces } from './features/interfaces.ts';
import { addIpsec } from './features/ipsec.ts';
import { addLogging } from './features/logging.ts';
import { addManagement } from './features/management.ts';
import { addRouting } from './features/routing.ts';
import { addScripts } from './features/scripts.ts';
import { addSecurity } from './features/security.ts';
import { addServices } from './features/services.ts';
import { addSnmp } from './features/snmp.ts';
import { addTime } from './features/time.ts';
import { addUsers } from './features/users.ts';
import type { Scope } from './scope.ts';
import { addSetAside } from './set-aside.ts';

const FEATURES = [
  addSetAside,
  addAaaServers,
  addMirrors,
  addRouteMaps,
  addAaa,
  addAcls,
  addApis,
  addFlow,
  addIdentity,
  addInterfaces,
  addIpsec,
  addLogging,
  addManagement,
  addRouting,
  addScripts,
  addSecurity,
  addServices,
  addSnmp,
  addTime,
  addUsers,
];

function build(): RuleBook<Scope> {
  const book = new RuleBook<Scope>();
  for (const add of FEATURES) add(book);
  return book;
}

/** What is done with each top-level statement of an EOS configuration. */
export const RULES: RuleBook<Scope> = build();
