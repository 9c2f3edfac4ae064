import { describe, expect, it, vi } from 'vitest';
import { CHECKS } from '../../checks/index.ts';
import type { Answers } from '../../model/answers.ts';
import type { Evidence } from '../../model/evidence.ts';
import { type CannotTellCode, type Finding, SEVERITIES, type Severity } from '../../model/verdict.ts';
import { richAnswers } from '../../reports/kit/fixture.ts';
import { HOSTILE } from '../../reports/kit/fixture-parts.ts';
import { ERRORS } from '../errors.ts';
import { foldRow, say, sayRows } from '../output.ts';
import { REASONS, WORDS } from '../vocabulary.ts';
import { listRows, showRows } from './check.ts';
import { deviceLines } from './coverage.ts';
import { explainRows } from './explain.ts';
import { ledgerLines, unknownLines } from './files.ts';
import { onDisk } from './on-disk.ts';
import { findFinding, whyRows } from './why.ts';

const ANSWERS = richAnswers();
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

/** What reaches standard output. */
function written(work: () => void): string {
  let text = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((piece) => (text += String(piece)) !== '');
  try {
    work();
  } finally {
    spy.mockRestore();
  }
  return text;
}

describe('why', () => {
  it('gives for every finding the rule, the place and hash of each proof, and what to do', () => {
    for (const finding of ANSWERS.findings) {
      const text = whyRows(finding, ANSWERS)
        .map((r) => r.head + r.text)
        .join('\n');
      expect(text).toContain(finding.check);
      for (const proof of finding.proof) expect(text).toContain(`sha256 ${proof.ref.evidence}`);
      for (const step of finding.next) expect(text).toContain(step);
      for (const other of finding.otherExplanations) expect(text).toContain(other);
    }
  });

  it('names the archive on the disk that proof was packed in, with its hash', () => {
    const finding = ANSWERS.findings.find((f) => f.proof.length > 0) as Finding;
    const container = { name: 'logs.tgz', sha256: 'c'.repeat(64), size: 9 };
    const files = ANSWERS.files.map((f) => ({ ...f, containers: [container] }));
    const text = whyRows(finding, { ...ANSWERS, files }).map((r) => r.head + r.text);
    expect(text.join('\n')).toContain(`packed in logs.tgz, sha256 ${container.sha256}`);
  });

  it('takes the name of a finding in any case, with or without F-', () => {
    const id = ANSWERS.findings[0]?.id as string;
    for (const name of [id, id.toLowerCase(), id.slice(2), id.slice(2).toLowerCase()])
      expect(findFinding(ANSWERS, name).id).toBe(id);
    expect(() => findFinding(ANSWERS, 'F-')).toThrow('F-');
  });

  it('folds under the text, so that a terminal of 80 columns shows names and words apart', () => {
    const rows = ANSWERS.findings.flatMap((f) => whyRows(f, ANSWERS));
    for (const line of rows.flatMap((row) => foldRow(row, 80)))
      expect(line.length <= 80 || !line.trim().includes(' ')).toBe(true);
  });
});

describe('files', () => {
  it('has a line for every file, and shares that add up to all its bytes', () => {
    const lines = ledgerLines(ANSWERS);
    for (const file of ANSWERS.files)
      expect(lines.filter((l) => l.includes(String(file.size))).length).toBeGreaterThan(0);
    expect(lines.at(-1)).toContain(`${ANSWERS.files.length} files`);
  });

  it('gives for every file on the disk the hash that sha256sum gives for it', () => {
    const [plain, packed, copied] = ANSWERS.files as [Evidence, Evidence, Evidence];
    const container = { name: 'logs.tgz', sha256: 'c'.repeat(64), size: 9 };
    const files = [
      plain,
      { ...packed, name: 'logs.tgz!core/a.log', containers: [container] },
      { ...copied, name: 'copy.log', containers: [container] },
      { ...copied, id: 'f'.repeat(64), name: 'logs.tgz!b', hashed: false, containers: [container] },
    ];
    const duplicates = [
      { name: 'z.log', of: packed.id },
      { name: 'logs.tgz!copy.log', of: copied.id },
    ];
    const found = onDisk({ ...ANSWERS, files, evidence: { ...ANSWERS.evidence, duplicates } });
    expect(found.map((f) => `${f.sha256}  ${f.name}`).sort()).toEqual(
      [
        `${plain.id}  ${plain.name}`,
        `${container.sha256}  logs.tgz`,
        `${copied.id}  copy.log`,
        `${packed.id}  z.log`,
      ].sort(),
    );
    const lines = ledgerLines(ANSWERS);
    for (const file of onDisk(ANSWERS)) expect(lines.some((l) => l.startsWith(file.sha256))).toBe(true);
  });

  it('says of what is lost why, and where first', () => {
    const lost = ANSWERS.ledger.filter(
      (r) => (r.state === 'not-understood' || r.state === 'failed') && r.bytes > 0,
    );
    const text = unknownLines(ANSWERS).join('\n');
    expect(lost.length).toBeGreaterThan(0);
    for (const row of lost) expect(text).toContain(`${row.state}: ${row.reason}`);
  });

  it('says so when nothing is lost', () => {
    expect(unknownLines({ ...ANSWERS, ledger: [] })).toEqual(['Every byte was read or knowingly set aside.']);
  });

  it('shows what is known of the format of a file that nobody knows', () => {
    const [file] = ANSWERS.files;
    const row = {
      evidence: file?.id ?? '',
      state: 'not-understood',
      reason: 'unknown format',
      bytes: 5,
      units: 1,
      samples: [],
    } as const;
    const shown = (magic: string): string =>
      unknownLines({
        ...ANSWERS,
        files: [{ ...(file as Answers['files'][number]), source: null, magic }],
        ledger: [row],
      })[0] as string;
    expect(shown(Buffer.from('PLANVUE\t').toString('hex'))).toContain('begins with "PLANVUE\\t"');
    expect(shown('00ff')).toContain('begins with 00ff');
  });
});

