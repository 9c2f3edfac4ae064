import { at, bsdStamp, MINUTE, SECOND } from '../fleet/clock.ts';
import { ADMINS, PIVOT, SERVERS } from '../fleet/people.ts';
import { rngFor } from '../fleet/rng.ts';
import type { OutputFile } from '../output.ts';
import type { Session } from '../sessions/session.ts';

interface Entry {
  at: number;
  host: string;
  text: string;
}

const hostOf = (address: string): string => (address === SERVERS.jump[0] ? 'jump-01' : 'jump-02');

function login(host: string, who: { user: string; from: string; at: number; method: string }): Entry[] {
  const rng = rngFor(`jump/${host}/${who.user}/${who.at}`);
  const pid = rng.int(4000, 64_000);
  const line = (shift: number, text: string): Entry => ({
    at: who.at + shift,
    host,
    text: `sshd[${pid}]: ${text}`,
  });
  const key =
    who.method === 'publickey'
      ? `: ED25519 SHA256:${rng.text(43, 'abcdefghijkmnpqrstuvwxyzABCDEFGH0123456789')}`
      : '';
  return [
    line(
      0,
      `Accepted ${who.method} for ${who.user} from ${who.from} port ${rng.int(32_768, 60_999)} ssh2${key}`,
    ),
    line(
      200,
      `pam_unix(sshd:session): session opened for user ${who.user}(uid=${rng.int(1001, 1040)}) by (uid=0)`,
    ),
    line(rng.int(20, 90) * MINUTE, `pam_unix(sshd:session): session closed for user ${who.user}`),
  ];
}

const ordinary = (sessions: readonly Session[]): Entry[] =>
  sessions.flatMap((session) => {
    const admin = ADMINS.find((one) => one.name === session.user && one.jump === session.from);
    if (admin === undefined || !session.seen.accounting || !session.seen.login) return [];
    const before = session.start - 2 * MINUTE - (session.start % 47) * SECOND;
    return login(hostOf(session.from), {
      user: admin.name,
      from: admin.workstation,
      at: before,
      method: 'publickey',
    });
  });

const sudo = (moment: string, who: readonly [user: string, host: string], command: string): Entry => ({
  at: at(moment),
  host: who[1],
  text: `sudo:   ${who[0]} : TTY=pts/1 ; PWD=/home/${who[0]} ; USER=root ; COMMAND=${command}`,
});

const upkeep = (): Entry[] => [
  sudo('2026-10-19T15:04:12Z', ['m.okafor', 'jump-01'], '/usr/bin/apt-get update'),
  sudo('2026-10-19T15:05:40Z', ['m.okafor', 'jump-01'], '/usr/bin/apt-get upgrade'),
  sudo('2026-11-10T16:22:08Z', ['s.iyer', 'jump-02'], '/usr/bin/systemctl restart chrony'),
];

const intruder = (): Entry[] => [
  ...login('jump-02', { user: 'l.hansen', from: PIVOT, at: at('2026-10-26T06:31:22Z'), method: 'password' }),
  sudo('2026-10-26T06:33:05Z', ['l.hansen', 'jump-02'], '/usr/sbin/useradd -m -s /bin/bash nmsbak'),
  {
    at: at('2026-10-26T06:33:06Z'),
    host: 'jump-02',
    text: 'useradd[18822]: new user: name=nmsbak, UID=1044, GID=1044, home=/home/nmsbak, shell=/bin/bash, from=/dev/pts/1',
  },
  sudo('2026-10-26T06:33:44Z', ['l.hansen', 'jump-02'], '/usr/sbin/usermod -aG sudo nmsbak'),
  ...['2026-10-27T04:36:10Z', '2026-10-29T11:36:51Z', '2026-11-03T03:11:09Z', '2026-11-04T03:39:40Z'].flatMap(
    (moment) => login('jump-02', { user: 'nmsbak', from: PIVOT, at: at(moment), method: 'password' }),
  ),
];

/** One file with the authentication log of both jump hosts, named after the first of them only. */
export function jumpHostFile(sessions: readonly Session[]): OutputFile {
  const entries = [...ordinary(sessions), ...upkeep(), ...intruder()].sort((a, b) => a.at - b.at);
  const lines = entries.map((entry) => `${bsdStamp(entry.at)} ${entry.host} ${entry.text}`);
  return { path: 'evidence/logs/jump-01-auth.log', bytes: Buffer.from(`${lines.join('\n')}\n`) };
}
