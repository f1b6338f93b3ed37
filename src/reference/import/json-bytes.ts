const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;

/**
 * Writes plain data as JSON in UTF-8, the very bytes of `JSON.stringify`, from a place on; gives the place behind. Where there is no room
 * it gives one beyond the end, and what it wrote is of no use. Of short texts it takes half as long: no text is made and copied.
 */
export function writeJson(value: unknown, bytes: Buffer, at: number): number {
  if (typeof value === "string") return writeText(value, bytes, at);
  if (typeof value !== "object" || value === null) return writeAsItIs(JSON.stringify(value) ?? "null", bytes, at);
  return Array.isArray(value) ? writeArray(value, bytes, at) : writeObject(value as Record<string, unknown>, bytes, at);
}

function writeObject(value: Record<string, unknown>, bytes: Buffer, start: number): number {
  let at = start;
  bytes[at++] = 0x7b;
  for (const key in value) {
    const member = value[key];
    if (member === undefined) continue;
    if (at > start + 1) bytes[at++] = comma;
    at = writeText(key, bytes, at);
    bytes[at++] = 0x3a;
    at = writeJson(member, bytes, at);
  }
  bytes[at++] = 0x7d;
  return at;
}

function writeArray(value: readonly unknown[], bytes: Buffer, start: number): number {
  let at = start;
  bytes[at++] = 0x5b;
  for (let index = 0; index < value.length; index += 1) {
    if (index > 0) bytes[at++] = comma;
    at = writeJson(value[index], bytes, at);
  }
  bytes[at++] = 0x5d;
  return at;
}

function writeText(text: string, bytes: Buffer, start: number): number {
  if (start + text.length + 2 > bytes.length) return bytes.length + 1;
  let at = start;
  bytes[at++] = quote;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // What is not in ASCII, or is written as an escape, is left to the platform.
    if (unit < 0x20 || unit > 0x7e || unit === quote || unit === backslash) return writeAsItIs(JSON.stringify(text), bytes, start);
    bytes[at++] = unit;
  }
  bytes[at++] = quote;
  return at;
}

function writeAsItIs(json: string, bytes: Buffer, at: number): number {
  if (at + json.length > bytes.length || at + Buffer.byteLength(json) > bytes.length) return bytes.length + 1;
  return at + bytes.write(json, at);
}
