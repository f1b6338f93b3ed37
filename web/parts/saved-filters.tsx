import { type FormEvent, useId, useState } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { useKept } from "../state/kept.js";
import { Action } from "./action.js";
import { type SavedFilter, savedIn, withFilter } from "./saved-filter.js";
import style from "./saved-filters.module.css";

/** Which filters a list has besides what is typed. */
export interface SavedFiltersOf {
  /** What those of this browser are kept under; lists of the same kind share them. */
  screen: string;
  /** Those that come with the screen. */
  usual?: readonly SavedFilter[];
  /** What is shown where the address names no filter. */
  without?: string;
}

/**
 * Filters with names, each an address of its own: those that come with the screen, and those that were saved in this browser. What else the
 * address says, such as the order, stays.
 */
export function SavedFilters({ of: { screen, usual = [], without = "" }, filter }: { of: SavedFiltersOf; filter: string }) {
  const [kept, keep] = useKept(`filters ${screen}`, "[]");
  const [path] = useLocation();
  const search = useSearch();
  const saved = savedIn(kept);
  const change = (next: readonly SavedFilter[]) => keep(JSON.stringify(next));
  const known = usual.some((one) => one.filter === filter) || filter === without;
  if (usual.length === 0 && saved.length === 0 && known) return null;
  return (
    <nav className={style.saved} aria-label="Saved filters">
      <ul>
        {[...usual, ...saved].map(({ name, filter: one }) => (
          <li key={`${name} ${one}`}>
            <Link href={withFilter(path, search, one, without)} aria-current={one === filter ? "true" : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
      {known ? null : saved.some((one) => one.filter === filter) ? (
        <Action onPress={() => change(saved.filter((one) => one.filter !== filter))}>Forget this filter</Action>
      ) : (
        <Saving key={filter} filter={filter} onSave={(name) => change([...saved, { name, filter }])} />
      )}
    </nav>
  );
}

/** Asks for a name; without one of its own a filter is called what it says. */
function Saving({ filter, onSave }: { filter: string; onSave(name: string): void }) {
  const [name, setName] = useState<string | null>(null);
  const id = useId();
  if (name === null) return <Action onPress={() => setName(filter)}>Save this filter</Action>;
  return (
    <form
      className={style.saving}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSave(name.trim() || filter);
      }}
    >
      <label htmlFor={id}>Name of the filter</label>
      <input
        id={id}
        value={name}
        // biome-ignore lint/a11y/noAutofocus: it was just asked for by a press
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && setName(null)}
      />
      <Action submit>Save</Action>
    </form>
  );
}
