import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

/** Reads `show user-account`: all accounts with their roles. */
export class UsersShow implements Show {
  readonly view = 'users';

  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 300);
    const { users } = stateOf(draft);
    const user = /^user:(\S{1,64})$/.exec(text);
    if (user) {
      users.push({ line: entry.line, lineEnd: entry.line, name: user[1] as string, role: null });
      return READ;
    }
    const last = users.at(-1);
    const roles = /^roles:(.{1,200})$/.exec(text);
    if (roles && last) {
      users[users.length - 1] = { ...last, role: (roles[1] as string).trim(), lineEnd: entry.line };
      return READ;
    }
    return last &&
      /^(?:this user account|expires on|no password|ssh public key|local login|remote login|account )/i.test(
        text,
      )
      ? READ
      : BROKEN;
  }
}
