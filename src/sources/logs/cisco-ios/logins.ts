import type { LoginFields, Message } from '../kit/dialect.ts';

/** Reads the text of one kind of message into a login; null when the text has another form. */
export type LoginForm = (text: string) => LoginFields | null;

type Outcome = LoginFields['outcome'];

function login(outcome: Outcome, who: { account?: string; from?: string; terminal?: string }): LoginFields {
  const { account = '', from = null, terminal = null } = who;
  return { account, from, outcome, via: 'log', service: null, terminal };
}

/** Text from the first place that fits on: a pattern that begins there looks once and not from every place. */
function behind(text: string, first: RegExp): string {
  return text.slice(Math.max(0, text.search(first)));
}

/** `[user: jdoe] [Source: 192.0.2.7] [localport: 22]` of SEC_LOGIN; the local port tells the service. */
function secLogin(outcome: Outcome): LoginForm {
  return (text) => {
    const match = /^\[user: ?(.*)\] \[Source: ?([^\]]{0,256})\] \[localport: ?(\d{1,5})\]/is.exec(
      behind(text, /\[user:/i),
    );
    if (!match) return null;
    const service = serviceOfPort(Number(match[3]));
    return { ...login(outcome, { account: match[1], from: match[2] }), service };
  };
}

function serviceOfPort(port: number): string | null {
  if (port === 22) return 'ssh';
  if (port === 23) return 'telnet';
  if (port === 80 || port === 443) return 'http';
  return port === 0 ? 'console' : null;
}

const sshAuthentication: LoginForm = (text) => {
  const match =
    /^User '(.*)' authentication for SSH2? Session from (\S+) \(tty = (\d+)\).* (Succeeded|Failed)/s.exec(
      text,
    );
  if (!match) return null;
  const [, account, from, line, result] = match;
  const outcome = result === 'Succeeded' ? 'success' : 'failure';
  return { ...login(outcome, { account, from, terminal: `tty${line}` }), service: 'ssh' };
};

const sshClose: LoginForm = (text) => {
  const match = /^SSH2? Session from (\S+) \(tty = (\d+)\) for user '(.*)' using /s.exec(text);
  // A session that closes without a user never was a login.
  if (!match || match[3] === '') return null;
  return {
    ...login('logout', { account: match[3], from: match[1], terminal: `tty${match[2]}` }),
    service: 'ssh',
  };
};

const exited: LoginForm = (text) => {
  const match = /^User (.*) has exited tty session (\d+)\(([^)]*)\)/s.exec(text);
  return match && login('logout', { account: match[1], from: match[3], terminal: `tty${match[2]}` });
};

/** `User 'jdoe' authenticated successfully from 192.0.2.7:38066  for netconf over ssh.` */
const netconf: LoginForm = (text) => {
  const match = /^User '(.*)' authenticated successfully from (\S{1,256}):\d+ {1,8}for (\S+)/s.exec(
    behind(text, /User '/),
  );
  return match && { ...login('success', { account: match[1], from: match[2] }), service: match[3] ?? null };
};

/** IOS XE web interface: `Login Successful from host 192.0.2.7 by user 'jdoe' using crypto cipher …`. */
function web(outcome: Outcome): LoginForm {
  return (text) => {
    const match = / from host (\S+) (?:by|for) user '(.*?)'/s.exec(text);
    return match && { ...login(outcome, { account: match[2], from: match[1] }), service: 'http' };
  };
}

/** IOS XR: `Successfully authenticated user 'jdoe' from '192.0.2.7' on 'vty0'`. */
function xr(outcome: Outcome, service: string | null): LoginForm {
  return (text) => {
    const match = /^user '(.*)' from '([^']{0,256})' (?:logged out )?on '?([\w/]+)/is.exec(
      behind(text, /user '/i),
    );
    if (!match) return null;
    const [, account, from, terminal] = match;
    const way = service ?? (from === 'console' ? 'console' : null);
    return { ...login(outcome, { account, from, terminal }), service: way };
  };
}

const xrProxy: LoginForm = (text) => {
  const match = /sshd\[\d+\]: (Accepted|Failed) \S+ for (?:invalid user )?(.*) from (\S+) port \d+/s.exec(
    text,
  );
  if (!match) return null;
  const outcome = match[1] === 'Accepted' ? 'success' : 'failure';
  return { ...login(outcome, { account: match[2], from: match[3] }), service: 'ssh' };
};

const xrShell: LoginForm = (text) => {
  const match = /^User (\S+) logged into shell(?: from (\S+))?/s.exec(text);
  return match && { ...login('success', { account: match[1], terminal: match[2] }), service: 'shell' };
};

/** Arista EOS: `user jdoe logged in [from: 192.0.2.7] [service: sshd]`. */
function eos(outcome: Outcome): LoginForm {
  return (text) => {
    const match =
      /^user (.*) (?:logged in|logged out|failed to login) \[from: ?([^\]]{0,256})\] \[service: ?([^\]]{0,64})\]/s.exec(
        text,
      );
    if (!match) return null;
    const service = match[3] === 'sshd' ? 'ssh' : (match[3] ?? null);
    return { ...login(outcome, { account: match[1], from: match[2] }), service };
  };
}

/** How each mnemonic tells of a login, a failed login or a logout. */
export const LOGIN_FORMS: ReadonlyMap<string, LoginForm> = new Map([
  ['SEC_LOGIN-5-LOGIN_SUCCESS', secLogin('success')],
  ['SEC_LOGIN-4-LOGIN_FAILED', secLogin('failure')],
  ['SYS-6-LOGOUT', exited],
  ['SSH-5-SSH2_USERAUTH', sshAuthentication],
  ['SSH-5-SSH_USERAUTH', sshAuthentication],
  ['SSH-5-SSH2_CLOSE', sshClose],
  ['SSH-5-SSH_CLOSE', sshClose],
  ['DMI-5-AUTH_PASSED', netconf],
  ['WEBSERVER-5-LOGIN_PASSED', web('success')],
  ['WEBSERVER-5-LOGIN_FAILED', web('failure')],
  ['WEBSERVER-5-SESS_LOGOUT', web('logout')],
  ['SECURITY-SSHD-6-INFO_SUCCESS', xr('success', 'ssh')],
  ['SECURITY-SSHD-4-INFO_FAILURE', xr('failure', 'ssh')],
  ['SECURITY-SSHD-6-INFO_USER_LOGOUT', xr('logout', 'ssh')],
  ['SECURITY-LOGIN-6-AUTHEN_SUCCESS', xr('success', null)],
  ['SECURITY-LOGIN-4-AUTHEN_FAILED', xr('failure', null)],
  ['SECURITY-SSHD_SYSLOG_PRX-6-INFO_GENERAL', xrProxy],
  ['INFRA-INFRA_MSG-5-RUN_LOGIN', xrShell],
  ['AAA-5-LOGIN', eos('success')],
  ['AAA-5-LOGOUT', eos('logout')],
  ['AAA-4-LOGIN_FAILED', eos('failure')],
]);

/** Hands over the login that the message tells of; false when its text has another form. */
export function tellLogin(message: Message, form: LoginForm): boolean {
  const fields = form(message.body());
  if (fields) message.login(fields);
  return fields !== null;
}
