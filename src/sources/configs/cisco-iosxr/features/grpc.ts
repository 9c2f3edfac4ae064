import type { Statement } from '../../../../base/statement-tree.ts';
import { pushService } from '../../kit/cisco-services.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope, wholeNumber } from '../scope.ts';

/** Programmable interfaces: gRPC with its port and TLS, and telemetry that the device sends out by itself. */
export function addGrpc(book: RuleBook<Scope>): void {
  book.add('grpc', readGrpc).add('telemetry model-driven', readTelemetry).aside('telemetry', 'telemetry');
}

const TLS: ReadonlyMap<string, string> = new Map([
  ['no-tls', 'none'],
  ['tls-mutual', 'mutual tls'],
  ['tls', 'tls'],
  ['certificate-authentication', 'mutual tls'],
]);

function readGrpc(line: Line): void {
  let port: number | null = null;
  const said: string[] = [];
  for (const each of line.to.tree.block(line.statement)) {
    if (each === line.statement) continue;
    const words = each.read().words;
    const tls = TLS.get(words[0] ?? '');
    if (words[0] === 'port') port = wholeNumber(words[1]);
    else if (tls)
      addCrypto(line.to, each, { area: 'tls', subject: 'grpc', part: 'transport', values: [tls] });
    if (words[0] !== 'port') said.push(words.join(' '));
  }
  pushService(line, 'grpc', { port, detail: said.slice(0, 20).join(', ') || null });
}

/** Each destination is a place to which the device reports: kept as a service `telemetry`. */
function readTelemetry({ statement, to }: Line): void {
  for (const each of to.tree.block(statement)) {
    const { words } = each;
    if (words[0] === 'address-family' && words[2]) {
      const port = wholeNumber(words[4] ?? portBelow(each));
      to.draft.services.push({
        ...at(each.read()),
        name: 'telemetry',
        enabled: true,
        port,
        acl: null,
        detail: words[2],
      });
    } else if (words[0] === 'protocol') {
      const plain = words.includes('no-tls') || words[1] === 'udp' || words[1] === 'tcp';
      addCrypto(to, each.read(), {
        area: 'tls',
        subject: 'telemetry',
        part: 'transport',
        values: [plain ? 'none' : 'tls'],
      });
    }
  }
  to.tree.setAside(statement, 'telemetry');
}

function portBelow(statement: Statement): string | undefined {
  return statement.children.find((child) => child.words[0] === 'port')?.words[1];
}
