import { canonicalIp } from '../../../../base/ip.ts';
import type { StateView } from '../../../../model/device-state.ts';
import { type OpenState, stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import { endpoint } from '../../kit/linux-sockets.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';
import { readDate } from '../clock.ts';

type At = { readonly line: number; readonly lineEnd: number };

/** Reads one row into the state; false when it is no row of the table. */
type Row = (words: readonly string[], to: OpenState, at: At) => boolean;

/** How a table of show output is read. */
interface Table {
  readonly view?: StateView;
  /** Lines that belong to the output and hold no row. */
  readonly known: RegExp;
  readonly row: Row;
}

const MOST = 100_000;

class TableShow implements Show {
  readonly view?: StateView;
  private readonly table: Table;
  private rows = 0;

  constructor(table: Table) {
    this.table = table;
    if (table.view) this.view = table.view;
  }

  line(entry: Entry, to: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 1000);
    if (this.table.known.test(text)) return READ;
    this.rows += 1;
    if (this.rows > MOST) return ['set-aside', 'row beyond the limit'];
    const at = { line: entry.line, lineEnd: entry.line };
    return this.table.row(text.split(/\s+/), stateOf(to.draft), at) ? READ : BROKEN;
  }
}

/** Makes the reader of a table. */
export const table = (form: Table): Show => new TableShow(form);

/** `show users`: the session at hand bears a star. */
export const SESSIONS: Table = {
  view: 'sessions',
  known: /^Line +User|^-+/,
  row: (all, to, at) => {
    const words = all[0] === '*' ? all.slice(1) : all;
    const [terminal = '', account = '', ...rest] = words;
    if (!/^(?:con|aux|vty|tty)\d/.test(terminal)) return false;
    const from = rest.map((word) => canonicalIp(word)).find((ip) => ip !== null) ?? null;
    to.sessions.push({
      ...at,
      account: account || null,
      from,
      terminal: terminal.replace(/^(con|aux|vty|tty)(\d)/, '$1 $2'),
    });
    return true;
  },
};

/** `show processes` and `show processes cpu`: the name stands last. */
export const PROCESSES: Table = {
  view: 'processes',
  known: /^(?:CPU utilization|PID |JID |-{3,}|System|-+$)/,
  row: (words, to, at) => {
    if (!/^\d{1,10}$/.test(words[0] ?? '') || words.length < 2) return false;
    to.processes.push({ ...at, name: words.at(-1) ?? '', pid: Number(words[0]), user: null });
    return true;
  },
};

/** `show tcp brief` and `show udp brief`: sockets with nobody at the far end listen. */
export const sockets = (protocol: 'tcp' | 'udp'): Table => ({
  // Two tables make the view, so that neither alone says what is absent.
  known: /^PCB |^-+$/,
  row: (words, to, at) => {
    if (!/^0x[0-9a-f]+$/i.test(words[0] ?? '')) return false;
    const local = endpoint(words[4] ?? '');
    const far = endpoint(words[5] ?? '');
    if (!local) return words.length > 5;
    if (protocol === 'tcp' ? words.includes('LISTEN') : far === null || far.port === 0)
      to.listeners.push({ ...at, protocol, ...local, process: null, vrf: null });
    return true;
  },
});

/** `show appmgr application-table`, and `docker ps`, whose last column is the name. */
export const APPLICATIONS: Table = {
  view: 'containers',
  known: /^(?:Name +Type|-+|Total)/,
  row: ([name = '', ...rest], to, at) => {
    if (rest.length < 2) return false;
    to.containers.push({ ...at, name, state: rest.slice(1).join(' ').toLowerCase() });
    return true;
  },
};

/** `docker ps`. */
export const DOCKER: Table = {
  view: 'containers',
  known: /^CONTAINER ID/,
  row: (words, to, at) => {
    if (!/^[0-9a-f]{12}$/.test(words[0] ?? '')) return false;
    to.containers.push({
      ...at,
      name: words.at(-1) ?? '',
      state: words.includes('Up') ? 'running' : 'stopped',
    });
    return true;
  },
};

/** `show ntp associations`: a star marks the server that the clock follows. */
export const NTP: Table = {
  view: 'ntp',
  known: /^(?:address +|\* ?sys_peer|-+$)/,
  row: (words, to, at) => {
    const marks = /^[*#+x.~-]*/.exec(words[0] ?? '')?.[0] ?? '';
    const address = canonicalIp((words[0] ?? '').slice(marks.length) || (words[1] ?? ''));
    if (address === null) return false;
    to.ntpPeers.push({ ...at, address, synchronised: marks.includes('*') });
    return true;
  },
};

/** `show tacacs` and `show radius`: one `Server:` line for each; counters follow it. */
export const servers = (protocol: 'tacacs+' | 'radius'): Table => ({
  view: 'aaa',
  known:
    /^(?!Server:)(?:For IPv[46]|Global dead|Number of|\S.{0,60}: *\d|\d+ |Authentication|Accounting|Authorization|Timeout|Dead|Quarantined|Throttled|Max|opens=|errors=|status|packets)/,
  row: (words, to, at) => {
    const [first = '', second = ''] = words;
    if (!/^Server:?$/.test(first)) return false;
    const [host = '', port] = second.replace(/,$/, '').split('/');
    const address = canonicalIp(host);
    if (address === null) return false;
    to.aaaServers.push({ ...at, protocol, address, port: port ? Number(port) : null });
    return true;
  },
});

/** `show access-lists`: the entries below each name are counted. */
export const ACLS: Table = {
  view: 'acls',
  known: /^-+$/,
  row: (words, to, at) => {
    const last = to.acls.at(-1);
    if (/^ipv[46]$/.test(words[0] ?? '') && words[1] === 'access-list' && words[2])
      to.acls.push({ ...at, name: words[2], entries: 0 });
    else if (last && /^\d+$/.test(words[0] ?? ''))
      to.acls[to.acls.length - 1] = { ...last, entries: last.entries + 1 };
    else return false;
    return true;
  },
};

const COMMIT =
  /^(\d{1,6}) +(\S{1,64}) +(\S{1,64}) +\S{1,64} +\S.{0,40}? +([A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d \d{4})$/;

/** `show configuration commit list`: who changed the configuration last, and when. */
export class CommitsShow implements Show {
  line(entry: Entry, to: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    if (/^(?:SNo\.|~)/.test(text)) return READ;
    const found = COMMIT.exec(text);
    const when = found && readDate(found[4] as string);
    if (!when) return BROKEN;
    if (to.changed === null || when.local > to.changed.local) {
      to.changed = when;
      to.draft.changedBy = found[3] as string;
    }
    return READ;
  }
}
