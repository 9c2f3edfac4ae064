import type { AaaMethodList } from '../../../../model/device-facts.ts';
import { readAaaMethods } from '../../kit/cisco-aaa.ts';
import type { RuleBook } from '../../kit/rules.ts';
import type { Line, Scope } from '../scope.ts';

/** Method lists (NX-OS security configuration guide). Servers and groups are in kit/cisco-aaa-servers.ts. */
export function addAaa(book: RuleBook<Scope>): void {
  book
    .add('aaa authentication', (line) => readList(line, 'authentication'))
    .add('aaa authorization', (line) => readList(line, 'authorization'))
    .add('aaa accounting', (line) => readList(line, 'accounting'))
    .add('aaa accounting default', readAccounting)
    .add('tacacs-server directed-request', 'tacacs setting')
    .aside(
      'AAA setting',
      'aaa authentication login error-enable, aaa authentication login ascii-authentication, ' +
        'aaa authentication login invalid-username-log, aaa authentication login mschap, ' +
        'aaa authentication login mschapv2, aaa authentication login chap, aaa authentication rejected, ' +
        'aaa user, aaa group server ldap, ldap-server, ldap search-map, tacacs+ distribute, tacacs+ commit, ' +
        'tacacs+, radius distribute, radius commit, radius, aaa, aaa group',
    );
}

const METHODS = new Set(['local', 'none', 'if-authenticated', 'group', 'fallback']);

/** One `group` may stand before the names of several groups: each gets its own. */
function grouped(words: readonly string[]): string[] {
  const from = words.indexOf('group');
  if (from < 0) return [...words];
  return words.flatMap((word, i) => {
    if (i < from || word === 'local' || word === 'none') return [word];
    if (METHODS.has(word)) return [];
    return ['group', word];
  });
}

function readList({ statement, no, args, to }: Line, phase: AaaMethodList['phase']): void {
  readAaaMethods({ statement, no, args: grouped(args), to }, phase);
}

/** `aaa accounting default group G`: NX-OS has one list for commands and sessions together. */
function readAccounting(line: Line): void {
  if (line.no) line.statement.read();
  else
    for (const service of ['exec', 'commands all'])
      readAaaMethods(
        {
          ...line,
          no: false,
          args: [...service.split(' '), 'default', 'start-stop', ...grouped(line.args)],
          to: line.to,
          statement: line.statement,
        },
        'accounting',
      );
}
