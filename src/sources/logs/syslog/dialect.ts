import type { Dialect, Handler, Tag } from '../kit/dialect.ts';

/** Bodies by which a syslog daemon says that a message came again, or that it is still there. */
const REPEAT = /^(?:-{2,3} )?(?:last message |message repeated \d)|^-- ?MARK ?--/;
const PROGRAMS: ReadonlySet<string> = new Set(['last', 'message', '---', '--', '--MARK--', 'rsyslogd']);

const repeats: Handler = (message) => (REPEAT.test(message.body()) ? 'aside' : 'read');

/** What syslog daemons say about themselves. */
export const syslogDaemon: Dialect = {
  id: 'logs/syslog',
  version: 1,
  open: () => ({
    handler: ({ form, name }: Tag) => (form === 'bare' && PROGRAMS.has(name) ? repeats : null),
  }),
};
