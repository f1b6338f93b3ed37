/** What can be drawn: the elements of SVG that a scene needs, and of HTML that a block of text needs. Neither runs nor loads anything. */
export const svgTags = ["svg", "g", "path", "rect", "circle", "text", "desc", "title", "style"] as const;
export const textTags = [
  "article",
  "header",
  "section",
  "div",
  "h3",
  "h4",
  "p",
  "ol",
  "ul",
  "li",
  "dl",
  "dt",
  "dd",
  "strong",
  "span",
  "code",
  "blockquote",
  "cite",
  "details",
  "summary",
  "a",
] as const;
export type SceneTag = (typeof svgTags)[number] | (typeof textTags)[number];

/** Every attribute that a node can have. No handler and no `style`: looks are classes, so that a strict content policy holds. */
export const attributeNames = [
  "aria-hidden",
  "aria-label",
  "class",
  "cx",
  "cy",
  "d",
  "dir",
  "height",
  "href",
  "id",
  "lang",
  "r",
  "rel",
  "role",
  "rx",
  "transform",
  "viewBox",
  "width",
  "x",
  "xmlns",
  "y",
] as const;
export type AttributeName = (typeof attributeNames)[number];
export type Attributes = { readonly [name in AttributeName]?: string | number };

/** Where the arrow keys lead from something that is drawn. */
export type Move = "up" | "down" | "left" | "right";

/** What a part of a drawing stands for, and how it is met by those who do not see it. */
export interface StandsFor {
  /** Such as `party`, `interest`, `group`, `gap`, `place`, `step`, `system`, `cell`, `row`. */
  kind: string;
  id: string;
  /** What is said of it: a sentence or two, whole, however short the drawn text is. */
  name: string;
  /** Its place in the walk by keyboard, from 0. */
  order: number;
  /** Ids of what the arrow keys lead to, of the same drawing. */
  near?: { readonly [move in Move]?: string };
}

/** A part of a drawing: plain data, which a worker can hand over and every renderer can draw. */
export interface SceneNode {
  readonly tag: SceneTag;
  readonly attributes: Attributes;
  readonly children: readonly SceneChild[];
  readonly standsFor?: StandsFor;
}
export type SceneChild = SceneNode | string;

/**
 * Makes a part of a drawing. Text is only ever a child or the value of an attribute: there is no way to write markup.
 * @example
 * element("g", { class: "box" }, [element("text", { x: 4, y: 12 }, ["<b> is three characters"])]);
 */
export function element(
  tag: SceneTag,
  attributes: Attributes = {},
  children: readonly SceneChild[] = [],
  standsFor?: StandsFor,
): SceneNode {
  return { tag, attributes, children, ...(standsFor ? { standsFor } : {}) };
}

/** A drawing with what is said of it. */
export interface Scene {
  readonly kind: "ownership" | "path" | "impact" | "chains" | "timeline" | "matrix" | "map";
  /** What it is, in one line: the accessible name. */
  readonly title: string;
  /** What it holds, counted; what it does not hold. */
  readonly about: string;
  readonly width: number;
  readonly height: number;
  /** Id of what it is about, to which the keyboard comes home; the first of the walk where none is named. */
  readonly home?: string;
  /** The `svg` element. */
  readonly root: SceneNode;
}

/** What a drawing stands for, in the order of the walk by keyboard. */
export function standings({ root }: Pick<Scene, "root">): StandsFor[] {
  const found: StandsFor[] = [];
  const visit = (node: SceneNode) => {
    if (node.standsFor) found.push(node.standsFor);
    for (const child of node.children) if (typeof child !== "string") visit(child);
  };
  visit(root);
  return found.sort((left, right) => left.order - right.order);
}
