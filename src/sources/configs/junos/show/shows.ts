import type { Show } from '../../kit/platform.ts';
import { CommitsReader } from './commits.ts';
import { ChecksumReader, FileListReader, VerifyReader } from './files.ts';
import { HardwareReader } from './hardware.ts';
import { FacesReader, IpsecReader } from './links.ts';
import { ListenersReader } from './listeners.ts';
import { NtpReader } from './ntp.ts';
import { ProcessesReader } from './processes.ts';
import { UptimeReader } from './uptime.ts';
import { UsersReader } from './users.ts';
import { VersionReader } from './version.ts';

/** Readers of show output by section kind. */
export const SHOWS: Readonly<Record<string, (command: string) => Show>> = {
  version: () => new VersionReader(),
  inventory: () => new HardwareReader(),
  uptime: () => new UptimeReader(),
  users: () => new UsersReader(),
  processes: () => new ProcessesReader(),
  listeners: () => new ListenersReader(),
  faces: (command) => new FacesReader(command),
  ipsec: () => new IpsecReader('ipsec'),
  ike: () => new IpsecReader('ike'),
  ntp: () => new NtpReader(),
  commits: () => new CommitsReader(),
  files: (command) => new FileListReader(command),
  checksum: () => new ChecksumReader(),
  verify: () => new VerifyReader(),
};
