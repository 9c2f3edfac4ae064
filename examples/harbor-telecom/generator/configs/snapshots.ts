import { at, SECOND } from '../fleet/clock.ts';
import type { Device } from '../fleet/device.ts';
import { FLEET } from '../fleet/fleet.ts';
import type { OutputFile } from '../output.ts';
import { backupAt } from '../sessions/rancid.ts';
import type { DescriptionChange } from '../sessions/routine.ts';
import type { Session } from '../sessions/session.ts';
import { CONFIG_CHANGES } from '../story/config-changes.ts';
import { SNMP_WRITE_AT } from '../story/moments.ts';
import { terminalCapture } from './capture.ts';
import { baseState, type ConfigState } from './state.ts';

const FIRST = '2026-10-15';
const SECOND_DAY = '2026-11-13';

// Exports are rarely named well: two files carry names that say nothing, and one says something wrong.
const ODD_NAMES: Readonly<Record<string, string>> = {
  '2026-11-13/p-det-01': '2026-11-13/New Text Document (2).txt',
  '2026-11-13/agg-cle-01': '2026-11-13/agg-cle-01.log',
  '2026-10-15/ce-toledo-01': '2026-10-15/sw-old-toledo.cfg',
};

const later = (
  first: ConfigState,
  changes: readonly DescriptionChange[],
  last: Session | undefined,
): ConfigState => {
  const { device } = first;
  CONFIG_CHANGES[device.name]?.(first);
  for (const change of changes) {
    const link = first.interfaces.find((one) => one.name === change.interfaceName);
    if (link !== undefined) link.description = change.text;
  }
  if (last?.configuredAt !== undefined) {
    first.changed = { at: last.configuredAt, by: last.user };
    first.saved = { at: last.configuredAt + 9 * SECOND, by: last.user };
  }
  if (device.name === 'ce-gary-01') first.changed = { at: SNMP_WRITE_AT };
  return first;
};

const fileOf = (day: string, device: Device, text: string): OutputFile => {
  const plain = `${day}/${device.name}`;
  return { path: `evidence/configs/${ODD_NAMES[plain] ?? `${plain}.cfg`}`, bytes: Buffer.from(text) };
};

function snapshotsOf(
  device: Device,
  sessions: readonly Session[],
  changes: readonly DescriptionChange[],
): OutputFile[] {
  const base = (): ConfigState =>
    baseState(device, at('2026-09-17T15:00:00Z') + device.index * 11 * 60 * SECOND);
  const firstAt = backupAt(device, at(`${FIRST}T00:00:00Z`)) + 6 * SECOND + 345;
  const secondAt = backupAt(device, at(`${SECOND_DAY}T00:00:00Z`)) + 6 * SECOND + 712;
  const own = changes.filter((one) => one.device === device && one.at < secondAt && one.at > firstAt);
  const last = sessions.findLast((one) => one.device === device && (one.configuredAt ?? secondAt) < secondAt);
  return [
    fileOf(FIRST, device, terminalCapture(base(), firstAt)),
    fileOf(SECOND_DAY, device, terminalCapture(later(base(), own, last), secondAt)),
  ];
}

/** Two snapshots of every device that has any; `sessions` are in order of time. */
export function configFiles(
  sessions: readonly Session[],
  changes: readonly DescriptionChange[],
): OutputFile[] {
  return FLEET.filter((one) => one.hasConfig).flatMap((device) => snapshotsOf(device, sessions, changes));
}
