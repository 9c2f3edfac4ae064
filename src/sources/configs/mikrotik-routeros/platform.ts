import type { Entry } from '../kit/entry.ts';
import type { Platform } from '../kit/platform.ts';
import { readPrompt } from './prompt.ts';
import { readExport } from './rules.ts';
import { beginRos, type RosScope } from './scope.ts';
import { ActiveReader, DeviceShow, sectionOf, sniff } from './show/print.ts';
import { RosLines } from './syntax.ts';

/** MikroTik RouterOS. Its exports hold secrets in clear or leave them out. */
export const routeros: Platform<RosScope> = {
  vendor: 'mikrotik',
  platform: 'routeros',
  areas: [
    'identity',
    'software',
    'users',
    'aaa',
    'services',
    'acls',
    'snmp',
    'logging',
    'time',
    'interfaces',
    'tunnels',
    'routes',
    'mirrors',
    'containers',
    'crypto',
    'routing',
    'scripts',
    'flow-export',
  ],
  secrets: { written: () => null, grade: (type) => (type === 'plaintext' ? 'plaintext' : 'unknown') },
  syntax: () => new RosLines(),
  prompt: readPrompt,
  sectionOf,
  sniff,
  beginsConfig: (entry: Entry) => /^(?:\/[a-z]|# .{0,60}by RouterOS \d)/.test(entry.text),
  restarts: (entry: Entry) => (/^# .{0,60}by RouterOS \d/.test(entry.text.slice(0, 100)) ? 'always' : null),
  begin: beginRos,
  apply: (scope) => {
    scope.draft.complete = scope.draft.complete && !scope.cut;
    readExport(scope);
  },
  settle: () => undefined,
  shows: { version: () => new DeviceShow(), sessions: () => new ActiveReader() },
};
