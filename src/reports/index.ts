import type { Report, ReportId } from './kit/contract.ts';

export type { Report, ReportId } from './kit/contract.ts';

/** All formats by id; each is loaded only when it is asked for. */
export const REPORTS: Readonly<Record<ReportId, () => Promise<Report>>> = {
  table: async () => (await import('./table/report.ts')).table,
  html: async () => (await import('./html/report.ts')).htmlReport,
  json: async () => (await import('./json/report.ts')).json,
  sarif: async () => (await import('./sarif/report.ts')).sarif,
  stix: async () => (await import('./stix/report.ts')).stix,
};

/** The ids of all formats, in the order in which help texts name them. */
export const REPORT_IDS: readonly ReportId[] = ['table', 'html', 'json', 'sarif', 'stix'];
