import type { Statement } from '../../../base/statement-tree.ts';
import type { AaaMethodList } from '../../../model/device-facts.ts';
import { at, atBlock, type CiscoLine, type CiscoScope } from './cisco-scope.ts';
import type { RuleBook } from './rules.ts';

const SERVICES_WITH_LEVEL = new Set(['commands']);
const RECORDS = new Set(['start-stop', 'stop-only', 'wait-start', 'none']);

/** AAA model and method lists (IOS security command reference). Servers and groups are in aaa-servers.ts. */
export function addAaa<S extends CiscoScope>(book: RuleBook<S>): void {
  book
    .add('aaa new-model', ({ statement, no, to }) => {
      to.draft.aaaNewModel = !no;
      statement.read();
    })
    .add('aaa authentication', (line) => readAaaMethods(line, 'authentication'))
    .add('aaa authorization', (line) => readAaaMethods(line, 'authorization'))
    .add('aaa accounting', (line) => readAaaMethods(line, 'accounting'))
    .aside(
      'AAA setting',
      'aaa session-id, aaa authentication attempts, aaa authentication banner, aaa authentication fail-message, ' +
        'aaa authentication username-prompt, aaa authentication password-prompt, aaa authentication suppress, ' +
        'aaa accounting update, aaa accounting send, aaa accounting delay-start, aaa accounting nested, ' +
        'aaa accounting suppress, aaa accounting gigawords, aaa accounting redundancy, aaa accounting jitter, ' +
        'aaa accounting include, aaa max-sessions, aaa memory, aaa attribute, aaa common-criteria, aaa dnis, ' +
        'aaa pod, aaa local, aaa password, aaa policy, aaa cache, aaa user, aaa nas, aaa traceback, aaa intercept, ' +
        'aaa group ldap, ldap attribute-map, ldap server, aaa configuration, aaa route',
    );
}

/** One method list, in one line or as a block. */
export function readAaaMethods({ statement, no, args, to }: CiscoLine, phase: AaaMethodList['phase']): void {
  if (no) {
    statement.read();
    return;
  }
  const leveled = SERVICES_WITH_LEVEL.has(args[0] ?? '') && /^(?:\d+|all)$/.test(args[1] ?? '');
  const service = leveled ? `${args[0]} ${args[1]}` : args[0];
  const rest = args.slice(leveled ? 2 : 1);
  if (service === undefined) return;
  if (phase === 'authorization' && rest.length === 0) {
    // `aaa authorization console` and `config-commands` switch a thing on and have no list.
    to.draft.aaaMethods.push({ ...at(statement), phase, service, list: '', methods: [] });
    statement.read();
    return;
  }
  const list = rest[0];
  if (list === undefined) return;
  const methods = [...joinMethods(rest.slice(1)), ...readBlock(statement)];
  to.draft.aaaMethods.push({ ...atBlock(statement, to.tree), phase, service, list, methods });
  statement.read();
}

/** The block form: `aaa accounting exec default` with `action-type start-stop` and `group tacacs+` below. */
function readBlock(statement: Statement): string[] {
  const methods: string[] = [];
  for (const child of statement.children) {
    const words = child.words;
    if (words[0] === 'action-type') methods.unshift(words[1] ?? '');
    else methods.push(...joinMethods(words));
    child.read();
  }
  return methods;
}

function joinMethods(words: readonly string[]): string[] {
  const methods: string[] = [];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as string;
    const next = words[i + 1];
    if ((word === 'group' || word === 'cache') && next !== undefined) {
      methods.push(`${word} ${next}`);
      i += 1;
    } else if (RECORDS.has(word) || word !== 'vrf') methods.push(word);
    else i += 1;
  }
  return methods;
}
