import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { addPerson } from "../../src/docket/index.js";
import type { Review } from "../../src/model/index.js";
import { CommandProcesses } from "../../src/server/commands/processes.js";
import { dayWords } from "../parts/days.js";
import { screenNumbers } from "./same-numbers.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench } from "./sample-workbench.js";
import type { Told } from "./told.js";

const asOf = "2026-11-27";
const routes = [...readFileSync(new URL("../app.tsx", import.meta.url), "utf8").matchAll(/<Route path="([^"]+)"/g)].map(([, path]) => path);

it("are compared on every screen of the workbench, or it is said why there are none", () => {
  expect(Object.keys(screenNumbers).sort()).toEqual(routes.toSorted());
});

describe.skipIf(cannotOpen)("the numbers of each screen in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  let told: Told;
  /** The command line itself, in a process that stays: its start is not what is looked at. */
  const commands = new CommandProcesses(1);
  const asked = new Map<string, Promise<unknown>>();
  const cli = <Answer>(...words: string[]): Promise<Answer> => {
    const key = words.join(" ");
    const known = asked.get(key) ?? answered(words);
    asked.set(key, known);
    return known as Promise<Answer>;
  };
  async function answered(words: readonly string[]): Promise<unknown> {
    const whole = [...words, ...(words[0] === "docket" || words[0] === "rules" ? [] : ["--data", dirname(bench.database)])];
    const request = { folder: process.cwd(), caller: "test", long: false, signal: AbortSignal.timeout(60_000) };
    const { output, problem, remarks } = await commands.run({ words: [...whole, "--format", "json"], ...request });
    if (problem) throw new Error(`beholden ${whole.join(" ")}: ${problem.message} ${remarks}`);
    return JSON.parse(new TextDecoder().decode(output));
  }

  beforeAll(async () => {
    bench = await sampleWorkbench({ filled: true });
    await addPerson(
      bench.docket,
      { id: "ben", name: "Ben Okafor", email: null, subject: null, roles: [] },
      { by: "Ana Ruiz", at: new Date().toISOString() },
    );
    const table = join(bench.folder, "suppliers.csv");
    for (const rows of [
      "S-1;Quux Software;company;DE\nS-2;Gone Ltd;company;GB\n",
      "S-1;Quux Software;company;RU\nS-3;New Oy;company;FI\n",
    ]) {
      writeFileSync(table, `ID;Name;Kind;Jurisdiction\n${rows}`);
      await answered(["reference", "import", table]);
    }
    page = await bench.opened("/start");
    const kept = (await bench.keepExample(page)).id;
    const review = await cli<Review>("review", "examples/meridian-retail", "--as-of", asOf);
    const docket = <Answer>(...words: string[]) => cli<Answer>("docket", ...words, "--database", bench.database);
    told = { cli, docket, review, kept, asOf };
  }, 120_000);
  afterAll(async () => {
    commands.stop();
    await bench?.close();
  });
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

  for (const [route, numbers] of Object.entries(screenNumbers)) {
    if ("none" in numbers) continue;
    it(`are those of the command line: ${route}`, async () => {
      const says = (await numbers.says?.(told)) ?? [];
      const rows = Object.entries((await numbers.rows?.(told)) ?? {});
      expect(says.length + rows.length, "nothing is compared").toBeGreaterThan(0);
      await bench.opened(numbers.at(told), page);
      for (const sentence of says) await holds(sentence);
      for (const [name, count] of rows)
        await page.waitForFunction(rowsOf, { name, count }).catch(() => {
          throw new Error(`the table "${name}" has not ${count} rows`);
        });
    });
  }

  /** Waits until words stand on the screen, whatever stands in which element; days may stand there as the screens write them. */
  async function holds(words: string): Promise<void> {
    const there = (wanted: readonly string[]) => {
      const text = (document.querySelector("main")?.textContent ?? "").replace(/\s+/g, " ");
      return wanted.some((one) => text.includes(one));
    };
    const asTold = words.replace(/\s+/g, " ");
    const wanted = [asTold, asTold.replace(/\d{4}-\d\d-\d\d/g, dayWords)];
    await page.waitForFunction(there, wanted, { timeout: 25_000 }).catch(async () => {
      throw new Error(`"${words}" is not there, but: ${(await page.locator("main").textContent())?.replace(/\s+/g, " ").slice(0, 1_500)}`);
    });
  }
});

/** Whether the table of a name has so many rows, drawn or not. Runs in the page. */
function rowsOf({ name, count }: { name: string; count: number }): boolean {
  const table = [...document.querySelectorAll("main table")].find((one) => one.querySelector("caption")?.textContent?.startsWith(name));
  if (!table) return count === 0;
  const said = table.getAttribute("aria-rowcount");
  return (said === null ? table.querySelectorAll("tbody tr").length : Number(said) - 1) === count;
}
