import { readClock } from './clock.ts';
import { stateOf } from './draft.ts';
import { bodyOf, type Entry } from './entry.ts';
import { BROKEN, type Fate, READ } from './fate.ts';
import type { AnyPlatform, SectionKind, Show } from './platform.ts';
import type { Snapshot } from './snapshot.ts';

const SESSION: Fate = ['set-aside', 'session'];
const OTHER: Fate = ['not-understood', 'output of a command that is not read'];
const TYPED: Fate = ['not-understood', 'typed in configuration mode'];

/** The output of one show command. */
export class StateSection {
  readonly kind: SectionKind;
  readonly snapshot: Snapshot;
  private readonly show: Show | null;
  private whole = true;

  /** Facts go to the snapshot; `command` is what was typed. */
  constructor(
    kind: SectionKind,
    { platform, snapshot }: { platform: AnyPlatform; snapshot: Snapshot },
    command: string,
  ) {
    this.kind = kind;
    this.snapshot = snapshot;
    this.show = platform.shows[kind]?.(command) ?? null;
  }

  /** Reads a line that is not blank and tells what became of it. */
  take(entry: Entry): Fate {
    if (this.show) {
      const fate = this.show.line(entry, this.snapshot);
      // A line that its reader does not know may hide what the view would have shown.
      if (fate[0] !== 'read' && fate[0] !== 'set-aside') this.whole = false;
      return fate;
    }
    if (this.kind === 'clock') return this.clock(entry);
    if (this.kind === 'session') return SESSION;
    return this.kind === 'typed' ? TYPED : OTHER;
  }

  /** Called after the last line of the output. */
  close(): void {
    const { show, snapshot } = this;
    show?.end?.(snapshot);
    const { sections } = snapshot;
    if (snapshot.draft.state && !sections.includes('state')) sections.push('state');
    if (!show?.view || !this.whole) return;
    const { shown } = stateOf(snapshot.draft);
    if (!shown.includes(show.view)) shown.push(show.view);
  }

  private clock(entry: Entry): Fate {
    const time = readClock(bodyOf(entry));
    if (!time) return BROKEN;
    this.snapshot.addClock(time);
    return READ;
  }
}
