import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

/** A package of a registry of npm: name, version, and what it depends on. */
export interface SamplePackage {
  name: string;
  dependencies?: Record<string, string>;
}

/** A registry of npm on this machine, in version 1.0.0 of each package; `asked` lists the paths that were asked for. */
export async function sampleRegistry(packages: readonly SamplePackage[]): Promise<{ address: string; asked: string[]; close(): void }> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? "");
    asked.push(path);
    const found = packages.find(({ name }) => path === `/${name}` || path.startsWith(`/${name}/-/`));
    if (!found) return response.writeHead(404).end("{}");
    const tarball = tarballOf(found);
    if (path.includes("/-/")) return response.end(tarball);
    const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
    const dist = { tarball: `http://${request.headers.host}/${found.name}/-/package-1.0.0.tgz`, integrity };
    const version = { ...manifestOf(found), dist };
    return response.end(JSON.stringify({ name: found.name, "dist-tags": { latest: "1.0.0" }, versions: { "1.0.0": version } }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked, close: () => server.close() };
}

function manifestOf({ name, dependencies = {} }: SamplePackage) {
  return { name, version: "1.0.0", dependencies };
}

/** A tar of one file (POSIX ustar), compressed. */
function tarballOf(one: SamplePackage): Buffer {
  const content = Buffer.from(JSON.stringify(manifestOf(one)));
  const header = Buffer.alloc(512);
  header.write("package/package.json", 0);
  header.write("000644 \0", 100);
  header.write(`${content.length.toString(8).padStart(11, "0")} `, 124);
  header.write("00000000000 ", 136);
  header.write("        ", 148);
  header.write("0", 156);
  header.write("ustar\x0000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return gzipSync(Buffer.concat([header, content, Buffer.alloc(1536 - content.length)]));
}
