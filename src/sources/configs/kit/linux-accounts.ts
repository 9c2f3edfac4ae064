import { scrub } from '../../kit/scrub.ts';
import { gradeHash } from './crypt-strength.ts';
import { stateOf } from './draft.ts';
import { bodyOf, type Entry } from './entry.ts';
import { BROKEN, type Fate, READ } from './fate.ts';
import type { Show } from './platform.ts';
import type { Snapshot } from './snapshot.ts';

const PASSWD = /^([\w.-]{1,64}):[^:]{0,200}:(\d{1,10}):\d{1,10}:[^:]{0,200}:([^:]{0,200}):([^:\s]{0,200})$/;
const SHADOW = /^([\w.-]{1,64}):([^:]{0,300}):\d{0,8}(?::\d{0,8}){0,6}:?$/;
const RIGHTS = /^(%?[\w.-]{1,64})\s+(\S{1,60}\s*=.{1,200})$/;
const NOWHERE = /\/(?:nologin|false|sync|halt|shutdown)$/;

/**
 * Accounts of the host system: `/etc/passwd`, `/etc/shadow` and the rules of `sudoers`. Accounts that may log in and
 * rules become users of the running device, whose role says what they are: `host uid 0`, `sudo ALL=(ALL) ALL`.
 */
export class LinuxAccounts implements Show {
  line(entry: Entry, to: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 1000);
    if (
      text.startsWith('#') ||
      /^(?:Defaults|Cmnd_Alias|User_Alias|Host_Alias|Runas_Alias|@include|#include)/.test(text)
    )
      return ['set-aside', 'setting of the host system'];
    return this.account(text, entry, to) || this.hash(text, entry, to) || this.rights(text, entry, to)
      ? READ
      : BROKEN;
  }

  private account(text: string, entry: Entry, to: Snapshot): boolean {
    const found = PASSWD.exec(text);
    if (!found) return false;
    const [, name = '', uid, , shell = ''] = found;
    if (!NOWHERE.test(shell)) this.add(to, entry, { name, role: `host uid ${uid}` });
    return true;
  }

  private hash(text: string, entry: Entry, to: Snapshot): boolean {
    const found = SHADOW.exec(text);
    if (!found) return false;
    const [, name = '', hash = ''] = found;
    if (!hash.startsWith('$')) return true;
    const strength = gradeHash(hash) ?? 'unknown';
    const type = hash.slice(0, hash.indexOf('$', 1) + 1);
    const at = { line: entry.line, lineEnd: entry.line };
    to.secrets.keep({ use: `user ${name}`, type, strength, text: hash }, at);
    return true;
  }

  private rights(text: string, entry: Entry, to: Snapshot): boolean {
    const found = RIGHTS.exec(text);
    if (!found) return false;
    // With its colon the word would pass for the name of a password.
    const rule = (found[2] as string).replaceAll('PASSWD:', 'PASSWD').replaceAll(/\s+/g, ' ');
    const role = scrub(`sudo ${rule}`);
    this.add(to, entry, { name: found[1] as string, role });
    return true;
  }

  private add(to: Snapshot, entry: Entry, user: { name: string; role: string }): void {
    stateOf(to.draft).users.push({ line: entry.line, lineEnd: entry.line, ...user });
  }
}
