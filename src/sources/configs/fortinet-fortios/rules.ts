import { PathBook } from '../kit/path-book.ts';
import { AAA_TABLES, buildAaa } from './features/aaa.ts';
import { ADMIN_TABLES, buildAdmins } from './features/admins.ts';
import { buildCrypto } from './features/crypto.ts';
import { buildIdentity, IDENTITY_TABLES } from './features/identity.ts';
import { buildInterfaces, INTERFACE_TABLES } from './features/interfaces.ts';
import { buildLines } from './features/lines.ts';
import { buildLocalIn, LOCAL_IN_TABLES } from './features/local-in.ts';
import { buildLogging, LOGGING_TABLES } from './features/logging.ts';
import { buildMirrors, MIRROR_TABLES } from './features/mirrors.ts';
import { buildRouting, ROUTING_TABLES } from './features/routing.ts';
import { buildScripts, SCRIPT_TABLES } from './features/scripts.ts';
import { buildServices, SERVICE_TABLES } from './features/services.ts';
import { buildSnmp, SNMP_TABLES } from './features/snmp.ts';
import { buildTime, TIME_TABLES } from './features/time.ts';
import { buildTunnels, TUNNEL_TABLES } from './features/tunnels.ts';
import type { FortiScope } from './scope.ts';
import { addSetAside } from './set-aside.ts';
import { addTable } from './table.ts';

const TABLES = [
  ...IDENTITY_TABLES,
  ...ADMIN_TABLES,
  ...INTERFACE_TABLES,
  ...SERVICE_TABLES,
  ...AAA_TABLES,
  ...SNMP_TABLES,
  ...LOGGING_TABLES,
  ...TIME_TABLES,
  ...TUNNEL_TABLES,
  ...ROUTING_TABLES,
  ...MIRROR_TABLES,
  ...LOCAL_IN_TABLES,
  ...SCRIPT_TABLES,
];

function build(): PathBook<FortiScope> {
  const book = new PathBook<FortiScope>();
  addSetAside(book);
  for (const table of TABLES) addTable(book, table);
  return book;
}

/** What is done with each statement of a FortiOS configuration. */
export const RULES: PathBook<FortiScope> = build();

/** What makes facts of the rows, in the order in which they need each other. */
const BUILDERS: readonly ((to: FortiScope) => void)[] = [
  buildIdentity,
  buildAdmins,
  buildInterfaces,
  buildServices,
  buildLocalIn,
  buildLines,
  buildAaa,
  buildSnmp,
  buildLogging,
  buildTime,
  buildTunnels,
  buildRouting,
  buildMirrors,
  buildScripts,
  buildCrypto,
];

/** Makes facts of all rows that were gathered, and forgets the rows. */
export function makeFacts(to: FortiScope): void {
  for (const build of BUILDERS) build(to);
  to.rows.clear();
  to.byBlock.clear();
}
