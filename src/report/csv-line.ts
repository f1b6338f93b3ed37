/** One row of a table for spreadsheets (RFC 4180, CRLF). */
export function csvLine(fields: readonly (string | number)[]): string {
  return `${fields.map(field).join(",")}\r\n`;
}

/** Quoted where RFC 4180 asks for it; text that a spreadsheet would run as a formula is told apart with an apostrophe (OWASP). */
function field(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
