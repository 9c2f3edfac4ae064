import { canonicalIp } from '../../../../base/ip.ts';
import { readClock } from '../../kit/clock.ts';
import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import { endpoint } from '../../kit/linux-sockets.ts';
import type { Show } from '../../kit/platform.ts';
import { addSerial } from '../../kit/serials.ts';
import type { Snapshot } from '../../kit/snapshot.ts';
import { readUptime } from '../../kit/uptime.ts';

const DETAIL: Fate = ['set-aside', 'detail of show version'];

/** Reads `show version`. */
export class VersionShow implements Show {
  line(entry: Entry, to: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    return software(text, entry, to) || hardware(text, to) ? READ : DETAIL;
  }
}

function software(text: string, entry: Entry, { draft }: Snapshot): boolean {
  const at = { line: entry.line, lineEnd: entry.line };
  const version = /^Cisco Adaptive Security Appliance Software Version (\S{1,40})/.exec(text);
  if (version) draft.version = { ...at, text: version[1] as string };
  const ftd = /^Model {1,20}: Cisco .{0,80}Threat Defense.{0,60}? Version (\S{1,40})/.exec(text);
  if (ftd) {
    draft.platform = 'ftd';
    draft.version = { ...at, text: ftd[1] as string };
  }
  const image = /^System image file is "([^"]{1,300})"/.exec(text);
  if (image) draft.image = { ...at, text: image[1] as string };
  return version !== null || ftd !== null || image !== null;
}

function hardware(text: string, to: Snapshot): boolean {
  const { draft } = to;
  const uptime = /^(\S{1,63}) up (\d.{1,100})$/.exec(text);
  if (uptime && !text.startsWith('failover ')) {
    draft.hostname ??= uptime[1] as string;
    draft.uptimeSeconds = readUptime(uptime[2] as string);
    return true;
  }
  const model = /^Model Id: {1,6}(\S{1,60})/.exec(text) ?? /^Hardware: {1,6}([^\s,]{1,60}),? ?/.exec(text);
  if (model && (draft.model === null || text.startsWith('Model Id'))) draft.model = model[1] as string;
  const serial = /^Serial Number: (\w{4,40})/.exec(text);
  if (serial) addSerial(draft, serial[1] as string);
  const changed = /^Configuration last modified by (\S{1,64}) at (.{10,60})$/.exec(text);
  if (changed) {
    to.changed ??= readClock(changed[2] as string);
    draft.changedBy ??= changed[1] as string;
  }
  return model !== null || serial !== null || changed !== null;
}

/** Reads `show inventory`: only the chassis names the device. */
class InventoryShow implements Show {
  private chassis = false;

  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    const name = /^N(?:ame|AME): "([^"]{0,200})"/.exec(text);
    if (name) {
      this.chassis = /^chassis$/i.test(name[1] as string);
      return READ;
    }
    const part = /^PID: *([^,]{0,60}?) *, *VID: *[^,]* *, *SN: *(\S*)/.exec(text);
    if (!part) return text.startsWith('show_inventory_all') ? READ : BROKEN;
    if (this.chassis && part[1]) draft.model = part[1];
    if (this.chassis && part[2]) addSerial(draft, part[2]);
    this.chassis = false;
    return READ;
  }
}

/** Reads `show asp table socket`: sockets in the state LISTEN. */
class ListenersShow implements Show {
  readonly view = 'listeners';

  line(entry: Entry, to: Snapshot): Fate {
    const words = bodyOf(entry).slice(0, 400).split(/\s+/);
    if (words[0] === 'Protocol') return READ;
    const at = words.findIndex((word) => word === 'LISTEN' || word === 'ESTAB' || word === 'DGRAM');
    const local = at < 0 ? null : endpoint(words[at + 1] ?? '');
    if (!local) return BROKEN;
    const udp = /udp|dtls/i.test(words[0] ?? '');
    if (words[at] !== 'ESTAB')
      stateOf(to.draft).listeners.push({
        line: entry.line,
        lineEnd: entry.line,
        protocol: udp ? 'udp' : 'tcp',
        ...local,
        process: words[0] ?? null,
        vrf: null,
      });
    return READ;
  }
}

/** Reads `show capture`: captures of packets that are set up, with what they match. */
class CapturesShow implements Show {
  readonly view = 'captures';

  line(entry: Entry, to: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    const { captures } = stateOf(to.draft);
    const found = /^capture (\S{1,64}) (.{0,300}?)(?: \[(.{1,80})\])?$/.exec(text);
    if (found) {
      const words = (found[2] as string).split(' ');
      const face = words[words.indexOf('interface') + 1] ?? null;
      const active = found[3] === undefined ? null : found[3].startsWith('Capturing');
      const place = { line: entry.line, lineEnd: entry.line, name: found[1] as string };
      captures.push({
        ...place,
        interface: words.includes('interface') ? face : null,
        filter: null,
        active,
        destination: null,
      });
      return READ;
    }
    const last = captures.at(-1);
    if (!last || !text.startsWith('match ')) return BROKEN;
    captures[captures.length - 1] = { ...last, filter: text.slice(6), lineEnd: entry.line };
    return READ;
  }
}

/** Reads `show ssh sessions`. */
class SessionsShow implements Show {
  readonly view = 'sessions';

  line(entry: Entry, to: Snapshot): Fate {
    const words = bodyOf(entry).slice(0, 400).split(/\s+/);
    if (words[0] === 'SID') return READ;
    const from = canonicalIp(words[1] ?? '');
    // A session has a second line for the other direction.
    if (from === null) return words[0] === 'OUT' ? READ : BROKEN;
    const place = { line: entry.line, lineEnd: entry.line };
    stateOf(to.draft).sessions.push({
      ...place,
      account: words.at(-1) ?? null,
      from,
      terminal: `ssh ${words[0]}`,
    });
    return READ;
  }
}

/** Reads `show access-list`: the number of elements of each list. */
class AclsShow implements Show {
  readonly view = 'acls';

  line(entry: Entry, to: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 1000);
    const list = /^access-list (\S{1,240}); (\d{1,7}) elements/.exec(text);
    if (list) {
      const place = { line: entry.line, lineEnd: entry.line };
      stateOf(to.draft).acls.push({ ...place, name: list[1] as string, entries: Number(list[2]) });
      return READ;
    }
    // The short form names elements by their hashes.
    return /^access-list (?:\S+ (?:line \d|remark)|cached)|^alert-interval|^[\da-f]{8} /.test(text)
      ? READ
      : BROKEN;
  }
}

/** Readers of show output by what a command prints. */
export const SHOWS: Readonly<Record<string, (command: string) => Show>> = {
  version: () => new VersionShow(),
  inventory: () => new InventoryShow(),
  listeners: () => new ListenersShow(),
  captures: () => new CapturesShow(),
  sessions: () => new SessionsShow(),
  acls: () => new AclsShow(),
};
