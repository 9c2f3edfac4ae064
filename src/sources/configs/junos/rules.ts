import { PathBook } from '../kit/path-book.ts';
import { addAaa } from './features/aaa.ts';
import { addBindings } from './features/acls.ts';
import { addBgp } from './features/bgp.ts';
import { addFilters } from './features/filters.ts';
import { addFlow } from './features/flow.ts';
import { addIdentity } from './features/identity.ts';
import { addIgp } from './features/igp.ts';
import { addInterfaces } from './features/interfaces.ts';
import { addIpsec } from './features/ipsec.ts';
import { addKeys } from './features/keys.ts';
import { addLines } from './features/lines.ts';
import { addLogging } from './features/logging.ts';
import { addMirrors } from './features/mirrors.ts';
import { addPrefixLists } from './features/prefix-lists.ts';
import { addRoutes } from './features/routes.ts';
import { addScripts } from './features/scripts.ts';
import { addServices } from './features/services.ts';
import { addSnmp } from './features/snmp.ts';
import { addSnmpV3 } from './features/snmp-v3.ts';
import { addTime } from './features/time.ts';
import { addTunnels } from './features/tunnels.ts';
import { addUsers } from './features/users.ts';
import { addZones } from './features/zones.ts';
import type { Scope } from './scope.ts';
import { addSetAside } from './set-aside.ts';

const FEATURES = [
  addSetAside,
  addAaa,
  addBindings,
  addFilters,
  addFlow,
  addIdentity,
  addIgp,
  addBgp,
  addInterfaces,
  addIpsec,
  addKeys,
  addLines,
  addLogging,
  addMirrors,
  addPrefixLists,
  addRoutes,
  addScripts,
  addServices,
  addSnmp,
  addSnmpV3,
  addTime,
  addTunnels,
  addUsers,
  addZones,
];

function build(): PathBook<Scope> {
  const book = new PathBook<Scope>();
  for (const add of FEATURES) add(book);
  return book;
}

/** What is done with each statement of a Junos configuration. */
export const RULES: PathBook<Scope> = build();
