import type { RuleBook } from '../../kit/rules.ts';
import { atBlock, type Line, type Scope } from '../scope.ts';

/** Places where foreign programs run on the device: IOx applications, Guest Shell, virtual services. */
export function addContainers(book: RuleBook<Scope>): void {
  book
    .add('iox', (line) => push(line, 'iox', null))
    .add('app-hosting appid', readApp)
    .add('virtual-service', readVirtual)
    .add('guestshell', (line) => push(line, 'guestshell', line.args.join(' ') || null))
    .aside('container setting', 'app-hosting signed-verification, app-hosting verification');
}

function push({ statement, no, to }: Line, name: string, detail: string | null): void {
  const place = atBlock(statement, to.tree);
  to.draft.services.push({ ...place, name, enabled: !no, port: null, acl: null, detail });
  to.tree.setAside(statement, 'container setting');
  statement.read();
}

function readApp(line: Line): void {
  const app = line.args[0] ?? '';
  push(line, 'app-hosting', app);
  if (app.toLowerCase() === 'guestshell') push(line, 'guestshell', 'app-hosting');
}

/** A virtual service runs once it is activated; images of virtual routers name one that is not. */
function readVirtual(line: Line): void {
  const { statement, no, args, to } = line;
  if (!no && !statement.children.some((child) => child.words[0] === 'activate')) {
    const name = 'virtual-service';
    const place = atBlock(statement, to.tree);
    to.draft.services.push({ ...place, name, enabled: null, port: null, acl: null, detail: args[0] ?? null });
    to.tree.setAside(statement, 'container setting');
    statement.read();
  } else push(line, 'virtual-service', args[0] ?? null);
}
