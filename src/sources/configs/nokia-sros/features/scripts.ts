import { scrub } from '../../../kit/scrub.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { on } from '../leaf.ts';
import { type Line, removed, type Scope, secretAt } from '../scope.ts';

const BODY = 10_000;
const BASES: Readonly<Record<string, string>> = {
  'system script-control script': 'script',
  'system script-control script-policy': 'script-policy',
  'system cron schedule': 'cron',
  'system cron tod-suite': 'cron tod-suite',
  'system cron time-range': 'cron time-range',
  'cron action': 'cron action',
  'cron schedule': 'cron',
  'cron script': 'script',
  'log event-handling handler': 'event-handler',
  'log event-trigger event': 'event-trigger',
  'log event-trigger': 'event-trigger',
  'python python-script': 'python',
  'python python-policy': 'python-policy',
  'aaa python-script': 'python',
};

/** Programs that the device runs by itself: scripts, their schedules, handlers of events, Python. */
export function addScripts(book: PathBook<Scope>): void {
  for (const [base, word] of Object.entries(BASES)) on(book, base, (line) => readScript(line, word));
  for (const word of ['boot-good-exec', 'boot-bad-exec'])
    on(book, `system ${word}`, (line) => readBoot(line, word));
  book.aside('script setting', 'system script-control, system cron, cron');
}

/** One script, told of by the statements below its name; what they say is its body. */
function readScript({ statement, args, path, to }: Line, word: string): void {
  const [name = ''] = args;
  const event = word === 'event-trigger' ? (args[1] ?? '') : '';
  const key = `${path[0]} ${word} ${name} ${event}`;
  const script = to.scripts.open(key, statement.read(), (place) => ({
    ...place,
    name: [word, name, event].filter(Boolean).join(' '),
    kind: 'scheduler',
    body: [],
  }));
  const said = scrub([to.denied > 0 ? 'no' : '', ...args.slice(event ? 2 : 1)].filter(Boolean).join(' '));
  if (said !== '' && script.body.length < BODY) script.body.push(said);
}

/** A file of commands that runs at each start; the password of its address is a secret. */
function readBoot(line: Line, word: string): void {
  const { statement, args, to } = line;
  const [url = ''] = args;
  if (url === '' || removed(line)) return;
  const account = /^\w+:\/\/[^:@/\s]*:([^@\s]+)@/.exec(url);
  if (account) secretAt(line, [account[1] as string], { use: 'file transfer', purpose: 'password' });
  to.scripts.open(word, statement.read(), (place) => ({
    ...place,
    name: word,
    kind: 'scheduler',
    body: [scrub(url)],
  }));
}

/** Scripts of the facts. */
export function settleScripts(to: Scope): void {
  to.draft.scripts.push(...to.scripts.all);
}
