import type { Source } from '../../kit/contract.ts';
import type { Report } from '../kit/report.ts';
import { readReport } from '../kit/report.ts';
import { ReportReader, recogniseReports } from '../kit/report-reader.ts';

/** Columns stand between tabs, or, in copies that lost their tabs, between spaces. */
function layout(rest: string): Report | null {
  return rest.includes('\t') ? readReport(rest.replace(/^[\t ]+/, '').split('\t')) : readSpaced(rest);
}

/** Without tabs an empty account leaves no trace but one column less before the verb. */
function readSpaced(rest: string): Report | null {
  const match = /^ *(\S+) +((?:\S+ +){2,3}?)(start|stop|update) +(.*)$/s.exec(rest);
  if (!match) return null;
  const [, device = '', middle = '', verb = '', attributes = ''] = match;
  const columns = middle.trim().split(/ +/);
  const [account = '', terminal = '', from = ''] = columns.length === 3 ? columns : ['', ...columns];
  return readReport([device, account, terminal, from, verb, ...attributes.split(/ {2,}/)]);
}

/** Accounting files of tac_plus and its descendants. */
export const tacPlus: Source = {
  id: 'accounting/tac-plus',
  title: 'TACACS+ accounting of tac_plus (tab or space between columns)',
  version: 1,
  kinds: ['accounting'],
  recognise: (head) => recogniseReports(head, layout),
  open: (context, sink) => new ReportReader(context, sink, layout),
  split: 'lines',
};