describe('coverage', () => {
  it('draws a cell for every part of the period, and every blind window where asked', () => {
    for (const device of ANSWERS.coverage.filter((c) => c.kinds.length > 0)) {
      const short = deviceLines(device, ANSWERS, false);
      const long = deviceLines(device, ANSWERS, true);
      const blind = device.kinds.reduce((sum, k) => sum + k.blind.length, 0);
      expect(long.length - short.length).toBe(blind);
      for (const line of short.filter((l) => /[█▒·|]/.test(l))) expect(line).toMatch(/[█▒·|]{40}/);
    }
  });

  it('never draws a blind stretch as seen', () => {
    const [day, from] = [86_400_000, Date.UTC(2026, 9, 1)];
    const period = { from, to: from + 40 * day };
    const base = {
      kind: 'syslog',
      first: null,
      last: null,
      count: 9,
      untimed: 0,
      instants: [],
      rhythm: 1,
      clockOffset: null,
      unread: 0,
      evidence: [],
    } as const;
    const seen = [
      { from, to: from + 10 * day },
      { from: from + 20.5 * day, to: from + 40 * day },
    ];
    const blind = [
      { from: from + 10 * day, to: from + 20.5 * day, reason: 'silence' as const, missing: null },
    ];
    const [line] = deviceLines(
      { device: 'pe-01', kinds: [{ ...base, seen, blind }] },
      { ...ANSWERS, period },
      false,
    );
    expect(line).toContain(`${'█'.repeat(10)}${'·'.repeat(10)}▒${'█'.repeat(19)}`);
  });

  it('keeps long names whole', () => {
    const [device] = ANSWERS.coverage;
    const name = 'a-very-long-name-of-a-device.example.net';
    expect(deviceLines({ ...(device as Answers['coverage'][number]), device: name }, ANSWERS, false)[0]).toBe(
      name,
    );
  });
});

describe('checks', () => {
  it('stand in the list by class, worst first, each in one line of a pipe', () => {
    const rows = listRows(CHECKS).map((r) => r.head + r.text);
    expect(rows).toHaveLength(CHECKS.length);
    const shape = rows.map((row) => row.slice(0, 25).trim().split(/ +/));
    const rank = shape.map(
      ([sort, severity]) => `${sort} ${SEVERITIES.length - SEVERITIES.indexOf(severity as Severity)}`,
    );
    expect(rank).toEqual(rank.toSorted());
  });

  it('tell all that counsel or an engineer may ask', () => {
    for (const check of CHECKS) {
      const text = showRows(check)
        .map((r) => r.head + r.text)
        .join('\n');
      for (const part of [
        check.asks,
        ...check.otherExplanations,
        ...check.next,
        ...check.sources.map((s) => s.url),
      ])
        expect(text).toContain(part);
    }
  });
});

describe('explain', () => {
  it('knows every error, every reason and every word', () => {
    const codes = [
      ...Object.keys(ERRORS),
      ...(Object.keys(REASONS) as CannotTellCode[]),
      ...Object.keys(WORDS),
    ];
    for (const code of codes) {
      const text = explainRows(code).map((r) => r.text);
      expect(text.length).toBeGreaterThan(1);
      for (const line of text.slice(1)) expect(line).toMatch(/\.$/);
    }
    expect(() => explainRows('nonsense')).toThrow('nonsense');
  });
});

describe('text of evidence', () => {
  it('reaches the terminal without its control characters', () => {
    expect(CONTROL.test(HOSTILE)).toBe(true);
    const nasty = (text: string): string => `${text}${HOSTILE}`;
    const hostile: Answers = {
      ...ANSWERS,
      files: ANSWERS.files.map((f) => ({ ...f, name: nasty(f.name) })),
      ledger: ANSWERS.ledger.map((r) => ({
        ...r,
        samples: r.samples.map((s) => ({ ...s, text: nasty(s.text) })),
      })),
      findings: ANSWERS.findings.map((f) => ({
        ...f,
        title: nasty(f.title),
        subject: nasty(f.subject),
        accounts: [HOSTILE],
        notes: [HOSTILE],
        proof: f.proof.map((p) => ({ ...p, text: nasty(p.text), shows: nasty(p.shows) })),
      })),
      coverage: ANSWERS.coverage.map((c) => ({ ...c, device: nasty(c.device) })),
    };
    const text = written(() => {
      sayRows(hostile.findings.flatMap((f) => whyRows(f, hostile)));
      say([...ledgerLines(hostile), ...unknownLines(hostile)]);
      say(hostile.coverage.flatMap((c) => deviceLines(c, hostile, true)));
    });
    expect(text).toContain(hostile.findings[0]?.id);
    expect(text).not.toMatch(CONTROL);
  });
});
