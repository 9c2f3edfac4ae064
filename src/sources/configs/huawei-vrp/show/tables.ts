import { canonicalIp } from '../../../../base/ip.ts';
import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const place = (entry: Entry): { line: number; lineEnd: number } => ({
  line: entry.line,
  lineEnd: entry.line,
});

/** Reads `display users`: a line for each terminal, and below it the name of who uses it. */
export class UsersReader implements Show {
  readonly view = 'sessions' as const;

  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 300);
    const { sessions } = stateOf(draft);
    const found =
      /^\+? ?\d{1,4} +(CON|VTY|AUX|WEB|TTY|NCA|RPC) +(\d{1,3}) +\S{5,12}(?: +(\S{1,10}))?(?: +(\S{2,60}))?/i.exec(
        text,
      );
    if (found) {
      const terminal = `${(found[1] as string).toLowerCase()} ${found[2]}`;
      sessions.push({ ...place(entry), account: null, from: canonicalIp(found[4] ?? ''), terminal });
      return READ;
    }
    const name = /^User ?name ?: ?(\S{0,64})/i.exec(text);
    const last = sessions.at(-1);
    if (name && last)
      sessions[sessions.length - 1] = {
        ...last,
        lineEnd: entry.line,
        account: name[1] === '' || name[1] === 'Unspecified' ? null : (name[1] as string),
      };
    return name || /^(?:User-Intf|\+ ?:|-{5,})/.test(text) ? READ : BROKEN;
  }
}

/** Reads `display tcp status`. */
export class SocketsReader implements Show {
  readonly view = 'listeners' as const;

  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 300);
    const found =
      /^(?:[\da-f]{6,16} +)?(?:\d+ ?\/ ?\d+ +)?([\d.]{7,15}|[\da-fA-F:]{2,39}|\*)[:.](\d{1,5}) +\S{3,60}(?: +\S{1,40})?(?: +\S{1,40})? +(Listening|LISTEN)/i.exec(
        text,
      );
    if (found) {
      const address = canonicalIp(found[1] as string);
      const any = address === null || address === '0.0.0.0' || address === '::';
      const listener = {
        protocol: 'tcp' as const,
        address: any ? null : address,
        port: Number(found[2]),
        process: null,
        vrf: null,
      };
      stateOf(draft).listeners.push({ ...place(entry), ...listener });
      return READ;
    }
    const other = /Established|ESTAB|Time_Wait|Syn_|Fin_|Close|Last_Ack/i.test(text);
    return other || /^(?:TCPCB|-{5,}|\*?[ -]*:|Local Add|Cid|Pid)/i.test(text) ? READ : BROKEN;
  }
}

/** Reads `display local-user`. */
export class AccountsReader implements Show {
  readonly view = 'users' as const;

  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 300);
    const found = /^(\S{1,64}) +[AB](?:lock|ctive)? +\S/.exec(text);
    if (found) stateOf(draft).users.push({ ...place(entry), name: found[1] as string, role: null });
    return found || /^(?:-{5,}|User-name|Total \d)/i.test(text) ? READ : BROKEN;
  }
}

const LISTED =
  /^\d{1,6} +[d-][rwx-]{3} +([\d,]{1,20}|-) +[A-Z][a-z]{2} +\d{1,2} +\d{4} [\d:]{5,8}(?:[+-]\d\d:\d\d)? +(\S.{0,200})$/;

/** Reads `dir`. */
export class DirReader implements Show {
  private folder = '';

  line(entry: Entry, to: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    const folder = /^Directory of (\S{1,200})/.exec(text);
    if (folder) this.folder = folder[1] as string;
    const found = LISTED.exec(text);
    if (found && found[1] !== '-') {
      const size = Number((found[1] as string).replaceAll(',', ''));
      to.files.push({ path: `${this.folder}${found[2]}`, size, md5: null, sha512: null, entry });
    }
    return folder || found || /^(?:Idx|[\d,]+ KB total)/.test(text) ? READ : BROKEN;
  }
}
