// The form that Junos writes as `$9$`: a fixed order of characters, steps between which carry the text. It has no key.
const FAMILIES = ['QzF3n6/9CAtpu0O', 'B1IREhcSyrleKvMW8LXx', '7N-dVbwsY2g4oaJZGUDj', 'iHkq.mPf5T'];
const ORDER = FAMILIES.join('');
/** What one step is worth, by the position of the character in the text, from the first again after the last. */
const WORTH: readonly (readonly number[])[] = [
  [1, 4, 32],
  [1, 16, 32],
  [1, 8, 32],
  [1, 64],
  [1, 32],
  [1, 4, 16, 128],
  [1, 32, 64],
];
const LONGEST = 2000;

/** Undoes `$9$`; null when the text is not of that form. */
export function decodeNine(text: string): string | null {
  if (!text.startsWith('$9$') || text.length > LONGEST) return null;
  const salt = text[3] ?? '';
  const family = FAMILIES.findIndex((each) => each.includes(salt));
  if (salt === '' || family < 0) return null;
  // Characters of the salt's own family tell how many that mean nothing follow it.
  let at = 4 + (FAMILIES.length - 1 - family);
  let before = ORDER.indexOf(salt);
  let plain = '';
  while (at < text.length) {
    const worth = WORTH[plain.length % WORTH.length] as readonly number[];
    let value = 0;
    for (const each of worth) {
      const here = ORDER.indexOf(text[at] ?? ' ');
      if (here < 0) return null;
      value += (((here - before + ORDER.length) % ORDER.length) - 1) * each;
      before = here;
      at += 1;
    }
    plain += String.fromCharCode(((value % 256) + 256) % 256);
  }
  return plain === '' ? null : plain;
}
