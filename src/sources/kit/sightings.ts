import type { RecordBase, SightingRecord } from '../../model/record.ts';
import type { ReadContext, Sink } from './contract.ts';

const ENCODER = new TextEncoder();

/** Looks for shared indicators in the text of one piece of evidence; does nothing when no intelligence is loaded. */
export class Sightings {
  private readonly scanner: ReadContext['scanner'];
  private readonly sink: Sink;
  private readonly where: SightingRecord['where'];

  /** Sightings go to `sink` as records of the kind of evidence `where`. */
  constructor(context: ReadContext, sink: Sink, where: SightingRecord['where']) {
    this.scanner = context.scanner;
    this.sink = sink;
    this.where = where;
  }

  /** Looks at bytes of the evidence; `base` is asked only when something stands there. */
  bytes(line: { bytes: Uint8Array; start: number; end: number }, base: () => RecordBase): void {
    this.scanner?.scan(line.bytes, { start: line.start, end: line.end }, ({ value, valueType, near }) => {
      const { where } = this;
      this.sink.record({ kind: 'sighting', ...base(), value, valueType, where, near }, where);
    });
  }

  /** Looks at text that was made from the evidence, such as a line without identifiers of persons. */
  text(text: string, base: () => RecordBase): void {
    if (!this.scanner) return;
    const bytes = ENCODER.encode(text);
    this.bytes({ bytes, start: 0, end: bytes.length }, base);
  }
}
