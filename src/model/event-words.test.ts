import { describe, expect, it } from "vitest";
import { shippedProcedures } from "../docket/procedures.js";
import { eventClause, eventTitle, eventWords } from "./event-words.js";

const icts = shippedProcedures().get("us-icts");

describe("what events are called", () => {
  it("is what their procedure calls them, whole and within a sentence", () => {
    expect(eventTitle(icts, "initial-determination-served")).toBe("The Initial Determination is served");
    expect(eventClause(icts, "initial-determination-served")).toBe("the Initial Determination is served");
    expect(eventTitle(icts, "office-closed")).toBe("The office was closed");
  });

  it("is the words of their name where nothing knows them", () => {
    expect([eventTitle(undefined, "no-such-event"), eventWords("review-started")]).toEqual(["No such event", "Review started"]);
    expect(eventWords("entry-corrected")).toBe("An event is corrected");
  });

  it("is never a name with hyphens, in any procedure that comes with beholden", () => {
    for (const procedure of shippedProcedures().values())
      for (const { event } of procedure.moves)
        expect(eventClause(procedure, event)).not.toContain(event.includes("-") ? event : "no event");
  });
});
