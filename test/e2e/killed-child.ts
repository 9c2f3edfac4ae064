import fs, { appendFileSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { addPaths, concludeHarbor, openHarbor } from './harbor.ts';

// Assesses paths into a case and dies before a step that changes what is on the disk: a write of the database or the
// renaming of a segment of flows. The program itself knows nothing of it: Node's own functions are replaced.
const [folder, stepsFile, dieBefore, ...paths] = process.argv.slice(2) as [
  string,
  string,
  string,
  ...string[],
];
const last = Number(dieBefore);
let done = 0;

function step(what: string): void {
  if (done === last) process.kill(process.pid, 'SIGKILL');
  done += 1;
  appendFileSync(stepsFile, `${what}\n`);
}

const WRITES = /^(insert|update|delete|commit)(?: or \w+)?( into| from)?(?: "?(\w+)"?)?/;

/** The name of a step that a statement is, however the statement is written; undefined for one that only reads. */
function writeOf(sql: string): string | undefined {
  const found = WRITES.exec(sql.toLowerCase());
  if (!found) return undefined;
  const [, verb = '', to = '', table] = found;
  return verb + to + (table === undefined ? '' : ` "${table}"`);
}

function watched(statement: StatementSync, what: string): StatementSync {
  for (const name of ['run', 'all'] as const) {
    const real = statement[name].bind(statement) as (...values: unknown[]) => unknown;
    Object.assign(statement, {
      [name]: (...values: unknown[]) => {
        step(what);
        return real(...values);
      },
    });
  }
  return statement;
}

// oxlint-disable-next-line typescript/unbound-method -- called with the database as `this`
const prepare = DatabaseSync.prototype.prepare;
DatabaseSync.prototype.prepare = function prepared(this: DatabaseSync, sql: string): StatementSync {
  const what = writeOf(sql);
  const statement = prepare.call(this, sql);
  return what === undefined ? statement : watched(statement, what);
};
const rename = fs.renameSync;
fs.renameSync = (from, to) => {
  step('rename');
  rename(from, to);
};
syncBuiltinESMExports();

writeFileSync(stepsFile, '');
const opened = await openHarbor(folder);
await addPaths(opened, paths);
await concludeHarbor(opened);
await opened.close();
