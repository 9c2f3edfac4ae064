import type { Answers } from '../../model/answers.ts';

/** The formats that the answers can be written in. */
export type ReportId = 'table' | 'html' | 'json' | 'sarif' | 'stix';

/** How a report is to be written; nothing here changes what it says. */
export interface ReportOptions {
  /** True when the reader is a terminal that shows colour. */
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Where the full report lies, for the last line of the terminal report. */
  readonly reportPath?: string;
  readonly caseName?: string;
  /** The command that the reader should run next; the terminal report shows one of its own without it. */
  readonly next?: string;
  /** SARIF: also write a `pass` result for every clear verdict. */
  readonly includeClear?: boolean;
}

/** One format. */
export interface Report {
  readonly id: ReportId;
  readonly title: string;
  /** File name ending without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Gives the text in pieces, so that no huge string is built; the pieces are the same for the same answers. */
  write(answers: Answers, options: ReportOptions): Iterable<string>;
}
