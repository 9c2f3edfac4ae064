import { describe, expect, it } from 'vitest';
import { HeaderFields } from './header-fields.ts';

describe('the fields of a header', () => {
  it('keep the host named before the last one', () => {
    const fields = new HeaderFields();
    fields.setHost(2, 5, false);
    fields.setHost(8, 9, true);
    expect(fields).toMatchObject({
      hostFrom: 8,
      hostTo: 9,
      outerHostFrom: 2,
      outerHostTo: 5,
      hostIsOriginId: true,
    });
  });

  it.each([
    ['%SYS-5-X: text', 10],
    ['%SYS-5-X : text', 11],
    ['%SYS-5-X text', 9],
    ['%SYS-5-X:', 9],
  ])('of %j say that the message begins at %i', (text, begins) => {
    const fields = new HeaderFields();
    const bytes = Buffer.from(text);
    fields.setMnemonic(bytes, { from: 1, end: 8, to: bytes.length });
    expect(fields).toMatchObject({ form: 'mnemonic', tagFrom: 1, tagTo: 8, bodyFrom: begins });
  });

  it('forget everything', () => {
    const fields = new HeaderFields();
    fields.setHost(2, 5, true);
    fields.setMnemonic(Buffer.from('%A-5-B:'), { from: 1, end: 6, to: 7 });
    fields.sequence = 7;
    fields.clear();
    expect(fields).toEqual(new HeaderFields());
  });
});
