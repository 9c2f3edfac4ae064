import { describe, expect, it } from 'vitest';
import { readScriptBlock, readScriptLine } from './cisco-scripts.ts';
import { leftOver, trial } from './trial.ts';

describe('scripts', () => {
  it('keep every line of their body, without secrets', () => {
    const scope = trial(
      (book) => book.add('event manager applet', (line) => readScriptBlock(line, 'eem', line.args[0] ?? '')),
      'event manager applet A authorization bypass',
      ' action 1 cli command "copy run ftp://u:Xq7synth@192.0.2.1/x"',
      '  deeper',
    );
    const [script] = scope.draft.scripts;
    expect(script).toMatchObject({ kind: 'eem', name: 'A', line: 1, lineEnd: 3 });
    expect(script?.body).toHaveLength(3);
    expect(script?.body[0]).toBe('authorization bypass');
    expect(JSON.stringify(script)).not.toContain('Xq7synth');
    expect(leftOver(scope)).toEqual([]);
  });

  it('of one line hide the value of a variable that is called like a secret', () => {
    const { draft } = trial(
      (book) =>
        book.add('environment', (line) => readScriptLine(line, 'eem', `environment ${line.args[0] ?? ''}`)),
      'environment _password Xq7synth',
      'environment _host 192.0.2.1',
    );
    expect(draft.scripts.map((s) => s.body)).toEqual([['[secret]'], ['192.0.2.1']]);
  });
});
