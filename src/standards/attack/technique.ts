/** A technique or sub-technique of MITRE ATT&CK Enterprise. */
export interface Technique {
  /** Such as T1602 or T1602.001. */
  readonly id: string;
  readonly name: string;
  /** Short names of the tactics, such as `credential-access`. */
  readonly tactics: readonly string[];
}

const WHOLE = /^T\d{4}(?:\.\d{3})?$/;
const BRACKETED = /\[(T\d{4}(?:\.\d{3})?)\]/g;
const LOOSE = /(?<![A-Za-z0-9.])T\d{4}(?:\.\d{3})?(?![0-9A-Za-z])/g;

/** True for text that has the form of a technique id, such as T1040 or T1021.004. */
export function isTechniqueId(text: string): boolean {
  return text.length <= 9 && WHOLE.test(text);
}

/** Technique ids in square brackets, as in CISA's `Execution / Network Device CLI [T1059.008] (ENT)`; sorted, once each. */
export function bracketedTechniques(text: string): string[] {
  return unique([...text.matchAll(BRACKETED)].map((match) => match[1] ?? ''));
}

/** Technique ids anywhere in the text, as in MISP's `Account Discovery - T1087`; sorted, once each. */
export function techniquesIn(text: string): string[] {
  return unique([...text.matchAll(LOOSE)].map((match) => match[0]));
}

/** The technique that a sub-technique belongs to; the id itself when it is no sub-technique. */
export function parentTechnique(id: string): string {
  const dot = id.indexOf('.');
  return dot < 0 ? id : id.slice(0, dot);
}

/** The page of the technique on MITRE's site. */
export function techniqueUrl(id: string): string {
  return `https://attack.mitre.org/techniques/${id.replace('.', '/')}/`;
}

/** Reads a table of `id TAB name TAB tactic,tactic` lines; `#` starts a comment; lines of another form are left out. */
export function parseTechniques(text: string): ReadonlyMap<string, Technique> {
  const found = new Map<string, Technique>();
  for (const line of text.split('\n')) {
    const [id = '', name = '', tactics = ''] = line.trimEnd().split('\t');
    if (isTechniqueId(id) && name !== '')
      found.set(id, { id, name, tactics: tactics === '' ? [] : tactics.split(',') });
  }
  return found;
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
