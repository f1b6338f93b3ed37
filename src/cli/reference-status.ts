import { type Command, Option } from "commander";
import type { Catalogue, ReferenceStatus } from "../model/index.js";
import type { SnapshotManifest } from "../reference/load.js";
import { type DataOptions, dataFolder, dataOption } from "./data-folder.js";
import { today } from "./options.js";
import { type OutputOptions, writeReport } from "./output.js";

interface StatusOptions extends OutputOptions, DataOptions {
  format: "text" | "json";
  folders: boolean;
}

/** Adds `beholden reference status`: what the built-in reference and the imports hold, how old they are, and whether they are intact. */
export function addStatusCommand(reference: Command): void {
  dataOption(reference.command("status"))
    .description("edition, counts, digest and age of the built-in reference and of every import")
    .addOption(new Option("--format <format>", "form of the answer").choices(["text", "json"]).default("text"))
    .option("--no-folders", "do not tell in which folders of this machine it lies")
    .option("--output <file>", "write the answer there")
    .option("-q, --quiet", "no remarks on standard error")
    .option("--no-color", "no colour on a terminal (this command uses none)")
    .option("--offline", "never touch the network (always so for this command)")
    .action(async (options: StatusOptions) => {
      const { statusText } = await import("./reference-status-text.js");
      const found = await readStatus(today(), dataFolder(options));
      const status = options.folders ? found : withoutFolders(found);
      await writeReport(options.format === "json" ? `${JSON.stringify(status, null, 2)}\n` : statusText(status), options);
    });
}

async function readStatus(day: string, data: string): Promise<ReferenceStatus> {
  const { loadReference } = await import("../reference/load.js");
  const { firstDayOf, byText } = await import("../model/order.js");
  const reference = loadReference();
  const { catalogue, manifest, folder } = reference;
  const { origin, counts } = reference.networks();
  const sources = Object.values(catalogue.sources);
  const dated = sources.flatMap(({ id, asOf }) => (asOf ? [{ id, date: asOf, day: firstDayOf(asOf) }] : []));
  dated.sort((left, right) => byText(left.day, right.day) || byText(left.id, right.id));
  const describe = (source: (typeof dated)[number] | undefined): ReferenceStatus["sources"]["newest"] =>
    source ? { id: source.id, date: source.date, daysOld: daysBetween(source.day, day) } : { id: "", date: "", daysOld: 0 };
  return {
    schemaVersion: "1",
    edition: catalogue.edition,
    sha256: manifest.sha256,
    intact: await isIntact(folder, manifest),
    folder,
    counts: countsOf(catalogue),
    sources: {
      newest: describe(dated.at(-1)),
      oldest: describe(dated[0]),
      undated: sources.length - dated.length,
      notOpened: sources.filter(({ retrieved }) => retrieved === null).length,
    },
    networks: { ...origin, ...counts },
    imports: await importStatus(day, data),
  };
}

/** The same for those who are not at this machine. */
function withoutFolders(status: ReferenceStatus): ReferenceStatus {
  const { folder: data, sources } = status.imports;
  const told = sources.map((one) => ({
    ...one,
    folder: null,
    damage: one.damage && [one.folder, data].reduce<string>((text, folder) => (folder ? text.replaceAll(folder, "…") : text), one.damage),
  }));
  return { ...status, folder: null, imports: { folder: null, sources: told } };
}

async function importStatus(day: string, data: string): Promise<ReferenceStatus["imports"]> {
  const { readInForce } = await import("../reference/import/editions.js");
  const { importsFolder } = await import("../reference/import/imports-folder.js");
  const { firstDayOf } = await import("../model/order.js");
  const sources = [...(await readInForce(importsFolder(data)))].map(([id, { folder, source, damage }]) => ({
    id,
    intact: source !== undefined,
    damage: damage ?? null,
    folder,
    daysOld: source ? daysBetween(firstDayOf(source.edition ?? source.importedOn), day) : null,
    source: source ?? null,
  }));
  return { folder: data, sources };
}

function countsOf(catalogue: Catalogue): Record<string, number> {
  const signatures = catalogue.providers
    .flatMap((provider) => Object.values(provider.signatures))
    .reduce((sum, list) => sum + list.length, 0);
  return {
    providers: catalogue.providers.length,
    parties: catalogue.parties.length,
    interests: catalogue.interests.length,
    ties: catalogue.ties.length,
    lists: catalogue.lists.length,
    listings: catalogue.listings.length,
    instruments: catalogue.instruments.length,
    governments: catalogue.governments.length,
    measures: catalogue.measures.length,
    regions: catalogue.providers.reduce((sum, { regions }) => sum + (regions?.length ?? 0), 0),
    signatures,
    sources: Object.keys(catalogue.sources).length,
  };
}

/** Whether both files still have the digests that the manifest recorded when they were built. */
async function isIntact(folder: string, manifest: SnapshotManifest): Promise<boolean> {
  const { createHash } = await import("node:crypto");
  const { readFile } = await import("node:fs/promises");
  const { join } = await import("node:path");
  const digests = await Promise.all(
    [manifest.catalogue, manifest.networks].map(async ({ file }) =>
      createHash("sha256")
        .update(await readFile(join(folder, file)))
        .digest("hex"),
    ),
  );
  return digests[0] === manifest.catalogue.sha256 && digests[1] === manifest.networks.sha256;
}

function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
}
