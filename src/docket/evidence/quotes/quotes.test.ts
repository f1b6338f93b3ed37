import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PageTexts } from "../../../model/index.js";
import { evenText, readable } from "./even-text.js";
import { evenPages, recheckQuote } from "./recheck-quote.js";
import { findQuote, type Wanted } from "./take-quote.js";
import { wordChanges } from "./word-changes.js";

const texts = (...pages: string[]): PageTexts => ({
  schemaVersion: "1",
  extractor: "by hand",
  pages: pages.map((text, index) => ({ label: String(index + 1), text })),
});
const recheck = (quote: Parameters<typeof recheckQuote>[0], now: PageTexts) => recheckQuote(quote, evenPages(now));
const find = (page: string, exact: string, more: Partial<Wanted> = {}) => findQuote(texts(page), { exact, ...more });

describe("a quote", () => {
  it("is found with its place and its neighbourhood", () => {
    const page =
      "The Provider is organised under the laws of Examplia. Its parent holds all of its shares and appoints every director of it.";
    const [found, ...others] = find(page, "Its parent holds all of its shares");
    expect(others).toEqual([]);
    expect(found?.place).toEqual({ page: 1, label: "1", start: 54, end: 88 });
    expect(page.slice(54, 88)).toBe("Its parent holds all of its shares");
    expect(found?.selector).toEqual({
      exact: "Its parent holds all of its shares",
      prefix: "organised under the laws of Examplia. ",
      suffix: " and appoints every director of it.",
    });
    expect(found?.selector.prefix.length).toBeGreaterThanOrEqual(32);
    expect(found?.selector.suffix.length).toBeGreaterThanOrEqual(32);
  });

  it.each([
    ["space and line ends", "the parent\u00a0 holds\nall", "the parent holds all"],
    ["ligatures", "the ﬁnal oﬃce ﬂoor", "the final office floor"],
    ["a hyphen that the line's end put in", "an inter-\nnational data centre", "an international data centre"],
    ["a hyphen of the word's own at a line's end", "a state-\nowned company", "a state-owned company"],
    ["both in one", "a state-\nowned inter-\nnational company", "a state-owned international company"],
    ["a soft hyphen", "inter\u00adnational law", "international law"],
    ["a line's end in Chinese", "国家安全审查办\n公室依法进行审查", "审查办公室依法"],
    ["what was copied with its line's end", "an international data centre", "an inter-\nnational data"],
  ])("is found through %s", (_, page, exact) => {
    expect(find(`So it says: ${page}. Nothing else.`, exact)).toHaveLength(1);
  });

  it.each([
    ["half a word", "the use is unlawful here", "lawful here"],
    ["a word's beginning", "the holdings of it", "the holding"],
    ["another case", "The parent holds all", "the parent holds all"],
    ["words without the hyphen that is in the middle of a line", "they re-sign the contract", "they resign the contract"],
    ["another number", "within 30 days", "within 3 days"],
    ["a word less", "it does not hold the keys", "it does hold the keys"],
    ["words over two pages", "ends here", "ends here begins there"],
  ])("is not found by %s", (_, page, exact) => {
    expect(findQuote(texts(page, "begins there"), { exact })).toEqual([]);
  });

  it("is told with its first words not cut, where the page begins a little before them", () => {
    // Thirty-two characters before the quote stand within the first word, before which there is no space.
    const [long] = find("Telecommunications carriers and their owners hold the keys.", "hold the keys");
    expect(long?.selector.prefix).toBe("Telecommunications carriers and their owners ");
  });

  it("that stands in several places is told apart by page, prefix and suffix", () => {
    const two = texts("First. The keys are held by the customer. End.", "Second. The keys are held by the customer! Over.");
    const exact = "The keys are held by the customer";
    expect(findQuote(two, { exact })).toHaveLength(2);
    expect(findQuote(two, { exact, page: 2 }).map(({ place }) => place.page)).toEqual([2]);
    expect(findQuote(two, { exact, prefix: "First." }).map(({ place }) => place.page)).toEqual([1]);
    expect(findQuote(two, { exact, suffix: "! Over" }).map(({ place }) => place.page)).toEqual([2]);
    expect(findQuote(two, { exact, page: 1, suffix: "! Over" })).toEqual([]);
  });

  it("keeps as much of its neighbourhood as tells its places apart", () => {
    const filler = "and so it goes on for a good while without any difference at all ";
    const page = `One ${filler}the keys ${filler} Two ${filler}the keys ${filler} Three`;
    const [first, second] = find(page, "the keys");
    expect(first?.selector).not.toEqual(second?.selector);
  });
});

