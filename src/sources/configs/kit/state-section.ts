import { readClock } from './clock.ts';
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
    if (this.show) return this.show.line(entry, this.snapshot);
    if (this.kind === 'clock') return this.clock(entry);
    if (this.kind === 'session') return SESSION;
    return this.kind === 'typed' ? TYPED : OTHER;
  }

  /** Called after the last line of the output. */
  close(): void {
    this.show?.end?.(this.snapshot);
  }

  private clock(entry: Entry): Fate {
    const time = readClock(bodyOf(entry));
    if (!time) return BROKEN;
    this.snapshot.addClock(time);
    return READ;
  }
}
