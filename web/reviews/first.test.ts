import { describe, expect, it } from "vitest";
import { allowed } from "../../src/model/access.js";
import type { ReviewShelf, ShelvedReview } from "../../src/model/index.js";
import { firstFor, lastOfFolder } from "./first.js";

const kept = (id: string, kind: ShelvedReview["origin"]["kind"], path: string) => ({ id, origin: { kind, path } }) as ShelvedReview;
const shelf = (folder: string, ...reviews: ShelvedReview[]) => ({ folder, reviews }) as ReviewShelf;

describe("what is opened first", () => {
  it.each<[string, string, ShelvedReview[], string | undefined]>([
    ["the newest of the folder", "/work/shop", [kept("1", "folder", "/work/shop"), kept("2", "folder", "/work/shop")], "1"],
    ["one of a folder below", "/work/shop", [kept("1", "folder", "/work/bank"), kept("2", "folder", "/work/shop/infra")], "2"],
    ["one that lies in it", "/work/shop", [kept("1", "saved", "/work/shop/last.json")], "1"],
    ["none of a folder whose name only begins the same", "/work/shop", [kept("1", "folder", "/work/shop-2")], undefined],
    ["none of files that were handed over", "/work/shop", [kept("1", "files", "/work/shop")], undefined],
    ["one of whatever lies below the root", "/", [kept("1", "folder", "/work/bank")], "1"],
    ["one of a folder of Windows", "C:\\work", [kept("1", "folder", "C:\\work-2"), kept("2", "folder", "C:\\work\\shop")], "2"],
    ["the newest of all where no folder is served", "", [kept("1", "files", "a"), kept("2", "folder", "/b")], "1"],
  ])("is %s", (_, folder, reviews, id) => {
    expect(lastOfFolder(shelf(folder, ...reviews))?.id).toBe(id);
  });

  it("is, for who sees no review, the first screen that is for them", () => {
    expect(firstFor(allowed.auditor)).toBe("/record");
    expect(firstFor([])).toBe("/settings");
  });
});
