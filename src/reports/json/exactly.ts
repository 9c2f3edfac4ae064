import type { z } from 'zod';

/** A type with all its members, however deep, made writable: the form in which zod infers types. */
export type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;

/** The schema of one of our types. */
export type SchemaOf<T> = z.ZodType<Writable<T>, Writable<T>>;

// The usual test for identity of types: each T stands once on purpose.
// oxlint-disable typescript/no-unnecessary-type-parameters
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/**
 * Says that a schema is exactly that of a type; the compiler refuses the `true` when they differ, so that the
 * published schema cannot fall behind the code.
 */
export function exactly<T>(): <S extends z.ZodType>(
  schema: S,
  same: Same<z.infer<S>, Writable<T>>,
) => SchemaOf<T> {
  return (schema) => schema as unknown as SchemaOf<T>;
}
