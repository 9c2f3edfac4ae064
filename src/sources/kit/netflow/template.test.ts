import { describe, expect, it } from 'vitest';
import { type ForgedField, forgeOptions, forgeTemplate, pack } from './forge.ts';
import { planOf } from './plan.ts';
import { parseDefinition, readTemplate } from './template.ts';

function read(bytes: Uint8Array, version: 9 | 10, set: number): ReturnType<typeof readTemplate> {
  return readTemplate({ bytes, at: 0, end: bytes.length, version, set });
}

describe('readTemplate', () => {
  it('gives a definition that reads back as the same template', () => {
    const fields: readonly ForgedField[] = [
      [8, 4],
      [1, 4, 29_305],
      [371, 65_535],
    ];
    const item = read(forgeTemplate(300, fields), 10, 2);
    if (item.kind !== 'template') throw new Error('no template');
    expect(item.template.fields.map((f) => [f.number, f.width, f.enterprise])).toEqual([
      [8, 4, 0],
      [1, 4, 29_305],
      [371, 65_535, 0],
    ]);
    expect(parseDefinition(item.template.definition, 10)).toEqual(item.template);
    expect(parseDefinition(item.template.definition, 9)).toBeNull();
  });

  it('counts scope fields as each version does', () => {
    const fields: readonly ForgedField[] = [
      [1, 4],
      [48, 1],
      [50, 4],
    ];
    for (const version of [9, 10] as const) {
      const item = read(forgeOptions(257, { version, scopes: 1, fields }), version, version === 9 ? 1 : 3);
      expect(item).toMatchObject({ kind: 'template', template: { scopes: 1, fields: { length: 3 } } });
    }
  });

  it('tells withdrawals, and refuses reserved numbers and fields without end', () => {
    expect(read(pack([300, 2], [0, 2]), 10, 2)).toEqual({ kind: 'withdrawal', id: 300, size: 4 });
    expect(read(forgeTemplate(255, [[8, 4]]), 9, 0).kind).toBe('broken');
    expect(
      read(
        forgeTemplate(
          300,
          Array.from({ length: 65 }, (): ForgedField => [8, 0]),
        ),
        9,
        0,
      ).kind,
    ).toBe('broken');
  });

  it.each(['', 'zz', '0000', '00'.repeat(200_000)])('refuses definitions that are none (%#)', (text) => {
    expect(parseDefinition(text, 9)).toBeNull();
  });
});

describe('planOf', () => {
  const plan = (fields: readonly ForgedField[]): ReturnType<typeof planOf> => {
    const item = read(forgeTemplate(300, fields), 10, 2);
    if (item.kind !== 'template') throw new Error('no template');
    return planOf(item.template);
  };

  it('prefers counts since the last export over totals, and copies from the right place', () => {
    const made = plan([
      [85, 8],
      [8, 4],
      [1, 4],
    ]);
    expect(made.copies.find((c) => c.role === 'bytes')).toMatchObject({ offset: 12, width: 4 });
    expect(made.size).toBe(16);
  });

  it('leaves out fields whose width does not fit their meaning', () => {
    const made = plan([
      [8, 3],
      [12, 4],
      [27, 4],
    ]);
    expect([...made.has]).toEqual(['dst4']);
    expect(made.useless).toBe(false);
    expect(plan([[56, 6]]).useless).toBe(true);
  });
});
