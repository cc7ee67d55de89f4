// JSON from outside: a value, or why it is none.

export type ParsedJson = { readonly value: unknown } | { readonly problem: string; readonly cause: unknown };

export function parseJson(text: string): ParsedJson {
  try {
    return { value: JSON.parse(text) };
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause), cause };
  }
}
