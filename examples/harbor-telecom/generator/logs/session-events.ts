import { longStamp, SECOND } from '../fleet/clock.ts';
import type { Session } from '../sessions/session.ts';
import { type LogEvent, logEvent } from './event.ts';

const CIPHER = "using crypto cipher 'aes256-ctr', hmac 'hmac-sha2-256'";

const opening = (session: Session): LogEvent[] => {
  const { device, user, from, start, vty } = session;
  const success = `%SEC_LOGIN-5-LOGIN_SUCCESS: Login Success [user: ${user}] [Source: ${from}] [localport: 22] at ${longStamp(start)}`;
  if (user === 'rancid') return [logEvent(device, start, success)];
  return [
    logEvent(
      device,
      start - SECOND,
      `%SSH-5-SSH2_SESSION: SSH2 Session request from ${from} (tty = ${vty}) ${CIPHER} Succeeded`,
    ),
    logEvent(
      device,
      start - 200,
      `%SSH-5-SSH2_USERAUTH: User '${user}' authentication for SSH2 Session from ${from} (tty = ${vty}) ${CIPHER} Succeeded`,
    ),
    logEvent(device, start, success),
  ];
};

const closing = (session: Session): LogEvent => {
  const { device, user, from, end, vty } = session;
  if (user === 'rancid') {
    return logEvent(device, end, `%SYS-6-LOGOUT: User ${user} has exited tty session ${vty + 1}(${from})`);
  }
  return logEvent(
    device,
    end,
    `%SSH-5-SSH2_CLOSE: SSH2 Session from ${from} (tty = ${vty}) for user '${user}' ${CIPHER} closed`,
  );
};

/** The messages that a login, a change and a logout leave on the device. */
export function sessionEvents(session: Session): LogEvent[] {
  const { device, user, from, vty } = session;
  const events = session.seen.login ? [...opening(session), closing(session)] : [];
  if (session.configuredAt === undefined || !session.seen.config) return events;
  const change = `%SYS-5-CONFIG_I: Configured from console by ${user} on vty${vty} (${from})`;
  return [...events, logEvent(device, session.configuredAt, change)];
}
