import { scrub } from '../../../kit/scrub.ts';
import { readScriptLine } from '../../kit/cisco-scripts.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { atBlock, type Line, type Scope } from '../scope.ts';

/** Programs that the device runs: policies of the event manager, Python scripts, hosted applications, Linux itself. */
export function addScripts(book: RuleBook<Scope>): void {
  book
    .add('event manager policy', (line) => readScriptLine(line, 'eem', `policy ${line.args[0] ?? ''}`))
    .add('event manager directory', (line) => readScriptLine(line, 'eem', `directory ${line.args.join(' ')}`))
    .add('event manager environment', (line) =>
      readScriptLine(line, 'eem', `environment ${line.args[0] ?? ''}`),
    )
    .add('event manager event-trigger', (line) => readBlock(line, 'event-trigger'))
    .add('event manager action', (line) => readBlock(line, 'action'))
    .add('event manager policy-map', (line) => readBlock(line, 'policy-map'))
    .add('script', (line) => readBlock(line, 'script'))
    .add('appmgr', readAppmgr)
    .add('tpa', (line) => readService(line, 'tpa'))
    .add('linux networking', (line) => readService(line, 'linux-networking'))
    .add('docker', (line) => readService(line, 'docker'))
    .aside('event manager setting', 'event manager');
}

const BODY = 2000;

function readBlock({ statement, no, args, to }: Line, what: string): void {
  if (no) return;
  const block = to.tree.block(statement).map((each) => each.read());
  const body = [
    args.slice(what === 'script' ? 0 : 1).join(' '),
    ...block.slice(1, BODY).map(({ text }) => text),
  ];
  const name = what === 'script' ? `script ${args.slice(0, 2).join(' ')}`.trim() : `${what} ${args[0] ?? ''}`;
  to.draft.scripts.push({
    ...atBlock(statement, to.tree),
    kind: 'eem',
    name,
    body: body.filter(Boolean).map(scrub),
  });
}

/** `appmgr` with `application NAME / activate type docker source S …` and `process-script NAME` below it. */
function readAppmgr({ statement, to }: Line): void {
  for (const child of statement.read().children) {
    const [kind, name = ''] = child.words;
    if (kind !== 'application' && kind !== 'process-script') continue;
    const block = to.tree.block(child).map((each) => each.read());
    const body = block.slice(1, BODY).map(({ text }) => scrub(text));
    if (kind === 'process-script')
      to.draft.scripts.push({
        ...atBlock(child, to.tree),
        kind: 'eem',
        name: `process-script ${name}`,
        body,
      });
    const detail = [name, ...body].join(' ').slice(0, 400).trim();
    if (kind === 'application')
      to.draft.services.push({
        ...atBlock(child, to.tree),
        name: 'app-hosting',
        enabled: true,
        port: null,
        acl: null,
        detail,
      });
  }
  to.tree.setAside(statement, 'container setting');
}

function readService({ statement, no, args, to }: Line, name: string): void {
  const detail = [args.join(' '), ...statement.children.map(({ text }) => text)]
    .filter(Boolean)
    .join(', ')
    .slice(0, 400);
  to.draft.services.push({
    ...atBlock(statement, to.tree),
    name,
    enabled: !no,
    port: null,
    acl: null,
    detail: detail || null,
  });
  to.tree.setAside(statement, 'container setting');
  statement.read();
}
