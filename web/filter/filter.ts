/** What a filter can ask of a row, by field; every value is compared without regard to capitals. */
export interface FilterFields {
  /** What a word without a field is looked for in. */
  text: string;
  /** Each field's values of this row; a field matches where one of them is the value asked, or starts with it. */
  values: Readonly<Record<string, readonly string[]>>;
}

/** One condition of a filter, with the place that it was written in. */
export interface Term {
  field: string | null;
  /** Any of them. */
  values: readonly string[];
  not: boolean;
  start: number;
  end: number;
}

/** Something in a filter that cannot be understood: what, where, and what would be. */
export interface FilterFault {
  at: number;
  what: string;
}

export interface Filter {
  terms: readonly Term[];
  faults: readonly FilterFault[];
}

/** A field that a filter may name, with the values that it can have where they are few. */
export interface FilterField {
  id: string;
  about: string;
  values?: readonly string[];
}

/**
 * Reads a filter: words, "words in quotes", field:value, field:one,other, and - or NOT before any of them. All conditions hold together.
 * What cannot be understood is told with its place and left out; the rest still filters.
 * @example parseFilter('outcome:restricted,review -provider:aws NOT "software update"', findingFields)
 */
export function parseFilter(text: string, fields: readonly FilterField[]): Filter {
  const terms: Term[] = [];
  const faults: FilterFault[] = [];
  // A sign, a field, then a list of bare or quoted values; a quote that nothing closes is taken to the end and told.
  const pieces = /(-)?(?:([A-Za-z]+):)?((?:"[^"]*(?:"|$)|[^\s"])+)?/gy;
  let negated: number | null = null;
  while (pieces.lastIndex < text.length) {
    const start = pieces.lastIndex;
    const space = /\s+/y;
    space.lastIndex = start;
    if (space.test(text)) {
      pieces.lastIndex = space.lastIndex;
      continue;
    }
    const [whole = "", sign, field, body = ""] = pieces.exec(text) ?? [];
    const end = start + whole.length;
    if (whole === "") break;
    pieces.lastIndex = end;
    if (whole === "NOT") {
      negated = start;
      continue;
    }
    const not = (sign === "-") !== (negated !== null);
    const from: number = negated ?? start;
    negated = null;
    if ((body.match(/"/g) ?? []).length % 2 === 1) faults.push({ at: start + whole.indexOf('"'), what: "This quote is not closed." });
    const values = valuesOf(body, field !== undefined);
    const fault = faultOf(field, values, fields);
    if (fault) faults.push({ at: start, what: fault });
    else terms.push({ field: field?.toLowerCase() ?? null, values, not, start: from, end });
  }
  if (negated !== null) faults.push({ at: negated, what: "After NOT, a condition is expected." });
  return { terms, faults };
}

/** Whether a row meets every condition. */
export function meets({ terms }: Filter, { text, values }: FilterFields): boolean {
  const low = text.toLowerCase();
  return terms.every(({ field, values: asked, not }) => {
    const met =
      field === null
        ? asked.every((word) => low.includes(word))
        : asked.some((value) => (values[field] ?? []).some((one) => matches(one.toLowerCase(), value)));
    return met !== not;
  });
}

/** The filter without one of its conditions. */
export function without(text: string, { start, end }: Term): string {
  return `${text.slice(0, start)}${text.slice(end)}`.replace(/\s+/g, " ").trim();
}

function matches(value: string, asked: string): boolean {
  return (
    value === asked ||
    value.startsWith(asked) ||
    value.split(/[\s,/]+/).some((word) => word.startsWith(asked)) ||
    (asked.includes(" ") && value.includes(asked))
  );
}

function valuesOf(body: string, list: boolean): string[] {
  const parts = list ? (body.match(/(?:"[^"]*(?:"|$)|[^,"])+/g) ?? []) : [body];
  return parts.map((one) => one.replaceAll('"', "").trim().toLowerCase()).filter(Boolean);
}

function faultOf(field: string | undefined, values: readonly string[], fields: readonly FilterField[]): string | null {
  if (field === undefined) return values.length > 0 ? null : "A word is expected here.";
  const known = fields.find(({ id }) => id === field.toLowerCase());
  if (!known) {
    const near = fields.find(({ id }) => id[0] === field[0]?.toLowerCase());
    return `There is no field ${field}.${near ? ` Did you mean ${near.id}?` : ""} Fields: ${fields.map(({ id }) => id).join(", ")}.`;
  }
  if (values.length === 0) return `After ${known.id}: a value is expected${known.values ? `: ${known.values.join(", ")}` : ""}.`;
  const wrong = known.values && values.find((value) => !known.values?.some((one) => one.startsWith(value)));
  return wrong ? `${known.id} is never ${wrong}. Expected ${known.values?.join(", ")}.` : null;
}
