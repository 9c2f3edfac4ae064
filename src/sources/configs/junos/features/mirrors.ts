import { canonicalIp } from '../../../../base/ip.ts';
import type { Mirror } from '../../../../model/device-facts.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { at, grow, joined, type Open, type Path, type Scope, Store } from '../scope.ts';

const MIRRORS = new Store(() => new Map<string, Open<Mirror>>());

/** Copies of traffic: port mirroring, analyzers, next-hop groups, packet capture on the device. */
export function addMirrors(book: PathBook<Scope>): void {
  const F = 'forwarding-options';
  book
    .add(`${F} port-mirroring`, (line) => readMirroring(line, 'default', line.args))
    .add(`${F} port-mirroring instance *`, (line) => readMirroring(line, line.names[0] as string, line.args))
    .add(`${F} port-mirror`, (line) => readMirroring(line, 'default', line.args))
    .add(`${F} port-mirror instance *`, (line) => readMirroring(line, line.names[0] as string, line.args))
    .add(`${F} analyzer *`, readAnalyzer)
    .add('ethernet-switching-options analyzer *', readAnalyzer)
    .add(`${F} next-hop-group *`, readGroup)
    .add(`${F} packet-capture`, (line) => readCapture(line, 'packet-capture'))
    .add('security datapath-debug', (line) => readCapture(line, 'datapath-debug'));
}

function mirrorOf(line: Path, type: string, name: string): Open<Mirror> {
  const all = MIRRORS.in(line.to);
  const key = `${type} ${name}`;
  let mirror = all.get(key);
  if (!mirror) {
    mirror = { ...at(line.statement), name, type, source: null, destination: null };
    all.set(key, mirror);
  }
  grow(mirror, line);
  return mirror;
}

/** `family inet output interface ge-0/0/9.0 next-hop 192.0.2.9`; what goes in is told by filters and interfaces. */
function readMirroring(line: Path, name: string, args: readonly string[]): void {
  const mirror = mirrorOf(line, 'port-mirroring', name);
  const out = args.indexOf('output');
  if (out >= 0) sendTo(mirror, args.slice(out + 1));
  else if (
    args[0] === 'input' &&
    args[1] !== 'rate' &&
    args[1] !== 'run-length' &&
    args[1] !== 'maximum-packet-length'
  )
    mirror.source = joined(mirror.source, args.slice(1).join(' '));
  line.statement.read();
}

function sendTo(mirror: Open<Mirror>, words: readonly string[]): void {
  const hop = words.indexOf('next-hop');
  const end = hop >= 0 ? words[hop + 1] : words[0] === 'no-filter-check' ? '' : words[1];
  const address = canonicalIp(end ?? '');
  // An address says more than the interface in front of it.
  if (address) mirror.destination = address;
  else if (end && (mirror.destination === null || canonicalIp(mirror.destination) === null))
    mirror.destination = joined(mirror.destination, end);
}

function readAnalyzer(line: Path): void {
  const { args, names } = line;
  const mirror = mirrorOf(line, 'analyzer', names[0] as string);
  if (args[0] === 'output') sendTo(mirror, args.slice(1));
  else if (args[0] === 'input') mirror.source = joined(mirror.source, args.slice(1).join(' '));
  line.statement.read();
}

function readGroup(line: Path): void {
  const mirror = mirrorOf(line, 'next-hop-group', line.names[0] as string);
  const { args } = line;
  if (args[0] === 'interface') sendTo(mirror, args);
  else if (args[0] === 'next-hop-subgroup' && args[2] === 'interface') sendTo(mirror, args.slice(2));
  line.statement.read();
}

function readCapture(line: Path, type: string): void {
  const mirror = mirrorOf(line, type, type);
  const { args } = line;
  const file = args.indexOf('filename') >= 0 ? args.indexOf('filename') : args.indexOf('file');
  if (file >= 0 && args[file + 1]) mirror.destination ??= args[file + 1] as string;
  line.statement.read();
}

/** Hands the mirrors over. */
export function settleMirrors(to: Scope): void {
  to.draft.mirrors = [...MIRRORS.in(to).values()];
}
