import type { BlindReason } from '../../model/coverage.ts';
import type { EvidenceKind } from '../../model/evidence.ts';
import type { CannotTellCode } from '../../model/verdict.ts';

const KIND_NAMES: Readonly<Record<EvidenceKind, string>> = {
  config: 'configuration',
  state: 'show output',
  syslog: 'syslog',
  accounting: 'accounting',
  flow: 'flow records',
  http: 'web request log',
  access: 'access log',
  inventory: 'inventory',
  file: 'file listing',
};

/** Kinds of evidence in words: `syslog and accounting`. */
export function describeKinds(kinds: readonly EvidenceKind[]): string {
  return kinds.map((k) => KIND_NAMES[k]).join(' and ');
}

/** Why a stretch of time is blind, in a few words. */
export const MISSING_TEXT: Readonly<Record<BlindReason, string>> = {
  'before-first': 'it begins late',
  'after-last': 'it ends early',
  silence: 'it falls silent',
  'sequence-gap': 'messages are missing by their numbers',
  'numbers-unclear': 'its message numbers jump too often to show what is missing',
  loss: 'more than 1 % of it was lost on the way or could not be decoded',
  'no-evidence': 'none was given',
  'no-time': 'it carries no usable time',
};

const WAYS: Readonly<Record<EvidenceKind, string>> = {
  config: 'Collect the running configuration with `show running-config` and `show clock` in one capture.',
  state: 'Collect `show version`, `show users` and `show logging` from the device.',
  syslog: 'Ask the log collector for this device, or set `logging host` and look again after some days.',
  accounting: 'Ask the AAA server for its accounting of this device.',
  flow: 'Ask the flow collector for this exporter, or set a flow exporter on its edge interfaces.',
  http: 'Ask for the web or proxy log of the management network, or a Zeek http log from a tap there.',
  access: 'Ask the owner of the system for its access log of the period.',
  inventory: 'Export the inventory with host name, management address and serial.',
  file: 'List the files with `dir /recursive all-filesystems` and hash copies on a trusted host.',
};

const BY_CODE: Readonly<Partial<Record<CannotTellCode, string>>> = {
  'unread-lines': 'Look at the lines named here: `seawall files --unknown` shows them all.',
  truncated: 'Collect the configuration again, with `terminal length 0` first.',
  'no-time':
    'Note when it was taken: `show clock` in the same capture, or `service timestamps` with date and time.',
  'needs-register':
    'Give the register of approved servers, tunnels and changes as CSV (see the inventory source).',
  'needs-two-snapshots': 'Add an older configuration: the backup system (RANCID, oxidized) has one.',
  'platform-unknown': 'Look at this device by hand; its vendor is not read yet.',
  'exporter-covers-some-interfaces':
    'Set `ip flow monitor … input` on every interface, and run `show flow interface` on the device.',
  'too-many': 'Make a case with the flows of a shorter time, or of fewer exporters.',
  'ambiguous-device':
    'Give the inventory with serial numbers, and each device a name and an address of its own.',
  'evidence-gone':
    'Give the evidence again: it is no longer where it was, and new intelligence was not looked for in it.',
};

/** The cheapest way to find out, one sentence. */
export function cheapestWay(code: CannotTellCode, kinds: readonly EvidenceKind[]): string {
  return BY_CODE[code] ?? WAYS[kinds[0] ?? 'config'];
}
