import { describe, expect, it } from 'vitest';
import type { Answers } from '../../model/answers.ts';
import { richAnswers } from '../kit/fixture.ts';
import { emptyAnswers, largeAnswers } from '../kit/fixture-large.ts';
import { placeOf } from './artifacts.ts';
import { message } from './message.ts';
import { sarif } from './report.ts';

interface Result {
  ruleId: string;
  ruleIndex?: number;
  kind: string;
  level: string;
  message: { text: string };
  locations: {
    physicalLocation?: {
      artifactLocation: { uri: string; index: number; uriBaseId: string };
      region: Record<string, number>;
    };
    logicalLocations: { name: string }[];
  }[];
  relatedLocations?: unknown[];
  partialFingerprints: Record<string, string>;
  suppressions?: { kind: string; status: string; justification: string }[];
}
interface Run {
  tool: { driver: { name: string; rules: { id: string; shortDescription: { text: string } }[] } };
  artifacts: { location: { uri: string }; hashes: Record<string, string> }[];
  results: Result[];
  originalUriBaseIds: Record<string, unknown>;
  invocations: { executionSuccessful: boolean; toolExecutionNotifications: { message: object }[] }[];
}

function runOf(answers: Answers, includeClear: boolean = false): Run {
  const text = [...sarif.write(answers, { color: false, width: 80, includeClear })].join('');
  const log = JSON.parse(text) as { version: string; runs: Run[] };
  expect(log.version).toBe('2.1.0');
  expect(log.runs).toHaveLength(1);
  return log.runs[0] as Run;
}

function badPlaces(run: Run, result: Result): string[] {
  return result.locations.flatMap(({ physicalLocation }) => {
    if (physicalLocation === undefined) return [];
    const { artifactLocation, region } = physicalLocation;
    const problems = [
      run.artifacts[artifactLocation.index]?.location.uri !== artifactLocation.uri && 'index and uri differ',
      !Object.hasOwn(run.originalUriBaseIds, artifactLocation.uriBaseId) && 'unknown base',
      (region['startLine'] ?? 1) < 1 && 'line below 1',
      region['startLine'] === undefined && region['byteOffset'] === undefined && 'no place',
    ];
    return problems.filter((problem) => problem !== false);
  });
}

/** Breaches of rules of SARIF 2.1.0 that hold for every log; the schema itself asks for little more. */
function breaches(run: Run): string[] {
  return run.results.flatMap((result) => {
    const rule = result.ruleIndex === undefined ? undefined : run.tool.driver.rules[result.ruleIndex];
    const problems = [
      result.kind !== 'fail' && result.level !== 'none' && 'only a failed result has a level',
      result.message.text === '' && 'empty message',
      result.ruleIndex !== undefined && rule?.id !== result.ruleId && 'rule and index differ',
    ];
    return [...problems.filter((problem) => problem !== false), ...badPlaces(run, result)];
  });
}

describe('SARIF report', () => {
  it('keeps the rules of SARIF 2.1.0 over rich, large and empty cases', () => {
    for (const answers of [richAnswers(), largeAnswers({ findings: 60 }), emptyAnswers()])
      expect(breaches(runOf(answers, true))).toEqual([]);
  });

  it('has a failed result for each finding, with a level by severity', () => {
    const failed = runOf(richAnswers()).results.filter((r) => r.kind === 'fail');
    expect(failed.map((r) => r.level)).toEqual(['error', 'error', 'error', 'warning', 'note']);
    expect(failed.map((r) => r.partialFingerprints['seawallFinding/v1'])).toEqual(
      richAnswers().findings.map((f) => f.id),
    );
  });

  it('points to file and line of the proof, and to bytes where there are no lines', () => {
    const [capture, tunnel] = runOf(richAnswers()).results;
    const place = capture?.locations[0]?.physicalLocation;
    expect(place?.artifactLocation.uri).toBe('exports/aaa/tacacs-2026.log.gz');
    expect(place?.region).toMatchObject({ startLine: 4118, endLine: 4118 });
    expect(capture?.relatedLocations).toHaveLength(2);
    const bytes = tunnel?.locations[0]?.physicalLocation?.region;
    expect(bytes).toHaveProperty('byteLength');
    expect(bytes).not.toHaveProperty('startLine');
  });

  it('keeps findings that were set aside, as suppressed, with who and why', () => {
    const suppressed = runOf(richAnswers()).results.filter((r) => (r.suppressions ?? []).length > 0);
    expect(suppressed).toHaveLength(1);
    expect(suppressed[0]?.suppressions?.[0]?.justification).toMatch(/change 4411.*a\.lindgren/);
  });

  it('leaves what cannot be told open, with the cheapest way to find out', () => {
    const open = runOf(richAnswers()).results.filter((r) => r.kind === 'open');
    expect(open.map((r) => r.ruleId)).toEqual(['web-ui-exploit']);
    expect(open[0]?.message.text).toContain('export its web log');
    expect(open[0]?.locations[0]?.logicalLocations).toHaveLength(2);
  });

  it('says what passed only where it is asked', () => {
    expect(runOf(richAnswers()).results.some((r) => r.kind === 'pass')).toBe(false);
    expect(runOf(richAnswers(), true).results.some((r) => r.kind === 'pass')).toBe(true);
  });

  it('lists every piece of evidence with its hash, and every limit as a notification', () => {
    const answers = richAnswers();
    const run = runOf(answers);
    expect(run.artifacts.map((a) => a.hashes['sha-256'])).toEqual(answers.files.map((f) => f.id));
    expect(run.invocations[0]?.toolExecutionNotifications).toHaveLength(answers.limits.length);
  });

  it('gives the same text for the same answers', () => {
    const write = (): string => [...sarif.write(richAnswers(), { color: false, width: 80 })].join('');
    expect(write()).toBe(write());
  });
});

describe('hostile evidence', () => {
  it('makes neither links nor placeholders of what evidence says', () => {
    expect(message('[here](http://192.0.2.1) {0}').text).toBe('\\[here\\](http://192.0.2.1) {{0}}');
    expect(message('').text).not.toBe('');
  });

  it('writes names as relative references that no reader can take for a host or a scheme', () => {
    const uriOf = (name: string): string => placeOf(name).uri;
    expect(placeOf('//evil.example/share')).toEqual({ uri: 'file:///evil.example/share' });
    expect(placeOf('exports/a.log')).toEqual({ uri: 'exports/a.log', uriBaseId: 'EVIDENCE' });
    expect(uriOf('C:\\logs\\a b.log')).toBe('C%3A%5Clogs%5Ca%20b.log');
    expect(uriOf('javascript:alert(1)')).toBe('javascript%3Aalert(1)');
    expect(uriOf('logs.tgz!core/a.log')).toBe('logs.tgz!core/a.log');
    expect(uriOf('\ud800')).toBe('%EF%BF%BD');
    expect(uriOf('/')).toBe('.');
  });
});
