import type { RuleBook } from '../../kit/rules.ts';
import { at, atBlock, type Line, type Scope, wordAfter } from '../scope.ts';

/** Places where foreign programs run on the device: virtual services, Guest Shell, hosted applications. */
export function addContainers(book: RuleBook<Scope>): void {
  book
    .add('virtual-service', readService)
    .add('guestshell', readService)
    .add('app-hosting appid', readApp)
    .aside('container setting', 'virtual-service global, app-hosting, docker');
}

function push({ statement, no, to }: Line, name: string, detail: string | null): void {
  const place = atBlock(statement, to.tree);
  to.draft.services.push({ ...place, name, enabled: !no, port: null, acl: null, detail });
  to.tree.setAside(statement, 'container setting');
  statement.read();
}

/** `virtual-service NAME` with `activate` below it; the one called `guestshell+` is the Guest Shell. */
function readService(line: Line): void {
  const { statement, args, to } = line;
  const name = args[0] ?? '';
  push(line, 'virtual-service', name || null);
  if (/^guestshell\+?$/i.test(name)) push(line, 'guestshell', name);
  for (const child of statement.children)
    if (child.words[0] === 'no' && child.words[1] === 'activate') {
      const last = to.draft.services.length - 1;
      const service = to.draft.services[last];
      if (service) to.draft.services[last] = { ...service, ...at(statement), enabled: false };
    }
}

function readApp(line: Line): void {
  const app = line.args[0] ?? wordAfter(line.statement.words, 'appid') ?? '';
  push(line, 'app-hosting', app);
  if (app.toLowerCase() === 'guestshell') push(line, 'guestshell', 'app-hosting');
}
