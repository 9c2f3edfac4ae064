import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf, type RecordingSink, readWith } from '../../kit/recording-sink.ts';
import { readTime } from './header.ts';
import { isContext } from './prompt.ts';
import { socketOf } from './show/tables.ts';
import { nokiaSrosConfig } from './source.ts';
import { canonical, wordsOf } from './walk.ts';

const read = (...lines: string[]): RecordingSink => readWith(nokiaSrosConfig, `${lines.join('\n')}\n`);

describe('paths', () => {
  it.each([
    ['configure router Base bgp', 'router Base bgp'],
    ['/configure router bgp', 'router Base bgp'],
    ['system name x', 'system name x'],
    ['configure service vprn red interface a', 'router red interface a'],
    ['configure service ies 1 interface a', 'router Base interface a'],
    ['configure service vpls 1 sap x', 'service vpls 1 sap x'],
    ['persistent-indices x', 'persistent-indices x'],
  ])('takes %j for %j', (path, known) => expect(canonical(path.split(' ')).join(' ')).toBe(known));

  it('keeps backslashes of file names', () =>
    expect(wordsOf('location "cf3:\\a\\b.txt" x')).toEqual(['location', 'cf3:\\a\\b.txt', 'x']));
});

describe('times', () => {
  it.each([
    ['Generated 2026-06-10T20:59:50.7+02:00 by admin', Date.UTC(2026, 5, 10, 18, 59, 50), 'UTC'],
    ['Generated THU APR 15 01:28:37 2021 UTC', Date.UTC(2021, 3, 15, 1, 28, 37), 'UTC'],
    ['Generated TUE SEP 01 21:18:07 2018 CEST', Date.UTC(2018, 8, 1, 21, 18, 7), 'CEST'],
  ])('reads %j', (text, local, zone) => expect(readTime(text)).toMatchObject({ local, zone }));

  it.each(['Generated 2026-02-30T00:00:00Z', 'Generated yesterday', ''])('takes %j for none', (text) =>
    expect(readTime(text)).toBeNull(),
  );
});

describe('whole and cut configurations', () => {
  it.each([
    [['configure {', '    system {', '        name "a"', '    }', '}'], true],
    [['configure {', '    system {', '        name "a"', '    }'], false],
    [['exit all', 'configure', '    system', '        name "a"', '    exit', 'exit all'], true],
    [['exit all', 'configure', '    system', '        name "a"', '    exit'], false],
    [
      ['exit all', 'configure', '    system', '        name "a"', '# Finished TUE OCT 13 03:20:19 2026 UTC'],
      true,
    ],
  ])('%j: whole is %j', (lines, complete) =>
    expect(read(...lines).snapshots).toMatchObject([{ hostname: 'a', complete }]),
  );

  it('tells devices apart that stand one after the other', () => {
    const one = (name: string): string[] => [
      '# TiMOS-C-16.0.R9 x Nokia 7750 SR',
      'exit all',
      'configure',
      '    system',
      `        name "${name}"`,
      '    exit',
      'exit all',
    ];
    expect(read(...one('a'), ...one('b')).snapshots.map((facts) => facts.hostname)).toEqual(['a', 'b']);
  });

  it('does not let headings at the margin end a block', () => {
    const { snapshots } = read(
      'exit all',
      'configure',
      '    router Base',
      'echo "BGP Configuration"',
      '        bgp',
      '            group "g"',
      '                neighbor 192.0.2.2',
      '                exit',
      'exit all',
    );
    expect(snapshots[0]!.routingPeers).toMatchObject([{ address: '192.0.2.2' }]);
  });
});

describe('prompts', () => {
  it('open sections, and configuration mode is not the configuration', () => {
    const sink = read(
      '[/]',
      'A:admin@pe-01# show version',
      'TiMOS-B-23.10.R2 both/x86_64 Nokia 7750 SR-1 Copyright',
      '*A:pe-01>config>router# interface "x" address 192.0.2.1/30',
      'B:pe-02# show version',
      'TiMOS-C-16.0.R9 cpm Nokia 7750 SR Copyright',
    );
    expect(sink.snapshots.map((f) => [f.hostname, f.version?.text, f.interfaces.length])).toEqual([
      ['pe-01', 'B-23.10.R2', 0],
      ['pe-02', 'C-16.0.R9', 0],
    ]);
  });

  it.each([
    ['[/]', true],
    ['*(pr)[/configure router "Base"]', true],
    ['(ro)[/]', true],
    ['[some text in brackets!]', false],
  ])('takes %j for a context: %j', (text, context) => expect(isContext(text)).toBe(context));
});

describe('sockets', () => {
  it.each([
    ['0.0.0.0.22', null, 22],
    ['192.0.2.1.57400', '192.0.2.1', 57_400],
    ['::.830', null, 830],
  ])('reads %j', (text, address, port) => expect(socketOf(text)).toEqual({ address, port }));
  it.each(['none', '192.0.2.1.99999', ''])('takes %j for none', (text) => expect(socketOf(text)).toBeNull());
});

describe('hostile text', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'exit',
      'exit all',
      'configure',
      'configure {',
      '}',
      '    system',
      '        security {',
      '/configure system name "a',
      'echo "x',
      '# TiMOS-',
      'A:a# show users',
      '        user "',
      '{',
      'no no shutdown',
      '[/]',
    ),
    fc.string({ maxLength: 60 }),
  );

  it('never throws and accounts for every byte', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const bytes = new TextEncoder().encode(lines.join('\n'));
        expect(readWith(nokiaSrosConfig, bytes, { chunk: 11 }).bytes()).toBe(bytes.length);
      }),
    );
  });

  it.each([
    ['blocks of braces', `configure {\n${'a {\n'.repeat(10_000)}`],
    [
      'classic blocks',
      `exit all\nconfigure\n${Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}system`).join('\n')}`,
    ],
    ['a very long line', `configure {\n    system { name "${'x'.repeat(200_000)}" }\n}\n`],
    ['binary junk', `configure {\n${'\u0001\u00ff\u009b'.repeat(500)}\n}\n`],
  ])('survives %s', (_name, text) => {
    const bytes = new TextEncoder().encode(text);
    expect(readWith(nokiaSrosConfig, bytes).bytes()).toBe(bytes.length);
  });

  it('is not taken for SR OS when it is the text of others', () => {
    const of = (text: string): number => nokiaSrosConfig.recognise(headOf(new TextEncoder().encode(text)));
    expect(of('set system host-name r1\nset interfaces ge-0/0/0 unit 0\n')).toBe(0);
    expect(of('hostname r1\ninterface Gi0/0\n ip address 192.0.2.1 255.255.255.0\n')).toBe(0);
    expect(of('The router ran TiMOS-C-16.0.R9 last year.\n')).toBeLessThan(0.3);
  });
});
