import type { Fix } from '../kit/fix.ts';

/** Switches Smart Install off. */
export const NO_VSTACK: Fix = {
  lines: ['no vstack'],
  back: ['vstack'],
  first: ['No director of the carrier sets up switches with Smart Install through this device.'],
  afterwards: ['show vstack config', 'show tcp brief all | include 4786'],
  mayCut: false,
};
