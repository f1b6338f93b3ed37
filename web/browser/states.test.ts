import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startIssuer } from "../../src/server/access/sample-issuer.js";
import { freeOrigin, listPerson, startTeam } from "../../src/server/access/sample-team.js";
import { sampleCases, sampleDocket } from "./sample-docket.js";
import { exampleResult } from "./sample-review.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench, violationsIn } from "./sample-workbench.js";
import { screenStates } from "./screen-states.js";

/** What a page does every two seconds until the server answers again, it does twenty times as often. */
const askAgainSoon = `{
  const every = window.setInterval;
  window.setInterval = (task, time, ...more) => every(task, time === 2_000 ? 100 : time, ...more);
}`;

/** What the server is made to do with what is asked of it. */
type Mode = "answers" | "waits" | "fails" | "is gone";

const failing = { title: "The server met a fault of its own.", action: "Report the code.", code: "fault 7f3a" };

describe.skipIf(cannotOpen)("the states of every screen in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  let mode: Mode = "answers";
  const held: (() => void)[] = [];
  const concrete = new Map<string, string>();
  const cli = (...words: string[]) => execFileSync(process.execPath, ["dist/beholden.js", ...words], { maxBuffer: 1 << 28 });

  beforeAll(async () => {
    bench = await sampleWorkbench();
    page = await bench.context.newPage();
    await page.addInitScript(askAgainSoon);
    await bench.opened("/start", page);
    // Who is signed in is known: what is looked at is how the screens themselves stand.
    await page.route(/\/api\/(?!session$|health$)/, answer);
  }, 60_000);
  afterAll(() => bench?.close());

  async function answer(route: Route): Promise<void> {
    if (mode === "waits") await new Promise<void>((go) => held.push(go));
    if (mode === "fails") return route.fulfill({ status: 500, contentType: "application/problem+json", body: JSON.stringify(failing) });
    if (mode === "is gone") return route.abort("connectionrefused");
    return route.continue();
  }
  const release = () => {
    mode = "answers";
    for (const go of held.splice(0)) go();
  };
  /** Goes to an address as a link would, with nothing in the page's memory of what it asked before. */
  const goTo = async (address: string, shown = page) => {
    await go("/no-such-screen", shown);
    await shown.getByText("There is no such page").waitFor();
    await readAgain(shown);
    await go(address, shown);
  };
  const go = (address: string, shown: Page) => shown.evaluate((to) => history.pushState(null, "", to), address);
  /** What another tab of this browser tells when it changed something: everything on the page is read again. */
  const readAgain = (shown: Page) =>
    shown.evaluate(() => {
      const channel = new BroadcastChannel("beholden");
      channel.postMessage("/api/");
      channel.close();
    });
  const settled = (shown = page) => shown.waitForFunction(() => !document.querySelector("main [aria-busy=true], main [role=alert]"));
  const main = () => page.locator("main");
  const accessible = async (what: string, within = "main", shown = page) =>
    expect(await violationsIn(shown, within), `${page.url()} ${what}`).toEqual([]);

  it.each([
    ["/reviews", "No review is here yet."],
    ["/work", "No case is here yet."],
    ["/cases", "No case is here yet."],
    ["/parties", "No kept review names a party yet."],
    ["/record", "Nothing was recorded yet."],
    ["/changes", "No import is kept as a change yet."],
    ["/library/lists", "Nothing was imported yet."],
  ])("nothing is there yet: %s", async (address, words) => {
    await goTo(address);
    await main().getByText(words, { exact: false }).first().waitFor();
    await accessible("with nothing there");
  });

  it("is filled", async () => {
    await sampleDocket(bench.docket);
    const table = join(bench.folder, "suppliers.csv");
    for (const rows of ["S-1;Quux Software;company;DE\n", "S-1;Quux Software;company;RU\n"]) {
      writeFileSync(table, `ID;Name;Kind;Jurisdiction\n${rows}`);
      cli("reference", "import", table, "--data", dirname(bench.database));
    }
    const result = await exampleResult();
    writeFileSync(join(bench.folder, "review.json"), result);
    const { reviews } = await page.evaluate<{ reviews: { id: string }[] }>("fetch('/api/reviews').then((answer) => answer.json())");
    const work = await page.evaluate<{ items: { case: string; about: string; object: string | null }[] }>(
      "fetch('/api/work').then((answer) => answer.json())",
    );
    const deadline = work.items.find((one) => one.case === sampleCases.model && one.about === "deadline")?.object ?? "";
    const of = { review: reviews[0]?.id ?? "", finding: JSON.parse(result.toString()).findings[0].id, case: sampleCases.model, deadline };
    const names = { ...of, letter: "l1", item: "e1", party: "alibaba-group-holding", source: "user-suppliers", pack: "us-icts" };
    for (const { route } of screenStates) {
      concrete.set(
        route,
        route.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent({ ...names, template: "information-demand" }[name] ?? "")),
      );
    }
  }, 150_000);

  it.each(screenStates)(
    "fails, waits, shows, and says of when it is: $route",
    async ({ route, what }) => {
      const address = concrete.get(route) ?? "";
      mode = "fails";
      await goTo(address);
      await main().locator("h1, [role=alert]").first().waitFor();
      if (what !== null) {
        const alert = main().getByRole("alert", { name: `Could not read ${what}` });
        await alert.getByText("still works", { exact: false }).waitFor();
        await alert.getByText(failing.code).waitFor();
        await accessible("that failed");
        mode = "waits";
        // One that was pressed is gone at once: all that are there are pressed together, until none comes after them.
        const again = main().getByRole("button", { name: "Try again" });
        const pressAll = () => again.evaluateAll((all) => all.map((one) => (one as HTMLElement).click()).length);
        while ((await pressAll()) > 0);
        await main().getByText(`Reading ${what}…`).first().waitFor({ state: "attached" });
        expect(await main().locator("[aria-busy=true]").count()).toBeGreaterThan(0);
        await accessible("that waits");
      }
      release();
      if (what === null) await goTo(address);
      await settled();
      await main().locator("h1, h2").first().waitFor();
      if (what === null || route === "/") return;
      mode = "is gone";
      await readAgain(page);
      const note = main()
        .getByRole("status")
        .filter({ hasText: /^This is / })
        .first();
      if (!/record$/.test(route))
        expect(await note.textContent()).toMatch(/ as read on \d+ \w+ 20\d\d, \d\d:\d\d .*The server does not answer\./);
      await page.getByRole("status").filter({ hasText: "The server does not answer. What you see" }).first().waitFor();
      expect(await main().getByRole("alert").count()).toBe(0);
      await accessible("that is old", "main :is([role=status], h1)");
      release();
      await page.getByRole("status").filter({ hasText: "The server does not answer. What you see" }).first().waitFor({ state: "detached" });
    },
    20_000,
  );

  it.each<[string, string]>([
    ["/cases?filter=nothing-like-it", "No case matches the filter."],
    ["/work?filter=nothing-like-it", "Nothing that waits matches the filter."],
    ["/record?filter=nothing-like-it", "No entry that was read matches the filter."],
    ["/parties?filter=nothing-like-it", "No party matches the filter."],
    ["/library/laws?text=nothing-like-it", "No pack has these words."],
    ["/library/measures?text=nothing-like-it", "No measure has these words."],
    [`/cases/${sampleCases.model}/docket?filter=nothing-like-it`, "No event matches the filter."],
    [`/cases/${sampleCases.model}/evidence?filter=nothing-like-it`, "No file matches the filter."],
    [`/cases/${sampleCases.review}/letters`, "No letter is drafted yet."],
    [`/cases/${sampleCases.review}/decisions`, "Nothing has been decided yet."],
    [`/cases/${sampleCases.review}/runs`, "No run belongs to this case yet."],
    [`/cases/${sampleCases.plain}/docket`, "Nothing has happened yet."],
  ])("nothing matches, or nothing is there yet in this one: %s", async (address, words) => {
    await goTo(address);
    await main().getByText(words, { exact: false }).first().waitFor();
    await accessible("with nothing in it");
  });

  it("says who may not see a screen what it would show and whom to ask, by a server that decides so", async () => {
    const origin = await freeOrigin();
    const issuer = await startIssuer(origin);
    issuer.accounts.set("s-adam", {});
    issuer.next.subject = "s-adam";
    await listPerson(bench.docket, "adam", ["administrator"], { subject: "s-adam" });
    const team = await startTeam(bench.docket, issuer.address, { origin });
    const context = await bench.browser.newContext({ viewport: { width: 1280, height: 900 } });
    try {
      const shown = await context.newPage();
      await shown.goto(`${origin}/sign-in`);
      // Reviews are not theirs: they begin where there is something for them.
      await shown.waitForURL(`${origin}/settings`);
      for (const { route, what, forAdministrators } of screenStates) {
        await goTo(concrete.get(route) ?? "", shown);
        if (forAdministrators) {
          await shown.locator("main h1").waitFor();
          continue;
        }
        const alert = shown.getByRole("alert", { name: `You may not see ${what}` });
        await alert.getByText("Ask an administrator for a role that allows it.", { exact: false }).waitFor();
        expect(await alert.getByRole("button", { name: "Try again" }).count()).toBe(0);
      }
      await accessible("that is forbidden", "main", shown);
    } finally {
      await context.close();
      await team.served.stop();
      await issuer.stop();
    }
  }, 60_000);
});
