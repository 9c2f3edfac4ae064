const TEXTS = {
  'attribute-unused':
    'attributes that hold no value to look for (text, comments, registry keys and the like)',
  'confidence-unreadable': 'confidence values that are no number between 0 and 100',
  'dangling-reference': 'references to objects that the pack does not hold',
  expired: 'indicators past the end of their validity',
  'hash-kind-unused': 'hashes of kinds that are not matched (ssdeep, tlsh, imphash and the like)',
  'junk-name': 'malware names that name no malware (languages, generic words); not used as labels',
  'line-too-long': 'lines or cells that are too long for a value',
  'no-name': 'indicators without a name',
  'no-tlp': 'indicators without a TLP marking; ask the sharer before passing them on',
  'no-value': 'lines without a value that can be looked for (headings, comments)',
  'not-for-detection': 'attributes that their author does not want used for detection',
  'pattern-type': 'indicators in another pattern language than STIX',
  'pattern-unsupported': 'patterns that use more than comparisons of values',
  'reserved-address': 'private, loopback and reserved addresses; kept, not looked for',
  revoked: 'indicators that their author has revoked',
  'term-unused': 'conditions of patterns that are not looked at (ports, sizes, protocols)',
  'too-many': 'indicators above the limit',
  'too-wide': 'networks too wide to look for',
  'valid-from-is-record-time':
    'indicators whose valid_from is the time the record was made; it says nothing about when the value was in use',
  'value-unreadable': 'values that are not of the type they are said to be',
  'warning-listed': 'values on a warning list of shared or ordinary services; kept, not looked for',
  'bad-id': 'STIX objects without a well-formed id',
  'bad-type': 'STIX objects without a well-formed type',
  'id-of-other-type': 'STIX objects whose id belongs to another type',
  'not-an-object': 'entries of the bundle that are no objects',
  'not-intel': 'nothing in it is an indicator',
  'not-json': 'looks like JSON but cannot be read as JSON',
  'not-stix': 'JSON, but neither STIX nor a MISP event',
  'older-version': 'older versions of objects, not used',
  'same-version-twice': 'objects that come twice with the same time of change; the first one is used',
  'stix-1': 'STIX 1, which is not read; ask the sharer for STIX 2.1',
  'string-too-long': 'a text in it is longer than the limit',
  'too-deep': 'nested deeper than the limit',
  'too-large': 'larger than the limit',
  'too-many-objects': 'objects above the limit, not read',
} as const;

/** Closed list of what can be wrong with a pack or an indicator. */
export type IntelProblemCode = keyof typeof TEXTS;

/** One kind of problem and how often it occurred. */
export interface IntelProblem {
  readonly code: IntelProblemCode;
  readonly text: string;
  readonly count: number;
}

/** Counts problems by code while a pack is read. */
export class ProblemBook {
  private readonly counts = new Map<IntelProblemCode, number>();

  /** Notes that something happened, `times` times. */
  note(code: IntelProblemCode, times = 1): void {
    if (times > 0) this.counts.set(code, (this.counts.get(code) ?? 0) + times);
  }

  /** All problems, sorted by code. */
  list(): readonly IntelProblem[] {
    return [...this.counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, count]) => ({ code, text: TEXTS[code], count }));
  }
}
