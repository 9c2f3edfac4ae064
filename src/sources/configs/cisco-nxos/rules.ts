import { addAaaServers } from '../kit/cisco-aaa-servers.ts';
import { addFlow } from '../kit/cisco-flow.ts';
import { addRouteMaps } from '../kit/cisco-policy-routes.ts';
import { RuleBook } from '../kit/rules.ts';
import { addAaa } from './features/aaa.ts';
import { addAcls } from './features/acls.ts';
import { addContainers } from './features/containers.ts';
import { addCrypto } from './features/crypto.ts';
import { addFeatures } from './features/features.ts';
import { addIdentity } from './features/identity.ts';
import { addInterfaces } from './features/interfaces.ts';
import { addKeys } from './features/keys.ts';
import { addLogging } from './features/logging.ts';
import { addMirrors } from './features/mirrors.ts';
import { addRouting } from './features/routing.ts';
import { addScripts } from './features/scripts.ts';
import { addServices } from './features/services.ts';
import { addSnmp } from './features/snmp.ts';
import { addTerminals } from './features/terminals.ts';
import { addTime } from './features/time.ts';
import { addUsers } from './features/users.ts';
import { addVrfs } from './features/vrfs.ts';
import { type Scope } from './scope.ts';
import { addSetAside } from './set-aside.ts';

const FEATURES = [
  addSetAside,
  addAaaServers,
  addFlow,
  addRouteMaps,
  addAaa,
  addAcls,
  addContainers,
  addCrypto,
  addFeatures,
  addIdentity,
  addInterfaces,
  addKeys,
  addLogging,
  addMirrors,
  addRouting,
  addScripts,
  addServices,
  addSnmp,
  addTerminals,
  addTime,
  addUsers,
  addVrfs,
];

function build(): RuleBook<Scope> {
  const book = new RuleBook<Scope>();
  for (const add of FEATURES) add(book);
  return book;
}

/** What is done with each top-level statement of an NX-OS configuration. */
export const RULES: RuleBook<Scope> = build();
