/** The labels of the Traffic Light Protocol 2.0 (FIRST, August 2022), from the most open to the strictest. */
export const TLP_LABELS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;

/** One label of the Traffic Light Protocol 2.0. */
export type TlpLabel = (typeof TLP_LABELS)[number];

/** Whom something is to be shown to, from the widest to the narrowest. */
export type TlpAudience = 'public' | 'community' | 'clients' | 'organization' | 'named';

const WIDEST: Readonly<Record<TlpLabel, TlpAudience>> = {
  CLEAR: 'public',
  GREEN: 'community',
  AMBER: 'clients',
  'AMBER+STRICT': 'organization',
  RED: 'named',
};

const AUDIENCES: readonly TlpAudience[] = ['public', 'community', 'clients', 'organization', 'named'];

/** Order of strictness: 0 for CLEAR up to 4 for RED. */
export function strictness(label: TlpLabel): number {
  return TLP_LABELS.indexOf(label);
}

/** The strictest of some labels; null (no marking) counts for nothing. */
export function strictest(labels: Iterable<TlpLabel | null>): TlpLabel | null {
  let found: TlpLabel | null = null;
  for (const label of labels)
    if (label !== null && (found === null || strictness(label) > strictness(found))) found = label;
  return found;
}

/** True when the label lets its holder show the thing to the audience; RED allows only the persons named. */
export function may(label: TlpLabel, audience: TlpAudience): boolean {
  return AUDIENCES.indexOf(audience) >= AUDIENCES.indexOf(WIDEST[label]);
}

/** Reads `TLP:AMBER+STRICT`, `tlp:white`, `amber` and the like; TLP 1.0 WHITE becomes CLEAR; null for other text. */
export function parseTlp(text: string): TlpLabel | null {
  if (text.length > 24) return null;
  const word = text
    .trim()
    .toUpperCase()
    .replace(/^TLP\s*[:_-]?\s*/, '')
    .replace(/^AMBER[\s_-]STRICT$/, 'AMBER+STRICT');
  if (word === 'WHITE') return 'CLEAR';
  return TLP_LABELS.find((label) => label === word) ?? null;
}
