// Compiles reference/ and the routing table into dist/snapshot/, which the package ships. Run by scripts/build.mjs from the root.
import { createHash } from "node:crypto";
import { createReadStream, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { parse as parseCsv } from "csv-parse";
import { compileCatalogue } from "../src/reference/compile.js";
import type { SnapshotManifest } from "../src/reference/load.js";
import { encodeNetworks, type NetworkRange, type NetworksOrigin } from "../src/reference/networks.js";
import { validateReference } from "../src/reference/validate.js";

const folder = "dist/snapshot";
mkdirSync(folder, { recursive: true });
const catalogue = writeSnapshotFile("catalogue.json", Buffer.from(JSON.stringify(readCatalogue())));
const networks = writeSnapshotFile("networks.bin", await readNetworks());
const sha256 = createHash("sha256").update(catalogue.sha256).update(networks.sha256).digest("hex");
const manifest: SnapshotManifest = { schemaVersion: "1", sha256, catalogue, networks };
writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);

function readCatalogue() {
  const paths = readdirSync("reference", { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".yaml"))
    .sort();
  const { files, problems } = validateReference(paths.map((path) => ({ path, text: readFileSync(join("reference", path), "utf8") })));
  if (problems.length === 0) return compileCatalogue(files);
  for (const { path, line, message } of problems) process.stderr.write(`reference/${path}:${line}: ${message}\n`);
  process.stderr.write(`reference/ has ${problems.length} problems; nothing was compiled\n`);
  process.exit(1);
}

async function readNetworks(): Promise<Buffer> {
  const packageFile = createRequire(import.meta.url).resolve("@ip-location-db/asn/package.json");
  const { version } = JSON.parse(readFileSync(packageFile, "utf8")) as { version: string };
  const stamp = /\.(\d{4})(\d\d)(\d\d)\d\d$/.exec(version);
  if (!stamp) throw new Error(`@ip-location-db/asn has version ${version}, expected one that ends in a date such as 2026061719`);
  const origin: NetworksOrigin = {
    source: `@ip-location-db/asn ${version}`,
    edition: stamp.slice(1).join("-"),
    licence: "CC-BY-4.0",
    attribution: "IP Geolocation by DB-IP (https://db-ip.com); RouteViews (https://www.routeviews.org); NRO (https://www.nro.net)",
  };
  const csvFolder = dirname(packageFile);
  const ipv4 = await readRanges(join(csvFolder, "asn-ipv4-num.csv"));
  const ipv6 = await readRanges(join(csvFolder, "asn-ipv6-num.csv"));
  return encodeNetworks(ipv4, ipv6, origin);
}

/** The rows of a table in ascending order. Where two overlap, which the data does now and then, the earlier row keeps its addresses. */
async function readRanges(path: string): Promise<NetworkRange[]> {
  const ranges: NetworkRange[] = [];
  let free = 0n;
  for await (const row of createReadStream(path).pipe(parseCsv())) {
    const [from, to, asn, organisation] = row as [string, string, string, string];
    const last = BigInt(to);
    const first = BigInt(from) < free ? free : BigInt(from);
    if (first !== BigInt(from))
      process.stderr.write(`${basename(path)}: AS${asn} ${from}-${to} overlaps the row before it; kept from ${first}\n`);
    if (last < first) continue;
    ranges.push({ first, last, asn: Number(asn), organisation });
    free = last + 1n;
  }
  return ranges;
}

function writeSnapshotFile(file: string, content: Buffer): { file: string; bytes: number; sha256: string } {
  writeFileSync(join(folder, file), content);
  return { file, bytes: content.length, sha256: createHash("sha256").update(content).digest("hex") };
}
