/** What a page of this server may load: its own files alone, no inline script and no inline style, and nobody frames it. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What is no page loads nothing, whatever a browser takes it for. */
const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** Sets the headers that every answer carries, whatever made it. */
export function secured(answer: Response, { page, encrypted }: { page: boolean; encrypted: boolean }): Response {
  const { headers } = answer;
  headers.set("Content-Security-Policy", page ? pagePolicy : dataPolicy);
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("X-Frame-Options", "DENY");
  headers.set("Referrer-Policy", "no-referrer");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  if (encrypted) headers.set("Strict-Transport-Security", "max-age=31536000");
  // What was asked for by someone who is signed in stays in no cache; files with a digest in their name set their own.
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  return answer;
}
