import type { Sink } from '../contract.ts';
import type { Batches } from './batches.ts';
import type { ByteBook } from './byte-book.ts';
import { u16 } from './bytes.ts';
import { DataReader, type Message, type SetPlace } from './data-reader.ts';
import type { LossBook } from './losses.ts';
import type { Domain, Domains, Known, Waiting } from './state.ts';
import { templateKey } from './state.ts';
import { parseDefinition, readTemplate } from './template.ts';

/** Padding (some exporters do not zero it) at the end of a set that a template from other evidence may leave. */
const MOST_PADDING = 3;

/** What a reader of sets works with. */
export interface SetReaderOptions {
  readonly sink: Sink;
  readonly book: ByteBook;
  readonly batches: Batches;
  readonly domains: Domains;
  readonly templates: ReadonlyMap<string, string>;
  readonly losses: LossBook;
}

/** Bytes of a usual data record: to guess how many a set holds that nobody can read. */
const USUAL_RECORD = 50;

/** Most bytes and sets that wait for their templates at one time. */
const MOST_WAITING = 16 * 1024 * 1024;
const MOST_SETS = 50_000;

/** Reads the sets of NetFlow v9 and IPFIX messages: templates, options, data. */
export class SetReader {
  private readonly sink: Sink;
  private readonly book: ByteBook;
  private readonly domains: Domains;
  private readonly foreign: ReadonlyMap<string, string>;
  private waitingBytes = 0;
  private waitingSets = 0;
  private readonly reader: DataReader;
  private readonly asked = new Set<string>();
  private readonly losses: LossBook;

  /** See SetReaderOptions. */
  constructor(options: SetReaderOptions) {
    this.sink = options.sink;
    this.book = options.book;
    this.reader = new DataReader(options);
    this.domains = options.domains;
    this.foreign = options.templates;
    this.losses = options.losses;
  }

  /** Reads all sets. Returns how many data records there were; null when that cannot be known. */
  message(domain: Domain, message: Message): number | null {
    const { bytes, end } = message;
    let at = message.at;
    let records: number | null = 0;
    while (at < end) {
      const length = at + 4 <= end ? u16(bytes, at + 2) : 0;
      if (length < 4 || at + length > end) {
        this.tail(domain, { ...message, at });
        return null;
      }
      const found = this.set(domain, { ...message, id: u16(bytes, at), at: at + 4, end: at + length });
      records = records === null || found === null ? null : records + found;
      at += length;
    }
    return records;
  }

  /** Reads what still waits with templates from other evidence, and asks for those that nobody has. */
  settle(): void {
    for (const domain of this.domains.all()) {
      for (const [id, sets] of domain.waiting) this.resolve(domain, id, sets);
      domain.waiting.clear();
    }
    this.waitingBytes = 0;
    this.waitingSets = 0;
  }

  private tail(domain: Domain, rest: Message): void {
    const { bytes, at, end, base } = rest;
    const length = end - at;
    if (bytes.subarray(at, end).every((b) => b === 0)) {
      this.book.add('set-aside', 'padding', { bytes: length, units: 1 });
      return;
    }
    const text = `${length} bytes after the last whole set of domain ${domain.number}`;
    this.book.note('not-understood', 'set runs past its datagram', { byte: base + at, length, text });
    this.reader.unread(domain);
  }

  private set(domain: Domain, set: SetPlace): number | null {
    const { id } = set;
    const templates = domain.version === 9 ? id < 2 : id === 2 || id === 3;
    if (templates) {
      this.templateSet(domain, set);
      return 0;
    }
    const size = set.end - set.at + 4;
    if (id < 256) {
      const text = `set ${id} of domain ${domain.number}`;
      this.book.note('not-understood', 'reserved set number', {
        byte: set.base + set.at - 4,
        length: size,
        text,
      });
      return null;
    }
    const known = domain.templates.get(id);
    if (known) return this.reader.read(domain, { known, set });
    this.wait(domain, set);
    return null;
  }

