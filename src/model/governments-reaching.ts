import { byText } from "./order.js";
import type { Reach } from "./reach.js";

/**
 * The governments that reach something, as ISO codes in order. A path of low confidence is a lead: its government is named only where
 * no government has a surer path.
 */
export function governmentsReaching(reaches: readonly Pick<Reach, "government" | "path">[]): string[] {
  const sure = reaches.filter((one) => one.path.confidence !== "low");
  return [...new Set((sure.length > 0 ? sure : reaches).map((one) => one.government))].sort(byText);
}
