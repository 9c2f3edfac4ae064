import { canonicalIp } from '../../../base/ip.ts';
import type { Listener } from '../../../model/device-state.ts';
import { stateOf } from './draft.ts';
import { bodyOf, type Entry } from './entry.ts';
import { BROKEN, type Fate, READ } from './fate.ts';
import type { Show } from './platform.ts';
import type { Snapshot } from './snapshot.ts';

const HEAD = /^(?:Active |Proto |Netid |State |\(|Recv-Q)/;
const KNOWN = /^(?:tcp|udp|raw|sctp|LISTEN|UNCONN|ESTAB|TIME-WAIT|CLOSE-WAIT|SYN-)/;
const MOST = 100_000;

/** The address and port of `0.0.0.0:22`, `[::]:22`, `:::22`, `*:22`; null when the text is none. */
export function endpoint(text: string): { address: string | null; port: number } | null {
  const colon = text.lastIndexOf(':');
  const port = Number(text.slice(colon + 1));
  if (colon < 0 || !/^\d{1,5}$/.test(text.slice(colon + 1)) || port > 65_535) return null;
  const host = text
    .slice(0, colon)
    .replace(/^\[|\]$/g, '')
    .replace(/%.*$/, '');
  const address = canonicalIp(host);
  const any = address === null || address === '0.0.0.0' || address === '::';
  return { address: any ? null : address, port };
}

/** Listening sockets as `netstat -ln` and `ss -ln` of Linux print them; connections count as known. */
export class LinuxSockets implements Show {
  readonly view?: 'listeners';

  /** A command that asks for one protocol only does not say that nothing else listens. */
  constructor(command: string) {
    const one = /\s-\w*[tu]/.test(command) && !(/\s-\w*t/.test(command) && /\s-\w*u/.test(command));
    if (!one && !command.includes('|')) this.view = 'listeners';
  }

  line(entry: Entry, to: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 1000);
    if (HEAD.test(text)) return READ;
    if (!KNOWN.test(text)) return BROKEN;
    const words = text.split(/\s+/);
    const listener = this.listener(words, text);
    const { listeners } = stateOf(to.draft);
    if (listener && listeners.length < MOST)
      listeners.push({ line: entry.line, lineEnd: entry.line, ...listener });
    return READ;
  }

  private listener(words: readonly string[], text: string): Omit<Listener, 'line' | 'lineEnd'> | null {
    const udp = words[0]?.startsWith('udp') ?? false;
    const waits =
      words.includes('LISTEN') || words.includes('UNCONN') || (udp && !words.includes('ESTABLISHED'));
    if (!waits) return null;
    const local = words.map(endpoint).find((end) => end !== null);
    if (!local) return null;
    const protocol = udp || words.includes('UNCONN') ? 'udp' : 'tcp';
    const process =
      /users:\(\("([^"]{1,60})"/.exec(text)?.[1] ?? /\s\d{1,10}\/(\S{1,60})/.exec(text)?.[1] ?? null;
    return { protocol, ...local, process, vrf: null };
  }
}
