import { TEST_KEYED } from '../../kit/recording-sink.ts';
import { beginCisco } from './cisco-scope.ts';
import { gradeType, readWritten } from './cisco-secrets.ts';
import type { Entry } from './entry.ts';
import type { Show } from './platform.ts';
import { Snapshot } from './snapshot.ts';

/** What a show command said, and what became of each of its lines. */
export interface Told {
  readonly to: Snapshot;
  readonly fates: readonly string[];
}

/** Feeds lines to the reader of a show command: for tests. */
export function feed(show: Show, ...lines: string[]): Told {
  const context = {
    evidence: '0'.repeat(64),
    name: 'test',
    anchor: 0,
    keyed: TEST_KEYED,
    scanner: null,
    templates: new Map<string, string>(),
    start: { line: 1, byte: 0 },
    content: new Map<string, string>(),
  };
  const forms = { written: readWritten, grade: gradeType };
  const to = new Snapshot(context, 'test', {
    vendor: 'test',
    platform: 'test',
    secrets: forms,
    begin: beginCisco,
  });
  const fates = lines.map((text, i) => show.line(entryOf(text, i + 1), to)[0]);
  show.end?.(to);
  return { to, fates };
}

function entryOf(text: string, line: number): Entry {
  const indent = Math.max(0, text.search(/\S/));
  return { line, byte: 0, size: text.length + 1, text, indent, closed: true, prompt: 0 };
}
