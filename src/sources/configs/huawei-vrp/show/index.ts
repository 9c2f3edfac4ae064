import type { Show } from '../../kit/platform.ts';
import { AccountsReader, DirReader, SocketsReader, UsersReader } from './tables.ts';
import { EsnReader, VersionReader } from './version.ts';

/** Readers of display output by the kind of section. */
export const SHOWS: Readonly<Record<string, (command: string) => Show>> = {
  version: () => new VersionReader(),
  esn: () => new EsnReader(),
  users: () => new UsersReader(),
  connections: () => new SocketsReader(),
  accounts: () => new AccountsReader(),
  files: () => new DirReader(),
};
