/** A filter that somebody gave a name. */
export interface SavedFilter {
  name: string;
  filter: string;
}

/** What chooses a row, and shows it beside the list, is not of the filter. */
const ofOneRow = ["selected", "row", "details"];

/**
 * The address of a list under a filter; the order, the grouping and whatever else it says stay.
 *
 * @param without what the list shows where the address names no filter
 */
export function withFilter(path: string, search: string, filter: string, without: string): string {
  const query = new URLSearchParams(search);
  for (const one of ofOneRow) query.delete(one);
  if (filter === without) query.delete("filter");
  else query.set("filter", filter);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** The saved filters in a text that a browser kept; what is none is passed over. */
export function savedIn(text: string): SavedFilter[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isSaved) : [];
  } catch {
    return [];
  }
}

function isSaved(one: unknown): one is SavedFilter {
  return (
    typeof one === "object" &&
    one !== null &&
    "name" in one &&
    typeof one.name === "string" &&
    "filter" in one &&
    typeof one.filter === "string"
  );
}
