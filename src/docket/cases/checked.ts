import { DocketError } from "../journal/index.js";

interface Schema<Value> {
  safeParse(
    value: unknown,
  ): { success: true; data: Value } | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } };
}

/**
 * What was given, where it is what it should be.
 *
 * @throws DocketError `invalid` with every field that is wrong
 */
export function checked<Value>(schema: Schema<Value>, value: unknown, what: string): Value {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path, message }) => `${path.join(".") || "the whole"}: ${message}`);
  throw new DocketError("invalid", `that is not ${what}: ${issues.join("; ")}.`);
}
