import { canonicalIp } from '../../../../base/ip.ts';
import { logLevel } from '../../kit/cisco-logging.ts';
import { pushService } from '../../kit/cisco-services.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope } from '../scope.ts';

const ASIDE =
  'standby buffer-size asdm asdm-buffer-size facility queue device-id permit-hostdown history mail from-address ' +
  'recipient-address list class rate-limit flash-bufferwrap flash-maximum-allocation flash-minimum-free ftp-bufferwrap ' +
  'ftp-server debug-trace emblem monitor hide savelog';

/** Where and what the device logs, and which messages it was told to leave out. */
export function addLogging(book: RuleBook<Scope>): void {
  for (const word of ASIDE.split(' ')) book.add(`logging ${word}`, 'logging setting');
  book
    .add('logging enable', ({ statement, no, to }) => {
      to.draft.logging.enabled = !no;
      statement.read();
    })
    .add('logging host', readHost)
    .add('logging trap', readTrap)
    .add('logging timestamp', ({ statement, no, args, to }) => {
      to.draft.logging.timestamps = no ? null : args.join(' ') || 'datetime';
      statement.read();
    })
    .add('logging message', readMessage)
    .add('logging buffered', (line) =>
      pushService(line, 'logging-buffer', { detail: line.args.join(' ') || null }),
    )
    .add('logging console', (line) =>
      pushService(line, 'logging-console', { detail: line.args.join(' ') || null }),
    );
}

/** `logging host IF A [tcp|udp|6|17[/PORT]] [format emblem] [secure]`. */
function readHost({ statement, no, args, to }: Line): void {
  const said = args[1];
  if (!said || no) return;
  const address = canonicalIp(to.names.get(said) ?? said) ?? said;
  const secure = args.includes('secure');
  const protocol = args.slice(2).map((word) => word.split('/')[0]);
  const tcp = protocol.some((word) => word === 'tcp' || word === '6');
  const udp = protocol.some((word) => word === 'udp' || word === '17');
  const transport = secure ? 'tls' : tcp ? 'tcp' : udp ? 'udp' : null;
  to.draft.logging.hosts.push({ ...at(statement), address, transport, vrf: null });
  if (secure)
    addCrypto(to, statement, { area: 'syslog', subject: address, part: 'transport', values: ['tls'] });
  statement.read();
}

function readTrap({ statement, no, args, to }: Line): void {
  const level = logLevel(args[0]);
  if (no) to.draft.logging.enabled = false;
  else if (level !== null) to.draft.logging.trap = { ...at(statement), level };
  // The name of a list of messages may stand in the place of a level.
  else if (args[0] === undefined) return;
  statement.read();
}

/** `no logging message N` keeps a message from being sent. */
function readMessage(line: Line): void {
  if (line.no)
    pushService(line, 'logging-filter', { enabled: true, detail: `without message ${line.args[0] ?? ''}` });
  else line.to.tree.setAside(line.statement, 'logging setting');
}
