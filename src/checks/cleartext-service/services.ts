/** A service that sends passwords, files or commands in clear, or that only strangers still use. */
export interface Clear {
  /** What it is, for people. */
  readonly says: string;
  /** Steps from the severity of the check. */
  readonly step: number;
  /** The line of IOS that switches it on, with `no` before it off. */
  readonly line: string;
  /** True when a missing line may mean that it runs. */
  readonly silentMatters: boolean;
}

/** By the name of the service in device facts (hardening guidance, December 2024; facts H26). */
export const CLEAR: ReadonlyMap<string, Clear> = new Map(
  Object.entries({
    telnet: { says: 'telnet', step: 0, line: 'telnet server', silentMatters: false },
    'ftp-server': { says: 'an FTP server', step: 0, line: 'ftp-server enable', silentMatters: true },
    'tftp-server': { says: 'a TFTP server', step: 0, line: 'tftp-server', silentMatters: true },
    rsh: { says: 'a remote shell (rsh)', step: 0, line: 'ip rcmd rsh-enable', silentMatters: true },
    rcp: { says: 'remote copy (rcp)', step: 0, line: 'ip rcmd rcp-enable', silentMatters: true },
    finger: { says: 'finger', step: -1, line: 'ip finger', silentMatters: true },
    'tcp-small-servers': {
      says: 'small TCP servers (echo, discard, chargen)',
      step: -1,
      line: 'service tcp-small-servers',
      silentMatters: true,
    },
    'udp-small-servers': {
      says: 'small UDP servers (echo, discard, chargen)',
      step: -1,
      line: 'service udp-small-servers',
      silentMatters: true,
    },
    'xnm-clear-text': {
      says: 'the Junos XML protocol in clear',
      step: 0,
      line: 'system services xnm-clear-text',
      silentMatters: false,
    },
    pad: { says: 'the X.25 PAD', step: -2, line: 'service pad', silentMatters: false },
  }),
);

/** Services that a platform may run without a line that says so; other platforms than these have those of IOS. */
const SILENT: Readonly<Record<string, readonly string[]>> = {
  junos: ['telnet', 'ftp-server', 'finger', 'xnm-clear-text'],
  'nx-os': ['telnet'],
};

/** True when a missing line on the platform may mean that the service runs. */
export function silentMatters(platform: string, name: string): boolean {
  return SILENT[platform]?.includes(name) ?? CLEAR.get(name)?.silentMatters ?? false;
}

const ELSEWHERE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  junos: {
    telnet: 'system services telnet',
    'ftp-server': 'system services ftp',
    finger: 'system services finger',
    'xnm-clear-text': 'system services xnm-clear-text',
  },
  'nx-os': { telnet: 'feature telnet' },
};

/** The statement that switches a service on where IOS is not spoken; null where we do not know it. */
export function lineElsewhere(platform: string, name: string): string | null {
  return ELSEWHERE[platform]?.[name] ?? null;
}