  private templateSet(domain: Domain, set: SetPlace): void {
    const { bytes, end, base } = set;
    let at = set.at;
    while (at + 4 <= end && !(end - at < 8 && u16(bytes, at) === 0)) {
      const item = readTemplate({ bytes, at, end, version: domain.version, set: set.id });
      if (item.kind === 'broken') {
        const text = `template ${u16(bytes, at)} of domain ${domain.number}`;
        this.book.note('not-understood', 'template malformed', { byte: base + at, length: end - at, text });
        this.book.add('read', 'templates', { bytes: at - set.at + 4, units: 0 });
        return;
      }
      at += item.size;
      if (item.kind === 'template') this.learn(domain, item.template);
      else this.withdraw(domain, { id: item.id, set: set.id });
    }
    this.book.add('read', 'templates', { bytes: end - set.at + 4, units: 1 });
  }

  private learn(domain: Domain, template: Known['template']): void {
    if (domain.templates.get(template.id)?.template.definition === template.definition) return;
    const known = this.domains.learn(domain, template);
    if (!known) return;
    this.sink.template({ key: templateKey(domain, template.id), definition: template.definition });
    const sets = domain.waiting.get(template.id);
    if (!sets) return;
    domain.waiting.delete(template.id);
    for (const set of sets) {
      this.waitingBytes -= set.bytes.length;
      this.waitingSets -= 1;
      this.late(domain, known, set);
    }
  }

  private withdraw(domain: Domain, what: { id: number; set: number }): void {
    if (what.id >= 256) {
      this.domains.forget(domain, what.id);
      return;
    }
    for (const [id, known] of domain.templates) {
      if (known.template.scopes >= 0 === (what.set === 3)) this.domains.forget(domain, id);
    }
  }

  private late(domain: Domain, known: Known, set: Waiting): void {
    const { bytes, base, exported, uptime } = set;
    const id = known.template.id;
    this.reader.read(domain, { known, set: { bytes, base, exported, uptime, id, at: 4, end: bytes.length } });
  }

  private wait(domain: Domain, set: SetPlace): void {
    const bytes = set.bytes.slice(set.at - 4, set.end);
    const { exported, uptime, id } = set;
    const waiting = { bytes, base: set.base + set.at - 4, exported, uptime };
    if (this.waitingBytes + bytes.length > MOST_WAITING || this.waitingSets >= MOST_SETS) {
      this.resolve(domain, id, [waiting]);
      return;
    }
    this.waitingBytes += bytes.length;
    this.waitingSets += 1;
    const sets = domain.waiting.get(id);
    if (sets) sets.push(waiting);
    else domain.waiting.set(id, [waiting]);
  }

  private resolve(domain: Domain, id: number, sets: readonly Waiting[]): void {
    const key = templateKey(domain, id);
    const definition = this.foreign.get(key);
    const template = definition === undefined ? null : parseDefinition(definition, domain.version);
    const known = template?.id === id ? this.domains.learn(domain, template) : null;
    for (const set of sets) {
      if (known && this.fits(known, set)) this.late(domain, known, set);
      else this.missing(domain, id, set);
    }
    // What comes later in this evidence may bring a definition of its own: it is waited for again.
    if (known) this.domains.forget(domain, id);
  }

  /** A template from other evidence may belong to another device: the set must hold whole records and no more. */
  private fits(known: Known, set: Waiting): boolean {
    const { plan } = known;
    const length = set.bytes.length - 4;
    if (plan.variable || plan.size === 0) return length >= plan.size;
    return length >= plan.size && length % plan.size <= MOST_PADDING;
  }

  private missing(domain: Domain, id: number, set: Waiting): void {
    const key = templateKey(domain, id);
    const text = `data for template ${id} of domain ${domain.number} from ${domain.exporter}`;
    const length = set.bytes.length;
    this.book.note('not-understood', 'template missing', { byte: set.base, length, text });
    this.reader.unread(domain);
    const units = domain.version === 9 ? 1 : Math.max(1, Math.floor(length / USUAL_RECORD));
    this.losses.undecoded(domain.exporter, set.exported, units);
    if (this.asked.has(key)) return;
    this.asked.add(key);
    this.sink.template({ key, definition: null });
  }
}
