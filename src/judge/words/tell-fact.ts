import { factsByName } from "../fact-table.js";
import { withThousands } from "../template.js";
import { wordsByName } from "./fact-words.js";
import { type Names, said } from "./phrases.js";
import { series } from "./sentences.js";
import type { ListWords } from "./word-types.js";

/** A fact with its value as a sentence, such as an example gives it: "the counterparty is covered by the regime". */
export function tellFact(name: string, value: unknown, names: Names): string {
  const words = wordsByName.get(name);
  const sentence = words === undefined ? undefined : tell(name, words, value, names);
  return sentence?.replaceAll("the pack's own side", names.ownSide) ?? `${name} is ${JSON.stringify(value)}`;
}

function tell(name: string, words: NonNullable<ReturnType<typeof wordsByName.get>>, value: unknown, names: Names): string | undefined {
  if ("yes" in words) return value === true ? words.yes : words.no;
  if ("of" in words) {
    if (value === "cannot-be-excluded") return `it stays open whether ${words.of} is ${words.is}`;
    return `${words.of} is ${value === "yes" ? "" : "not "}${words.is}`;
  }
  if ("some" in words) return Array.isArray(value) ? tellList(name, words, value.map(String), names) : undefined;
  if (typeof value === "number") return `${words.noun} is ${withThousands(value)}${"unit" in words && words.unit ? ` ${words.unit}` : ""}`;
  if (typeof value !== "string") return undefined;
  if (value === "") return `${words.noun} is not known`;
  if ("date" in words || !("values" in words || "country" in words)) return `${words.noun} is ${value}`;
  return `${words.noun} is ${said(value, { ...(words.values ? { words: words.values } : {}), country: words.country === true }, names)}`;
}

function tellList(name: string, words: ListWords, values: string[], names: Names): string {
  if (values.length === 0) return words.none;
  const told =
    factsByName.get(name)?.type === "governments" ? values.map(names.government) : values.map((one) => words.values?.[one] ?? one);
  return `the ${words.noun}: ${series(told)}`;
}
