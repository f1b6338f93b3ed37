import { Link } from "wouter";
import { useOpenChanges } from "../api/changes.js";
import { useSession } from "../api/session.js";
import { useQuiet } from "../api/use-answer.js";
import style from "./connection-bar.module.css";

/** Across every page while a change set waits for somebody to decide: what it is, and whether what it brings counts already. */
export function OpenChangesBar() {
  const may = useSession()?.permissions.includes("review:read") ?? false;
  const quiet = useQuiet();
  const open = useOpenChanges(may && quiet).value?.open ?? [];
  const [first] = open;
  if (!first) return null;
  const held = open.filter((one) => one.held).length;
  return (
    <aside className={style.bar} aria-label="Open change sets">
      <strong>{open.length === 1 ? "1 change set is" : `${open.length.toLocaleString("en")} change sets are`} open</strong>:{" "}
      {open.length === 1 ? first.title : open.map(({ source }) => source).join(", ")}. {standing(open.length, held)}{" "}
      <Link href={open.length === 1 ? `/changes/${first.source}` : "/changes"}>Look and decide</Link>
    </aside>
  );
}

function standing(open: number, held: number): string {
  if (held === 0) return "What it brings counts already in every new review, until somebody rejects it.";
  if (held === open) return "Nothing of it counts until somebody accepts it.";
  return `${held.toLocaleString("en")} of them ${held === 1 ? "is" : "are"} held and count for nothing yet; the others count already.`;
}
