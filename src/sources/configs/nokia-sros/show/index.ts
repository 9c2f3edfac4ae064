import type { Show } from '../../kit/platform.ts';
import { accounts, connections, FilesReader, sdps, users } from './tables.ts';
import { PairsReader, VersionReader } from './version.ts';

/** Readers of show output by the kind of section. */
export const SHOWS: Readonly<Record<string, (command: string) => Show>> = {
  version: () => new VersionReader(),
  system: () => new PairsReader(),
  inventory: () => new PairsReader(),
  users,
  connections,
  accounts,
  tunnels: sdps,
  files: () => new FilesReader(),
};
