import type { Dialect, Handler, LoginFields, Tag } from '../kit/dialect.ts';
import { consoleLogin, suLogin } from './local.ts';
import { sshdLogin } from './sshd.ts';
import { sudoLine } from './sudo.ts';

const REPEATED = /^message repeated (\d{1,7}) times: \[ ?(.*)\]\s*$/s;

/** How lines of a login that was granted begin, whatever follows; all else that these programs say is let pass. */
const GRANTED = /^(?:\[ID \d{1,9} [\w.]{1,40}\] )? *(?:Accepted |ROOT LOGIN|LOGIN ON )/;

/** rsyslog folds messages that came several times: `message repeated 5 times: [ Failed password for …]`. */
function logins(read: (text: string) => LoginFields | null): Handler {
  return (message) => {
    const body = message.body();
    const folded = REPEATED.exec(body);
    const fields = read(folded?.[2] ?? body);
    const count = Math.max(1, Number(folded?.[1] ?? 1));
    if (fields) message.login(count > 1 ? { ...fields, count } : fields);
    if (fields) return 'read';
    return GRANTED.test(folded?.[2] ?? body) ? 'login' : 'unknown';
  };
}

const sudo: Handler = (message) => {
  const line = sudoLine(message.body());
  if (!line) return message.body().includes('COMMAND=') ? 'command' : 'unknown';
  if ('ran' in line) message.command(line.ran);
  else message.login(line.refused);
  return 'read';
};

const HANDLERS: ReadonlyMap<string, Handler> = new Map([
  ['sshd', logins(sshdLogin)],
  ['sudo', sudo],
  ['su', logins(suLogin)],
  ['login', logins(consoleLogin)],
]);

/** Linux and other Unix hosts: sshd, sudo, su and login; all other programs are counted and kept when wanted. */
export const linux: Dialect = {
  id: 'logs/linux',
  version: 3,
  open: () => ({
    handler: ({ form, name }: Tag) => (form === 'program' ? (HANDLERS.get(name) ?? null) : null),
  }),
};
