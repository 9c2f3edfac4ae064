import type { Head, Source } from '../../kit/contract.ts';
import { ReportClock } from '../kit/report-time.ts';
import { readAttribute } from './block.ts';
import { DetailReader } from './reader.ts';

/** A time stamp alone on its line, then indented attributes, all through the head. */
function recognise(head: Head): number {
  const clock = new ReportClock(0);
  let stamps = 0;
  let attributes = 0;
  let others = 0;
  const count = head.whole ? head.lines.length : head.lines.length - 1;
  for (const text of head.lines.slice(0, count)) {
    const bytes = Buffer.from(text, 'latin1');
    if (text.trim() === '') continue;
    if (readAttribute(text)) attributes += 1;
    else if (clock.read(bytes, 0, bytes.length) && clock.end === bytes.length) stamps += 1;
    else others += 1;
  }
  return stamps > 0 && attributes > others * 4 ? 0.95 : 0;
}

/** Files of the detail module of FreeRADIUS: accounting and authentication packets as attributes. */
export const freeradiusDetail: Source = {
  id: 'accounting/freeradius-detail',
  title: 'RADIUS accounting in detail files of FreeRADIUS',
  version: 1,
  kinds: ['accounting'],
  recognise,
  open: (context, sink) => new DetailReader(context, sink),
  split: null,
};
