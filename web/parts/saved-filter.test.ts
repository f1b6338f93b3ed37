import { describe, expect, it } from "vitest";
import { savedIn, withFilter } from "./saved-filter.js";

describe("a saved filter", () => {
  it("has an address, which keeps the order and lets go of the row that was chosen", () => {
    expect(withFilter("/cases", "sort=-due&selected=C-1&filter=is%3Aoverdue", "kind:own-exposure", "")).toBe(
      "/cases?sort=-due&filter=kind%3Aown-exposure",
    );
    expect(withFilter("/cases", "?filter=is%3Aoverdue", "", "")).toBe("/cases");
  });

  it("that is what the list shows anyhow is the plain address; everything is then a filter of its own", () => {
    expect(withFilter("/reviews/a/findings", "details=yes", "is:open", "is:open")).toBe("/reviews/a/findings");
    expect(withFilter("/reviews/a/findings", "", "", "is:open")).toBe("/reviews/a/findings?filter=");
  });

  it("is read from what the browser kept, and what is none is passed over", () => {
    const good = { name: "Mine", filter: "by:ana" };
    expect(savedIn(JSON.stringify([good, { name: 3, filter: "x" }, null, "x", { filter: "x" }]))).toEqual([good]);
    for (const text of ["", "{}", "not JSON", "null"]) expect(savedIn(text)).toEqual([]);
  });
});
