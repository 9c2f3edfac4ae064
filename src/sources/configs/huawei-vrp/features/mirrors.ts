import { canonicalIp } from '../../../../base/ip.ts';
import type { RuleBook } from '../../kit/rules.ts';
import type { Line, Scope } from '../scope.ts';
import { wordAfter } from '../scope.ts';
import { tellMirror } from './interfaces.ts';

/** Copies of traffic: observing ports, near and far, and behaviours that send classes of traffic there. */
export function addMirrors(book: RuleBook<Scope>): void {
  book
    .add('observe-port', readPort)
    .add('observing-port', readPort)
    .add('observe-server', readPort)
    .add('traffic behavior', readBehavior)
    .add('traffic-mirror', readGlobal)
    .add('traffic mirror', readGlobal)
    .add('mirror', readGlobal)
    .add('port-mirroring', readGlobal)
    .aside('mirror setting', 'mirroring, observe-port group, mirror-group');
}

/** `observe-port 1 interface X`, `observe-port 1 destination-ip A source-ip B`, `observe-server ip A`. */
function readPort({ statement, no, args, to }: Line): void {
  if (no) return;
  const numbered = args[0] === 'index' || args[0] === 'group' ? args.slice(1) : args;
  const name = /^\d+$/.test(numbered[0] ?? '')
    ? (numbered[0] as string)
    : (wordAfter(args, 'name') ?? 'server');
  const far = canonicalIp(wordAfter(args, 'destination-ip') ?? wordAfter(args, 'ip') ?? '');
  const face = args.indexOf('interface') + 1;
  const range = args.indexOf('interface-range') + 1;
  const from = face || range;
  const near =
    from > 0
      ? args
          .slice(from)
          .join('')
          .replace(/vlan.*$/, '')
      : null;
  const destination = far ?? near;
  const type = far ? 'erspan' : args.includes('vlan') ? 'rspan' : 'span';
  tellMirror(to, statement.read(), { name, type, ...(destination ? { destination } : {}) });
  for (const child of statement.children) child.read();
}

function readBehavior({ statement, args, to }: Line): void {
  for (const child of statement.children) {
    const words = child.words;
    const i = words.indexOf('observe-port');
    if (!words[0]?.startsWith('mirror')) continue;
    const name = (i < 0 ? words.at(-1) : words[i + 1]) ?? '';
    tellMirror(to, child.read(), { name, source: `traffic behavior ${args[0] ?? ''}` });
  }
  to.tree.setAside(statement, 'quality of service');
}

function readGlobal({ statement, no, args, to }: Line): void {
  if (no) return;
  const i = args.indexOf('observe-port');
  const name = (i < 0 ? args.at(-1) : args[i + 1]) ?? '';
  tellMirror(to, statement.read(), { name, source: args.slice(0, i < 0 ? undefined : i).join(' ') });
}
