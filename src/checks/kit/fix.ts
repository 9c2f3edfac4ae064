export type { Fix } from '../../model/plan.ts';
