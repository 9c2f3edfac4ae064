import { PathBook } from '../kit/path-book.ts';
import { ADMIN_TABLES, buildAdmins } from './features/admins.ts';
import { buildCrypto } from './features/crypto.ts';
import { buildManagement, MANAGEMENT_TABLES } from './features/management.ts';
import { buildNetwork, NETWORK_TABLES } from './features/network.ts';
import { buildServices, SERVICE_TABLES } from './features/services.ts';
import type { PanScope } from './scope.ts';
import { addSetAside } from './set-aside.ts';
import { addTable } from './table.ts';

function build(): PathBook<PanScope> {
  const book = new PathBook<PanScope>();
  addSetAside(book);
  for (const table of [...ADMIN_TABLES, ...SERVICE_TABLES, ...NETWORK_TABLES, ...MANAGEMENT_TABLES])
    addTable(book, table);
  return book;
}

/** What is done with each statement of a PAN-OS configuration. */
export const RULES: PathBook<PanScope> = build();

/** Makes facts of all rows that were gathered, and forgets the rows. */
export function makeFacts(to: PanScope): void {
  for (const make of [buildAdmins, buildServices, buildNetwork, buildManagement, buildCrypto]) make(to);
  to.tables.clear();
}
