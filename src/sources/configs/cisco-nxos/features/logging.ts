import { canonicalIp } from '../../../../base/ip.ts';
import { logLevel, readLogSource } from '../../kit/cisco-logging.ts';
import { pushService } from '../../kit/cisco-services.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope, wordAfter } from '../scope.ts';

/** Where and what the device logs. */
export function addLogging(book: RuleBook<Scope>): void {
  book
    .add('logging server', readServer)
    .add('logging source-interface', ({ statement, no, args, to }) =>
      // The number may stand apart: `loopback 0`.
      readLogSource({ statement, no, args: [args.join('')], to }),
    )
    .add('logging logfile', (line) =>
      pushService(line, 'logging-buffer', { detail: line.args.join(' ') || null }),
    )
    .add('logging console', (line) =>
      pushService(line, 'logging-console', { detail: line.args.join(' ') || null }),
    )
    .add('logging timestamp', ({ statement, no, args, to }) => {
      to.draft.logging.timestamps = no ? null : (args[0] ?? null);
      statement.read();
    })
    .aside(
      'logging setting',
      'logging level, logging event, logging module, logging monitor, logging origin-id, logging distribute, logging ip, ' +
        'logging rate-limit, logging rfc-strict, logging abort, logging commit, logging dropcount, logging message, logging',
    );
}

/** `logging server A [severity] [port P [secure …]] [use-vrf V] [facility F]`. */
function readServer({ statement, no, args, to }: Line): void {
  const address = args[0];
  if (!address || no) return;
  const level = logLevel(args[1]);
  const secure = args.includes('secure');
  to.draft.logging.hosts.push({
    ...at(statement),
    address: canonicalIp(address) ?? address,
    transport: secure ? 'tls' : null,
    vrf: wordAfter(args, 'use-vrf'),
  });
  if (secure)
    addCrypto(to, statement, { area: 'syslog', subject: address, part: 'transport', values: ['tls'] });
  // Each server has a level of its own: the least of them is what some server misses.
  const { trap } = to.draft.logging;
  if (level !== null && (!trap || level < trap.level)) to.draft.logging.trap = { ...at(statement), level };
  statement.read();
}
