import { SECOND } from '../fleet/clock.ts';
import type { Device } from '../fleet/device.ts';

/** One command of a session, some seconds after the login. */
export interface Command {
  after: number;
  text: string;
}

/** One interactive or automatic login to a device; each plane of evidence is written from these. */
export interface Session {
  device: Device;
  user: string;
  from: string;
  /** Login instant in milliseconds. */
  start: number;
  /** Virtual terminal number as the log counts it; accounting writes it two higher. */
  vty: number;
  commands: readonly Command[];
  /** Instant of logout in milliseconds. */
  end: number;
  /** Instant at which configuration mode ended, when the session changed something. */
  configuredAt?: number;
  /** Which planes know of it: login lines, the CONFIG_I line, accounting, flows. */
  seen: { login: boolean; config: boolean; accounting: boolean; flow: boolean };
}

/** What differs from an ordinary session that every plane saw. */
export interface SessionInput {
  device: Device;
  user: string;
  from: string;
  start: number;
  commands: readonly string[];
  vty?: number;
  /** Seconds between two commands. */
  pace?: number;
  /** Milliseconds to add before logout. */
  linger?: number;
  unseenBy?: readonly (keyof Session['seen'])[];
}

const configurationEnd = (commands: readonly Command[], start: number): number | undefined => {
  const left = commands.find((one) => one.text === 'end');
  return left === undefined ? undefined : start + left.after * SECOND;
};

/** A session with its commands spread over time. */
export function session(input: SessionInput): Session {
  const pace = input.pace ?? 9;
  const commands = input.commands.map((text, i) => ({ after: 4 + i * pace + ((i * 7) % 5), text }));
  const last = commands.at(-1)?.after ?? 0;
  const blind = new Set(input.unseenBy ?? []);
  return {
    device: input.device,
    user: input.user,
    from: input.from,
    start: input.start,
    vty: input.vty ?? 0,
    commands,
    end: input.start + (last + 6) * SECOND + (input.linger ?? 0),
    configuredAt: configurationEnd(commands, input.start),
    seen: {
      login: !blind.has('login'),
      config: !blind.has('config'),
      accounting: !blind.has('accounting'),
      flow: !blind.has('flow'),
    },
  };
}

/** Sessions in order of time, then of device. */
export function inOrder(sessions: readonly Session[]): Session[] {
  return [...sessions].sort((a, b) => a.start - b.start || a.device.index - b.device.index);
}
