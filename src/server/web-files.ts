import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";

/** The files of the workbench, whole in memory: what is not among them is not served, so no path leads out of the folder. */
export type WebFiles = ReadonlyMap<string, { content: Uint8Array<ArrayBuffer>; type: string; lasting: boolean }>;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/vnd.microsoft.icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
};

const placeholder = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>beholden</title>
<h1>beholden</h1>
<p>The server runs, and its interface for programs answers below <a href="/api/openapi.json">/api</a>. The workbench is not built here:
<code>npm run build</code> makes it.</p>
</html>
`;

/** Reads the built workbench; a page that says what is missing where there is none. */
export function readWebFiles(folder: string): WebFiles {
  const files = new Map<string, { content: Uint8Array<ArrayBuffer>; type: string; lasting: boolean }>();
  for (const path of pathsIn(folder)) {
    const name = `/${relative(folder, path).split(sep).join("/")}`;
    const type = types[extname(path).toLowerCase()] ?? "application/octet-stream";
    // A name with a digest in it never stands for other bytes.
    files.set(name, {
      content: readFileSync(path),
      type,
      lasting: /[-.][A-Za-z0-9_]{8,}\.[a-z0-9]+$/.test(name) && name !== "/index.html",
    });
  }
  if (!files.has("/index.html")) {
    files.set("/index.html", { content: new TextEncoder().encode(placeholder), type: "text/html; charset=utf-8", lasting: false });
  }
  return files;
}

function pathsIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name));
  } catch {
    return [];
  }
}

/** A file of the workbench; its page for an address of one of its screens; null for anything else. */
export function webAnswer(files: WebFiles, path: string): Response | null {
  const file = files.get(path) ?? (isScreen(path) ? files.get("/index.html") : undefined);
  if (!file) return null;
  const headers = new Headers({ "Content-Type": file.type });
  headers.set("Cache-Control", file.lasting ? "public, max-age=31536000, immutable" : "no-cache");
  return new Response(file.content, { headers });
}

/** The workbench finds its screens by their address; what has a dot in its last part is a file, and pages to get in are the access's own. */
function isScreen(path: string): boolean {
  return !/\.[^/]*$/.test(path) && !/^\/(enter|sign-in|sign-out)(\/|$)/.test(path);
}
