import type { LedgerState } from '../../../model/ledger.ts';
import { readClock } from './clock.ts';
import { bodyOf, type Entry } from './entry.ts';
import type { SectionKind } from './show/command.ts';
import { FilesReader } from './show/files.ts';
import { InventoryReader } from './show/inventory.ts';
import { readVersionLine } from './show/version.ts';
import type { Snapshot } from './snapshot.ts';

/** What became of a line of output: state and reason for the ledger. */
export type Fate = readonly [LedgerState, string];

const READ: Fate = ['read', 'show output'];
const DETAIL: Fate = ['set-aside', 'detail of show version'];
const SESSION: Fate = ['set-aside', 'session'];
const OTHER: Fate = ['not-understood', 'output of a command that is not read'];
const TYPED: Fate = ['not-understood', 'typed in configuration mode'];
const BROKEN: Fate = ['not-understood', 'line of show output not known'];

/** The output of one show command. */
export class StateSection {
  readonly kind: SectionKind;
  readonly snapshot: Snapshot;
  private readonly inventory = new InventoryReader();
  private readonly files: FilesReader;

  /** Facts go to the snapshot; `command` is what was typed. */
  constructor(kind: SectionKind, snapshot: Snapshot, command: string) {
    this.kind = kind;
    this.snapshot = snapshot;
    this.files = new FilesReader(command);
  }

  /** Reads a line that is not blank and tells what became of it. */
  take(entry: Entry): Fate {
    switch (this.kind) {
      case 'version':
        return readVersionLine(entry, this.snapshot.draft) ? READ : DETAIL;
      case 'inventory':
        return this.inventory.line(entry, this.snapshot.draft) ? READ : BROKEN;
      case 'clock':
        return this.clock(entry);
      case 'files':
        return this.file(entry);
      case 'session':
        return SESSION;
      default:
        return this.kind === 'typed' ? TYPED : OTHER;
    }
  }

  private clock(entry: Entry): Fate {
    const time = readClock(bodyOf(entry));
    if (!time) return BROKEN;
    this.snapshot.addClock(time);
    return READ;
  }

  private file(entry: Entry): Fate {
    const file = this.files.line(entry);
    if (file === null) return BROKEN;
    if (file !== 'known') this.snapshot.files.push(file);
    return READ;
  }
}
