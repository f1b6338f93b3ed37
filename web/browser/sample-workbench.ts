import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { type Docket, openDocket } from "../../src/docket/index.js";
import type { ShelvedReview } from "../../src/model/index.js";
import { openDesk } from "../../src/reviews/desk.js";
import { type LocalAccess, localAccess } from "../../src/server/access/local.js";
import { type Served, serveDocket } from "../../src/server/serve.js";
import { madeOnce } from "./made-once.js";
import { sampleDocketFolder } from "./sample-docket.js";
import { exampleDay } from "./sample-review.js";

const executablePath = "/usr/bin/chromium";

/** Tests in the browser are skipped by name without it, or where the workbench was not built. */
export const cannotOpen = !existsSync(executablePath) || !existsSync("dist/web/index.html");

const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"];

let launched: Promise<Browser> | undefined;

/** The browser of this process, which ends with it; each workbench has its own context in it. */
function ownBrowser(): Promise<Browser> {
  launched ??= chromium.launch({ executablePath, args: quiet });
  return launched;
}

/** A server on folders of its own with a browser that is signed in to it, and what went wrong in its pages. */
export interface SampleWorkbench {
  readonly origin: string;
  readonly folder: string;
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly docket: Docket;
  /** The docket's own file, for the command line. */
  readonly database: string;
  /** Requests to anywhere else, scripts that failed, and what the content policy refused. */
  readonly faults: string[];
  /** Loads an address. */
  opened(path: string, page?: Page): Promise<Page>;
  /** Goes to an address within a page that is loaded, as a link would. */
  went(path: string, page: Page): Promise<void>;
  make(asked: object, page: Page): Promise<ShelvedReview>;
  /** Keeps the worked example, as the server of the first test that asked for it has made it. */
  keepExample(page: Page): Promise<ShelvedReview>;
  /** Ends the server as a crash would. */
  kill(): Promise<void>;
  /** Starts it again on the same port; gives the link of a new session. */
  restart(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Starts a server on new folders, and a browser on it.
 *
 * @param filled whether the docket has the sample cases
 */
export async function sampleWorkbench({ filled = false } = {}): Promise<SampleWorkbench> {
  const folder = mkdtempSync(join(tmpdir(), "beholden-served-"));
  const data = mkdtempSync(join(tmpdir(), "beholden-data-"));
  if (filled) cpSync(await sampleDocketFolder(), data, { recursive: true });
  const docket: Docket = await openDocket(join(data, "docket.db"), { create: true });
  let served: Served;
  let access: LocalAccess;
  const database = join(data, "docket.db");
  const start = async (port: number) => {
    served = await serveDocket({
      ...{ docket, host: "127.0.0.1", port, tell: (line) => faults.push(line), database, data },
      reviews: openDesk(data, folder),
      access: (bound) => {
        access = localAccess({ name: "ana", port: bound, clock: () => new Date(), onVoid: () => {} });
        return access;
      },
    });
    return `${served.origin}${access.newLink()}`;
  };
  const faults: string[] = [];
  const link = await start(0);
  const origin = new URL(link).origin;
  const browser = await ownBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  context.setDefaultTimeout(12_000);
  context.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`)) faults.push(`request to ${request.url()}`);
  });
  context.on("weberror", (error) => faults.push(`script: ${error.error().message}`));
  context.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  const first = await context.newPage();
  await first.goto(link);
  await first.close();
  const make = (asked: object, page: Page) =>
    page.evaluate(async (body) => {
      const headers = { "Content-Type": "application/json", "Beholden-Request": "1", "Idempotency-Key": crypto.randomUUID() };
      const answer = await fetch("/api/reviews", { method: "POST", headers, body: JSON.stringify(body) });
      return answer.json() as Promise<ShelvedReview>;
    }, asked);
  return {
    ...{ origin, folder, browser, context, docket, database, faults, make },
    async opened(path, page) {
      const shown = page ?? (await context.newPage());
      await shown.goto(`${origin}${path}`);
      await shown.locator("main h1, main [role=alert], main section").first().waitFor();
      return shown;
    },
    async went(path, page) {
      const go = (address: string) => page.evaluate((to) => history.pushState(null, "", to), address);
      // By way of nowhere, so that nothing of the screen before is taken for this one's.
      const nowhere = page.getByText("There is no such page");
      await go("/no-such-screen");
      await nowhere.waitFor();
      await go(path);
      await nowhere.waitFor({ state: "detached" });
      await page.locator("main h1, main [role=alert], main section").first().waitFor();
    },
    async keepExample(page) {
      // What was imported here would be in it, and is nobody else's.
      if (existsSync(join(data, "reference"))) return make({ example: true, asOf: exampleDay }, page);
      const own = join(data, "reviews");
      const kept = await madeOnce("example-kept", async (to) => {
        const { id } = await make({ example: true, asOf: exampleDay }, page);
        for (const name of readdirSync(own).filter((one) => one.startsWith(id))) cpSync(join(own, name), join(to, name));
      });
      cpSync(kept, own, { recursive: true });
      const about = readdirSync(kept).find((name) => name.endsWith(".about.json")) ?? "";
      return JSON.parse(readFileSync(join(kept, about), "utf8")) as ShelvedReview;
    },
    kill: () => served.stop(),
    restart: () => start(Number(new URL(origin).port)),
    async close() {
      await context.close();
      await served.stop();
      await docket.close();
      for (const one of [folder, data]) rmSync(one, { recursive: true, force: true });
    },
  };
}

/** How people have their pages. */
export const looks = ["light", "dark", "forced"] as const;

/** Shows a page in one of the looks. Forced colours are those of a light theme: of text axe-core takes the colour that it has without them. */
export function wear(page: Page, look: (typeof looks)[number]): Promise<void> {
  return page.emulateMedia(
    look === "forced" ? { colorScheme: "light", forcedColors: "active" } : { colorScheme: look, forcedColors: "none" },
  );
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core holds against a page under WCAG 2.2 AA and its best practices, each with where. */
export function violations(page: Page): Promise<string[]> {
  return violationsIn(page, "html");
}

/**
 * The same of a part of it.
 *
 * @param rules only these
 */
export async function violationsIn(page: Page, within: string, rules?: readonly string[]): Promise<string[]> {
  // From the top of the page: what is half behind the header that stays is there by the place that was scrolled to.
  if (within === "html") await page.evaluate("scrollTo(0, 0)");
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  return page.evaluate(`(async () => {
    const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const rules = ${JSON.stringify(rules ?? null)};
    const asked = { runOnly: rules ? { type: "rule", values: rules } : { type: "tag", values }, resultTypes: ["violations"] };
    const { violations } = await axe.run(${within === "html" ? "document" : JSON.stringify(within)}, asked);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ": " + target.join(" ") + ": " + failureSummary));
  })()`);
}
