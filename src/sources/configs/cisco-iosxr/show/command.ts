import { findCommand, fits } from '../../kit/command-table.ts';
import type { SectionKind } from '../../kit/platform.ts';

/** What commands print, by their first words; abbreviations count. Longer phrases stand before shorter ones. */
const SHOWS: readonly (readonly [string, SectionKind])[] = [
  ['sh|ow run|ning-config', 'running'],
  ['sh|ow conf|iguration com|mit l|ist', 'commits'],
  ['sh|ow conf|iguration run|ning-config', 'running'],
  ['sh|ow ver|sion', 'version'],
  ['sh|ow inv|entory', 'inventory'],
  ['sh|ow clo|ck', 'clock'],
  ['sh|ow users', 'sessions'],
  ['sh|ow proc|esses', 'processes'],
  ['sh|ow tcp br|ief', 'tcp'],
  ['sh|ow udp br|ief', 'udp'],
  ['sh|ow inst|all act|ive', 'install'],
  ['sh|ow mon|itor-session', 'mirrors'],
  ['sh|ow appmgr', 'applications'],
  ['sh|ow ntp ass|ociations', 'ntp'],
  ['sh|ow tacacs', 'tacacs'],
  ['sh|ow radius', 'radius'],
  ['sh|ow access-l|ists', 'acls'],
  ['sh|ow ipv4 access-l|ists', 'acls'],
  ['sh|ow ipv6 access-l|ists', 'acls'],
  ['sh|ow md5', 'hashes'],
  ['dir', 'files'],
  ['sh|ow', 'other'],
];

/** What commands of the host system's shell print. */
const SHELL: readonly (readonly [RegExp, SectionKind])[] = [
  [/\/etc\/(?:passwd|shadow|sudoers)/, 'accounts'],
  [/^(?:sudo )?(?:netstat|ss)\b/, 'sockets'],
  [/^(?:sudo )?ps\b/, 'host-processes'],
  [/^(?:sudo )?(?:md5sum|sha\d{1,3}sum)\b/, 'hashes'],
  [/^(?:sudo )?docker ps\b/, 'docker'],
  [/^(?:exit|logout|cd|pwd)\b/, 'session'],
];

/** Commands that print nothing worth reading. */
const SESSION = /^(?:term|terminal|exit|quit|end|logout|admin|conf|configure|commit|abort|clear)\b/;

/** Tells what a command prints; abbreviations count (`sh run`). */
export function sectionOf(command: string): SectionKind {
  const shell = /^(?:run|bash(?: -c)?) ["']?(.+?)["']?$/.exec(command.slice(0, 2000));
  if (shell) return shellSection(shell[1] as string);
  const words = command.split(' ').filter((word) => word !== '');
  while (words[0] === 'do' || words[0] === 'admin') words.shift();
  if (words[0] === 'run' || words[0] === 'bash' || SESSION.test(words[0] ?? '')) return 'session';
  const kind = findCommand(words, SHOWS);
  if (kind !== 'running') return kind ?? 'other';
  // `show running-config router bgp` and what a pipe leaves over are parts.
  const whole = words.length === (fits(words, 'sh|ow run|ning-config') ? 2 : 3) && !/^\s*admin/.test(command);
  return whole ? 'running' : 'partial';
}

/** Tells what a command of the host system's shell prints. */
export function shellSection(command: string): SectionKind {
  return SHELL.find(([test]) => test.test(command))?.[1] ?? 'other';
}

const OPENINGS: readonly (readonly [RegExp, SectionKind])[] = [
  [
    /^!! (?:IOS XR Configuration|Building configuration)|^Building configuration|^!RANCID-CONTENT-TYPE: cisco-xr$/,
    'running',
  ],
  [/^Cisco IOS XR Software, Version/, 'version'],
  [/^NAME: "|^ ?Name: \S.{0,60}? Descr: /, 'inventory'],
  [/^Directory of /, 'files'],
  [/^(?:Label : |Secure Domain Router: |\s{0,4}Node \d+\/\w+\/CPU\d+ \[)/, 'install'],
  [/^SNo\. Label\/ID /, 'commits'],
  [/^ {0,4}Line +User +Service +Conns/, 'sessions'],
  [/^PID +1Min +5Min/, 'processes'],
  [/^JID +TID /, 'processes'],
];

/** Tells the kind of output by its first line, where no prompt says which command it was; null when it does not. */
export function sniff(text: string): SectionKind | null {
  const head = text.slice(0, 200);
  return OPENINGS.find(([test]) => test.test(head))?.[1] ?? null;
}