const before = "By the agreement of 3 May the parties settled what follows.";
const exact = "The operator keeps the keys of every customer in the country.";
const after = "This clause ends with the agreement and not before that day.";
const original = texts(`Preamble of the paper.\n${before} ${exact} ${after}\nSigned.`, "Annex without anything of note.");
const [taken] = findQuote(original, { exact });
if (!taken) throw new Error("not there");

const outcome = (...pages: string[]) => recheck(taken, texts(...pages));

describe("a re-check", () => {
  it("finds the very words among the same neighbours, however they are laid out", () => {
    expect(recheck(taken, original).outcome).toBe("found");
    expect(outcome(`A new line.\n${before}\n${exact.replace("customer", "cus-\ntomer")} ${after}`).outcome).toBe("found");
  });

  it("says that they moved, to another page or among other neighbours", () => {
    expect(outcome("A new cover.", `${before} ${exact} ${after}`)).toMatchObject({ outcome: "moved", place: { page: 2 } });
    expect(outcome(`Quite another text around it now. ${exact} And here too it is another one.`)).toMatchObject({ outcome: "moved" });
  });

  it("says what changed where the neighbours are there", () => {
    const now = "The customer keeps the keys of every customer in the country.";
    expect(outcome(`${before} ${now} ${after}`)).toMatchObject({
      outcome: "changed",
      now,
      changes: [
        { kind: "same", text: "The" },
        { kind: "removed", text: "operator" },
        { kind: "added", text: "customer" },
        { kind: "same", text: "keeps the keys of every customer in the country." },
      ],
    });
  });

  it("says changed where one neighbour is there, with much of the words", () => {
    expect(outcome(`${before} The operator keeps the keys of no customer in the country. Another end of it all.`).outcome).toBe("changed");
  });

  it("does not slide to a look-alike: changed at its place, though the very words stand elsewhere", () => {
    const short = findQuote(texts(`${before} within 30 days ${after}`), { exact: "within 30 days" })[0];
    if (!short) throw new Error("not there");
    const now = texts(`${before} within 60 days ${after} Fees are due within 30 days of the invoice.`);
    expect(recheck(short, now)).toMatchObject({ outcome: "changed", now: "within 60 days" });
  });

  it("does not take short words elsewhere for the quote", () => {
    const short = findQuote(texts(`${before} within 30 days ${after}`), { exact: "within 30 days" })[0];
    if (!short) throw new Error("not there");
    const gone = recheck(short, texts("Fees are due within 30 days of the invoice."));
    expect(gone).toMatchObject({ outcome: "gone", place: null });
    expect(gone.because).toContain("the same words stand once among other neighbours, which is not taken for the quote");
  });

  it("does not take a short word for the quote because both begin their page", () => {
    const short = findQuote(texts(`No data of customers leave the country, as the operator says of itself.`), { exact: "No" })[0];
    if (!short) throw new Error("not there");
    expect(recheck(short, texts("No customer asked for it."))).toMatchObject({ outcome: "gone", place: null });
  });

  it("tells the nearest of places that nothing tells apart", () => {
    const page = Array(40).fill("The keys stay here. ").join("");
    const { selector, place } = findQuote(texts(page), { exact: "The keys stay here." })[20] ?? {};
    if (!selector || !place) throw new Error("not there");
    expect(place.start).toBe(400);
    expect(recheck({ selector, place }, texts(page)).place?.start).toBe(400);
  });

  it("is soon done where the neighbour of a long quote stands everywhere", () => {
    const all = (from: number) => Array.from({ length: 2000 }, (_, at) => `w${from + at}`).join(" ");
    const heading = "This line stands above every page of it.";
    const [long] = findQuote(texts(`${heading} ${all(0)}`), { exact: all(0) });
    if (!long) throw new Error("not there");
    const began = process.cpuUsage().user;
    expect(
      recheck(
        long,
        texts(
          Array(300)
            .fill(`${heading} ${all(5000)}`)
            .join("\n"),
        ),
      ).outcome,
    ).toBe("changed");
    expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(3);
  }, 60_000);

  it("says that they are gone, with or without their neighbours", () => {
    expect(outcome(`${before} ${after}`)).toMatchObject({ outcome: "gone", because: expect.stringContaining("taken out") });
    expect(outcome("Another paper.")).toMatchObject({ outcome: "gone", now: null });
    expect(outcome("The operator keeps the keys of every customer in the cities, so they say elsewhere.").outcome).toBe("gone");
  });
});

