import { describe, expect, it } from "vitest";
import { standing } from "../../src/docket/index.js";
import { served, shippedProcedure } from "../../src/docket/sample-case.js";
import { eventTitle } from "../../src/model/event-words.js";
import { choosable, inWords } from "../docket/event-names.js";

const procedure = shippedProcedure("us-icts");
const now = standing(procedure, served, "2025-04-02");
const of = (event: string) => choosable(procedure, now).find((one) => one.event === event);

describe("what may be recorded", () => {
  it("is what the case says may come next, and no such event is told to be forbidden", () => {
    const allowed = choosable(procedure, now).flatMap(({ event, forbidden }) => (forbidden === null ? [event] : []));
    expect(allowed.filter((event) => event !== "office-closed")).toEqual(now.next.map(({ event }) => event));
  });

  it("names the section that forbids the rest", () => {
    expect(of("final-determination")?.forbidden).toContain("791.108(b)-(c), 791.109");
    expect(of("closed")?.forbidden).toBe(
      "a case in which an Initial Determination is proposed or served ends in a Final Determination, and one that has ended is not closed again (15 CFR 791.109)",
    );
    expect(of("consideration-started")?.forbidden).toBe(
      "it comes only after: The parties have responded; or The parties were silent (15 CFR 791.108(a))",
    );
  });

  it("reads a rule, a service and a mark of the count in words", () => {
    expect(inWords("30 calendar days after initial-determination-served, its day not counted (15 CFR 791.107, mark OLD)", procedure)).toBe(
      "30 calendar days after “The Initial Determination is served”, its day not counted (15 CFR 791.107; only the replaced wording was read)",
    );
    expect(inWords("initial-determination-served on Mon 2026-11-02, by-hand (entry 4)", procedure)).toBe(
      "“The Initial Determination is served” on Mon 2 Nov 2026, handed to the party (entry 4)",
    );
    expect(inWords("a well-known rule, mark NONE", undefined)).toBe("a well-known rule, mark NONE");
  });

  it("calls an event that the procedure does not know by what every procedure calls it", () => {
    expect(eventTitle(procedure, "entry-corrected")).toBe("An event is corrected");
    expect(eventTitle(undefined, "review-started")).toBe("Review started");
  });
});
