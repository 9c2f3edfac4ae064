import { canonicalIp } from '../../../../base/ip.ts';
import type { Statement } from '../../../../base/statement-tree.ts';
import { logLevel, readLogHost, readLogSource, takePassword } from '../../kit/cisco-logging.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope } from '../scope.ts';

const ASIDE =
  'facility origin-id rate-limit monitor count queue-limit message-counter snmp-trap persistent event exception ' +
  'history esm reload delimiter dmvpn userinfo alarm cns-events server-arp purge-log ip cmts size listen';

/** Where and what the device logs, and the archive of configurations with its log of commands. */
export function addLogging(book: RuleBook<Scope>): void {
  book
    .add('logging', readOther)
    .add('logging host', (line) => readLogHost(line, line.args))
    .add('logging trap', readTrap)
    .add('logging source-interface', readLogSource)
    .add('logging discriminator', (line) => readLimit(line, 'logging-discriminator'))
    .add('logging filter', (line) => readLimit(line, 'logging-filter'))
    .add('logging buffered', (line) => readLimit(line, 'logging-buffer'))
    .add('logging console', (line) => readLimit(line, 'logging-console'))
    .add('service sequence-numbers', ({ statement, no, to }) => {
      to.draft.logging.sequenceNumbers = !no;
      statement.read();
    })
    .add('service timestamps', readTimestamps)
    .add('archive', readArchive);
  for (const word of ASIDE.split(' ')) book.add(`logging ${word}`, 'logging setting');
}

/** `logging on`, and the old form `logging 192.0.2.1`. */
function readOther(line: Line): void {
  const { statement, no, args, to } = line;
  if (args[0] === 'on' || (no && args.length === 0)) {
    to.draft.logging.enabled = !no;
    statement.read();
  } else if (args[0] && canonicalIp(args[0])) readLogHost(line, args);
}

function readTrap({ statement, no, args, to }: Line): void {
  const level = args[0] === undefined ? 6 : logLevel(args[0]);
  if (level === null) return;
  // `no logging trap` sends nothing to hosts; no level says that, so the device counts as not logging.
  if (no) to.draft.logging.enabled = false;
  else to.draft.logging.trap = { ...at(statement), level };
  statement.read();
}

function readLimit({ statement, no, args, to }: Line, name: string): void {
  const service = { name, enabled: !no, port: null, acl: null, detail: args.join(' ') || null };
  to.draft.services.push({ ...at(statement), ...service });
  statement.read();
}

function readTimestamps({ statement, no, args, to }: Line): void {
  if (args[0] === 'log' || args.length === 0)
    to.draft.logging.timestamps = no ? null : args.slice(1).join(' ') || 'uptime';
  statement.read();
}

function readArchive({ statement, to }: Line): void {
  statement.read();
  for (const child of statement.children) {
    const words = child.words;
    if (words[0] === 'log' && words[1] === 'config') {
      for (const each of child.read().children) {
        readCommandLog(each, to);
        each.read();
      }
    } else if (words[0] === 'path') {
      const detail = takePassword(words[1] ?? '', child.read(), to);
      const service = { name: 'archive', enabled: true, port: null, acl: null, detail };
      to.draft.services.push({ ...at(child), ...service });
    } else to.tree.setAside(child, 'configuration archive setting');
  }
}

/** `notify syslog` sends the log of commands to the collectors, `hidekeys` keeps secrets out of it: both off by default. */
function readCommandLog(each: Statement, { draft }: Scope): void {
  const no = each.words[0] === 'no';
  const said = (no ? each.words.slice(1) : each.words).join(' ');
  if (said === 'logging enable') draft.logging.commandLogging = !no;
  const name = said.startsWith('notify syslog')
    ? 'command-log-notify'
    : said === 'hidekeys'
      ? 'command-log-hidekeys'
      : null;
  if (name) draft.services.push({ ...at(each), name, enabled: !no, port: null, acl: null, detail: null });
}
