import { HashLines } from '../../kit/hash-lines.ts';
import { LinuxAccounts } from '../../kit/linux-accounts.ts';
import { LinuxProcesses } from '../../kit/linux-processes.ts';
import { LinuxSockets } from '../../kit/linux-sockets.ts';
import type { Show } from '../../kit/platform.ts';
import { InstallShow } from './install.ts';
import { InventoryShow } from './inventory.ts';
import { MirrorsShow } from './mirrors.ts';
import {
  ACLS,
  APPLICATIONS,
  CommitsShow,
  DOCKER,
  NTP,
  PROCESSES,
  SESSIONS,
  servers,
  sockets,
  table,
} from './tables.ts';
import { VersionShow } from './version.ts';

/** Readers of show output by what a command prints. */
export const SHOWS: Readonly<Record<string, (command: string) => Show>> = {
  version: () => new VersionShow(),
  inventory: () => new InventoryShow(),
  install: () => new InstallShow(),
  commits: () => new CommitsShow(),
  mirrors: () => new MirrorsShow(),
  hashes: (command) => new HashLines(command),
  accounts: () => new LinuxAccounts(),
  sockets: (command) => new LinuxSockets(command),
  'host-processes': () => new LinuxProcesses(),
  sessions: () => table(SESSIONS),
  processes: () => table(PROCESSES),
  tcp: () => table(sockets('tcp')),
  udp: () => table(sockets('udp')),
  applications: () => table(APPLICATIONS),
  docker: () => table(DOCKER),
  ntp: () => table(NTP),
  tacacs: () => table(servers('tacacs+')),
  radius: () => table(servers('radius')),
  acls: () => table(ACLS),
};
