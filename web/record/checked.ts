/** When this browser verified the journal last, and what it found. */
export interface Checked {
  at: string;
  number: number;
  digest: string;
  unbroken: boolean;
}

/** The name that it is kept under in this browser. */
export const checkedName = "record-checked";

/** What was kept, where it is of that form. */
export function checkedOf(text: string): Checked | null {
  try {
    const one = JSON.parse(text) as Partial<Checked> | null;
    const good =
      typeof one?.at === "string" && typeof one.number === "number" && typeof one.unbroken === "boolean" && typeof one.digest === "string";
    return good ? (one as Checked) : null;
  } catch {
    return null;
  }
}
