import { RuleBook } from '../kit/rules.ts';
import { addAaa } from './features/aaa.ts';
import { addAaaServers } from './features/aaa-servers.ts';
import { addAcls } from './features/acls.ts';
import { addContainers } from './features/containers.ts';
import { addCrypto } from './features/crypto.ts';
import { addFlow } from './features/flow.ts';
import { addIdentity } from './features/identity.ts';
import { addInterfaces } from './features/interfaces.ts';
import { addLines } from './features/lines.ts';
import { addLogging } from './features/logging.ts';
import { addMirrors } from './features/mirrors.ts';
import { addObjectGroups } from './features/object-groups.ts';
import { addOverlays } from './features/overlays.ts';
import { addRouteMaps } from './features/policy-routes.ts';
import { addRoutes } from './features/routes.ts';
import { addRouting } from './features/routing.ts';
import { addScripts } from './features/scripts.ts';
import { addServices } from './features/services.ts';
import { addSnmp } from './features/snmp.ts';
import { addSources } from './features/sources.ts';
import { addTime } from './features/time.ts';
import { addDialTunnels } from './features/tunnels.ts';
import { addUsers } from './features/users.ts';
import type { Scope } from './scope.ts';
import { addSetAside } from './set-aside.ts';

const FEATURES = [
  addSetAside,
  addAaa,
  addAaaServers,
  addAcls,
  addContainers,
  addCrypto,
  addDialTunnels,
  addFlow,
  addIdentity,
  addInterfaces,
  addLines,
  addLogging,
  addMirrors,
  addObjectGroups,
  addOverlays,
  addRouteMaps,
  addRoutes,
  addRouting,
  addScripts,
  addServices,
  addSnmp,
  addSources,
  addTime,
  addUsers,
];

function build(): RuleBook<Scope> {
  const book = new RuleBook<Scope>();
  for (const add of FEATURES) add(book);
  return book;
}

/** What is done with each top-level statement of a Cisco IOS configuration. */
export const RULES: RuleBook<Scope> = build();
