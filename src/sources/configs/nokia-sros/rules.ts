import { PathBook } from '../kit/path-book.ts';
import { addAaa } from './features/aaa.ts';
import { addCrypto } from './features/crypto.ts';
import { addFilters } from './features/filters.ts';
import { addFlow } from './features/flow.ts';
import { addIdentity } from './features/identity.ts';
import { addInterfaces } from './features/interfaces.ts';
import { addLogging } from './features/logging.ts';
import { addMirrors } from './features/mirrors.ts';
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
  addCrypto,
  addFilters,
  addFlow,
  addIdentity,
  addInterfaces,
  addLogging,
  addMirrors,
  addRoutes,
  addRouting,
  addScripts,
  addServices,
  addSnmp,
  addTime,
  addTunnels,
  addUsers,
];

function build(): PathBook<Scope> {
  const book = new PathBook<Scope>();
  for (const add of FEATURES) add(book);
  return book;
}

/** What is done with each statement of an SR OS configuration, by its path below `configure`. */
export const RULES: PathBook<Scope> = build();
