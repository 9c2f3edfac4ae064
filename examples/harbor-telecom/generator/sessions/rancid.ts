import { DAYS, HOUR, SECOND } from '../fleet/clock.ts';
import type { Device } from '../fleet/device.ts';
import { FLEET } from '../fleet/fleet.ts';
import { SERVERS } from '../fleet/people.ts';
import { type Session, session } from './session.ts';

const COMMANDS = ['terminal length 0', 'show clock', 'show version', 'show inventory', 'show running-config'];

/** The instant at which the backup account logs in to a device on the day that starts at `midnight`. */
export function backupAt(device: Device, midnight: number): number {
  return midnight + 2 * HOUR + (5 + device.index * 14) * SECOND;
}

/** The nightly backup of every device that has accounting, 02:00Z to about 02:10Z. */
export function backupSessions(): Session[] {
  const devices = FLEET.filter((one) => one.accounting !== 'none');
  return DAYS.flatMap((midnight) =>
    devices.map((device) =>
      session({
        device,
        user: 'rancid',
        from: SERVERS.backup,
        start: backupAt(device, midnight),
        commands: COMMANDS,
        pace: 2,
        vty: 1,
      }),
    ),
  );
}
