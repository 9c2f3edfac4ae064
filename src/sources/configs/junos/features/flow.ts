import { canonicalIp } from '../../../../base/ip.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { at, type Path, type Scope, Store } from '../scope.ts';

interface Collector {
  readonly line: number;
  readonly lineEnd: number;
  readonly address: string;
  readonly group: string;
  source: string | null;
}

const COLLECTORS = new Store(() => new Map<string, Collector>());
const SOURCES = new Store(() => new Map<string, string>());

/** Collectors of flow records: sampling, inline jflow, sFlow. */
export function addFlow(book: PathBook<Scope>): void {
  const S = 'forwarding-options sampling';
  for (const [path, group] of [
    [`${S} family * output`, 0],
    [`${S} output`, 0],
    [`${S} instance * family * output`, 1],
  ] as const)
    book.add(path, (line) => readOutput(line, group === 1 ? (line.names[0] as string) : ''));
  book
    .add('protocols sflow collector *', (line) => addCollector(line, 'sflow', line.names[0] as string))
    .add('protocols sflow source-ip', (line) => {
      if (line.args[0]) SOURCES.in(line.to).set('sflow', line.args[0]);
      line.statement.read();
    })
    .aside(
      'flow record and monitor',
      'forwarding-options sampling, services flow-monitoring, protocols sflow, forwarding-options monitoring, ' +
        'forwarding-options accounting, services flow-collector, accounting-options',
    );
}

function readOutput(line: Path, group: string): void {
  const { args, statement, to } = line;
  const [what, value] = args;
  if ((what === 'flow-server' || what === 'cflowd') && value) {
    addCollector(line, group, value);
    const i = args.indexOf('source-address');
    const found = COLLECTORS.in(to).get(`${group} ${canonicalIp(value) ?? value}`);
    if (i > 0 && found) found.source = args[i + 1] ?? null;
    return;
  }
  const i = args.indexOf('source-address');
  if (i < 0) {
    statement.aside('flow record and monitor');
    return;
  }
  SOURCES.in(to).set(group, args[i + 1] ?? '');
  statement.read();
}

function addCollector({ statement, to }: Path, group: string, name: string): void {
  const address = canonicalIp(name) ?? name;
  const all = COLLECTORS.in(to);
  const key = `${group} ${address}`;
  if (!all.has(key)) all.set(key, { ...at(statement), address, group, source: null });
  statement.read();
}

/** Hands the collectors over; the source of a group serves those that name none. */
export function settleFlow(to: Scope): void {
  const sources = SOURCES.in(to);
  to.draft.flowCollectors = [...COLLECTORS.in(to).values()].map(({ group, source, ...each }) => ({
    ...each,
    source: source ?? sources.get(group) ?? null,
  }));
}
