import type { Command } from "commander";
import type { FactEdit } from "../docket/index.js";
import type { HandlingMark } from "../model/index.js";
import { done, handlingOption } from "./docket-evidence.js";
import {
  answer,
  type DocketCommandOptions,
  docketOptions,
  doingOf,
  type ReadingOptions,
  type RecordingOptions,
  readingOptions,
  readOf,
  recordingOptions,
  withDocket,
  withReading,
} from "./docket-session.js";
import { UsageError } from "./exit.js";
import { repeat } from "./options.js";

interface FactOptions extends RecordingOptions {
  quote: string[];
  supposed?: boolean;
  handling?: HandlingMark;
  note?: string;
  text?: string;
  why?: string;
}

/** Adds `docket fact …`. */
export function addFactCommands(docket: Command): void {
  const fact = docket.command("fact").description("facts of a case, with the quotes that each rests on; one without is listed as that");

  handlingOption(recordingOptions(fact.command("add")))
    .description("state a fact")
    .argument("<case>", "id of the case")
    .argument("<text>", "the fact, as a sentence")
    .option("--quote <id>", "a quote that it rests on, such as q1; repeatable", repeat, [])
    .option("--supposed", "it is taken as given, without evidence, and told as that")
    .option("--note <text>", "what matters about it")
    .action(async (of: string, text: string, options: FactOptions) => {
      const { stateFact } = await import("../docket/index.js");
      const { quote: quotes, supposed, handling, note } = options;
      await done(
        await withDocket(options, false, (one) => stateFact(one, of, { text, quotes, supposed, handling, note }, doingOf(options))),
        options,
      );
    });

  docketOptions(fact.command("list"))
    .description("the facts of a case with their quotes, and what each rests on")
    .argument("<case>", "id of the case")
    .option("--without-evidence", "only those that rest on no quote that stands")
    .action(async (of: string, options: DocketCommandOptions & { withoutEvidence?: boolean }) => {
      const [{ listedFacts, listFacts }, { factListText }] = await Promise.all([
        import("../docket/index.js"),
        import("../report/docket/facts.js"),
      ]);
      const { withheld: _, ...list } = await withDocket(options, false, async (one) =>
        listedFacts(await one.read((view) => listFacts(view, of)), "restricted"),
      );
      const facts = options.withoutEvidence ? list.facts.filter(({ support }) => support !== "quoted") : list.facts;
      await answer({ ...list, facts }, options, factListText);
    });

  readingOptions(fact.command("show"))
    .description("a fact with the quotes that it rests on. To open a restricted one is an entry of the record")
    .argument("<case>", "id of the case")
    .argument("<id>", "the fact, such as f1")
    .action(async (of: string, id: string, options: ReadingOptions) => {
      const [{ showFact }, { factText }] = await Promise.all([import("../docket/index.js"), import("../report/docket/facts.js")]);
      const shown = await withReading(options, async (one) => {
        const found = await one.read((view) => showFact(view, of, id));
        const quotes = found.quotes.flatMap((quote) => readOf(of, `quote ${shortEnd(quote.id)}`, quote.quote.handling));
        return { shown: found, read: [...readOf(of, `fact ${shortEnd(found.id)}`, found.fact.handling), ...quotes] };
      });
      await answer(shown, options, factText);
    });

  handlingOption(recordingOptions(fact.command("edit")))
    .description("change the words of a fact, its quotes or its mark")
    .argument("<case>", "id of the case")
    .argument("<id>", "the fact, such as f1")
    .option("--text <text>", "the fact, as a sentence")
    .option("--quote <id>", "a quote that it rests on, in place of those it has; repeatable", repeat, [])
    .option("--supposed", "it is taken as given, without evidence")
    .option("--no-supposed", "it is not supposed any more")
    .option("--note <text>", "what matters about it")
    .option("--why <text>", "on what grounds")
    .action(async (of: string, id: string, options: FactOptions) => {
      const { editFact } = await import("../docket/index.js");
      const { text, quote, supposed, handling, note } = options;
      const edit: FactEdit = {
        ...(text === undefined ? {} : { text }),
        ...(quote.length === 0 ? {} : { quotes: quote }),
        ...(supposed === undefined ? {} : { supposed }),
        ...(handling === undefined ? {} : { handling }),
        ...(note === undefined ? {} : { note }),
      };
      if (Object.keys(edit).length === 0)
        throw new UsageError("nothing to change. Expected --text, --quote, --supposed, --handling or --note.");
      await done(await withDocket(options, false, (one) => editFact(one, of, id, edit, options.why ?? null, doingOf(options))), options);
    });

  recordingOptions(fact.command("withdraw"))
    .description("withdraw a fact; it stays in the record")
    .argument("<case>", "id of the case")
    .argument("<id>", "the fact, such as f1")
    .requiredOption("--why <text>", "on what grounds")
    .action(async (of: string, id: string, options: FactOptions & { why: string }) => {
      const { withdrawFact } = await import("../docket/index.js");
      await done(await withDocket(options, false, (one) => withdrawFact(one, of, id, options.why, doingOf(options))), options);
    });
}

function shortEnd(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
