import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const SOCKET =
  /^\[?([\da-f.:]{2,45}?)\]?:(\d{1,5})->\S{1,60}->state=(\w{1,20})(?:.{0,300}? process=\d{1,8}\/([\w.-]{1,40}))?/i;

/** Reads `diagnose sys tcpsock`; only sockets in state `listen` are listeners. */
export class ListenersReader implements Show {
  readonly view = 'listeners';

  line(entry: Entry, { draft }: Snapshot): Fate {
    const found = SOCKET.exec(bodyOf(entry).slice(0, 600));
    if (!found) return BROKEN;
    const [, host = '', port, state, process = null] = found;
    if (state !== 'listen') return ['set-aside', 'socket that does not listen'];
    const address = host === '0.0.0.0' || host === '::' ? null : host;
    const place = { line: entry.line, lineEnd: entry.line };
    stateOf(draft).listeners.push({
      ...place,
      protocol: 'tcp',
      address,
      port: Number(port),
      process,
      vrf: null,
    });
    return READ;
  }
}
