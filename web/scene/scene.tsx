import {
  createElement,
  type FocusEvent,
  Fragment,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { checkedAttributes, isSvg } from "../../src/report/scene/checked.js";
import { type Move, type Scene, type SceneChild, type SceneNode, type StandsFor, standings } from "../../src/report/scene/node.js";
import { visible } from "../../src/report/visible.js";

/** What a drawing does on the screen beside being seen. */
export interface SceneProps {
  scene: Scene;
  /** Id of what is selected, as the table beside it has it. */
  selected?: string | undefined;
  onSelect?(one: StandsFor): void;
  /** Keys of the screen's own at what the keyboard is at; gives whether it knew the key. */
  onKey?(key: string, one: StandsFor): boolean;
}

const moves: Record<string, Move> = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };

/** Said where an arrow leads nowhere. */
const nothing = {
  up: "Nothing is drawn above it.",
  down: "Nothing is drawn below it.",
  left: "Nothing is drawn to its left.",
  right: "Nothing is drawn to its right.",
} satisfies Record<Move, string>;

/**
 * A drawing on the screen, from the same nodes as reports and files. It is one tab stop: arrows lead along what hangs together, Home to what it is
 * about, End to the last, Enter selects. Each move is spoken. What hangs on nothing is met in the order of the walk: up and left back, down and right on.
 */
export function SceneView({ scene, selected, onSelect, onKey }: SceneProps) {
  const walk = useMemo(() => standings(scene), [scene]);
  const [at, setAt] = useState<string>();
  const [said, setSaid] = useState("");
  const frame = useRef<HTMLDivElement>(null);
  const current = walk.find((one) => keyOf(one) === at) ?? walk.find(({ id }) => id === selected) ?? walk[0];

  const lead = (one: StandsFor | undefined) => {
    if (!one) return;
    setAt(keyOf(one));
    setSaid(one.name);
    for (const node of frame.current?.querySelectorAll<SVGElement>("[data-id]") ?? [])
      if (node.dataset.id === one.id && node.dataset.kind === one.kind) node.focus();
  };
  const focused = useRef(false);
  // A drawing that is laid out anew has new elements: the keyboard goes on where it was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another drawing can have lost it
  useLayoutEffect(() => {
    if (focused.current && document.activeElement === document.body) lead(current);
  }, [scene]);
  const onKeyDown = (event: KeyboardEvent, from: StandsFor) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const place = walk.indexOf(from);
    const move = moves[event.key];
    const next = move
      ? from.near
        ? walk.find(({ id }) => id === from.near?.[move])
        : walk[place + (move === "down" || move === "right" ? 1 : -1)]
      : event.key === "Home"
        ? (walk.find(({ id }) => id === scene.home) ?? walk[0])
        : event.key === "End"
          ? walk.at(-1)
          : undefined;
    if (next) lead(next);
    else if (move) setSaid(nothing[move]);
    else if (event.key === "Enter" || event.key === " ") onSelect?.(from);
    else if (!onKey?.(event.key, from)) return;
    event.preventDefault();
  };
  const met = (stands: StandsFor) => ({
    // Its title names it: a label beside the title would hide from voice control what is written in it.
    role: "button",
    "aria-pressed": stands.id === selected,
    tabIndex: stands === current ? 0 : -1,
    onKeyDown: (event: KeyboardEvent) => onKeyDown(event, stands),
    onFocus: () => {
      focused.current = true;
      setAt(keyOf(stands));
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null) focused.current = false;
    },
    onClick: () => onSelect?.(stands),
  });
  // What is within it can be met one by one, so that it is a group here and no picture.
  const root = { ...scene.root, attributes: { ...scene.root.attributes, role: "group" } };
  return (
    <>
      <div ref={frame} className={`drawing ${scene.kind}`}>
        <SceneParts of={[root]} met={met} />
      </div>
      <p aria-live="polite" className="unseen">
        {visible(said)}
      </p>
    </>
  );
}

function keyOf({ kind, id }: StandsFor): string {
  return `${kind} ${id}`;
}

interface Parts {
  of: readonly SceneChild[];
  met?: (stands: StandsFor) => Record<string, unknown>;
  /** Leads to a screen of the application. */
  follow?: (address: string) => void;
}

/** Parts of a drawing or block as elements: the same elements, attributes and texts as the text renderer writes. */
export function SceneParts({ of, ...how }: Parts) {
  return <Fragment>{of.map((part, at) => partOf(part, at, how))}</Fragment>;
}

const reactNames: Record<string, string> = { class: "className" };

function partOf(part: SceneChild, key: number, how: Omit<Parts, "of">): ReactNode {
  if (typeof part === "string") return visible(part);
  const { met, follow } = how;
  const { tag, children, standsFor, attributes: own }: SceneNode = part;
  const attributes = Object.fromEntries(checkedAttributes(part).map(([name, value]) => [reactNames[name] ?? name, visible(value)]));
  const told = standsFor ? { "data-kind": visible(standsFor.kind), "data-id": visible(standsFor.id) } : {};
  const title = standsFor && isSvg(tag) ? [createElement("title", { key: "title" }, visible(standsFor.name))] : [];
  const inner = children.map((child, at) => partOf(child, at, how));
  const address = tag === "a" && String(own.href ?? "").startsWith("/") ? String(own.href) : null;
  const leads = address !== null && follow ? { onClick: (event: MouseEvent) => followed(event, () => follow(address)) } : {};
  // What is drawn anew elsewhere stays the same element, so that the keyboard stays where it is.
  const identity = standsFor ? keyOf(standsFor) : key;
  return createElement(
    tag,
    { key: identity, ...attributes, ...told, ...leads, ...(standsFor && met ? met(standsFor) : {}) },
    ...title,
    ...inner,
  );
}

/** A plain press leads on within the page; one for another tab or window is the browser's. */
function followed(event: MouseEvent, lead: () => void): void {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  lead();
}
