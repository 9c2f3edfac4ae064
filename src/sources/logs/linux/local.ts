import type { LoginFields } from '../kit/dialect.ts';

function local(
  account: string,
  how: { outcome: LoginFields['outcome']; service: string; terminal?: string },
): LoginFields {
  const terminal = how.terminal?.replace(/^\/dev\//, '') ?? null;
  return { account, from: null, outcome: how.outcome, via: 'log', service: how.service, terminal };
}

/** Reads what su says; the account is the one that was taken on. */
export function suLogin(text: string): LoginFields | null {
  const linux = /^(FAILED SU )?\(to (\S+)\) \S+ on (\S+)/.exec(text);
  if (linux) {
    const outcome = linux[1] ? 'failure' : 'success';
    return local(linux[2] ?? '', { outcome, service: 'su', terminal: linux[3] });
  }
  const bsd = /^(BAD SU )?\S+ to (\S+) on (\S+)/.exec(text);
  if (!bsd) return null;
  return local(bsd[2] ?? '', { outcome: bsd[1] ? 'failure' : 'success', service: 'su', terminal: bsd[3] });
}

/** Reads what login says at a console. */
export function consoleLogin(text: string): LoginFields | null {
  const failed = /^FAILED LOGIN.* FOR ['"]?(.*?)['"]?, /s.exec(text);
  if (failed) return local(failed[1] ?? '', { outcome: 'failure', service: 'console' });
  const root = /^ROOT LOGIN ON (\S+)/i.exec(text);
  if (root) return local('root', { outcome: 'success', service: 'console', terminal: root[1] });
  const by = /^LOGIN ON (\S+) BY (\S+)/.exec(text);
  return by && local(by[2] ?? '', { outcome: 'success', service: 'console', terminal: by[1] });
}
