import { canonicalIp } from '../../../../base/ip.ts';
import type { StateView } from '../../../../model/device-state.ts';
import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

/** Rules and headings of tables, and the lines that count their rows. */
const FRAME =
  /^(?:[=-]{20,}|(?:No\.|Number) of .{1,40}: *\d+|'A' indicates .{1,60}|[A-Z][\w :./-]{0,60}(?: \([\w :.-]{1,40}\))?)$/;
type Row = (text: string, entry: Entry, to: Snapshot) => boolean;

/** Reads a table: each line is a row, or the frame around the rows. */
class Table implements Show {
  readonly view: StateView;
  private readonly row: Row;
  private readonly heading: RegExp;

  constructor(view: StateView, heading: RegExp, row: Row) {
    this.view = view;
    this.heading = heading;
    this.row = row;
  }

  line(entry: Entry, to: Snapshot): Fate {
    const text = entry.text.slice(0, 400);
    if (this.row(text, entry, to)) return READ;
    return FRAME.test(text.trim()) || this.heading.test(text) ? READ : BROKEN;
  }
}

const placeOf = (entry: Entry): { line: number; lineEnd: number } => ({
  line: entry.line,
  lineEnd: entry.line,
});

/** Address and port of `0.0.0.0.22`, `[::]:22` and `::.22`; null when the text is none. */
export function socketOf(text: string): { readonly address: string | null; readonly port: number } | null {
  const found = /^\[?([\da-fA-F.:*]{1,45}?)\]?[.:](\d{1,5})$/.exec(text);
  if (!found || Number(found[2]) > 65_535) return null;
  const address = canonicalIp(found[1] as string);
  const any = address === null || address === '0.0.0.0' || address === '::';
  return { address: any ? null : address, port: Number(found[2]) };
}

const SOCKET = /^(TCP|UDP|RAW)6? +\d+ +\d+ +(\S{3,60})(?: +(.{1,80}))?$/i;

/** `show system connections`. */
export function connections(): Show {
  return new Table(
    'listeners',
    /^(?:Prot |Proto| +(?:RcvdMSS|Remote Address|[\d.:a-fA-F[\]]{3,50} +\d))/,
    (text, entry, { draft }) => {
      const found = SOCKET.exec(text);
      const socket = found && socketOf(found[2] as string);
      if (!found || !socket) return false;
      const protocol = (found[1] as string).toLowerCase() as 'tcp' | 'udp' | 'raw';
      if (protocol !== 'tcp' || /\bLISTEN/.test(found[3] ?? ''))
        stateOf(draft).listeners.push({ ...placeOf(entry), protocol, ...socket, process: null, vrf: null });
      return true;
    },
  );
}

const SESSION = /^(\S{1,64})? +(Console|Telnet|SSHv?[12]?|FTP|SFTP|SCP|NETCONF|gRPC|MD-CLI)\b *(\S{0,60})/i;
const FROM = /^ +(?:#?\d+|--) +(\S{2,60})/;

/** `show users`: who and how on one line; recent releases write where from below it. */
export function users(): Show {
  return new Table('sessions', /^(?:User|Idle| *Session ID)/, (text, entry, { draft }) => {
    const { sessions } = stateOf(draft);
    const found = SESSION.exec(text);
    if (found && !/^User\b/.test(text)) {
      const from = canonicalIp(found[3] ?? '');
      sessions.push({
        ...placeOf(entry),
        account: found[1] ?? null,
        from,
        terminal: (found[2] as string).toLowerCase(),
      });
      return true;
    }
    const last = sessions.at(-1);
    const address = canonicalIp(FROM.exec(text)?.[1] ?? '');
    if (!last || !address) return FROM.test(text);
    sessions[sessions.length - 1] = { ...last, lineEnd: entry.line, from: address };
    return true;
  });
}

/** `show system security user`. */
export function accounts(): Show {
  return new Table('users', /^(?:User ID| +Pwd)/, (text, entry, { draft }) => {
    const found = /^(\S{1,64}) +[yn] +[yn-] +[yn-] /.exec(text);
    if (found) stateOf(draft).users.push({ ...placeOf(entry), name: found[1] as string, role: null });
    return found !== null;
  });
}

/** `show service sdp`. */
export function sdps(): Show {
  return new Table('tunnels', /^SdpId/, (text, entry, { draft }) => {
    const found = /^(\d{1,6}) +\d+ +\d+ +(\S{2,45}) +(?:Up|Down) +(\w+)/.exec(text);
    const destination = found && canonicalIp(found[2] as string);
    if (!found || !destination) return false;
    const tunnel = { name: `sdp ${found[1]}`, source: null, destination, up: found[3] === 'Up' };
    stateOf(draft).tunnels.push({ ...placeOf(entry), ...tunnel });
    return true;
  });
}

const FILE = /^\d\d\/\d\d\/\d{2,4} +\d\d:\d\d[ap]? +(<DIR>|\d{1,15}) +(\S.{0,200})$/;

/** Reads `file dir`. */
export class FilesReader implements Show {
  private folder = '';

  line(entry: Entry, to: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    const folder = /^Directory of (\S{1,200})/.exec(text);
    if (folder) this.folder = (folder[1] as string).replace(/\\$/, '');
    const found = FILE.exec(text);
    if (found && found[1] !== '<DIR>')
      to.files.push({
        path: `${this.folder}\\${found[2]}`,
        size: Number(found[1]),
        md5: null,
        sha512: null,
        entry,
      });
    return folder || found || /^(?:Volume in|\d+ (?:File|Dir)\(s\))/.test(text) ? READ : BROKEN;
  }
}
