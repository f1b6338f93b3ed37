import type { TracedNode, Verdict } from "../../../model/index.js";
import { gravest, placeWords } from "../../trace/words.js";
import { counted } from "../../words.js";
import { faces, lineHeight, type TextClass } from "../draw.js";
import type { LooseBox } from "../layout/placed.js";
import { linesOf } from "../letters.js";
import { insetOf, type Shape, type Sign } from "../shapes.js";
import type { IndirectShare } from "./indirect.js";
import type { Folded, Gap } from "./view.js";
import { totalWords, verdictLine } from "./words.js";

/** A box of the chart: what it says, and how it looks. */
export interface OwnershipBox extends LooseBox {
  shape: Shape;
  /** Classes of its group. */
  look: string;
  sign: Sign;
  lines: { text: string; look: TextClass }[];
  /** The whole name where some of it had no room. */
  cut?: string;
  /** Dots above it: no owner is on file. */
  unsought?: boolean;
}

const width = 216;
/** Between the signs at the sides. */
const room = width - 2 * 26;
const padding = 10;
/** Room for the dots above a party of which no owner is on file. */
const stub = 22;
const nameLines = 4;

const shapes = {
  entity: "plain",
  individual: "round",
  government: "pointed",
  aggregate: "stack",
  unknown: "round",
} satisfies Record<TracedNode["kind"], Shape>;

const gravities = { yes: "high", "cannot-be-excluded": "moderate", no: "clear" } satisfies Record<Verdict, string>;
const signsOf = { yes: "octagon", "cannot-be-excluded": "diamond", no: "ring" } satisfies Record<Verdict, Sign>;

/** A party: its shape by what it is, its fill and sign by how the regimes see it. */
export function partyBox(node: TracedNode, share: IndirectShare | undefined, unsought: boolean, isSubject: boolean): OwnershipBox {
  const isUnknown = node.kind === "unknown";
  const name = linesOf(isUnknown ? (node.note ?? node.name) : node.name, room, faces.name, nameLines);
  const total = share && (share.chains.length > 1 || (share.chains[0]?.links.length ?? 1) > 1) ? share.total : undefined;
  const texts = [
    ...(isUnknown ? [{ text: "Identity not disclosed", look: "about" as const }] : []),
    ...name.lines.map((text) => ({ text, look: (isUnknown ? "about" : "name") as TextClass })),
    ...(isUnknown ? [] : lines(placeWords(node), 2)),
    ...(total ? lines(`in all ${totalWords({ total })}`, 2) : []),
    ...lines(verdictLine(node), 3),
  ];
  const verdict = gravest(node);
  return {
    ...sized(node.id, shapes[node.kind], texts),
    look: `box ${isUnknown ? "unknown" : gravities[verdict]}${isSubject ? " subject" : ""}`,
    sign: isUnknown ? "none" : signsOf[verdict],
    ...(name.cut ? { cut: node.name } : {}),
    ...(unsought ? { unsought, above: stub } : {}),
  };
}

/** A share that nobody on file holds. */
export function gapBox({ party }: Gap): OwnershipBox {
  const texts = lines("On no record: who holds it is unknown", 2);
  return { ...sized(gapId(party), "round", texts), look: "box unrecorded", sign: "question" };
}

export function gapId(party: string): string {
  return `unrecorded ${party}`;
}

/** Parties that are drawn as one. */
export function foldedBox({ id, side, members }: Folded, nameOf: (id: string) => string): OwnershipBox {
  const [first = ""] = members;
  const texts = [
    { text: `+${members.length}`, look: "name" as const },
    ...lines(
      `${counted(members.length, "party", "parties")} ${side === "above" ? "above" : "below"}: ${nameOf(first)}${members.length > 1 ? " …" : ""}`,
      3,
    ),
  ];
  return { ...sized(id, "stack", texts), look: "box folded", sign: "square" };
}

function lines(text: string, most: number): { text: string; look: TextClass }[] {
  return linesOf(text, room, faces.about, most).lines.map((line) => ({ text: line, look: "about" }));
}

function sized(
  id: string,
  shape: Shape,
  texts: OwnershipBox["lines"],
): Pick<OwnershipBox, "id" | "shape" | "lines" | "width" | "height" | "inset"> {
  const height = texts.length * lineHeight + 2 * padding;
  return { id, shape, lines: texts, width, height, inset: insetOf(shape, height) };
}
