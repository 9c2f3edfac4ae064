import { type IntelValue } from './value.ts';

/** The text under which a value is kept: lower case, a URL without its scheme, file names apart from domain names. */
export function keyOf(value: IntelValue): string {
  const text = value.type === 'url' ? value.value.replace(/^[a-z][a-z0-9+.-]{0,20}:\/\//i, '') : value.value;
  const lower = text.replaceAll(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
  const plain = /^[\0-\x7f]*$/.test(lower) ? lower : Buffer.from(lower, 'utf8').toString('latin1');
  return value.type === 'filename' ? `\0${plain}` : plain;
}

/** A domain name and the names above it that still hold a dot, longest first. */
export function withParents(name: string): string[] {
  const names = [name];
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const parent = name.slice(dot + 1);
    if (parent.includes('.')) names.push(parent);
  }
  return names;
}
