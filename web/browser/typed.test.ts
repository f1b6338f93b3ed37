import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sampleCases } from "./sample-docket.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench } from "./sample-workbench.js";
import { type TypedForm, typedForms } from "./typed-forms.js";

describe.skipIf(cannotOpen)("what is typed, in Chromium (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  beforeAll(async () => {
    bench = await sampleWorkbench({ filled: true });
    const table = join(bench.folder, "suppliers.csv");
    for (const rows of ["S-1;Quux Software;company;DE\n", "S-1;Quux Software;company;RU\n"]) {
      writeFileSync(table, `ID;Name;Kind;Jurisdiction\n${rows}`);
      execFileSync(process.execPath, ["dist/beholden.js", "reference", "import", table, "--data", dirname(bench.database)]);
    }
    page = await bench.opened("/start");
  }, 90_000);
  afterAll(() => bench?.close());
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

  /** Goes to a form as a link would, and gives its field. */
  const fieldOf = async ({ address, opens = [], label }: TypedForm, shown = page) => {
    await bench.went(address, shown);
    const main = shown.locator("main");
    for (const one of opens) {
      const [kind, name = ""] = one.split(":");
      if (kind === "file") {
        await main.locator("input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from("Keys are ours.") });
        continue;
      }
      const opener = kind === "summary" ? main.locator("summary", { hasText: name }) : main.getByRole("button", { name });
      await opener.click();
    }
    return main.getByLabel(label, typeof label === "string" ? { exact: true } : {}).first();
  };
  const words = ({ draft }: TypedForm) => `Typed into ${draft}, and not sent.`;

  it("is kept by every form when the server is killed and the page is gone, and is offered in another tab", async () => {
    for (const form of typedForms) await (await fieldOf(form)).fill(words(form));
    await bench.kill();
    await page.close();
    const link = await bench.restart();
    page = await bench.context.newPage();
    await page.goto(link);
    for (const form of typedForms) {
      // The tab that it was typed in is gone: what it left is offered to this one, which had typed nothing.
      const field = await fieldOf(form);
      const offered = page.locator("main").getByRole("button", { name: "Go on with it" });
      // Where a screen has two forms, both offers were taken with the first.
      const isThere = async () => (await offered.count()) > 0 || (await field.inputValue()) === words(form);
      await expect.poll(isThere, { message: form.draft, timeout: 8_000 }).toBe(true);
      while ((await offered.count()) > 0) await offered.first().click();
      expect(await field.inputValue(), form.draft).toBe(words(form));
    }
    await page.reload();
    for (const form of typedForms) expect(await (await fieldOf(form)).inputValue(), form.draft).toBe(words(form));
  }, 120_000);

  it("is not written over by a tab that was duplicated", async () => {
    const [note] = typedForms.filter(({ draft }) => draft === "note") as [TypedForm];
    const copied = page.waitForEvent("popup");
    // A page that a script opens begins with the session storage of the one that opened it, as a duplicated tab does.
    await page.evaluate((to) => void window.open(to, "_blank"), note.address);
    const copy = await copied;
    await copy.getByLabel("Note", { exact: true }).fill("Typed into the copy.");
    expect(await (await fieldOf(note)).inputValue()).toBe(words(note));
    await page.reload();
    expect(await page.getByLabel("Note", { exact: true }).inputValue()).toBe(words(note));
    expect(await copy.getByLabel("Note", { exact: true }).inputValue()).toBe("Typed into the copy.");
    await copy.close();
  });

  const model = `/api/cases/${sampleCases.model}`;
  it.each<{ draft: string; path: string; method: string; theirs: object; submit: RegExp; told: RegExp; saved: string }>([
    {
      ...{ draft: "edit", path: model, method: "PATCH", theirs: { caption: "Theirs" } },
      ...{ submit: /^Save/, told: /caption/, saved: "caption" },
    },
    {
      ...{ draft: "fact", path: `${model}/facts/f1`, method: "PATCH", theirs: { text: "Theirs" } },
      ...{ submit: /^Save f1/, told: /text/, saved: "text" },
    },
    {
      ...{ draft: "letter", path: `${model}/letters/l1`, method: "PATCH", theirs: { fields: { to: "Theirs" } } },
      ...{ submit: /^Save 1 changed/, told: /to/, saved: "to" },
    },
    {
      ...{ draft: "template", path: "/api/templates", method: "POST", theirs: {} },
      ...{ submit: /^Save as/, told: /text/, saved: "text" },
    },
  ])(
    "is shown beside what another saved meanwhile, and neither is lost: $draft",
    async ({ draft, path, method, theirs, submit, told, saved }) => {
      const form = typedForms.find((one) => one.draft === draft) as TypedForm;
      const field = await fieldOf(form);
      // A template has to be one to be saved.
      const text = draft === "template" ? `${await templateOf(page)}\nMine.\n` : words(form);
      await field.fill(text);
      const body = draft === "template" ? { text: `${await templateOf(page)}\nTheirs.\n` } : theirs;
      // Somebody else, elsewhere: this tab is not told.
      expect(await saidBy(page, { path, method, body })).toBeLessThan(300);
      const main = page.locator("main");
      await main.getByRole("button", { name: submit }).first().click();
      const alert = main.getByRole("alert").filter({ hasText: "Somebody else saved first. Nothing of yours is lost" });
      const clash = alert.getByRole("group", { name: told });
      await clash
        .getByText(/Theirs/)
        .first()
        .waitFor();
      expect(await clash.textContent()).toContain(draft === "template" ? "Mine." : text);
      expect(await field.inputValue()).toBe(text);
      await clash.getByLabel("Mine stands").check();
      await alert.getByRole("button", { name: "Save the merged version" }).click();
      await alert.waitFor({ state: "detached" });
      const read = draft === "template" ? "/api/templates/information-demand" : draft === "fact" ? `${model}/facts` : path;
      const after = await page.evaluate((one) => fetch(one).then((answer) => answer.text()), read);
      expect(after, saved).toContain(draft === "template" ? "Mine." : text);
    },
    30_000,
  );
});

function templateOf(page: Page): Promise<string> {
  return page.evaluate(async () => ((await (await fetch("/api/templates/information-demand")).json()) as { text: string }).text);
}

function saidBy(page: Page, { path, method, body }: { path: string; method: string; body: object }): Promise<number> {
  return page.evaluate(
    async (asked) => {
      const headers = { "Content-Type": "application/json", "Beholden-Request": "1", "Idempotency-Key": crypto.randomUUID() };
      return (await fetch(asked.path, { method: asked.method, headers, body: JSON.stringify(asked.body) })).status;
    },
    { path, method, body },
  );
}
