import type { DeviceView } from '../../model/view.ts';
import { subjectName } from '../kit/who.ts';
import { Habits, readSchedule, type Schedule } from './schedule.ts';
import {
  type Deed,
  daysOf,
  deedsOf,
  type Session,
  sessionsOf,
  usualAddresses,
  usuallyChanges,
} from './sessions.ts';

/** Fewer days than this say nothing of what is usual (facts 9.1). */
export const LEAST_DAYS = 7;

/** An account that a program uses, and what is known of its habits. */
export interface Automation {
  readonly name: string;
  /** True when the register names it, false when only its habits tell. */
  readonly registered: boolean;
  readonly schedule: Schedule | null;
  /** The words of the register, for people. */
  readonly note: string | null;
  readonly sessions: readonly Session[];
  /** Addresses from which it usually comes; empty when it was seen too seldom. */
  readonly usual: ReadonlySet<string>;
  readonly habits: Habits;
  /** True when a time of day can be off: there is a schedule, or most sessions begin at usual times. */
  readonly regular: boolean;
  /** True when changing things belongs to its work. */
  readonly changes: boolean;
}

/** The entries of the register about automation accounts of this device or system. */
export function registeredAccounts(view: DeviceView): ReadonlyMap<string, string | null> {
  const mine = view.fleet
    .register('automation-account')
    .filter((e) => e.device === null || e.device.toLowerCase() === subjectName(view).toLowerCase());
  return new Map(mine.map((e) => [e.value.toLowerCase(), e.note]));
}

/** An account that works like a program: many days, one address, one time of day, seldom twice a day, and only reading. */
function worksLikeProgram({ sessions, usual, habits, changes }: Automation, deeds: readonly Deed[]): boolean {
  if (daysOf(sessions) < LEAST_DAYS) return false;
  const regular = sessions.filter((s) => s.from !== null && usual.has(s.from));
  if (usual.size !== 1 || regular.length * 10 < sessions.length * 8) return false;
  if (deeds.every((d) => d.service)) return true;
  if (changes || sessions.length * 2 > daysOf(sessions) * 3) return false;
  const onTime = regular.filter((s) => habits.isUsual(s.start));
  return onTime.length * 10 >= sessions.length * 8;
}

function automation(
  name: string,
  sessions: readonly Session[],
  register: ReadonlyMap<string, string | null>,
): Automation {
  const note = register.get(name.toLowerCase()) ?? null;
  const schedule = readSchedule(note);
  const habits = new Habits(sessions.map((s) => s.start));
  const usualTimes = sessions.filter((s) => habits.isUsual(s.start)).length;
  return {
    name,
    registered: register.has(name.toLowerCase()),
    schedule,
    note,
    sessions,
    usual: usualAddresses(sessions),
    habits,
    regular: schedule !== null || usualTimes * 2 > sessions.length,
    changes: usuallyChanges(sessions),
  };
}

/** The automation accounts that were at work, by name. */
export function automationsOf(view: DeviceView): readonly Automation[] {
  const register = registeredAccounts(view);
  const byAccount = new Map<string, Deed[]>();
  for (const deed of deedsOf(view)) {
    const list = byAccount.get(deed.account);
    if (list) list.push(deed);
    else byAccount.set(deed.account, [deed]);
  }
  const out: Automation[] = [];
  for (const [name, deeds] of [...byAccount].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const account = automation(name, sessionsOf(deeds), register);
    if (account.registered || worksLikeProgram(account, deeds)) out.push(account);
  }
  return out;
}
