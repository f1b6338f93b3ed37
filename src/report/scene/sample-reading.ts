import fc from "fast-check";
import { DomUtils, parseDocument } from "htmlparser2";
import type { Scene, SceneNode } from "./node.js";

/** What is drawn for one thing that a drawing stands for, as somebody sees it: texts, and looks of what they stand in. */
export interface Drawn {
  kind: string;
  id: string;
  /** What is said of it. */
  name: string;
  texts: string[];
  looks: string[];
}

/** Everything that a drawing stands for, in the order in which it is drawn. */
export function drawnParts({ root }: Scene): Drawn[] {
  const found: Drawn[] = [];
  const visit = (node: SceneNode) => {
    const { standsFor } = node;
    if (standsFor) {
      const within = partsOf(node);
      const { kind, id, name } = standsFor;
      found.push({
        ...{ kind, id, name },
        texts: within.filter(({ tag }) => tag === "text").map(textOf),
        looks: within.map(({ attributes }) => String(attributes.class ?? "")),
      });
    }
    for (const child of node.children) if (typeof child !== "string") visit(child);
  };
  visit(root);
  return found;
}

/** Every text of a drawing that does not belong to what it stands for: its head, names of rows and columns, notes. */
export function textsBeside({ root }: Scene): string[] {
  const visit = (node: SceneNode): string[] => {
    if (node.standsFor || node.attributes.class === "legend") return [];
    if (node.tag === "text") return [textOf(node)];
    return node.children.flatMap((child) => (typeof child === "string" ? [] : visit(child)));
  };
  return visit(root);
}

function partsOf(node: SceneNode): SceneNode[] {
  return [node, ...node.children.flatMap((child) => (typeof child === "string" ? [] : partsOf(child)))];
}

function textOf({ children }: SceneNode): string {
  return children.filter((child) => typeof child === "string").join("");
}

/** Rows of the tables of a page that have a caption, each cell as its text; what stands below a cell's text follows after a space. */
export function tableRows(page: string, caption: string | RegExp): string[][] {
  const tables = DomUtils.getElementsByTagName("table", parseDocument(page));
  const isAsked = (text: string) => (typeof caption === "string" ? text === caption : caption.test(text));
  return tables
    .filter((one) => DomUtils.getElementsByTagName("caption", one).some((of) => isAsked(DomUtils.textContent(of))))
    .flatMap((one) => DomUtils.getElementsByTagName("tbody", one))
    .flatMap((body) => DomUtils.getElementsByTagName("tr", body))
    .map((row) =>
      DomUtils.getElementsByTagName(["th", "td"].includes.bind(["th", "td"]), row).map((cell) =>
        cell.children
          .map((part) => DomUtils.textContent(part))
          .join(" ")
          .trim(),
      ),
    );
}

/** Text of every element of a page with a name. */
export function elementTexts(page: string, tag: string): string[] {
  return DomUtils.getElementsByTagName(tag, parseDocument(page)).map((one) => DomUtils.textContent(one));
}

/** A text without its spaces: drawings break names into lines. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, "");
}

/** The same things, in any order, with as many of each. */
export function sorted(all: readonly (readonly string[])[]): string[] {
  return all.map((one) => one.map(squeezed).join(" | ")).sort();
}

/** Short names, some of which would be markup. */
export const names = fc.stringMatching(/^[A-Za-z<&"'][A-Za-z0-9<>&"' -]{0,12}[A-Za-z0-9]$/);
