import { existsSync } from "node:fs";
import type { Command } from "commander";
import {
  answer,
  type DocketCommandOptions,
  docketOptions,
  type ReadingOptions,
  readingOptions,
  readLimit,
  readNumber,
  withDocket,
  withReading,
} from "./docket-session.js";
import { exitStatus, UsageError } from "./exit.js";
import { repeat } from "./options.js";

interface VerifyOptions extends DocketCommandOptions {
  head: string[];
}

interface LogOptions extends ReadingOptions {
  restricted?: boolean;
  of?: string;
  act?: string;
  limit?: string;
  after?: string;
  newestFirst?: boolean;
}

/** Adds `docket verify`, `rebuild` and `log`. */
export function addRecordCommands(docket: Command): void {
  docketOptions(docket.command("verify"))
    .description("recompute the chain of the journal, name its first break with its neighbours, and say what that proves and what not")
    .argument("[bundle]", "a bundle or backup to verify by itself (default: the docket)")
    .option(
      "--head <digest>",
      "a digest that a letter, report or export printed, whole or its first 16 digits or more: is it there? Repeatable",
      repeat,
      [],
    )
    .action(runVerify);

  docketOptions(docket.command("rebuild"))
    .description("make what is shown anew from the journal alone; the journal is not touched")
    .action(async (options: DocketCommandOptions) => {
      const [{ rebuildShown }, { rebuiltText }] = await Promise.all([import("../docket/index.js"), import("../report/docket/record.js")]);
      const rebuilt = await withDocket(options, false, rebuildShown);
      await answer({ schemaVersion: "1", ...rebuilt } as const, options, rebuiltText);
    });

  readingOptions(docket.command("log"))
    .description("the record: who did what, when, field by field; of restricted items that something was done, not what it says")
    .argument("[case]", "id of a case (default: all)")
    .option("--of <name>", "only what this person did")
    .option("--act <act>", "only this, such as event-corrected")
    .option("--restricted", "also what the lines of restricted items say; each item that is read so is an entry of the record")
    .option("--newest-first", "the newest first")
    .option("--limit <count>", "at most so many (default: all)")
    .option("--after <entry>", "go on behind this entry: the `next` of the page before")
    .action(async (id: string | undefined, options: LogOptions) => {
      const [{ listedLines, readOfLines, recordPage }, { recordText }] = await Promise.all([
        import("../docket/index.js"),
        import("../report/docket/record.js"),
      ]);
      const { of: by, act, newestFirst } = options;
      const page = { limit: readLimit(options.limit), after: options.after === undefined ? undefined : readNumber("entry", options.after) };
      const query = { case: id, by, act, newestFirst, ...page };
      const record = await withReading(options, async (one) => {
        const { lines, next, head } = await one.read(async (view) => ({ ...(await recordPage(view, query)), head: await view.head() }));
        const told = options.restricted ? { lines, restricted: 0 } : listedLines(lines, "restricted");
        return { shown: { schemaVersion: "1" as const, ...told, next, head }, read: options.restricted ? readOfLines(lines) : [] };
      });
      await answer(record, options, recordText);
    });
}

async function runVerify(bundle: string | undefined, options: VerifyOptions): Promise<void> {
  const heads = options.head.map(readHead);
  const { verifyBundle, verifyDocket } = await import("../docket/index.js");
  const { bundleText, verificationText } = await import("../report/docket/record.js");
  if (bundle !== undefined) {
    if (!existsSync(bundle)) throw new UsageError(`${bundle}: no such file. Expected a bundle or a backup of a docket.`);
    const found = await verifyBundle(bundle, heads);
    await answer(found, options, bundleText);
    if (!found.intact || found.heads.some(({ number }) => number === null)) process.exitCode = exitStatus.findings;
    return;
  }
  const found = await withDocket(options, false, (docket) => verifyDocket(docket, heads));
  await answer(found, options, verificationText);
  const good =
    found.unbroken && found.shown?.agrees && found.files.faults.length === 0 && found.heads.every(({ number }) => number !== null);
  if (!good) process.exitCode = exitStatus.findings;
}

/** A digest as it is printed: spaces and dots between its parts do not count. */
function readHead(text: string): string {
  const digest = text.toLowerCase().replace(/[\s…]/g, "");
  if (!/^[0-9a-f]{16,64}$/.test(digest))
    throw new UsageError(`--head ${text} is no digest. Expected 16 to 64 hexadecimal digits, as a letter or report prints them.`);
  return digest;
}
