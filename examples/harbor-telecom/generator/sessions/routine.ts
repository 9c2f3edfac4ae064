import { uplinks } from '../configs/interfaces.ts';
import { DAYS, HOUR, isWorkday, MINUTE } from '../fleet/clock.ts';
import type { Device } from '../fleet/device.ts';
import { FLEET } from '../fleet/fleet.ts';
import { ADMINS, type Admin } from '../fleet/people.ts';
import { type Rng, rngFor } from '../fleet/rng.ts';
import { type Session, session } from './session.ts';

const LOOKS = [
  'show ip bgp summary',
  'show ip ospf neighbor',
  'show interfaces description',
  'show logging',
  'show mpls ldp neighbor',
  'show processes cpu sorted',
  'show environment all',
  'show ip route summary',
  'show platform resources',
  'show ntp associations',
  'show users',
];

/** A change of an interface description that an engineer made; the next snapshot shows it. */
export interface DescriptionChange {
  device: Device;
  at: number;
  user: string;
  interfaceName: string;
  text: string;
}

/** The ordinary work of the engineers. */
export interface Routine {
  sessions: Session[];
  changes: DescriptionChange[];
}

// Devices of the story and of the look-alikes get looks but no ordinary changes, so that each of their
// configuration differences has one cause.
const UNTOUCHED = new Set(
  'pe-chi-02 pe-mke-01 agg-det-01 p-stl-01 p-ind-01 ce-gary-01 pe-mil-01 agg-tol-01 pe-det-01 p-msp-01 p-cle-01'.split(
    ' ',
  ),
);

const looks = (rng: Rng): string[] => Array.from({ length: rng.int(3, 7) }, () => rng.pick(LOOKS));

const changeCommands = (change: DescriptionChange): string[] => [
  'show interfaces description',
  'configure terminal',
  `interface ${change.interfaceName}`,
  `description ${change.text}`,
  'end',
  'write memory',
];

function visit(rng: Rng, admin: Admin, midnight: number): { session: Session; change?: DescriptionChange } {
  const device = rng.pick(FLEET.filter((one) => one.accounting !== 'none'));
  const start = midnight + 14 * HOUR + rng.int(0, 8 * 60) * MINUTE + rng.int(0, 59_000);
  const basics = {
    device,
    user: admin.name,
    from: admin.jump,
    start,
    pace: rng.int(8, 40),
    vty: rng.int(0, 3),
  };
  if (UNTOUCHED.has(device.name) || !rng.chance(0.3))
    return { session: session({ ...basics, commands: looks(rng) }) };
  const change: DescriptionChange = {
    device,
    at: start,
    user: admin.name,
    interfaceName: rng.pick(uplinks(device)).name,
    text: `CHG-${rng.int(20500, 20999)} circuit HT-${rng.int(1000, 9999)}`,
  };
  return { session: session({ ...basics, commands: changeCommands(change) }), change };
}

/** Engineers log in through their jump host, mostly to look, sometimes to change a description. */
export function routineWork(): Routine {
  const rng = rngFor('routine');
  const visits = DAYS.flatMap((midnight) =>
    Array.from({ length: isWorkday(midnight) ? 14 : 3 }, () => visit(rng, rng.pick(ADMINS), midnight)),
  );
  return {
    sessions: visits.map((one) => one.session),
    changes: visits.flatMap((one) => one.change ?? []),
  };
}
