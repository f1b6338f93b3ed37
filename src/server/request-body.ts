import { RequestProblem } from "./problems.js";

/** Deeper nesting than any schema has; recursion over a value stays shallow. */
const deepest = 64;
/** Bodies up to this size are read in one piece. */
const oneRead = 1 << 20;

/**
 * Reads a body up to a size: what says or turns out to be longer is refused before it is parsed.
 *
 * @param take is told of bytes as they come, and may refuse them
 * @throws RequestProblem 413
 */
export async function readBytes(
  request: Request,
  most: number,
  take: (bytes: number) => void = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  const header = request.headers.get("Content-Length");
  if (Number(header ?? 0) > most) throw tooLarge(most);
  // A connection carries as much as is stated and no more: then all of it can be had at once, without a stream.
  if (header !== null && most <= oneRead) return atMost(new Uint8Array(await request.arrayBuffer().catch(cutOff)), most);
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const piece of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
      bytes += piece.length;
      if (bytes > most) throw tooLarge(most);
      take(piece.length);
      pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof RequestProblem) throw error;
    cutOff();
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Whoever leaves in the middle of a body is no fault of this server, and fills no log. */
function cutOff(): never {
  throw new RequestProblem(400, "cut-off", "The body ended before it was whole.", { action: "Send it again." });
}

function atMost(bytes: Uint8Array<ArrayBuffer>, most: number): Uint8Array<ArrayBuffer> {
  if (bytes.length > most) throw tooLarge(most);
  return bytes;
}

/**
 * Reads a JSON body.
 *
 * @throws RequestProblem 400 for what is no JSON, 413 for too much, 415 for another type
 */
export async function readJson(request: Request, most: number): Promise<unknown> {
  if (mediaTypeOf(request) !== "application/json") throw wrongType("application/json");
  const bytes = await readBytes(request, most);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : "it is not UTF-8";
    throw new RequestProblem(400, "malformed", `The body is no JSON: ${why}.`, { action: "Send one JSON value in UTF-8." });
  }
  checkTexts(value, 0);
  return value;
}

export function mediaTypeOf(request: Request): string {
  return (request.headers.get("Content-Type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

export function wrongType(expected: string): RequestProblem {
  return new RequestProblem(415, "wrong-type", `The body is not ${expected}.`, {
    action: `Send it with Content-Type: ${expected}.`,
    headers: { "Accept-Post": expected },
  });
}

/** A text that no database and no digest can hold is refused before it gets there. */
function checkTexts(value: unknown, depth: number): void {
  if (depth > deepest) throw new RequestProblem(400, "malformed", `The body is nested more than ${deepest} deep.`);
  if (typeof value === "string") checkText(value);
  if (typeof value !== "object" || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    checkText(key);
    checkTexts(one, depth + 1);
  }
}

/** @throws RequestProblem 422 for a text with a NUL or half a character */
export function checkText(text: string): void {
  if (text.includes("\0") || /\p{Surrogate}/u.test(text))
    throw new RequestProblem(422, "invalid", "A text holds a NUL or half a character, which cannot be recorded.", {
      action: "Send well-formed Unicode.",
    });
}

function tooLarge(most: number): RequestProblem {
  const size = most >= 1 << 20 ? `${most >> 20} MiB` : `${most >> 10} KiB`;
  return new RequestProblem(413, "too-large", `The body is larger than ${size}.`, { action: "Send less, or in parts." });
}
