import { type Day, holdsOn, type RulePack } from "../model/index.js";

/** What a pack says about data on a day: of its bulk lines those in force. */
export function linesInForce({ data }: Pick<RulePack, "data">, day: Day): Pick<RulePack, "data"> {
  return data ? { data: { ...data, bulk: data.bulk.filter((line) => holdsOn(line, day)) } } : {};
}
