import type { Dialect, Handler, Message, OpenDialect, Tag } from '../kit/dialect.ts';
import type { Tell } from './reports.ts';
import { tellAccounting, tellAdministrator, tellAuthentication } from './reports.ts';
import type { Segment } from './segment.ts';
import { readSegment } from './segment.ts';

/** Messages that wait for further segments; more than this at once is no ISE. */
const MOST_WAITING = 256;
/** Characters of one message; ISE splits at 8 KiB, and no honest message needs more than a few such parts. */
const MOST_TEXT = 131_072;

interface Waiting {
  readonly message: Message;
  readonly total: number;
  text: string;
  next: number;
}

const CATEGORIES: readonly (readonly [string, Tell])[] = [
  ['TACACS_Accounting', tellAccounting],
  ['TACACS_Diagnostics', () => 'nothing'],
  ['Passed_Authentications', tellAuthentication],
  ['Failed_Attempts', tellAuthentication],
  ['Administrative_and_Operational_Audit', tellAdministrator],
];

/** Joins segments and has them told; a first segment that holds all that is needed never waits. */
class IseReader implements OpenDialect {
  private readonly waiting = new Map<string, Waiting>();
  private readonly tells = new Map<string, Tell>();

  handler({ form, name }: Tag): Handler | null {
    if (form !== 'bare') return null;
    const category = CATEGORIES.find(([end]) => name === `CISE_${end}` || name === `CSCOacs_${end}`);
    if (!category) return null;
    this.tells.set(name, category[1]);
    return (message) => this.read(message, name, category[1]);
  }

  end(): void {
    for (const [key, { message, text }] of this.waiting) this.tellLast(key, message, text);
    this.waiting.clear();
  }

  private read(message: Message, name: string, tell: Tell): 'read' | 'unknown' {
    const segment = readSegment(message.body());
    if (!segment) return 'unknown';
    const key = `${name} ${message.origin} ${segment.id}`;
    if (segment.number === 0) this.first(key, message, { segment, tell });
    else this.further(key, segment, tell);
    return 'read';
  }

  private first(key: string, message: Message, now: { segment: Segment; tell: Tell }): void {
    const { segment, tell } = now;
    if (tell(message, segment.text, false) !== 'incomplete') return;
    if (segment.total < 2 || this.waiting.size >= MOST_WAITING) {
      this.tellLast(key, message, segment.text);
      return;
    }
    this.waiting.set(key, { message: message.hold(), total: segment.total, text: segment.text, next: 1 });
  }

  private further(key: string, segment: Segment, tell: Tell): void {
    const waiting = this.waiting.get(key);
    if (!waiting) return;
    if (segment.number === waiting.next) {
      waiting.text += `${waiting.text.endsWith(',') ? ' ' : ''}${segment.text}`;
      waiting.next += 1;
    }
    const told = tell(waiting.message, waiting.text, false) !== 'incomplete';
    const over = waiting.next >= waiting.total || waiting.text.length > MOST_TEXT;
    if (told || over) this.waiting.delete(key);
    if (!told && over) this.tellLast(key, waiting.message, waiting.text);
  }

  /** No more will come: what is there is told, with gaps. */
  private tellLast(key: string, message: Message, text: string): void {
    const name = key.slice(0, key.indexOf(' '));
    this.tells.get(name)?.(message, text, true);
  }
}

/** Cisco Identity Services Engine, and its predecessor ACS 5. */
export const ciscoIse: Dialect = { id: 'logs/cisco-ise', version: 1, open: () => new IseReader() };
