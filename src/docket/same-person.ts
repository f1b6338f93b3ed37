/**
 * Whether two names are one person's: case, spaces and the way that a letter is encoded do not make another person of anybody.
 *
 * @example isSamePerson("Ana Ruiz", " ana  ruiz") // true
 */
export function isSamePerson(left: string, right: string): boolean {
  return folded(left) === folded(right);
}

function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
