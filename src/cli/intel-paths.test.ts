import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readContent } from '../base/package-root.ts';
import { UserError } from './errors.ts';
import { refuseNoIntel } from './intel-paths.ts';
import { withMaps } from './user-maps.ts';

const folder = mkdtempSync(join(tmpdir(), 'seawall-intel-'));
const content = readContent();

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function refused(paths: readonly string[]): Promise<string | null> {
  try {
    await refuseNoIntel(paths, content);
    return null;
  } catch (error) {
    return error instanceof UserError ? `${error.code}: ${error.message}` : String(error);
  }
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('paths given as intelligence', () => {
  const list = file('list.txt', '# synthetic\n203.0.113.66\n203.0.113.67\n198.51.100[.]77\n');
  const config = file(
    'router.cfg',
    'hostname pe-01\n!\ninterface Loopback0\n ip address 10.0.0.1 255.255.255.255\nend\n',
  );

  it('pass when they hold a list, a packed file, or a folder with either', async () => {
    mkdirSync(join(folder, 'both'));
    writeFileSync(join(folder, 'both', 'README'), 'not intelligence, only words about it\n');
    writeFileSync(join(folder, 'both', 'list.txt'), '203.0.113.66\n203.0.113.67\n');
    expect(await refused([])).toBeNull();
    expect(await refused([list, join(folder, 'both'), file('packed.json.gz', 'x')])).toBeNull();
  });

  it.each([
    ['a configuration', config],
    ['an empty file', file('empty.json', '')],
    ['JSON of another kind', file('other.json', '{"hello": "world"}\n')],
  ])('are refused by name when they hold %s', async (_, path) => {
    expect(await refused([list, path])).toBe(`no-intelligence: ${path}`);
  });
});

describe('column maps of the user', () => {
  const shipped = content.get('access-maps/cdr-warehouse-csv.yaml') ?? '';
  const map = file('mine.yaml', shipped.replace('id: cdr-warehouse-csv', 'id: mine'));

  it('stand beside the shipped ones and replace none', () => {
    const all = withMaps(content, [map]);
    expect(all.get('access-maps/user-mine.yaml')).toContain('id: mine');
    expect([...content.keys()].filter((path) => !all.has(path))).toEqual([]);
    expect(withMaps(content, [])).toBe(content);
  });

  it('are refused with what is wrong when they do not fit', () => {
    expect(() => withMaps(content, [file('bad.yaml', 'id: bad\n')])).toThrow(/^maps: bad\.yaml: ./);
  });

  it('are asked for by name when they cannot be read', () => {
    const missing = join(folder, 'missing.yaml');
    expect(() => withMaps(content, [missing])).toThrow(UserError);
    expect(() => withMaps(content, [missing])).toThrow(/missing\.yaml.*ENOENT/);
  });
});
