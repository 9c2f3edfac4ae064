import { PATTERN_LIMITS, type Token, tokenize } from './pattern-tokens.ts';

/** One comparison that must hold: an object path, an operator and a constant. */
export interface PatternTerm {
  /** Type of the cyber observable, such as `ipv4-addr` or `file`. */
  readonly object: string;
  /** Steps of the path without quotes, such as `['hashes', 'SHA-256']`. */
  readonly path: readonly string[];
  readonly operator: '=' | 'ISSUBSET';
  readonly value: string;
}

/** Why a pattern cannot be turned into terms. */
export type PatternRefusal =
  | 'not-a-pattern'
  | 'too-long'
  | 'too-deep'
  | 'too-many-alternatives'
  | 'operator'
  | 'negation'
  | 'followedby'
  | 'qualifier'
  | 'exists';

/**
 * A pattern as alternatives, each a list of terms that must hold together; or the reason why it is not understood.
 * Observations joined by AND are taken as terms together, although they may hold at different moments.
 */
export type PatternReading =
  | { readonly kind: 'terms'; readonly alternatives: readonly (readonly PatternTerm[])[] }
  | { readonly kind: 'unsupported'; readonly reason: PatternRefusal; readonly at: number };

type Alternatives = readonly (readonly PatternTerm[])[];

const MOST_ALTERNATIVES = 100_000;

/** Most terms that AND may copy while one pattern is read: few long chains over many alternatives cost the square. */
const MOST_COPIES = 5_000_000;

class Refusal extends Error {
  readonly reason: PatternRefusal;
  readonly at: number;
  constructor(reason: PatternRefusal, at: number) {
    super(reason);
    this.reason = reason;
    this.at = at;
  }
}

/** Reads a STIX pattern of equality, IN and ISSUBSET comparisons joined by AND and OR; never throws. */
export function readPattern(text: string): PatternReading {
  if (text.length > PATTERN_LIMITS.length) return { kind: 'unsupported', reason: 'too-long', at: 0 };
  const tokens = tokenize(text);
  if (!tokens) return { kind: 'unsupported', reason: 'not-a-pattern', at: 0 };
  try {
    return { kind: 'terms', alternatives: new Parser(tokens).whole() };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'unsupported', reason: error.reason, at: error.at };
    throw error;
  }
}

function termsIn(alternatives: Alternatives): number {
  return alternatives.reduce((sum, terms) => sum + terms.length, 0);
}

class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;
  private copies = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  whole(): Alternatives {
    const found = this.joined(() => this.observation());
    if (this.at < this.tokens.length) this.refuse('not-a-pattern');
    return found;
  }

  /** `a OR b AND c`: AND binds tighter, both for observations and for comparisons. */
  private joined(part: () => Alternatives): Alternatives {
    const either: (readonly PatternTerm[])[] = [];
    do {
      let both = part();
      while (this.word('AND')) both = this.cross(both, part());
      if (this.peek('FOLLOWEDBY')) this.refuse('followedby');
      for (const alternative of both) either.push(alternative);
      if (either.length > MOST_ALTERNATIVES) this.refuse('too-many-alternatives');
    } while (this.word('OR'));
    return either;
  }

  private cross(left: Alternatives, right: Alternatives): Alternatives {
    if (left.length * right.length > MOST_ALTERNATIVES) this.refuse('too-many-alternatives');
    this.copies += termsIn(left) * right.length + termsIn(right) * left.length;
    if (this.copies > MOST_COPIES) this.refuse('too-many-alternatives');
    return left.flatMap((a) => right.map((b) => [...a, ...b]));
  }

  private observation(): Alternatives {
    const found = this.symbol('(') ? this.nested(() => this.observation()) : this.bracketed();
    if (this.peek('WITHIN') || this.peek('START') || this.peek('REPEATS')) this.refuse('qualifier');
    return found;
  }

  private bracketed(): Alternatives {
    this.expect('[');
    const found = this.joined(() => this.comparison());
    this.expect(']');
    return found;
  }

  private nested(part: () => Alternatives): Alternatives {
    this.depth += 1;
    if (this.depth > PATTERN_LIMITS.depth) this.refuse('too-deep');
    const found = this.joined(part);
    this.expect(')');
    this.depth -= 1;
    return found;
  }

  private comparison(): Alternatives {
    if (this.symbol('(')) return this.nested(() => this.comparison());
    if (this.peek('EXISTS')) this.refuse('exists');
    const object = this.take('word').text.toLowerCase();
    this.expect(':');
    const path = this.path();
    if (this.peek('NOT')) this.refuse('negation');
    if (this.symbol('=') || this.symbol('=='))
      return [[{ object, path, operator: '=', value: this.constant() }]];
    if (this.word('ISSUBSET')) return [[{ object, path, operator: 'ISSUBSET', value: this.constant() }]];
    if (this.word('IN')) return this.list().map((value) => [{ object, path, operator: '=', value }]);
    return this.refuse(this.symbol('!=') || this.symbol('<>') ? 'negation' : 'operator');
  }

  private path(): string[] {
    const steps: string[] = [this.step()];
    for (;;) {
      if (this.symbol('.')) steps.push(this.step());
      else if (this.symbol('[')) {
        steps.push(this.symbol('*') ? '*' : this.take('number').text);
        this.expect(']');
      } else return steps;
    }
  }

  private step(): string {
    const token = this.tokens[this.at];
    if (token?.kind !== 'word' && token?.kind !== 'string') return this.refuse('not-a-pattern');
    this.at += 1;
    return token.text;
  }

  private constant(): string {
    const token = this.tokens[this.at];
    if (!token || token.kind === 'symbol') return this.refuse('not-a-pattern');
    this.at += 1;
    return token.text;
  }

  private list(): string[] {
    this.expect('(');
    const values = [this.constant()];
    while (this.symbol(',')) values.push(this.constant());
    this.expect(')');
    return values;
  }

  private peek(word: string): boolean {
    const token = this.tokens[this.at];
    return token?.kind === 'word' && token.text.toUpperCase() === word;
  }

  private word(word: string): boolean {
    if (!this.peek(word)) return false;
    this.at += 1;
    return true;
  }

  private symbol(symbol: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'symbol' || token.text !== symbol) return false;
    this.at += 1;
    return true;
  }

  private expect(symbol: string): void {
    if (!this.symbol(symbol)) this.refuse('not-a-pattern');
  }

  private take(kind: Token['kind']): Token {
    const token = this.tokens[this.at];
    if (token?.kind !== kind) return this.refuse('not-a-pattern');
    this.at += 1;
    return token;
  }

  private refuse(reason: PatternRefusal): never {
    throw new Refusal(reason, this.tokens[this.at]?.at ?? -1);
  }
}
