/** Deeper nesting than this is no record that a person made, and would exhaust the stack. */
const deepest = 200;

/** A value that has no canonical form. */
export class CanonicalError extends Error {
  override name = "CanonicalError";
}

/**
 * The canonical text of a JSON value: keys in the order of their UTF-16 code units, no space, numbers and strings as ECMAScript writes
 * them. A property that is undefined is left out, as JSON has no such value.
 *
 * @throws CanonicalError for what JSON cannot hold: a number that is not finite, half of a surrogate pair, a function
 * @see https://www.rfc-editor.org/rfc/rfc8785
 * @example canonicalJson({ b: 1e30, a: "€" }) // '{"a":"€","b":1e+30}'
 */
export function canonicalJson(value: unknown): string {
  return written(value, 0);
}

function written(value: unknown, depth: number): string {
  if (depth > deepest) throw new CanonicalError(`more than ${deepest} levels deep`);
  switch (typeof value) {
    case "string":
      return text(value);
    case "number":
      if (!Number.isFinite(value)) throw new CanonicalError(`${value} is no number that JSON can hold`);
      return JSON.stringify(value);
    case "boolean":
      return value ? "true" : "false";
    case "object":
      if (value === null) return "null";
      if (Array.isArray(value)) return `[${value.map((one) => written(one, depth + 1)).join(",")}]`;
      return `{${members(value as Record<string, unknown>, depth)}}`;
    default:
      throw new CanonicalError(`JSON cannot hold a ${typeof value}`);
  }
}

function members(value: Record<string, unknown>, depth: number): string {
  return Object.keys(value)
    .sort()
    .filter((key) => value[key] !== undefined)
    .map((key) => `${text(key)}:${written(value[key], depth + 1)}`)
    .join(",");
}

// In every Node.js that beholden runs on, and not yet in the types of the language that it is written for.
const { isWellFormed } = String.prototype as unknown as { isWellFormed(this: string): boolean };

function text(value: string): string {
  if (!isWellFormed.call(value)) throw new CanonicalError("half of a surrogate pair: no UTF-8 can hold it");
  return JSON.stringify(value);
}
