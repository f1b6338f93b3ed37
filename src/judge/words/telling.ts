import type { ASTNode } from "@marcbachmann/cel-js";
import type { ConditionWords } from "../../model/index.js";
import type { Called, Names } from "./phrases.js";

/** What a node is told with. */
export interface Telling {
  names: Names;
  called: Called;
  /** Whether the node is said to hold, or not to. */
  holds: boolean;
  /** Tells a condition inside the node. */
  tell(node: ASTNode, telling: Telling): ConditionWords;
}

export function sentence(text: string): ConditionWords {
  return { kind: "sentence", text };
}
