import { createReadStream } from "node:fs";
import { mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { z } from "zod";
import { BundleVerification, DocketDone } from "../../model/index.js";
import { CaseId } from "../fields.js";
import { RequestProblem } from "../problems.js";
import { type Reply, type Route, type RouteContext, route } from "../route.js";
import { newFolder, removeFolder } from "../upload.js";

const bundle = { bundle: { description: "the bundle or backup, a ZIP file", needed: true } };
const zip = "application/zip";
const Backup = z.strictObject({ name: z.string(), bytes: z.int() });
const Backups = z.strictObject({ schemaVersion: z.literal("1"), backups: z.array(Backup) });
const common = { tag: "bundles" } as const;

/** Bundles of a case, backups of everything, and what is in one. */
export const bundleRoutes: readonly Route[] = [
  route({
    ...common,
    method: "POST",
    path: "/api/cases/{case}/bundle",
    id: "exportCase",
    summary: "One case as a bundle that verifies elsewhere; the export is an entry",
    permission: "bundle:export",
    commands: ["docket export"],
    params: z.strictObject({ case: CaseId }),
    answer: { description: "The bundle", types: [zip] },
    refusals: ["not-found"],
    handle: async (context) => {
      const folder = await newFolder();
      try {
        const to = join(folder, "bundle.zip");
        await command(context, "docket export", { values: [context.params.case], options: { to } });
        return { content: streamOf(to, () => removeFolder(folder)), type: zip, fileName: `${context.params.case}.zip` };
      } catch (error) {
        await removeFolder(folder);
        throw error;
      }
    },
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/bundles",
    id: "importCase",
    summary: "Take the case of a bundle into this docket; each entry keeps who made it, when and where",
    permission: "bundle:import",
    commands: ["docket import"],
    upload: bundle,
    answer: { description: "It is taken in, or was already", schema: DocketDone },
    refusals: ["invalid", "refused"],
    handle: (context) => command(context, "docket import", { values: sent(context) }),
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/bundles/verification",
    id: "verifyBundle",
    summary: "Verify a bundle or a backup by itself",
    permission: "record:verify",
    commands: ["docket verify"],
    upload: bundle,
    answer: { description: "What was found", schema: BundleVerification },
    refusals: ["invalid"],
    handle: (context) => command(context, "docket verify", { values: sent(context), reads: true }),
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/backups",
    id: "makeBackup",
    summary: "Make a backup of the whole docket, in the folder of data of the server; others go on writing meanwhile",
    permission: "store:maintain",
    commands: ["docket backup"],
    answer: { description: "It is made", schema: DocketDone },
    refusals: [],
    handle: async (context) => {
      const folder = join(context.commands.data, "backups");
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = `docket-${context.at.replace(/[:.]/g, "-")}.zip`;
      return command(context, "docket backup", { options: { to: join(folder, name) }, file: name });
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/backups",
    id: "listBackups",
    summary: "The backups that the server made, the newest first",
    permission: "store:maintain",
    commands: [],
    answer: { description: "The backups", schema: Backups },
    refusals: [],
    handle: async ({ commands }) => {
      const folder = join(commands.data, "backups");
      const names = (await readdir(folder).catch(() => [])).filter((name) => backupName.test(name));
      const backups = await Promise.all(names.map(async (name) => ({ name, bytes: (await stat(join(folder, name))).size })));
      return { json: { schemaVersion: "1", backups: backups.sort((left, right) => (left.name < right.name ? 1 : -1)) } };
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/backups/{name}",
    id: "getBackup",
    summary: "A backup, as a file to keep elsewhere; the export is an entry",
    description: "It holds every case, so it is for who may export cases.",
    permission: "bundle:export",
    commands: [],
    params: z.strictObject({ name: z.string().regex(/^docket-[0-9TZ-]{10,40}\.zip$/, "expected the name of a backup") }),
    answer: { description: "The backup", types: [zip] },
    refusals: ["not-found"],
    handle: async ({ commands, params, marks }) => {
      const path = join(commands.data, "backups", params.name);
      if (!(await stat(path).catch(() => null))?.isFile())
        throw new RequestProblem(404, "not-found", `There is no backup ${params.name}.`, {
          action: "GET /api/backups names those there are.",
        });
      marks.take({ case: null, item: `backup ${params.name}`, handling: "restricted" }, null);
      return { content: streamOf(path, () => {}), type: zip, fileName: params.name };
    },
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/restore",
    id: "restoreBackup",
    summary: "Put a backup into an empty docket: the same entries with the same digests",
    description: "With dryRun it is verified and nothing is done.",
    permission: "store:maintain",
    commands: ["docket restore"],
    query: z.strictObject({ dryRun: z.stringbool().optional() }),
    upload: bundle,
    answer: { description: "It is restored; of a dry run, what was found", schema: z.union([DocketDone, BundleVerification]) },
    refusals: ["invalid", "refused"],
    handle: (context) =>
      command(context, "docket restore", { values: sent(context), options: { "dry-run": context.query.dryRun }, reads: true }),
  }),
];

const backupName = /^docket-[0-9TZ-]{10,40}\.zip$/;

function sent({ upload }: RouteContext): string[] {
  return [...(upload?.files.get("bundle") ?? [])];
}

interface Asked {
  values?: readonly string[];
  options?: Record<string, string | boolean | undefined>;
  /** It records nothing, so nobody is named. */
  reads?: boolean;
  /** What the file is called in the answer: where the server keeps it is nobody's business. */
  file?: string;
}

/** A command on the docket, beside the server: it may take long, and the server goes on answering. */
async function command({ commands, who, key, signal, upload }: RouteContext, name: string, asked: Asked): Promise<Reply> {
  const { values, options, reads, file } = asked;
  const doing = reads ? {} : { by: who.name, key };
  const content = await commands.run({
    ...{ name, values, options: { format: "json", ...options, ...doing }, folder: upload?.folder },
    ...{ long: true, signal, caller: who.session },
  });
  const done = JSON.parse(new TextDecoder().decode(content)) as Record<string, unknown>;
  return { json: file === undefined ? done : { ...done, file } };
}

function streamOf(path: string, onClose: () => void): ReadableStream {
  const file = createReadStream(path);
  file.once("close", onClose);
  return Readable.toWeb(file) as ReadableStream;
}