/** Words of which none is part of another, and texts of them in which no sequence of three stands twice. */
const word = fc.stringMatching(/^[a-z]{3,9}$/);
const words = (least: number, most: number) => fc.uniqueArray(word, { minLength: least, maxLength: most });

/** Lays words out over lines, with ligatures and hyphens at line ends. */
function laidOut(all: string[], breaks: number[]): string {
  return all
    .map((one, index) => {
      const how = breaks[index % breaks.length] ?? 0;
      const ligated = one.replaceAll("ffi", "ﬃ").replaceAll("fi", "ﬁ").replaceAll("fl", "ﬂ");
      if (how === 0) return `${ligated} `;
      if (how === 1) return `${ligated}\n`;
      if (how === 2) return `${ligated} \u00a0`;
      return `${one.slice(0, 2)}-\n${one.slice(2)} `;
    })
    .join("");
}

const breaks = fc.array(fc.nat(3), { minLength: 1, maxLength: 7 });

describe("laws of quotes", () => {
  it("words are found in any layout of their text, and read the same", () => {
    fc.assert(
      fc.property(words(12, 40), fc.nat(), fc.integer({ min: 3, max: 8 }), breaks, (all, from, size, how) => {
        const start = from % (all.length - size);
        const wanted = all.slice(start, start + size).join(" ");
        const found = find(laidOut(all, how), wanted);
        expect(found).toHaveLength(1);
        expect(found[0]?.selector.exact).toBe(wanted);
        const { start: at = 0, end } = found[0]?.place ?? {};
        expect(readable(evenText(laidOut(all, how).slice(at, end)).text)).toBe(wanted);
      }),
    );
  });

  it("a quote is found again in another layout of the same text", () => {
    fc.assert(
      fc.property(words(30, 60), fc.nat(), fc.integer({ min: 3, max: 8 }), breaks, breaks, (all, from, size, one, other) => {
        const start = from % (all.length - size);
        const [quote] = find(laidOut(all, one), all.slice(start, start + size).join(" "));
        expect(quote && recheck(quote, texts(laidOut(all, other))).outcome).toBe("found");
      }),
    );
  });

  it("with one word changed, taken out or put in, it is never found nor moved", () => {
    const kind = fc.constantFrom("changed", "out", "in");
    fc.assert(
      fc.property(words(31, 60), fc.nat(), fc.nat(), kind, breaks, (all, from, at, how, layout) => {
        const [other = "", ...rest] = all;
        const size = 6;
        const start = from % (rest.length - size);
        const [quote] = find(laidOut(rest, [0]), rest.slice(start, start + size).join(" "));
        // The first and the last word stay, so that it is within.
        const place = start + 1 + (at % (size - 2));
        const now = [...rest];
        if (how === "changed") now[place] = other;
        else if (how === "out") now.splice(place, 1);
        else now.splice(place, 0, other);
        const result = quote && recheck(quote, texts(laidOut(now, layout)));
        expect(result?.outcome).toBe("changed");
        expect(readable(evenText(result?.now ?? "").text)).toBe(
          now.slice(start, start + size + (how === "changed" ? 0 : how === "out" ? -1 : 1)).join(" "),
        );
      }),
    );
  });

  it("with all of it taken out, it is gone", () => {
    fc.assert(
      fc.property(words(40, 60), fc.nat(), breaks, (all, from, layout) => {
        const size = 6;
        const start = 1 + (from % (all.length - size - 2));
        const [quote] = find(laidOut(all, [0]), all.slice(start, start + size).join(" "));
        const now = [...all.slice(0, start), ...all.slice(start + size)];
        expect(quote && recheck(quote, texts(laidOut(now, layout))).outcome).toBe("gone");
      }),
    );
  });

  it("the changes between two texts give both of them back", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b", "c", "d")), fc.array(fc.constantFrom("a", "b", "c", "d")), (old, now) => {
        const changes = wordChanges(old.join(" "), now.join(" "));
        const side = (without: string) => changes.flatMap(({ kind, text }) => (kind === without ? [] : text.split(" ")));
        expect(side("added")).toEqual(old);
        expect(side("removed")).toEqual(now);
      }),
    );
  });

  it("no text makes the search hang or throw", () => {
    const hostile = fc.string({
      unit: fc.constantFrom("a", "-", "\n", " ", "\u00ad", "\uE000", "(", ".*", "国", "\u{1F600}", "\ud800"),
      maxLength: 300,
    });
    fc.assert(
      fc.property(hostile, hostile, (page, wanted) => {
        for (const { place } of find(page, wanted || "a")) expect(place.end).toBeGreaterThan(place.start);
      }),
    );
  });
});
