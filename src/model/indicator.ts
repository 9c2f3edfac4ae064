import type { Instant } from '../base/time.ts';
import type { Tlp } from './evidence.ts';

/** Types of values that an indicator may name. */
export type IndicatorType = 'ipv4' | 'ipv6' | 'network' | 'domain' | 'url' | 'hash' | 'email' | 'filename';

/** One value that somebody shared, with where it comes from and how far it can be relied on. */
export interface Indicator {
  /** Stable id: STIX id plus value where the pattern holds several, otherwise pack id plus value. */
  readonly id: string;
  readonly type: IndicatorType;
  /** Canonical: lower case, IP text form, hash in lower-case hexadecimal. */
  readonly value: string;
  /** Values that the pattern asks for together with this one (file:name beside a hash); absence lowers confidence. */
  readonly together: readonly { readonly type: IndicatorType; readonly value: string }[];
  readonly origin: string;
  readonly title: string;
  /** What the sharer says it belongs to: malware, actor, campaign names. */
  readonly labels: readonly string[];
  readonly attack: readonly string[];
  /** When the sharer says it was valid; null when the field is not meant so (CISA's record-creation times). */
  readonly validFrom: Instant | null;
  readonly validUntil: Instant | null;
  readonly created: Instant | null;
  readonly revoked: boolean;
  /** 0 to 100, or null when the sharer states none. */
  readonly confidence: number | null;
  readonly marking: Tlp | null;
  /** Other markings kept verbatim (ACS, statements), as STIX ids. */
  readonly markingRefs: readonly string[];
}

/** One bundle or list of intelligence after import. */
export interface IntelPack {
  /** SHA-256 of the bytes, or `builtin:<name>`. */
  readonly id: string;
  readonly name: string;
  readonly indicators: readonly Indicator[];
  /** Newest `modified` or `created` in the pack. */
  readonly latest: Instant | null;
  readonly marking: Tlp | null;
  /** What could not be used and why; never empty in silence. */
  readonly problems: readonly { readonly code: string; readonly text: string; readonly count: number }[];
  /** STIX objects that exports must keep with sightings (markings, identities), verbatim JSON by id. */
  readonly carried: Readonly<Record<string, unknown>>;
}

/** Cuts bytes into lines and tells in the same pass which of them are worth a closer look. */
export interface LineOutline {
  /** For each line feed: its offset from `from`, doubled, plus one unless its line surely holds no value. */
  readonly ends: Uint32Array;
  /**
   * Outlines bytes from `from` on, as far as it likes; returns how many entries of `ends` it wrote, valid until the next
   * call. None means that no line ends in its reach, 64 KiB at least or up to the end.
   */
  outline(bytes: Uint8Array, from: number): number;
}

/** Looks for indicator values in a stretch of bytes; built by intel, handed to readers by assess. */
export interface Scanner {
  /** Spares the scan of most lines; absent where the machine cannot do it. */
  readonly lines?: LineOutline | null;
  /** Calls `found` for every indicator value that stands in bytes [start, end); cheap when none does. */
  scan(bytes: Uint8Array, span: { start: number; end: number }, found: (match: ScanMatch) => void): void;
}

/** One value found by a scanner. */
export interface ScanMatch {
  readonly value: string;
  readonly valueType: 'ipv4' | 'ipv6' | 'domain' | 'url' | 'hash' | 'email' | 'filename';
  readonly near: boolean;
  /** Where it stands, as offsets into the scanned array. */
  readonly start: number;
  readonly end: number;
}
