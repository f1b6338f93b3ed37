import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import * as pages from "../../src/server/access/pages.js";
import { secured } from "../../src/server/security/headers.js";
import { cannotOpen, looks, type SampleWorkbench, sampleWorkbench, violations, wear } from "./sample-workbench.js";

const { wrongLink, notListed, flowOver, answerNotValid, issuerAway, signedOut } = pages;
const shown = { wrongLink, notListed, flowOver, answerNotValid, issuerAway, signedOut };

describe.skipIf(cannotOpen)("signing in, in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  /** The pages of sign-in alone, as a server of a team gives them. */
  let server: Server;
  let address = "";

  beforeAll(async () => {
    bench = await sampleWorkbench();
    server = createServer(async ({ url = "" }, answer) => {
      const named = shown[url.slice(1) as keyof typeof shown];
      const made = secured(url === pages.stylePath ? pages.styleAnswer() : pages.pageAnswer(named ?? signedOut), {
        page: true,
        encrypted: false,
      });
      answer.writeHead(made.status, Object.fromEntries(made.headers)).end(await made.text());
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    page = await (await bench.browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  }, 60_000);
  afterAll(async () => {
    server?.close();
    await page?.context().close();
    await bench?.close();
  });
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

  it.each(looks)("has no fault of accessibility on any of its pages, and its style (%s)", async (look) => {
    await wear(page, look);
    for (const name of Object.keys(shown)) {
      await page.goto(`${address}/${name}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await violations(page), name).toEqual([]);
      // The content policy lets the style in.
      expect(await page.evaluate("getComputedStyle(document.querySelector('main')).borderRadius"), name).toBe("10px");
    }
  });

  it("does not scroll sideways at 390 pixels", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const name of Object.keys(shown)) {
      await page.goto(`${address}/${name}`);
      expect(await page.evaluate("document.documentElement.scrollWidth"), name).toBe(390);
    }
  });

  it("says of a link that was used or is of a server that ended what to do, as a page to people and as a problem to programs", async () => {
    const fresh = await (await bench.browser.newContext()).newPage();
    await fresh.goto(`${bench.origin}/enter?token=used`);
    await fresh.getByRole("heading", { name: "This link opens nothing any more" }).waitFor();
    await fresh.getByText("Press Enter where beholden serve runs").waitFor();
    expect(await fresh.evaluate("getComputedStyle(document.querySelector('main')).borderRadius")).toBe("10px");
    expect(await fresh.context().cookies()).toEqual([]);
    const told = await fetch(`${bench.origin}/enter?token=used`, { headers: { Accept: "application/json" } });
    expect([told.status, ((await told.json()) as { code: string }).code]).toEqual([401, "wrong-link"]);
    await fresh.context().close();
  });

  it("says that a session is over: at one's own server by a new link, at a team's by its page, which leads back", async () => {
    const fresh = await (await bench.browser.newContext()).newPage();
    await fresh.goto(`${bench.origin}/work`);
    await fresh.getByText("This session is over.", { exact: false }).waitFor();
    await fresh.getByText("open the link that it prints", { exact: false }).first().waitFor();
    await fresh.getByRole("heading", { level: 1, name: "My work" }).waitFor();
    expect(await violations(fresh)).toEqual([]);
    // Of a team: somebody who retired, whose time is over, or whose server forgot them.
    await fresh.route("**/api/**", (route) =>
      route.fulfill({
        status: 401,
        headers: { "Content-Type": "application/problem+json", "Beholden-Sign-In": "/sign-in" },
        body: JSON.stringify({ title: "Nobody is signed in.", action: "Sign in at /sign-in.", code: "not-signed-in" }),
      }),
    );
    await fresh.goto(`${bench.origin}/cases?filter=is:open`);
    const link = fresh.getByRole("link", { name: "Sign in again" });
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe(`/sign-in?back=${encodeURIComponent("/cases?filter=is:open")}`);
    await fresh.getByRole("heading", { level: 1, name: "Cases" }).waitFor();
    expect(await violations(fresh)).toEqual([]);
    await fresh.context().close();
  });
});
