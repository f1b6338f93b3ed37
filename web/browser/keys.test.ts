import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ShownCase, WorkList } from "../../src/model/index.js";
import { commandJson } from "./command.js";
import { routesOfTheWorkbench } from "./planted/screens.js";
import { sampleCases } from "./sample-docket.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench, violations } from "./sample-workbench.js";

const of = `/cases/${sampleCases.model}`;

/** What stands in the addresses of routes. */
const filled: Readonly<Record<string, string>> = {
  ...{ case: sampleCases.model, deadline: "response", item: "e1", letter: "l1", party: "alibaba-group-holding" },
  ...{ pack: "us-icts", template: "notice", source: "none" },
};

describe.skipIf(cannotOpen)("keys in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  let addresses: string[];
  /** Presses one key; whether something took it. */
  const pressed = async (key: string): Promise<boolean> => {
    await page.keyboard.press(key);
    return page.evaluate("window.taken === true");
  };
  /** What the sheet of the page lists, without what leads elsewhere. */
  const listed = async (): Promise<string[]> => {
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("heading", { name: "Keys" }).waitFor();
    const keys = await dialog
      .locator("dl > div dt")
      .evaluateAll((all) => all.map((one) => [...one.querySelectorAll("kbd")].map((key) => key.textContent ?? "").join(" ")));
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    return keys.filter((key) => !key.startsWith("Ctrl"));
  };
  /** Goes to an address, and notes from then on whether a key was taken. */
  const shown = async (address: string) => {
    await bench.went(address, page);
    await page.evaluate(`window.noting ??= (addEventListener("keydown", (event) => { window.taken = event.defaultPrevented; }), true)`);
  };

  beforeAll(async () => {
    bench = await sampleWorkbench({ filled: true });
    page = await bench.opened("/start");
    const { id } = await bench.keepExample(page);
    addresses = routesOfTheWorkbench().map((route) =>
      route.replace(/:(\w+)/g, (_, part: string) => (part === "review" ? id : (filled[part] ?? ""))),
    );
  }, 120_000);
  afterAll(() => bench?.close());
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

  it("takes each key that the sheet of a screen lists, on every screen", async () => {
    const going = new Set<string>();
    for (const address of addresses.filter((one) => one !== "/" && !one.includes("/findings/"))) {
      await shown(address);
      const keys = await listed();
      expect(keys, address).toContain("?");
      for (const key of keys.filter((one) => one.includes(" "))) going.add(key);
      // Where one goes is tried below, from one case and one review; what opens or leaves the page comes last.
      const own = keys.filter((one) => !one.includes(" ") && one !== "?");
      for (const key of [...own.filter((one) => one !== "n" && one !== "Enter"), ...own.filter((one) => one === "Enter")]) {
        if (new URL(page.url()).pathname !== address) await shown(address);
        expect(await pressed(key === "Esc" ? "Escape" : key), `${address}: ${key}`).toBe(true);
        // What got the focus by a key keeps what is typed next.
        await page.evaluate("document.activeElement.blur()");
      }
    }
    expect(going.size).toBeGreaterThan(15);
  }, 180_000);

  it("goes where it says, from a case and from a review", async () => {
    for (const address of [of, addresses.find((one) => /^\/reviews\/[0-9a-f]+$/.test(one)) ?? ""]) {
      await shown(address);
      for (const key of (await listed()).filter((one) => one.startsWith("g "))) {
        if (new URL(page.url()).pathname !== address) await shown(address);
        await page.keyboard.press("g");
        expect(await pressed(key.slice(2)), key).toBe(true);
      }
    }
  }, 90_000);

  it("is never a shortcut while one types", async () => {
    await shown("/cases");
    await page.getByLabel("Filter", { exact: true }).fill("");
    await page.getByLabel("Filter", { exact: true }).focus();
    await page.keyboard.type("jkn?gqu/");
    expect(await page.getByLabel("Filter", { exact: true }).inputValue()).toBe("jkn?gqu/");
    expect(new URL(page.url()).pathname).toBe("/cases");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  it("gets another letter, which this browser keeps, and is turned off", async () => {
    await shown("/work");
    await page.getByRole("table").waitFor();
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Change keys" }).click();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Change the letter j of: Next row" }).press("Enter");
    await page.keyboard.press("w");
    await dialog.getByRole("button", { name: "Change the letter w of: Next row" }).waitFor();
    await dialog.getByRole("button", { name: "Close" }).click();
    await page.reload();
    await shown("/work");
    await page.getByRole("table").waitFor();
    expect(await pressed("j")).toBe(false);
    expect(await pressed("w")).toBe(true);
    expect(new URL(page.url()).searchParams.get("selected")).not.toBeNull();
    await page.keyboard.press("?");
    await dialog.getByRole("button", { name: "Give every key its usual letter" }).click();
    await dialog.getByRole("checkbox").uncheck();
    await dialog.getByRole("button", { name: "Close" }).click();
    for (const key of ["j", "?", "n"]) expect(await pressed(key), key).toBe(false);
    await page.getByRole("button", { name: /^Keys/ }).click();
    await dialog.getByRole("checkbox").check();
    await dialog.getByRole("button", { name: "Close" }).click();
    expect(await pressed("j")).toBe(true);
  });

  it("opens with n what waits next from anywhere, and comes back to its row with the way back once it is done", async () => {
    const list = (await page.evaluate(`fetch("/api/work").then((answer) => answer.json())`)) as WorkList;
    const own = list.items.filter(({ group }) => group !== "others");
    await shown("/library");
    await page.keyboard.press("n");
    await page.getByText(`${own[0]?.ask}. ${own[0]?.caption}, case ${own[0]?.case}.`).waitFor();
    expect(new URL(page.url()).pathname.startsWith(`/cases/${own[0]?.case}/`)).toBe(true);
    await page.keyboard.press("n");
    await page.getByText(`${own[1]?.ask}. ${own[1]?.caption}, case ${own[1]?.case}.`).waitFor();
    // A case under review has no clock: what is next there is a step.
    await bench.opened(`/work?filter=${encodeURIComponent(`case:${sampleCases.review}`)}`, page);
    await page.getByRole("table").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Record: First interagency notification", exact: true }).press("Enter");
    await page.getByLabel("What happened").waitFor();
    await page.keyboard.press("Control+Enter");
    await page.getByRole("heading", { level: 1, name: "My work" }).waitFor();
    await page.getByText(/Recorded as event 2/).waitFor();
    expect(new URL(page.url()).searchParams.get("selected")).toContain(sampleCases.review);
    await page.keyboard.press("u");
    await page.getByText(/Undone: Recorded as event 2/).waitFor();
    const { events } = commandJson<ShownCase>("docket", "show", sampleCases.review, "--database", bench.database);
    expect(events[1]?.corrected).toBe("struck-out");
  }, 60_000);

  it("says who else is on a page of a case, on a server for a team", async () => {
    const seen = await bench.context.newPage();
    const asked: unknown[] = [];
    await seen.route("**/api/session", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), access: "team" } });
    });
    await seen.route("**/api/presence", async (route) => {
      asked.push(route.request().postDataJSON());
      const others = route.request().postDataJSON().leaves ? [] : ["ben.okafor"];
      await route.fulfill({ json: { schemaVersion: "1", others } });
    });
    await bench.opened(`${of}/docket`, seen);
    await seen.getByText("ben.okafor is on this page.").waitFor();
    expect(await violations(seen)).toEqual([]);
    await seen.getByRole("link", { name: "Library", exact: true }).click();
    await seen.getByText("ben.okafor is on this page.").waitFor({ state: "detached" });
    await expect.poll(() => asked).toContainEqual({ page: `${of}/docket`, leaves: true });
    await seen.close();
  });
});
