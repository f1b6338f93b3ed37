import { describe, expect, it } from "vitest";
import { sceneFile } from "../report/scene/file.js";
import { element, type Scene, type SceneNode } from "../report/scene/node.js";
import { sampleScenes } from "../report/scene/sample-scenes.js";
import { BitmapError, bitmapOf } from "./bitmap.js";
import { decodedPng, type Pixels } from "./sample-png.js";

/** One of every kind, made by hand. */
const scenes = [
  ...new Map(
    sampleScenes()
      .slice(0, 12)
      .map((scene) => [scene.kind, scene]),
  ).values(),
];

/** The same without its texts. */
function withoutTexts(node: SceneNode): SceneNode {
  const children = node.children.filter((child) => typeof child !== "string" && child.tag !== "text") as SceneNode[];
  return { ...node, children: node.tag === "title" || node.tag === "desc" ? node.children : children.map(withoutTexts) };
}

interface Written {
  text: string;
  x: number;
  y: number;
}

/** Where every text of a drawing begins, ends or has its middle, in pixels of the drawing. */
function written(node: SceneNode, x = 0, y = 0): Written[] {
  const [, right = "0", down = "0"] = /^translate\((\S+) (\S+)\)$/.exec(String(node.attributes.transform ?? "")) ?? [];
  const [left, top] = [x + Number(right), y + Number(down)];
  if (node.tag === "text")
    return [{ text: node.children.join(""), x: left + Number(node.attributes.x), y: top + Number(node.attributes.y) }];
  return node.children.flatMap((child) => (typeof child === "string" ? [] : written(child, left, top)));
}

/** Whether anything differs around a point of the drawing: a letter's height above, half of one to each side. */
function differsAround(one: Pixels, other: Pixels, { x, y }: Written): boolean {
  for (let row = Math.floor(2 * (y - 10)); row < 2 * (y + 2); row++)
    for (let column = Math.max(0, Math.floor(2 * (x - 9))); column < Math.min(one.width, 2 * (x + 9)); column++)
      for (let channel = 0; channel < 3; channel++) {
        const at = 4 * (row * one.width + column) + channel;
        if (Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0)) > 60) return true;
      }
  return false;
}

describe("drawings as bitmaps, without a browser", () => {
  it.each(scenes.map((scene) => ({ kind: scene.kind, scene })))("has every text where the SVG has it: $kind", async ({ scene }) => {
    const { png, width, height, undrawn } = await bitmapOf(sceneFile(scene, "paper"));
    const pixels = decodedPng(png);
    expect([pixels.width, pixels.height]).toEqual([2 * scene.width, 2 * scene.height]);
    expect([width, height]).toEqual([pixels.width, pixels.height]);
    // The corner is paper, all of it is opaque, and it holds more than paper.
    expect([...pixels.data.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
    expect(new Set(pixels.data.filter((_, at) => at % 4 === 0)).size).toBeGreaterThan(8);
    const bare = decodedPng((await bitmapOf(sceneFile({ ...scene, root: withoutTexts(scene.root) }, "paper"))).png);
    const texts = written(scene.root);
    expect(texts.length).toBeGreaterThan(4);
    expect(texts.filter((one) => one.text !== "" && !differsAround(pixels, bare, one)).map(({ text }) => text)).toEqual([]);
    // The sample has names in Chinese, of which the font has none: what was not drawn is told.
    expect(undrawn.every((one) => /\p{Script=Han}/u.test(one))).toBe(true);
  });

  it("fills a box as the palette has it", async () => {
    const [ownership] = scenes;
    if (!ownership) throw new Error("there are drawings");
    const { data } = decodedPng((await bitmapOf(sceneFile(ownership, "paper"))).png);
    let orange = 0;
    // #d9590b of the light palette: covered.
    for (let at = 0; at < data.length; at += 4) if (data[at] === 0xd9 && data[at + 1] === 0x59 && data[at + 2] === 0x0b) orange += 1;
    expect(orange).toBeGreaterThan(20_000);
  });

  it("gives the same bytes for the same drawing", async () => {
    const [, second] = scenes;
    if (!second) throw new Error("there are drawings");
    const [one, other] = [await bitmapOf(sceneFile(second, "paper")), await bitmapOf(sceneFile(second, "paper"))];
    expect(Buffer.from(one.png).equals(Buffer.from(other.png))).toBe(true);
  });

  it("draws a box for a character that the font does not have, and says which", async () => {
    const { undrawn, png } = await bitmapOf(sceneFile(sceneWith("阿里 Ωmega Ж"), "paper"));
    expect(undrawn).toEqual(["阿", "里"]);
    const bare = decodedPng((await bitmapOf(sceneFile(sceneWith(""), "paper"))).png);
    expect(differsAround(decodedPng(png), bare, { text: "", x: 14, y: 30 })).toBe(true);
  });

  it("makes what is broad smaller, and refuses what could not be read", async () => {
    const broad = await bitmapOf(sceneFile({ ...sceneWith("a"), width: 10_000, height: 100, root: sized(10_000, 100) }, "paper"));
    expect([broad.width, broad.height]).toEqual([16_000, 160]);
    await expect(
      bitmapOf(sceneFile({ ...sceneWith("a"), width: 40_000, height: 40_000, root: sized(40_000, 40_000) }, "paper")),
    ).rejects.toThrow(BitmapError);
  });
});

function sized(width: number, height: number, text = ""): SceneNode {
  const attributes = { class: "scene path", viewBox: `0 0 ${width} ${height}`, width, height };
  return element("svg", attributes, text === "" ? [] : [element("text", { x: 10, y: 30 }, [text])]);
}

function sceneWith(text: string): Scene {
  return { kind: "path", title: "A text", about: "", width: 200, height: 60, root: sized(200, 60, text) };
}
