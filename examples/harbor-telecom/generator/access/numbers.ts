import type { Rng } from '../fleet/rng.ts';

const AREAS = ['202', '312', '414', '313', '216', '612', '513', '614', '502', '314', '317', '419'];

/** An invented subscriber number: area code, then 555-0100 to 555-0199, the range kept for fiction. */
export function subscriberNumber(rng: Rng): string {
  return `+1${rng.pick(AREAS)}55501${String(rng.int(0, 99)).padStart(2, '0')}`;
}
