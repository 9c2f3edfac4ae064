import type { LoginFields } from '../kit/dialect.ts';

const VIA = { via: 'sshd', service: 'ssh', terminal: null } as const;

/** Solaris puts `[ID 800047 auth.notice] ` in front. */
function withoutId(text: string): string {
  return text.replace(/^\[ID \d+ [\w.]+\] /, '');
}

/**
 * Reads what sshd says of a login. The account is all between `for` and the last `from`, since an attacker may choose
 * a name that itself holds `from`.
 */
export function sshdLogin(body: string): LoginFields | null {
  const text = withoutId(body).trimStart();
  const attempt = /^(Accepted|Failed) \S+ for (invalid user |illegal user )?(.*) from (\S+) port \d+/s.exec(
    text,
  );
  if (attempt) {
    const outcome = attempt[1] === 'Accepted' ? 'success' : 'failure';
    return { ...VIA, account: attempt[3] ?? '', from: attempt[4] ?? null, outcome };
  }
  const left = /^Disconnected from user (.*) (\S+) port \d+/s.exec(text);
  if (left) return { ...VIA, account: left[1] ?? '', from: left[2] ?? null, outcome: 'logout' };
  return oldPam(text);
}

/** Before OpenSSH wrote its own line, only PAM told of failures: `authentication failure; … rhost=192.0.2.7  user=root`. */
function oldPam(text: string): LoginFields | null {
  if (!text.startsWith('authentication failure;')) return null;
  const from = /\brhost=(\S*)/.exec(text)?.[1] ?? null;
  const account = /\buser=(\S+)\s*$/.exec(text)?.[1] ?? '';
  return { ...VIA, account, from, outcome: 'failure' };
}
