import type { Plan } from './plan.ts';
import { planOf } from './plan.ts';
import { VARIABLE } from './template.ts';

/** Length of the header of a NetFlow v5 datagram. */
export const V5_HEADER = 24;
/** Length of one NetFlow v5 record. */
export const V5_RECORD = 48;

const SKIP = 0;

/** The fixed record of NetFlow v5, written with the field numbers of NetFlow v9. */
const LAYOUT: readonly (readonly [number: number, width: number])[] = [
  [8, 4],
  [12, 4],
  [SKIP, 4],
  [10, 2],
  [14, 2],
  [2, 4],
  [1, 4],
  [22, 4],
  [21, 4],
  [7, 2],
  [11, 2],
  [SKIP, 1],
  [6, 1],
  [4, 1],
  [SKIP, 9],
];

/** How NetFlow v5 records are read. */
export const V5_PLAN: Plan = planOf({
  id: VARIABLE,
  fields: LAYOUT.map(([number, width]) => ({ enterprise: 0, number, width })),
  scopes: -1,
  definition: '',
});
