/** What a reader of STIX accepts before it refuses; all counts are of the whole input. */
export interface StixLimits {
  /** Bytes of JSON. */
  readonly bytes: number;
  readonly objects: number;
  /** Nesting of JSON objects and arrays. */
  readonly depth: number;
  /** Bytes of one JSON string as written. */
  readonly string: number;
}

/** Limits that hold the largest public bundles (ATT&CK is 40 MB) with room to spare. */
export const STIX_LIMITS: StixLimits = {
  bytes: 256 * 1024 * 1024,
  objects: 2_000_000,
  depth: 64,
  string: 4 * 1024 * 1024,
};
