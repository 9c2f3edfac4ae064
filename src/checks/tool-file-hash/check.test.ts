import { describe, expect, it } from 'vitest';
import { findOnce } from '../../../test/find-once.ts';
import { runCases } from '../../../test/harness/run-cases.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { FileRecord } from '../../model/record.ts';
import { check } from './check.ts';
import { knownFile } from './matches.ts';

runCases(import.meta.dirname);

const NONE = { md5: null, sha1: null, sha256: null, sha512: null, strings: [] };
const file = (more: Partial<FileRecord>): FileRecord =>
  ({ kind: 'file', path: '/tmp/upd', ...NONE, ...more }) as FileRecord;
const shared: Indicator = {
  type: 'hash',
  value: 'abc',
  revoked: false,
  together: [{ type: 'filename', value: 'cmd9' }],
} as unknown as Indicator;
const lookup = (value: string): readonly Indicator[] => (value === 'abc' ? [shared] : []);

describe('knownFile', () => {
  it('knows a renamed file by its hash, and says that it was renamed', () => {
    expect(knownFile(file({ sha1: 'ABC' }), lookup)?.renamedFrom).toEqual(['cmd9']);
    expect(knownFile(file({ sha1: 'abc', path: 'C:\\x\\CMD9' }), lookup)?.renamedFrom).toEqual([]);
  });

  it('leaves single strings alone, since harmless programs hold them', () => {
    expect(knownFile(file({ strings: ['cmd1/decrypt-function'] }), lookup)).toBeNull();
    expect(knownFile(file({ strings: ['cmd1', 'cmd1/build-path'] }), lookup)?.tools).toEqual(['cmd1']);
  });

  it('leaves revoked hashes alone', () => {
    expect(knownFile(file({ md5: 'abc' }), () => [{ ...shared, revoked: true }])).toBeNull();
  });
});

describe('an executable with the strings of a tool', () => {
  it('is found without any shared hash', async () => {
    const strings = ['monitor capture CAP', 'export ftp://%s:%s@%s%s', 'main.CapExport', 'main.SftpDownload'];
    const text = `\u007fELF\u0002\u0001\u0001 synthetic ${[...strings, 'C:/work/sync_v1/cmd/cmd1/main.go'].join(' ')}`;
    const bytes = Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(200)]);
    const found = await findOnce([{ name: 'upd', bytes }], { checks: [check] });
    expect(found.findings.map((f) => [f.subject, f.confidence])).toEqual([['system:files', 'medium']]);
  });
});
