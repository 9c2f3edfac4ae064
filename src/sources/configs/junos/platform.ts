import type { Entry } from '../kit/entry.ts';
import type { Platform, SectionKind } from '../kit/platform.ts';
import { applyTree, settle } from './apply.ts';
import { RULES } from './rules.ts';
import { beginScope, type Scope } from './scope.ts';
import { SECRET_FORMS } from './secret-forms.ts';
import { prefixOf, sectionOf } from './show/command.ts';
import { junosPrompt } from './show/prompt.ts';
import { SHOWS } from './show/shows.ts';
import { sniff } from './show/sniff.ts';
import { isPlace, JunosSyntax } from './syntax.ts';

const HEADER = /^##+ Last (?:commit|changed): /;
const VERSION = /^(?:set )?version \S+;?$/;

/** Juniper Junos and Junos Evolved. */
export const junos: Platform<Scope> = {
  vendor: 'juniper',
  platform: 'junos',
  areas: [
    'identity',
    'software',
    'users',
    'aaa',
    'lines',
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
  secrets: SECRET_FORMS,
  syntax: (command) => new JunosSyntax(prefixOf(command)),
  prompt: junosPrompt,
  sectionOf,
  sniff,
  beginsConfig,
  restarts,
  heading,
  begin: beginScope,
  apply: applyTree,
  settle,
  shows: SHOWS,
};

function beginsConfig(entry: Entry): boolean {
  if (entry.indent > 0) return false;
  const { text } = entry;
  if (text.startsWith('#') || text.startsWith('/*')) return true;
  const words = text.split(' ', 2);
  if (words[0] === 'set' || words[0] === 'deactivate')
    return RULES.knows(words[1] ?? '') || words[1] === 'groups';
  return /[{;]/.test(text) && (RULES.knows(words[0] ?? '') || words[0] === 'groups');
}

function restarts(entry: Entry): 'always' | 'again' | null {
  const first = entry.text.charCodeAt(0);
  if (first === 35) return HEADER.test(entry.text) ? 'always' : null;
  return (first === 118 || first === 115) && VERSION.test(entry.text) ? 'again' : null;
}

/** Names of members of a chassis, and the rules under them. */
const MEMBER = /^(?:node: \w{1,20}|(?:fpc|node|member|re|localre|lcc|sfc)\d{0,3}(?:-re\d)?:|-{5,100})$/;

/** `{master:0}` and `[edit]` stand before prompts, names of members before their output; they end nothing. */
function heading(entry: Entry): SectionKind | null {
  return entry.indent === 0 && (isPlace(entry.text) || MEMBER.test(entry.text)) ? 'heading' : null;
}
