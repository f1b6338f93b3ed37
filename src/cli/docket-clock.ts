import type { Command } from "commander";
import type { ShownCase } from "../model/index.js";
import { look } from "./docket-case.js";
import { answer, type DocketCommandOptions, docketOptions, withDocket } from "./docket-session.js";
import { writeReport } from "./output.js";

interface ClockOptions extends DocketCommandOptions {
  asOf?: string;
}

/** Adds `docket why` and `docket calendar`. */
export function addClockCommands(docket: Command): void {
  docketOptions(docket.command("why"))
    .description("why a deadline ends on its day: every day counted, weekends and federal holidays named, pauses and extensions shown")
    .argument("<case>", "id of the case")
    .argument("<deadline>", "the deadline as `docket show` names it, such as response, or concurrence/Justice where each agency has one")
    .option("--as-of <day>", "as of this day (default: today where the office is)")
    .action(async (id: string, deadline: string, options: ClockOptions) => {
      const [{ whyDeadline }, { renderWhy }, { headWords }] = await Promise.all([
        import("../docket/index.js"),
        import("../report/docket/why.js"),
        import("../report/docket/words.js"),
      ]);
      const count = await withDocket(options, false, (one) =>
        one.read(async (view) => ({ ...(await whyDeadline(view, id, deadline, look(options))), head: await view.head() })),
      );
      await answer(count, options, (one, shown) => `${renderWhy(one, "text", shown)}${headWords(one.head)}\n`);
    });

  docketOptions(docket.command("calendar"))
    .description("deadlines as a calendar file (.ics) for a mail program: of one case, or of all; with --format json, the cases")
    .argument("[case]", "id of the case (default: all)")
    .option("--as-of <day>", "as of this day (default: today where the office is)")
    .action(async (id: string | undefined, options: ClockOptions) => {
      const { calendarFile, deadlinesFor, listedCase, showCases } = await import("../docket/index.js");
      const { cases, head } = await withDocket(options, false, (one) =>
        one.read(async (view) => ({ cases: await showCases(view, id, look(options)), head: await view.head() })),
      );
      const listed = (one: ShownCase) => {
        const { withheld: _, ...shown } = listedCase(one, "restricted");
        return shown;
      };
      await writeReport(
        options.format === "json" ? `${JSON.stringify(cases.map(listed), null, 2)}\n` : calendarFile(cases.flatMap(deadlinesFor), head),
        options,
      );
    });
}
