import { canonicalIp } from '../../../../base/ip.ts';
import { logLevel, readLogSource } from '../../kit/cisco-logging.ts';
import { pushService } from '../../kit/cisco-services.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope, wordAfter } from '../scope.ts';

/** Where and what the device logs. */
export function addLogging(book: RuleBook<Scope>): void {
  book
    .add('logging host', (line) => readHost(line, line.args))
    .add('logging vrf', readVrf)
    .add('logging on', ({ statement, no, to }) => {
      to.draft.logging.enabled = !no;
      statement.read();
    })
    .add('logging trap', readTrap)
    .add('logging source-interface', readLogSource)
    .add('logging local-interface', readLogSource)
    .add('logging buffered', (line) =>
      pushService(line, 'logging-buffer', { detail: line.args.join(' ') || null }),
    )
    .add('logging console', (line) =>
      pushService(line, 'logging-console', { detail: line.args.join(' ') || null }),
    )
    .add('logging format timestamp', ({ statement, no, args, to }) => {
      to.draft.logging.timestamps = no ? null : args.join(' ');
      statement.read();
    })
    .add('logging format sequence-numbers', ({ statement, no, to }) => {
      to.draft.logging.sequenceNumbers = !no;
      statement.read();
    })
    .aside(
      'logging setting',
      'logging level, logging event, logging facility, logging monitor, logging synchronous, logging format, logging policy, ' +
        'logging qos, logging relogging-interval, logging repeat-messages, logging persistent, logging rate-limit, logging',
    );
}

function readVrf(line: Line): void {
  const { statement, no, args, to } = line;
  if (args[1] === 'host') readHost({ statement, no, args, to }, args.slice(2), args[0]);
  else if (args[1] === 'source-interface' || args[1] === 'local-interface')
    readLogSource({ statement, no, args: args.slice(2), to });
}

/** `logging [vrf V] host A [port] [protocol tls|tcp|udp] [ssl-profile P]`. */
function readHost({ statement, no, to }: Line, args: readonly string[], vrf: string | null = null): void {
  const address = args[0];
  if (!address || no) return;
  const transport = wordAfter(args, 'protocol');
  to.draft.logging.hosts.push({
    ...at(statement),
    address: canonicalIp(address) ?? address,
    transport,
    vrf: vrf ?? wordAfter(args, 'vrf'),
  });
  if (transport === 'tls')
    addCrypto(to, statement, {
      area: 'syslog',
      subject: address,
      part: 'transport',
      values: ['tls', profileOf(args)].filter((word) => word !== ''),
    });
  statement.read();
}

function profileOf(args: readonly string[]): string {
  const profile = wordAfter(args, 'ssl-profile');
  return profile === null ? '' : `profile ${profile}`;
}

function readTrap({ statement, no, args, to }: Line): void {
  const name = args[0] === 'system' ? args.at(-1) : args[0];
  const level = logLevel(name);
  if (no) to.draft.logging.enabled = false;
  else if (level === null) return;
  else to.draft.logging.trap = { ...at(statement), level };
  statement.read();
}
