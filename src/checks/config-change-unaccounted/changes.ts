import { HOUR, type Instant, MINUTE, type Period } from '../../base/time.ts';
import type { CommandRecord, LogRecord } from '../../model/record.ts';
import type { DeviceView } from '../../model/view.ts';
import { accountsForCommands } from '../kit/accounting.ts';
import { changesConfig, type LoggedChange, loggedChange } from '../kit/config-change.ts';
import { wholeConfigs } from '../kit/snapshots.ts';
import { Timed } from '../kit/timed.ts';

/** Clocks of devices and servers differ by this much without anybody noticing. */
const SLACK = 3 * MINUTE;
/** The message comes when configuration mode is left; its commands may be this old. */
const LONGEST_MODE = 2 * HOUR;

/** A change that the log tells of and no command in accounting explains. */
export interface Unexplained {
  readonly record: LogRecord;
  readonly change: LoggedChange;
  /** Where a command would have to stand. */
  readonly span: Period;
}

/** The commands that accounting shows and that may change the configuration. */
export function accountedChanges(view: DeviceView): readonly CommandRecord[] {
  return view.records('command').filter((c) => c.via === 'accounting' && changesConfig(c.command));
}

/** Tells whether a command stands in a stretch, in steps of the logarithm: by account, and by account and address. */
class Commands {
  private readonly byKey: ReadonlyMap<string, Timed<CommandRecord>>;

  constructor(commands: readonly CommandRecord[]) {
    const lists = new Map<string, CommandRecord[]>();
    for (const command of commands) {
      const from = command.from ?? 'unknown';
      for (const key of ['', JSON.stringify([command.account]), JSON.stringify([command.account, from])]) {
        const list = lists.get(key);
        if (list) list.push(command);
        else lists.set(key, [command]);
      }
    }
    this.byKey = new Map([...lists].map(([key, list]) => [key, new Timed(list)]));
  }

  explain({ account, from }: LoggedChange, span: Period): boolean {
    const has = (key: string): boolean => this.byKey.get(key)?.has(span.from, span.to) ?? false;
    if (account === null) return has('');
    if (from === null) return has(JSON.stringify([account]));
    return [from, 'unknown'].some((f) => has(JSON.stringify([account, f])));
  }
}

/**
 * The changes in the log without a command in accounting between the change before it by the same account and the
 * message. Writes by SNMP have no commands (see snmp-write); what a device does when it boots has none either.
 */
export function unexplained(view: DeviceView): readonly Unexplained[] {
  const commands = new Commands(accountedChanges(view));
  const before = new Map<string, Instant>();
  const out: Unexplained[] = [];
  for (const record of view.records('log')) {
    const change = loggedChange(record);
    const at = record.at;
    if (record.timeQuality === 'clock-unset') continue;
    if (change === null || at === null || change.by === 'snmp' || change.by === 'start') continue;
    const who = `${change.account} ${change.from}`;
    const since = Math.max(at - LONGEST_MODE, before.get(who) ?? 0);
    before.set(who, record.last ?? at);
    const span = { from: since - SLACK, to: (record.last ?? at) + SLACK };
    if (commands.explain(change, span)) continue;
    out.push({ record, change, span });
  }
  return out;
}

/**
 * True when commands in configuration mode of this device should stand in accounting: the configuration before says so,
 * or without one, accounting has such commands of it at other times.
 */
export function shouldAccount(view: DeviceView, at: Instant): boolean {
  const whole = wholeConfigs(view);
  const facts = whole.findLast((f) => (f.takenAt ?? at) <= at) ?? whole[0];
  if (!facts) return accountedChanges(view).length > 0;
  return accountsForCommands(facts);
}
