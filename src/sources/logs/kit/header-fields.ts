import { COLON, SPACE, skipBlanks } from './header-bytes.ts';
import { HeaderStamps } from './header-stamps.ts';

/** How the message after the header begins. */
export type TagForm = 'mnemonic' | 'program' | 'bare' | 'none';

/** What a header says, as offsets into the array that was read; used again for every line. */
export class HeaderFields {
  readonly stamps: HeaderStamps = new HeaderStamps();
  /** True when the device gives a time since its start instead of a date. */
  uptime = false;
  /** Innermost host name or address; empty span when none. */
  hostFrom = 0;
  hostTo = 0;
  /** Host named before the innermost one; empty span when none. */
  outerHostFrom = 0;
  outerHostTo = 0;
  /** True when the innermost host is an origin id inside the device's own part (`pe-chi-02: *Oct 15 …`). */
  hostIsOriginId = false;
  /** First number that a device put on the message; -1 when none. */
  sequence = -1;
  form: TagForm = 'none';
  tagFrom = 0;
  tagTo = 0;
  bodyFrom = 0;

  /** Forgets the last header. */
  clear(): void {
    this.stamps.clear();
    this.uptime = false;
    this.hostFrom = 0;
    this.hostTo = 0;
    this.outerHostFrom = 0;
    this.outerHostTo = 0;
    this.hostIsOriginId = false;
    this.sequence = -1;
    this.form = 'none';
    this.tagFrom = 0;
    this.tagTo = 0;
    this.bodyFrom = 0;
  }

  /** Notes a host name or address in bytes [from, to). */
  setHost(from: number, to: number, originId: boolean): void {
    this.outerHostFrom = this.hostFrom;
    this.outerHostTo = this.hostTo;
    this.hostFrom = from;
    this.hostTo = to;
    this.hostIsOriginId = originId;
  }

  /** Notes the mnemonic in bytes [from, end) of a line that ends at `to`, and where the message after it begins. */
  setMnemonic(bytes: Uint8Array, span: { from: number; end: number; to: number }): void {
    const { from, end, to } = span;
    this.form = 'mnemonic';
    this.tagFrom = from;
    this.tagTo = end;
    const colon = bytes[end] === SPACE && bytes[end + 1] === COLON ? end + 1 : end;
    const after = bytes[colon] === COLON && colon < to ? colon + 1 : colon;
    this.bodyFrom = skipBlanks(bytes, after, to);
  }
}
