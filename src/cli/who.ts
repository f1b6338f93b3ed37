import { type Command, Option } from "commander";
import { type DataOptions, dataOption, referenceFrom } from "./data-folder.js";
import { readDay, today } from "./options.js";
import { type OutputOptions, outputColor, outputWidth, writeReport } from "./output.js";

/** `beholden who THING…`: an answer now; unknown is one, with exit status 0. */
export function addWhoCommand(program: Command): void {
  dataOption(program.command("who"))
    .summary("who runs a host, address, image, package or company")
    .description(
      "Who runs a host, URL, IP address, network, AS number, image, package URL, Terraform type or company name, and the path to each government.",
    )
    .argument("<thing...>", "what to look up")
    .option("--as-of <day>", "as of this day, UTC (default: today)")
    .addOption(new Option("--format <format>", "form of the answer").choices(["text", "json", "jsonl"]).default("text"))
    .option("--output <file>", "write the answer there")
    .option("-q, --quiet", "no remarks on standard error")
    .option("--no-color", "no colour on a terminal")
    .option("--offline", "never touch the network (always so for this command)")
    .action(runWho);
}

interface WhoOptions extends OutputOptions, DataOptions {
  asOf?: string;
  format: "text" | "json" | "jsonl";
}

async function runWho(things: string[], options: WhoOptions): Promise<void> {
  const asOf = options.asOf ? readDay(options.asOf) : today();
  const [{ who }, { renderWho }, reference] = await Promise.all([import("../who.js"), import("../report/who.js"), referenceFrom(options)]);
  const answers = things.map((thing) => who(thing, { asOf, reference }));
  await writeReport(renderWho(answers, options.format, { width: outputWidth(), color: outputColor(options) }), options);
}
