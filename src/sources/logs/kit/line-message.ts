import { printable } from '../../../base/printable.ts';
import type { Instant } from '../../../base/time.ts';
import type { EvidenceKind, Ref } from '../../../model/evidence.ts';
import type { Origin, RecordBase, SeawallRecord, TimeQuality } from '../../../model/record.ts';
import { cleanAddress, cleanCommand, cleanLine, cleanName } from '../../kit/clean.ts';
import type { Sink } from '../../kit/contract.ts';
import { scrub } from '../../kit/scrub.ts';
import type { CommandFields, Elsewhere, LoginFields, Message } from './dialect.ts';

/** What a message needs to know of its line; texts and places are made on demand. */
export interface LineView {
  origin: Origin;
  at: Instant | null;
  timeQuality: TimeQuality;
  /** Whole line as text. */
  text(): string;
  body(): string;
  ref(): Ref;
}

/** Turns what dialects read into records with their proof, cleaned, and hands them to the sink. */
export class LineMessage implements Message {
  /** True when a record of this line's own origin and kind went out, so that coverage is set. */
  counted = false;
  private readonly view: LineView;
  private readonly sink: Sink;

  /** The view may be used again for the next line; `hold` copies it. */
  constructor(view: LineView, sink: Sink) {
    this.view = view;
    this.sink = sink;
  }

  get origin(): Origin {
    return this.view.origin;
  }
  get at(): Instant | null {
    return this.view.at;
  }
  get timeQuality(): TimeQuality {
    return this.view.timeQuality;
  }

  body(): string {
    return this.view.body();
  }

  login(fields: LoginFields): void {
    const { outcome, via } = fields;
    const terminal = fields.terminal === null ? null : cleanName(fields.terminal);
    const account = cleanName(fields.account);
    const from = cleanAddress(fields.from);
    const rest = { account, from, outcome, via, service: fields.service, terminal };
    this.emit({ kind: 'login', ...this.base(fields), ...rest }, fields.evidence);
  }

  command(fields: CommandFields): void {
    const { privilege, via } = fields;
    const terminal = fields.terminal === null ? null : cleanName(fields.terminal);
    const task = fields.task === null ? null : cleanName(fields.task);
    const who = { account: cleanName(fields.account), from: cleanAddress(fields.from), terminal, privilege };
    const command = cleanCommand(fields.command);
    this.emit({ kind: 'command', ...this.base(fields), ...who, command, task, via }, fields.evidence);
  }

  /** Hands over the message itself as a LogRecord. */
  log(mnemonic: string): void {
    const message = printable(scrub(this.view.body().slice(0, 4000)), 1000);
    this.emit({ kind: 'log', ...this.base({}), mnemonic: printable(mnemonic, 96), message }, 'syslog');
  }

  hold(): LineMessage {
    const { origin, at, timeQuality } = this.view;
    const [text, body, ref] = [this.view.text(), this.view.body(), this.view.ref()];
    const view = { origin, at, timeQuality, text: () => text, body: () => body, ref: () => ref };
    return new LineMessage(view, this.sink);
  }

  /** The part that every record of this line shares. */
  base(elsewhere: Elsewhere): RecordBase {
    const { view } = this;
    const at = elsewhere.at ?? view.at;
    const count = elsewhere.count ?? 1;
    return {
      origin: elsewhere.origin ?? view.origin,
      at,
      timeQuality: elsewhere.timeQuality ?? view.timeQuality,
      count,
      last: count > 1 ? at : null,
      ref: view.ref(),
      text: cleanLine(view.text()),
    };
  }

  /** Hands a record over and notes whether it covers the line's own origin. */
  emit(record: SeawallRecord, evidence: EvidenceKind | undefined): void {
    const kind = evidence ?? 'syslog';
    if (kind === 'syslog' && record.origin === this.view.origin) this.counted = true;
    this.sink.record(record, kind);
  }
}
