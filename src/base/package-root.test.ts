import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT, packageVersion, readContent } from './package-root.ts';

describe('the package', () => {
  it('is found from within', () => {
    expect(existsSync(join(PACKAGE_ROOT, 'bin', 'seawall.js'))).toBe(true);
    expect(packageVersion()).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('gives its content in order of path, with forward slashes, and nothing that is no data', () => {
    const paths = [...readContent().keys()];
    expect(paths.length).toBeGreaterThan(5);
    expect(paths).toEqual([...paths].sort());
    for (const path of paths) expect(path).toMatch(/^[^\\]+\.(?:ya?ml|csv|tsv|json|txt)$/);
  });

  it('gives one folder of its content under the same paths', () => {
    const campaigns = [...readContent('campaigns')];
    const all = readContent();
    expect(campaigns.length).toBeGreaterThan(0);
    for (const [path, text] of campaigns)
      expect([path.startsWith('campaigns/'), all.get(path)]).toEqual([true, text]);
    expect(readContent('no-such-folder').size).toBe(0);
  });
});
