import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RecordingSink } from '../../src/sources/kit/recording-sink.ts';
import { headOf, readWith } from '../../src/sources/kit/recording-sink.ts';
import { syslog } from '../../src/sources/logs/index.ts';

const SYSLOG = join(import.meta.dirname, '../../../shared/data/samples/syslog');
const PAIRS = join(SYSLOG, 'SEKOIA-IO+intake-formats/Cisco/cisco-ios/tests');

interface Pair {
  readonly input: { readonly message: string };
  readonly expected: {
    readonly '@timestamp'?: string;
    readonly host?: { readonly name?: string };
    readonly event?: { readonly code?: string; readonly reason?: string; readonly severity?: number };
    readonly cisco?: { readonly ios?: { readonly event?: { readonly facility?: string } } };
    readonly user?: { readonly name?: string };
    readonly source?: { readonly ip?: string };
  };
}

interface Field {
  readonly field: string;
  readonly theirs: string;
  readonly ours: string;
}

/** What both say of one message. Who and whence are compared where the message tells of a login or a command. */
function fieldsOf(pair: Pair, sink: RecordingSink): Field[] {
  const { expected } = pair;
  const log = sink.of('log')[0];
  const event = expected.event ?? {};
  const time = expected['@timestamp']?.replace(/\.(\d{3})\d*Z$/, '.$1Z').replace(/(:\d\d)Z$/, '$1.000Z');
  const ours: (string | undefined)[][] = [
    ['timestamp', time, new Date(log?.at ?? 0).toISOString()],
    ['mnemonic', `${expected.cisco?.ios?.event?.facility}-${event.severity}-${event.code}`, log?.mnemonic],
    ['message', event.reason?.trim(), log?.message.trim()],
    // Their host name 012345 is the sequence number of a line that names no host.
    [
      'host',
      expected.host?.name?.toLowerCase().replace(/^\d+$/, 'unnamed'),
      log?.origin.slice(5).replace(/-[0-9a-f]{8}$/, ''),
    ],
  ];
  const person = sink.of('login')[0] ?? sink.of('command')[0];
  if (person) {
    ours.push(['user', expected.user?.name, person.account]);
    ours.push(['source ip', expected.source?.ip, person.from ?? '']);
  }
  return ours.flatMap(([field = '', theirs, mine = '']) =>
    theirs === undefined ? [] : [{ field, theirs, ours: mine }],
  );
}

function readPairs(): { name: string; fields: Field[] }[] {
  return readdirSync(PAIRS).map((name) => {
    const pair = JSON.parse(readFileSync(join(PAIRS, name), 'utf8')) as Pair;
    // Theirs puts lines without a year into the year in which they were written down: 2026 throughout.
    const sink = readWith(syslog, pair.input.message, { anchor: Date.UTC(2026, 11, 31) });
    return { name, fields: fieldsOf(pair, sink) };
  });
}

describe('messages of Cisco IOS that others have read', () => {
  it.skipIf(!existsSync(PAIRS))('are read alike, field by field', () => {
    const all = readPairs();
    const table = new Map<string, { same: number; all: number }>();
    const differing: string[] = [];
    for (const { name, fields } of all) {
      for (const { field, theirs, ours } of fields) {
        const row = table.get(field) ?? { same: 0, all: 0 };
        row.all += 1;
        if (theirs === ours) row.same += 1;
        else differing.push(`${name} ${field}: theirs ${theirs}, ours ${ours}`);
        table.set(field, row);
      }
    }
    console.log([...table].map(([field, { same, all: n }]) => `${field} ${same}/${n}`).join(', '));
    expect(all.length).toBeGreaterThanOrEqual(20);
    expect(differing).toEqual([]);
  });
});

describe('logs of real hosts', () => {
  it.skipIf(!existsSync(SYSLOG)).each([
    ['logpai+loghub/Linux/Linux_2k.log', 2000],
    ['logpai+loghub/OpenSSH/OpenSSH_2k.log', 2000],
    ['sc4s-rendered/cisco_ios.log', 45],
  ])('%s is recognised, and every line has a header that is read', (name, lines) => {
    const path = join(SYSLOG, name);
    if (!existsSync(path)) return;
    const bytes = readFileSync(path);
    expect(syslog.recognise(headOf(bytes))).toBeGreaterThan(0.8);
    const sink = readWith(syslog, bytes);
    expect(sink.bytes()).toBe(bytes.length);
    expect(sink.bytes('not-understood')).toBe(0);
    expect(sink.of('log').length).toBeGreaterThanOrEqual(lines);
  });

  it.skipIf(!existsSync(SYSLOG))('OpenSSH: as many failed logins as lines that say so', () => {
    const path = join(SYSLOG, 'logpai+loghub/OpenSSH/OpenSSH_2k.log');
    if (!existsSync(path)) return;
    const text = readFileSync(path, 'utf8');
    const said = text
      .split('\n')
      .filter((line) => /(?:\]: |repeated \d+ times: \[ )Failed \S+ for /.test(line)).length;
    const told = readWith(syslog, text)
      .of('login')
      .filter((login) => login.outcome === 'failure');
    expect(told.length).toBe(said);
  });
});
