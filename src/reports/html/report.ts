import type { Report } from '../kit/contract.ts';

/** Placeholder. */
export const html: Report = {
  id: 'html',
  title: 'Report for people',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  write: () => [],
};
