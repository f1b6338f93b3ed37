import { z } from "zod";
import { RequestProblem } from "./problems.js";
import { checkText } from "./request-body.js";

/**
 * Checks a part of a request by its schema.
 *
 * @throws RequestProblem 422 with every field that is wrong
 */
export function checked(schema: z.ZodType, value: unknown, part: "path" | "query" | "body"): unknown {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issues = read.error.issues.slice(0, 50).map(({ path, message }) => ({ where: [part, ...path].join("."), message }));
  const [first] = issues;
  throw new RequestProblem(422, "invalid", `${first?.where}: ${first?.message}.`.replace(/\.\.$/, "."), {
    action: "Mend the fields that are named; /api/openapi.json has their form.",
    issues,
  });
}

/** The parameters of an address: a repeatable one is a list, any other may stand once. */
export function queryOf(url: URL, schema: z.ZodObject): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const key of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(key);
    for (const value of [key, ...values]) checkText(value);
    const field: unknown = Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
    if (isList(field)) given[key] = values;
    else if (values.length === 1) given[key] = values[0];
    else throw new RequestProblem(422, "invalid", `query.${key}: it stands ${values.length} times.`, { action: "Give it once." });
  }
  return given;
}

function isList(field: unknown): boolean {
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault) return isList(field.unwrap());
  return field instanceof z.ZodArray;
}

/** The key of a request, which a docket carries out once. */
export function keyOf(request: Request): string | undefined {
  const key = request.headers.get("Idempotency-Key");
  if (key === null) return undefined;
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new RequestProblem(400, "wrong-key", "The Idempotency-Key is none.", {
    action: "Expected 1 to 200 visible ASCII characters, such as a UUID.",
  });
}

/** The version that `If-Match` names, whatever else the tag says of the answer that bore it; a list or a weak one is none of this server's. */
export function seenOf(request: Request): number | undefined {
  const tag = request.headers.get("If-Match");
  if (tag === null || tag === "*") return undefined;
  const [, version] = /^"(\d{1,9})(?:-[\w-]+)?"$/.exec(tag) ?? [];
  if (version !== undefined) return Number(version);
  throw new RequestProblem(400, "wrong-version", "If-Match names no version.", {
    action: 'Expected the ETag of the answer that you saw, such as "12".',
  });
}
