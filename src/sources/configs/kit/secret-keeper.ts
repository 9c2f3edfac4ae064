import type { At, Secret, SecretStrength } from '../../../model/device-facts.ts';
import type { Keyed } from '../../kit/contract.ts';
import { isWellKnown } from './well-known-secrets.ts';

/** A secret with its text, on its way to being forgotten. */
export interface SecretText {
  readonly use: string;
  readonly type: string;
  readonly strength: SecretStrength;
  /** The secret itself where it can be recovered, otherwise its hash as written. */
  readonly text: string;
}

/** Turns secrets into what may be kept of them and remembers each; the text goes no further. */
export class SecretKeeper {
  readonly kept: Secret[] = [];
  private readonly lines = new Set<number>();
  private readonly keyed: Keyed;

  /** Groups are labelled by the keyed hash of the case. */
  constructor(keyed: Keyed) {
    this.keyed = keyed;
  }

  /** Keeps type, strength, length in characters and group of a secret. */
  keep(secret: SecretText, at: At): Secret {
    const kept: Secret = {
      line: at.line,
      lineEnd: at.lineEnd,
      use: secret.use,
      type: secret.type,
      strength: secret.strength,
      length: secret.text.length,
      group: this.keyed.secret(secret.text),
      wellKnown: isWellKnown(secret.text),
    };
    this.kept.push(kept);
    this.lines.add(at.line);
    return kept;
  }

  /** True when a secret of this line was kept. */
  holds(line: number): boolean {
    return this.lines.has(line);
  }
}
