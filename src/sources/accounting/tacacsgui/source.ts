import type { Source } from '../../kit/contract.ts';
import type { Report } from '../kit/report.ts';
import { readReport } from '../kit/report.ts';
import { ReportReader, recogniseReports } from '../kit/report-reader.ts';

const SEPARATOR = '|!|';

function layout(rest: string): Report | null {
  return rest.startsWith(SEPARATOR) ? readReport(rest.slice(SEPARATOR.length).split(SEPARATOR)) : null;
}

/** Accounting and authentication files of TacacsGUI. */
export const tacacsGui: Source = {
  id: 'accounting/tacacsgui',
  title: 'TACACS+ accounting and authentication of TacacsGUI',
  version: 1,
  kinds: ['accounting'],
  recognise: (head) => recogniseReports(head, layout),
  open: (context, sink) => new ReportReader(context, sink, layout),
  split: 'lines',
};
