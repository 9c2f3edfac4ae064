import { describe, expect, it } from 'vitest';
import { addSwitches, changeService, pushService } from './cisco-services.ts';
import { trial } from './trial.ts';

describe('switches', () => {
  it('say on or off by the mere line', () => {
    const { draft } = trial(
      (book) => addSwitches(book, { 'feature telnet': 'telnet', 'feature nxapi': 'nxapi' }),
      'feature telnet',
      'no feature nxapi',
    );
    expect(draft.services.map((s) => `${s.name} ${s.enabled} @${s.line}`)).toEqual([
      'telnet true @1',
      'nxapi false @2',
    ]);
  });

  it('keep what follows without its secrets', () => {
    const { draft } = trial(
      (book) => addSwitches(book, { 'boot system': 'boot-image' }),
      'boot system ftp://u:Xq7synth@192.0.2.1/a.bin',
    );
    expect(draft.services[0]?.detail).toContain('@192.0.2.1/a.bin');
    expect(JSON.stringify(draft)).not.toContain('Xq7synth');
  });
});

describe('services of several lines', () => {
  it('are one, from the first line to the last', () => {
    const { draft } = trial(
      (book) =>
        book
          .add('http', (line) => changeService(line, 'http', { enabled: !line.no }))
          .add('http port', (line) => changeService(line, 'http', { port: 8080 })),
      'http',
      'http port 8080',
      'no http',
    );
    expect(draft.services).toEqual([
      { line: 1, lineEnd: 3, name: 'http', enabled: false, port: 8080, acl: null, detail: null },
    ]);
  });

  it('of one line are read', () => {
    const scope = trial(
      (book) => book.add('ssh', (line) => pushService(line, 'ssh', { port: 2222 })),
      'ssh port 2222',
    );
    expect(scope.draft.services).toMatchObject([{ name: 'ssh', enabled: true, port: 2222 }]);
    expect(scope.tree.at(0).fate).toBe('');
  });
});
