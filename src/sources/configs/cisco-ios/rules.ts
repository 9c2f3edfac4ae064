import { addAaa } from '../kit/cisco-aaa.ts';
import { addAaaServers } from '../kit/cisco-aaa-servers.ts';
import { addFlow } from '../kit/cisco-flow.ts';
import { addLines } from '../kit/cisco-lines.ts';
import { addMirrors } from '../kit/cisco-mirrors.ts';
import { addObjectGroups } from '../kit/cisco-object-groups.ts';
import { addOverlays } from '../kit/cisco-overlays.ts';
import { addRouteMaps } from '../kit/cisco-policy-routes.ts';
import { addRoutes } from '../kit/cisco-routes.ts';
import { addRouting } from '../kit/cisco-routing.ts';
import { addSnmp } from '../kit/cisco-snmp.ts';
import { addSources } from '../kit/cisco-sources.ts';
import { addTime } from '../kit/cisco-time.ts';
import { addDialTunnels } from '../kit/cisco-tunnels.ts';
import { RuleBook } from '../kit/rules.ts';
import { addAcls } from './features/acls.ts';
import { addContainers } from './features/containers.ts';
import { addCrypto } from './features/crypto.ts';
import { addIdentity } from './features/identity.ts';
import { addInterfaces } from './features/interfaces.ts';
import { addLogging } from './features/logging.ts';
import { addScripts } from './features/scripts.ts';
import { addServices } from './features/services.ts';
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
