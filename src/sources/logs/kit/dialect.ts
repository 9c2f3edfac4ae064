import type { Instant } from '../../../base/time.ts';
import type { EvidenceKind } from '../../../model/evidence.ts';
import type { CommandRecord, LoginRecord, Origin, TimeQuality } from '../../../model/record.ts';
import type { ReadContext } from '../../kit/contract.ts';
import type { TagForm } from './header-fields.ts';

/** How a message names itself: by mnemonic (`SYS-5-CONFIG_I`), by program (`sshd`), or by its first word alone. */
export interface Tag {
  readonly form: TagForm;
  readonly name: string;
}

/** Where and when an observation was made, if elsewhere than its line says. */
export interface Elsewhere {
  readonly origin?: Origin;
  readonly at?: Instant;
  readonly timeQuality?: TimeQuality;
  /** Kind of evidence that the observation stands for; `syslog` unless given. */
  readonly evidence?: EvidenceKind;
  /** How many times the message came, the last time at its own time; once unless given. */
  readonly count?: number;
}

/** What a dialect reads out of a message that tells of a login. Texts are as written; `tell` cleans them. */
export interface LoginFields extends Elsewhere {
  readonly account: string;
  readonly from: string | null;
  readonly outcome: LoginRecord['outcome'];
  readonly via: LoginRecord['via'];
  readonly service: string | null;
  readonly terminal: string | null;
}

/** What a dialect reads out of a message that tells of a command. */
export interface CommandFields extends Elsewhere {
  readonly account: string;
  readonly from: string | null;
  readonly terminal: string | null;
  readonly privilege: number | null;
  readonly command: string;
  readonly task: string | null;
  readonly via: CommandRecord['via'];
}

/** One message whose header was read. The object is used again for every line. */
export interface Message {
  readonly origin: Origin;
  readonly at: Instant | null;
  readonly timeQuality: TimeQuality;
  /** The message after its tag (for bare messages, with it), as text; made on demand. */
  body(): string;
  login(fields: LoginFields): void;
  command(fields: CommandFields): void;
  /** The same message, kept for later: for messages that come in several lines. */
  hold(): Message;
}

/**
 * Reads one message. Returns `read` when it understood it, `aside` when the message says nothing of its own (repeat
 * markers), `unknown` when the body is none that it knows, `login` or `command` when it must tell of one and the body
 * has another form than any that is known; records go to the message's own methods.
 */
export type Handler = (message: Message) => 'read' | 'aside' | 'unknown' | 'login' | 'command';

/** One kind of sender whose messages a merged syslog file may hold. */
export interface Dialect {
  /** Path of its folder below sources: `logs/cisco-ios`. */
  readonly id: string;
  readonly version: number;
  /** Called once for each piece of evidence; state that spans lines lives in what it returns. */
  open(context: ReadContext): OpenDialect;
}

/** A dialect at work on one piece of evidence. */
export interface OpenDialect {
  /** The handler for messages with this tag, or null; asked once for each distinct tag. */
  handler(tag: Tag): Handler | null;
  /** Called after the last line, to give up what is still waiting. */
  end?(): void;
}
