import { callRecordFile } from './access/call-records.ts';
import { interceptFile } from './access/intercept.ts';
import { zeekFiles } from './access/zeek.ts';
import { configFiles } from './configs/snapshots.ts';
import { flowFiles } from './flows/export.ts';
import { inventoryFiles } from './inventory/inventory.ts';
import { oddFiles } from './inventory/odd-files.ts';
import { answerKeyFile } from './key/answer-key.ts';
import { accountingFiles } from './logs/accounting.ts';
import { jumpHostFile } from './logs/jump-hosts.ts';
import { syslogFiles } from './logs/syslog.ts';
import type { OutputFile } from './output.ts';
import { plannedWork } from './sessions/planned.ts';
import { backupSessions } from './sessions/rancid.ts';
import { routineWork } from './sessions/routine.ts';
import { inOrder } from './sessions/session.ts';
import { actorSessions } from './story/actor-sessions.ts';
import { intelFile } from './story/intel.ts';

/** Every file of the example, in order of path; the same bytes each time on one version of Node. */
export function generate(): OutputFile[] {
  const routine = routineWork();
  const sessions = inOrder([...routine.sessions, ...backupSessions(), ...plannedWork(), ...actorSessions()]);
  const files = [
    ...configFiles(sessions, routine.changes),
    ...syslogFiles(sessions),
    jumpHostFile(sessions),
    ...accountingFiles(sessions),
    ...flowFiles(sessions),
    ...zeekFiles(),
    callRecordFile(),
    interceptFile(),
    ...inventoryFiles(),
    ...oddFiles(),
    intelFile(),
    answerKeyFile(),
  ];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
