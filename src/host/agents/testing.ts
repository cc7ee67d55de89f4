// For tests: something that every tool can be asked, whichever tools there are.
import type { ObjectSchema } from './declare-tools.ts';

/** What a tool must be given, by the names of its arguments. @param given what is in the process that is asked */
export function exampleInput(
  schema: Pick<ObjectSchema, 'type'> & { readonly required?: unknown; readonly properties?: unknown },
  given: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const required = (schema.required ?? []) as readonly string[];
  const properties = (schema.properties ?? {}) as Readonly<Record<string, { type?: string; enum?: readonly string[] }>>;
  return Object.fromEntries(
    required.map((key) => {
      const { type, enum: choices } = properties[key] ?? {};
      const value = given[key] ?? choices?.[0];
      if (value === undefined) throw new Error(`no example of "${key}"`);
      return [key, type === 'array' ? [value] : value];
    }),
  );
}
