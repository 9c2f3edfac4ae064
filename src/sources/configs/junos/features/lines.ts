import type { TerminalLine } from '../../../../model/device-facts.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { at, grow, type Open, type Path, type Scope, Store } from '../scope.ts';
import { service } from './service.ts';

const LINES = new Store(() => new Map<string, Open<TerminalLine>>());

const UNSET = {
  first: 0,
  last: 0,
  accessIn: null,
  accessInVrfAlso: false,
  accessOut: null,
  accessIn6: null,
  transportInput: null,
  transportOutput: null,
  login: null,
  execTimeout: null,
  rotary: null,
  privilege: null,
} as const;

/** Console and auxiliary port. Junos has no terminal lines for the network: its services stand under their names. */
export function addLines(book: PathBook<Scope>): void {
  book
    .add('system ports console', (line) => readPort(line, 'console'))
    .add('system ports auxiliary', (line) => readPort(line, 'aux'));
}

function readPort(line: Path, kind: 'console' | 'aux'): void {
  const all = LINES.in(line.to);
  const open = all.get(kind) ?? { ...at(line.statement), ...UNSET, kind };
  all.set(kind, open);
  grow(open, line);
  if (line.args[0] === 'disable') open.transportInput = ['none'];
  if (line.args[0] === 'insecure' || line.args[0] === 'log-out-on-disconnect')
    service(line, kind, { detail: line.args[0] });
  line.statement.read();
}

/** Hands the lines over. */
export function settleLines(to: Scope): void {
  to.draft.lines = [...LINES.in(to).values()].toSorted((a, b) => a.line - b.line);
}
