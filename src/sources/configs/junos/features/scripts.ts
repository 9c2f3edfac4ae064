import type { Script } from '../../../../model/device-facts.ts';
import { scrub } from '../../../kit/scrub.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { at, grow, type Open, type Path, type Scope, Store } from '../scope.ts';
import { readSites } from './archive.ts';
import { service } from './service.ts';

interface Body extends Open<Script> {
  readonly body: string[];
}

const SCRIPTS = new Store(() => new Map<string, Body>());
const LONGEST = 10_000;

/** What the device does by itself: event policies, scripts of all kinds, applications of the extension toolkit. */
export function addScripts(book: PathBook<Scope>): void {
  book
    .add('event-options policy *', (line) => readBody(line, 'eem', line.names[0] as string))
    .add('event-options generate-event *', (line) => readBody(line, 'scheduler', line.names[0] as string))
    .add('event-options event-script file *', (line) => readBody(line, 'script', `event ${line.names[0]}`))
    .add('event-options destinations *', readSites)
    .add('system extensions extension-service application file *', (line) =>
      readBody(line, 'script', `application ${line.names[0]}`),
    )
    .add('system scripts language', (line) => service(line, line.args[0] ?? 'python', { detail: 'scripts' }))
    .add('system scripts load-scripts-from-flash', (line) => service(line, 'scripts-from-flash'))
    .add('services rpm probe * test * traps', 'measurement')
    .aside(
      'script setting',
      'event-options traceoptions, event-options max-policies, event-options redundancy-event, ' +
        'event-options event-script, system scripts, system extensions, event-options event-rate',
    );
  for (const kind of ['commit', 'op', 'snmp', 'action', 'translation', 'rpc'])
    book
      .add(`system scripts ${kind} file *`, (line) => readBody(line, 'script', `${kind} ${line.names[0]}`))
      .add(`system scripts ${kind} allow-transients`, (line) =>
        service(line, 'transient-scripts', { detail: kind }),
      )
      .add(`system scripts ${kind} no-allow-url`, 'script setting')
      .add(`system scripts ${kind} allow-url-for-python`, (line) =>
        service(line, 'scripts-from-url', { detail: kind }),
      );
}

function readBody(line: Path, kind: Script['kind'], name: string): void {
  const all = SCRIPTS.in(line.to);
  const key = `${kind} ${name}`;
  let script = all.get(key);
  if (!script) {
    script = { ...at(line.statement), kind, name: scrub(name), body: [] };
    all.set(key, script);
  }
  grow(script, line);
  if (line.args.length > 0 && script.body.length < LONGEST)
    script.body.push(scrub(line.args.join(' ')).slice(0, 1000));
  line.statement.read();
}

/** Hands the scripts over. */
export function settleScripts(to: Scope): void {
  to.draft.scripts = [...SCRIPTS.in(to).values()];
}
