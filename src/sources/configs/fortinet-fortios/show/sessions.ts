import { canonicalIp } from '../../../../base/ip.ts';
import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const HEAD = /^(?:username\s+local|Index\s+User name|Total users)/i;

/** Reads `get system admin list`: `admin  sshv2  port1:192.0.2.1:22  198.51.100.7:4167  2026-10-02 12:24:20`. */
export class SessionsReader implements Show {
  readonly view = 'sessions';

  line(entry: Entry, to: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    if (HEAD.test(text)) return READ;
    const words = text.split(/\s+/);
    const start = /^\d+$/.test(words[0] ?? '') && words.length > 4 ? 1 : 0;
    const account = words[start];
    const way = words[start + 1];
    if (account === undefined || way === undefined) return BROKEN;
    const from =
      words
        .slice(start + 2)
        .map(addressOf)
        .findLast((address) => address !== null) ?? null;
    const place = { line: entry.line, lineEnd: entry.line };
    stateOf(to.draft).sessions.push({ ...place, account, from, terminal: way });
    return READ;
  }
}

function addressOf(word: string): string | null {
  const found = /(?:^|:)(\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?$/.exec(word);
  return canonicalIp(found?.[1] ?? word);
}
