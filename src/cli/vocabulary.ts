import type { CannotTellCode } from '../model/verdict.ts';

/** The words of Seawall, one sentence each. */
export const WORDS: Readonly<Record<string, string>> = {
  evidence: 'One input file or stream: name, SHA-256, kind, size, first and last time.',
  ledger:
    'The account of every byte of evidence: read, set aside (known, irrelevant), not understood, failed.',
  record: 'One typed observation with its place: a log message, command, login, request, access, flow.',
  coverage: 'From when to when each kind of evidence shows a device, and where it is blind.',
  check: 'A question asked of evidence; it declares what it needs to answer.',
  verdict: 'A check’s answer for a device and a period: hit, clear or cannot-tell.',
  clear:
    'The evidence that the check needs was there, covered the period and was understood, and shows no hit.',
  finding: 'A hit with its proof, what else could explain it and what to do next.',
  incident: 'Findings that belong together, on one clock.',
  scope: 'What was taken, from whom, since when, with a lower and an upper bound.',
  duty: 'Whom somebody must tell by when, with its source; always check with counsel.',
  indicator: 'Something that somebody shared to look for: an address, a name, a hash.',
};

/** Why a check cannot tell, and what to do about it. */
export const REASONS: Readonly<Record<CannotTellCode, { readonly what: string; readonly next: string }>> = {
  'no-evidence': {
    what: 'There is no evidence of the kind that the check needs.',
    next: 'Collect it; the verdict names the cheapest way.',
  },
  'partial-period': {
    what: 'The evidence does not cover the whole period.',
    next: 'Look at `seawall coverage DEVICE` and ask for the missing stretch.',
  },
  'unread-lines': {
    what: 'Lines that may matter could not be read.',
    next: 'Look at `seawall files --unknown`.',
  },
  truncated: {
    what: 'The evidence is cut off before its end.',
    next: 'Collect it again, with `terminal length 0` first.',
  },
  'no-time': {
    what: 'The evidence carries no usable time.',
    next: 'Collect it with `show clock` in the same capture.',
  },
  'ambiguous-device': {
    what: 'Several devices claim the name or address.',
    next: 'Give an inventory with serials, or rename one of them.',
  },
  'not-configured-to-log': {
    what: 'The device is not set to write what the check looks for.',
    next: 'Set it as the verdict says, and look again later.',
  },
  'needs-baseline': {
    what: 'There are too few days to know what is usual.',
    next: 'Give at least seven days of evidence.',
  },
  'needs-register': {
    what: 'Nothing says what is approved.',
    next: 'Give the register of servers, tunnels and changes as CSV.',
  },
  'needs-two-snapshots': {
    what: 'One snapshot does not show what changed.',
    next: 'Add an older configuration.',
  },
  'platform-unknown': {
    what: 'The platform, or this part of it, is not read.',
    next: 'Look by hand at the commands that the check names.',
  },
  'no-intelligence': { what: 'No intelligence was loaded.', next: 'Give it with --intel.' },
  'evidence-gone': {
    what: 'The evidence is no longer where it was.',
    next: 'Give it again, so that it can be searched for the new intelligence.',
  },
  'exporter-covers-some-interfaces': {
    what: 'The device makes flow records on some of its interfaces only.',
    next: 'Run `show flow interface`, and make flow records on every interface.',
  },
  'too-many': {
    what: 'There were more observations than can be judged at once.',
    next: 'Narrow the period with --since and --until.',
  },
};
