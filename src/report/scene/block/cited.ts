import type { Evidence } from "../../../model/index.js";
import { placeText } from "../../paths.js";
import { places, type SourceRegister } from "../../sources.js";
import { counted } from "../../words.js";
import { element, type SceneChild, type SceneNode } from "../node.js";

/** What every block of text is written with: where its numbers of sources lead. */
export interface BlockContext {
  /** Filled as blocks cite. */
  sources: SourceRegister;
  /** Address of a source by its number. */
  sourceAddress(number: number): string;
}

/** Places in artefacts that are shown at once; the rest opens. */
const mostPlaces = 4;

/** Numbers of sources, each a link to its entry; none where nothing is cited. */
export function citations(evidence: readonly Evidence[], { sources, sourceAddress }: BlockContext): SceneNode[] {
  const numbers = sources.cite(evidence);
  return numbers.map((number) => element("a", { class: "cite", href: sourceAddress(number) }, [String(number)]));
}

/** With a space between each. */
export function apart(nodes: readonly SceneNode[]): SceneChild[] {
  return nodes.flatMap((node, at) => (at > 0 ? [" ", node] : [node]));
}

/** The law, where it was seen and the numbers of its sources, in one line. */
export function groundsLine(evidence: readonly Evidence[], context: BlockContext): SceneNode {
  const seen = places(evidence);
  const shown = seen
    .slice(0, mostPlaces)
    .flatMap((one, at): SceneChild[] => [...(at > 0 ? ["; "] : []), element("span", { class: "mono" }, [placeText(one)])]);
  const rest = seen.length - Math.min(seen.length, mostPlaces);
  const laws = evidence.filter(({ kind }) => kind === "law");
  const cited = citations(
    evidence.filter(({ kind }) => kind !== "law"),
    context,
  );
  return element("span", { class: "grounds" }, [
    ...laws.flatMap((one): SceneChild[] => [`Law: ${one.locator} `, ...apart(citations([one], context)), ". "]),
    ...(seen.length > 0 ? ["Seen: ", ...shown, `${rest > 0 ? ` and ${counted(rest, "more place")}` : ""}. `] : []),
    ...(cited.length > 0 ? ["Sources: ", ...apart(cited)] : []),
  ]);
}

/** Exact words of sources, each with whose they are. */
export function quotes(evidence: readonly Evidence[], context: BlockContext): SceneNode[] {
  return evidence.flatMap((one) =>
    one.quote
      ? [
          element("blockquote", { dir: "auto" }, [
            one.quote,
            " ",
            element("cite", {}, [one.title ?? one.locator, one.asOf ? `, ${one.asOf}` : "", " ", ...apart(citations([one], context))]),
          ]),
        ]
      : [],
  );
}

/** Places in artefacts: the first few, and the rest to open. */
export function placeList(evidence: readonly Evidence[]): SceneNode[] {
  const all = places(evidence);
  const list = (some: readonly Evidence[]) =>
    element(
      "ul",
      { class: "plain" },
      some.map((one) => element("li", { class: "mono" }, [placeText(one)])),
    );
  const rest = all.slice(mostPlaces);
  return [
    list(all.slice(0, mostPlaces)),
    ...(rest.length > 0 ? [element("details", {}, [element("summary", {}, [counted(rest.length, "more place")]), list(rest)])] : []),
  ];
}
