import { readFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import type { DecisionKind, Reference, ScreenDecision } from "../model/index.js";
import { dataOption, referenceFrom } from "./data-folder.js";
import { UsageError } from "./exit.js";
import { decisionsFile } from "./screen-session.js";

/** Written out here, so that the schemas are loaded only when something is decided. */
const decisionKinds = ["same", "different", "unsure"] as const satisfies readonly DecisionKind[];

interface DecideOptions {
  as?: DecisionKind;
  by?: string;
  why?: string;
  name?: string;
  from?: string;
  decisions?: string;
  data?: string;
  quiet?: boolean;
}

/** One decision before it is dated. */
type Made = Omit<ScreenDecision, "schemaVersion" | "on" | "editions">;

/** `beholden screen decide`: records that a match is the same party, a different one, or not yet clear. */
export function addDecideCommand(screen: Command): void {
  const command = screen
    .command("decide")
    .summary("record what a match was decided to be")
    .description(
      "Records decisions on matches: same, different or unsure, by whom and why. Matches are named by their match id; or --from takes the CSV of a screening in which the columns decision, by and why were filled in. Decisions are added to a file and never changed; a later one about the same match replaces an earlier one.",
    )
    .argument("[match-id...]", "match ids, as the screening shows them")
    .addOption(new Option("--as <decision>", "what the matches are").choices(decisionKinds))
    .option("--by <name>", "who decides")
    .option("--why <text>", "on what grounds")
    .option("--name <name>", "the name that was screened, for people who read what was decided")
    .option("--from <file>", "CSV of a screening with its columns decision, by and why filled in")
    .option("--decisions <file>", "file of decisions (default: decisions.jsonl in the folder of data)")
    .option("-q, --quiet", "no remark on standard error")
    // Options that `screen` has too may be taken by it, wherever they stand.
    .action((ids: string[], _: DecideOptions, decide: Command) => runDecide(ids, decide.optsWithGlobals<DecideOptions>()));
  dataOption(command);
}

async function runDecide(ids: string[], options: DecideOptions): Promise<void> {
  const { appendDecisions, readDecisions } = await import("../screen/index.js");
  const made = [...(await fromIds(ids, options)), ...(options.from ? await fromTable(options.from, options) : [])];
  if (ids.length === 0 && !options.from)
    throw new UsageError("nothing to decide. Expected match ids with --as, --by and --why, or --from FILE.");
  const file = decisionsFile(options);
  const book = await readDecisions(file);
  const on = new Date().toISOString().slice(0, 19).concat("Z");
  const news = made.filter(({ query, party, compared, decision, by, why }) => {
    const held = book.find(query, party, compared);
    return !held || held.reopened.length > 0 || held.decision !== decision || held.by !== by || held.why !== why;
  });
  if (news.length > 0) {
    const editions = editionsInForce(await referenceFrom(options));
    await appendDecisions(
      file,
      news.map((one) => ({ schemaVersion: "1", ...one, on, editions })),
    );
  }
  if (!options.quiet)
    process.stderr.write(`recorded ${news.length} decisions in ${file}; ${made.length - news.length} were there already\n`);
}

/** The editions that a decision is made on; of a source without a date of its own, the day on which it was imported. */
function editionsInForce({ catalogue, imports }: Reference): Record<string, string> {
  const imported = imports.map(({ id, edition, importedOn }) => [id, edition ?? importedOn] as const);
  return Object.fromEntries([["reference", catalogue.edition], ...imported]);
}

async function fromIds(ids: string[], { as: decision, by, why, name }: DecideOptions): Promise<Made[]> {
  if (ids.length === 0) return [];
  if (!decision || !by || !why) throw new UsageError("--as, --by and --why are needed: a decision says what, by whom and on what grounds.");
  const { readMatchId } = await import("../screen/index.js");
  return ids.map((id) => {
    const match = readMatchId(id);
    if (!match)
      throw new UsageError(`${id} is no match id. Expected one as the screening shows it, such as q7f3a91c20d4e:ofac-36:n91ab33.`);
    return { ...match, decision, by, why, ...(name ? { names: { query: name } } : {}) };
  });
}

/** Rows without a decision are passed over. All rows are read before anything is recorded. */
async function fromTable(path: string, options: DecideOptions): Promise<Made[]> {
  const text = await readFile(path).catch((error: Error) => {
    throw new UsageError(`${path}: ${error.message}. Expected the CSV of a screening.`);
  });
  const [{ delimiterOf, forEachRow }, { readMatchId }] = await Promise.all([
    import("../reference/import/csv.js"),
    import("../screen/index.js"),
  ]);
  const made: Made[] = [];
  const refuse = (line: number, reason: string) => {
    throw new UsageError(`${path}, line ${line}: ${reason} Nothing was recorded.`);
  };
  const header = (columns: readonly string[]) => {
    const missing = ["match_id", "decision"].filter((column) => !columns.includes(column));
    if (missing.length > 0) refuse(1, `no column is called ${missing.join(" or ")}. Expected the CSV of \`beholden screen --format csv\`.`);
  };
  await forEachRow(
    oneByOne(text),
    { delimiter: delimiterOf(text.toString("utf8", 0, 65_536)), header },
    (row) => {
      const given = row.cell("decision").toLowerCase();
      if (given === "") return;
      const decision = decisionKinds.find((kind) => kind === given);
      const match = readMatchId(row.cell("match_id"));
      const by = row.cell("by") || options.by;
      const why = row.cell("why") || options.why;
      if (!decision) return refuse(row.line, `the decision ${given.slice(0, 40)} is none. Expected ${decisionKinds.join(", ")}.`);
      if (!match) return refuse(row.line, "it has a decision and no match id.");
      if (!by || !why) return refuse(row.line, "it does not say by whom and why. Expected the columns by and why, or --by and --why.");
      made.push({ ...match, decision, by, why, names: { query: row.cell("query_name"), listed: row.cell("matched_name") } });
    },
    (line, reason) => refuse(line, `${reason}.`),
  );
  return made;
}

async function* oneByOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
