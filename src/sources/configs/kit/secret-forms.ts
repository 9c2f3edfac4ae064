import type { SecretStrength } from '../../../model/device-facts.ts';

/** A secret as it stands in words of a statement; where it can be recovered, the recovered text. */
export interface WrittenSecret {
  readonly type: string;
  readonly text: string;
}

/** How a platform writes secrets. */
export interface SecretForms {
  /** Reads the secret that begins at a word; null when none does. */
  written(words: readonly string[], from: number): WrittenSecret | null;
  /** Strength of a type as the platform writes it; a source for the grades stands with it. */
  grade(type: string, purpose: 'password' | 'key'): SecretStrength;
}
