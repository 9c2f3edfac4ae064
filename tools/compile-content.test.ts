import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sha256 } from '../src/base/hash.ts';
import { readContent } from '../src/base/package-root.ts';
import { compileContent } from './compile-content.ts';

const KINDS: Readonly<Record<string, (file: string) => string>> = {
  duties: () => 'duty',
  campaigns: () => 'campaign',
  'access-maps': () => 'access-map',
  'tool-strings': () => 'tool-strings',
  vendors: () => 'vendors',
  intel: (file) => `intel/${file.replace('.yaml', '')}`,
};

describe('compiled content', () => {
  const compiled = JSON.parse(compileContent()) as Record<string, Record<string, unknown>>;
  const files = [...readContent()].filter(([path]) => path.endsWith('.yaml'));

  it('holds every YAML file of content/ under its kind and hash, and nothing else', () => {
    const keys = files.map(([path, text]) => {
      const [folder = '', file = ''] = path.split('/');
      return `${KINDS[folder]?.(file)} ${sha256(text)}`;
    });
    expect(Object.keys(compiled).sort()).toEqual(keys.sort());
  });

  it('says what the YAML says', () => {
    for (const [path, text] of files.filter(([name]) => !name.startsWith('intel/'))) {
      const [folder = '', file = ''] = path.split('/');
      const value = compiled[`${KINDS[folder]?.(file)} ${sha256(text)}`];
      expect(value, path).toMatchObject(parse(text) as object);
    }
  });

  it('holds every value of the indicators that come along', () => {
    for (const [path, text] of files.filter(([name]) => name.startsWith('intel/'))) {
      const pack = compiled[`${KINDS['intel']?.(path.split('/')[1] ?? '')} ${sha256(text)}`];
      const { indicators } = parse(text) as { indicators: { value?: string; hashes?: string[] }[] };
      const values = indicators.flatMap((i) => [i.value ?? [], i.hashes ?? []].flat());
      expect(((pack?.['indicators'] ?? []) as { value: string }[]).map((i) => i.value)).toEqual(values);
    }
  });

  it('is not made of a file with a mistake', () => {
    const wrong = new Map(files).set('duties/zz.yaml', 'id: [not closed');
    expect(() => compileContent(wrong)).toThrow('zz.yaml');
  });
});
