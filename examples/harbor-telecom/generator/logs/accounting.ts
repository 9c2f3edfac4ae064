import { at, bsdStamp, SECOND, sqlStamp } from '../fleet/clock.ts';
import type { Device } from '../fleet/device.ts';
import { gzipped, type OutputFile } from '../output.ts';
import type { Session } from '../sessions/session.ts';
import { NO_ACCOUNTING } from '../story/moments.ts';

interface Row {
  at: number;
  device: Device;
  user: string;
  tty: string;
  from: string;
  verb: 'start' | 'stop';
  fields: string[];
}

const privilege = (command: string): number => (/^(show|terminal|exit)/.test(command) ? 1 : 15);

const kept = (session: Session): boolean =>
  session.seen.accounting &&
  session.device.accounting !== 'none' &&
  !(
    session.device.name === 'p-cle-01' &&
    session.start >= NO_ACCOUNTING[0] &&
    session.start < NO_ACCOUNTING[1]
  );

function rowsOf(session: Session, task: number): Row[] {
  const row = (moment: number, verb: Row['verb'], fields: string[]): Row => ({
    at: moment,
    device: session.device,
    user: session.user,
    tty: `tty${session.vty + 2}`,
    from: session.from,
    verb,
    fields,
  });
  const seconds = Math.round((session.end - session.start) / SECOND);
  const shell = ['timezone=UTC', 'service=shell'];
  const commands = session.commands.map((one, i) =>
    row(session.start + one.after * SECOND, 'stop', [
      `task_id=${task + 1 + i}`,
      ...shell,
      `start_time=${Math.floor(session.start / SECOND) + one.after}`,
      `priv-lvl=${privilege(one.text)}`,
      `cmd=${one.text} <cr>`,
    ]),
  );
  const last = [`task_id=${task}`, ...shell, 'disc-cause=1', 'disc-cause-ext=9', `elapsed_time=${seconds}`];
  return [
    row(session.start, 'start', [`task_id=${task}`, ...shell]),
    ...commands,
    row(session.end, 'stop', last),
  ];
}

const allRows = (sessions: readonly Session[]): Row[] => {
  const tasks = new Map<string, number>();
  return sessions
    .filter(kept)
    .flatMap((session) => {
      const task = tasks.get(session.device.name) ?? 310 + session.device.index * 97;
      tasks.set(session.device.name, task + session.commands.length + 1);
      return rowsOf(session, task);
    })
    .sort((a, b) => a.at - b.at || a.device.index - b.device.index);
};

const withTabs = (row: Row, stamp: string): string =>
  [stamp, row.device.mgmt, row.user, row.tty, row.from, row.verb, ...row.fields].join('\t');

const withBars = (row: Row): string =>
  [`${sqlStamp(row.at)} +0000`, row.device.mgmt, row.user, row.tty, row.from, row.verb, ...row.fields].join(
    '|!|',
  );

const fileOf = (name: string, lines: readonly string[]): OutputFile => ({
  path: `evidence/aaa/${name}`,
  bytes: gzipped(`${lines.join('\n')}\n`),
});

/** The accounting of the older server in two files, without and with the year, and of the newer server in one. */
export function accountingFiles(sessions: readonly Session[]): OutputFile[] {
  const rows = allRows(sessions);
  const turn = at('2026-10-30T00:00:00Z');
  const older = rows.filter((row) => row.device.accounting === 'tab');
  const before = older.filter((row) => row.at < turn).map((row) => withTabs(row, bsdStamp(row.at)));
  const after = older
    .filter((row) => row.at >= turn)
    .map((row) => withTabs(row, `${sqlStamp(row.at)} +0000`));
  const newer = rows.filter((row) => row.device.accounting === 'gui').map(withBars);
  return [
    fileOf('tac_plus.acct-20261029.gz', before),
    fileOf('tac_plus.acct-20261113.gz', after),
    fileOf('tac_plus.acct-east.gz', newer),
  ];
}
