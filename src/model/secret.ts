import type { At } from './at.ts';

/** How strong the storage of a secret is. */
export type SecretStrength = 'strong' | 'acceptable' | 'weak' | 'reversible' | 'plaintext' | 'unknown';

/** A secret as far as it may be known: never its text. */
export interface Secret extends At {
  /** What it is for: `user m.okafor`, `enable`, `tacacs`, `radius`, `snmp community`, `snmp user`, `ike`, `bgp` … */
  readonly use: string;
  /** Type as the platform writes it: `0`, `5`, `7`, `8`, `9`, `6`, `community`, `scrypt` … */
  readonly type: string;
  readonly strength: SecretStrength;
  readonly length: number;
  /** Keyed hash of the secret (after undoing reversible obfuscation in memory): equal in all places it is reused. */
  readonly group: string;
  /** True when the secret is one that makers ship or that every word list of attackers begins with. */
  readonly wellKnown: boolean;
}
