/** `CRUZ, Juan M. de la` as it is spoken: `Juan M. de la CRUZ`. A name with more commas stays as it is. */
export function spokenName(listed: string): string {
  const [family = "", given = "", ...more] = listed.split(", ");
  return given && !more.length ? `${given} ${family}` : listed;
}

/** Names that a cell joins with semicolons; the last one may begin with "and". */
export function joinedNames(cell: string): string[] {
  return cell.split(/;\s*/).map((name) => name.replace(/^and\s+/i, ""));
}
