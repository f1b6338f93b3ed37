import { describe, expect, it } from "vitest";
import { Presence, presentFor } from "./presence.js";

describe("who is on a page", () => {
  it("are the others who said so a moment ago, on this page alone", () => {
    const presence = new Presence();
    expect(presence.on("/cases/A-1", "ana", 0)).toEqual([]);
    expect(presence.on("/cases/A-1", "ben", 1)).toEqual(["ana"]);
    expect(presence.on("/cases/A-2", "cleo", 2)).toEqual([]);
    expect(presence.on("/cases/A-1", "ana", 3)).toEqual(["ben"]);
  });

  it("is nobody who left, or has been silent for too long", () => {
    const presence = new Presence();
    presence.on("/cases/A-1", "ana", 0);
    presence.on("/cases/A-1", "ben", 0);
    presence.off("/cases/A-1", "ben");
    expect(presence.on("/cases/A-1", "cleo", 1)).toEqual(["ana"]);
    expect(presence.on("/cases/A-1", "cleo", presentFor + 1)).toEqual([]);
  });

  it("is kept of so many pages only, however many are asked for", () => {
    const presence = new Presence();
    presence.on("/cases/first", "ana", 0);
    for (let page = 0; page < 2_500; page += 1) presence.on(`/cases/${page}`, "ben", 0);
    expect(presence.on("/cases/first", "cleo", 1)).toEqual([]);
  });
});
