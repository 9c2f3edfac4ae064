import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileKernel, KERNELS } from './kernels.ts';

const ROOT = join(import.meta.dirname, '..');

describe('kernels', () => {
  it.each(KERNELS)('$module is what $source gives', async ({ source, module }) => {
    expect(await compileKernel(join(ROOT, source))).toBe(readFileSync(join(ROOT, module), 'utf8'));
  });

  it('says what the compiler says of a source that is wrong', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'seawall-kernel-'));
    const source = join(folder, 'wrong.as');
    writeFileSync(source, 'export function f(): u32 { return nothing; }\n');
    await expect(compileKernel(source)).rejects.toThrow(/nothing/);
    rmSync(folder, { recursive: true });
  });
});
