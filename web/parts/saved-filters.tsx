import { Link } from "wouter";
import { addressOf } from "../state/address.js";
import { useKept } from "../state/kept.js";
import { Action } from "./action.js";
import style from "./saved-filters.module.css";

/** A filter that somebody gave a name. */
interface SavedFilter {
  name: string;
  filter: string;
}

/**
 * Filters with names, each an address of its own: those that come with the screen, and those that were saved in this browser.
 *
 * @param screen what its own are kept under
 */
export function SavedFilters({
  screen,
  path,
  usual,
  filter,
}: {
  screen: string;
  path: string;
  usual: readonly SavedFilter[];
  filter: string;
}) {
  const [kept, keep] = useKept(`filters ${screen}`, "[]");
  const saved = savedIn(kept);
  const all = [...usual, ...saved];
  const change = (next: readonly SavedFilter[]) => keep(JSON.stringify(next));
  return (
    <nav className={style.saved} aria-label="Saved filters">
      <ul>
        {all.map(({ name, filter: one }) => (
          <li key={`${name} ${one}`}>
            <Link href={addressOf(path, { filter: one })} aria-current={one === filter ? "true" : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
      {filter === "" || usual.some((one) => one.filter === filter) ? null : saved.some((one) => one.filter === filter) ? (
        <Action onPress={() => change(saved.filter((one) => one.filter !== filter))}>Forget this filter</Action>
      ) : (
        <Action onPress={() => change([...saved, { name: filter, filter }])}>Save this filter</Action>
      )}
    </nav>
  );
}

function savedIn(text: string): SavedFilter[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isSaved) : [];
  } catch {
    return [];
  }
}

function isSaved(one: unknown): one is SavedFilter {
  return typeof one === "object" && one !== null && "name" in one && "filter" in one && typeof one.filter === "string";
}
