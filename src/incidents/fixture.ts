import type { Finding } from '../model/verdict.ts';

/** A finding of compromise on pe-1 that names nobody, for the tests of this folder. */
export function sampleFinding(with_: Partial<Finding>): Finding {
  return {
    id: 'F-000000',
    check: 'packet-capture',
    class: 'compromise',
    subject: 'pe-1',
    key: 'k',
    title: 'capture started',
    severity: 'high',
    confidence: 'medium',
    first: 0,
    last: 0,
    count: 1,
    proof: [],
    accounts: [],
    addresses: [],
    indicators: [],
    notes: [],
    attack: [],
    otherExplanations: [],
    next: [],
    suppressed: null,
    ...with_,
  };
}
