import { useCallback } from "react";
import { useLocation, useSearch } from "wouter";

/**
 * One part of the address's query: what the page shows stands in its address, so that a copied address shows the same and Back goes back.
 *
 * @param name of the part
 * @param usual what holds where the address does not say; it is left out of the address
 */
export function useAddressPart(name: string, usual = ""): [string, (value: string, how?: { replace?: boolean }) => void] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const value = new URLSearchParams(search).get(name) ?? usual;
  const change = useCallback(
    (next: string, { replace = true }: { replace?: boolean } = {}) => {
      const query = new URLSearchParams(window.location.search);
      if (next === usual) query.delete(name);
      else query.set(name, next);
      const text = query.toString();
      navigate(text ? `${path}?${text}` : path, { replace });
    },
    [name, usual, path, navigate],
  );
  return [value, change];
}

/**
 * Several parts of the address's query that change together: what is not named in a change stays, and an empty value takes a part away.
 *
 * @example const [asked, ask] = useAddressParts(["do", "entry"]); ask({ do: "correct", entry: "4" });
 */
export function useAddressParts<Name extends string>(
  names: readonly Name[],
): [Readonly<Record<Name, string>>, (some: Partial<Record<Name, string>>) => void] {
  const query = new URLSearchParams(useSearch());
  const [path, navigate] = useLocation();
  const values = Object.fromEntries(names.map((name) => [name, query.get(name) ?? ""])) as Record<Name, string>;
  const change = (some: Partial<Record<Name, string>>) => {
    const next = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries<string | undefined>(some)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    const text = next.toString();
    navigate(text ? `${path}?${text}` : path);
  };
  return [values, change];
}

/** An address with a query; parts without a value are left out. */
export function addressOf(path: string, parts: Readonly<Record<string, string | undefined>> = {}): string {
  const query = new URLSearchParams(Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
