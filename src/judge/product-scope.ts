import type { Listing, ProductClass, Transaction, Verdict } from "../model/index.js";
import { anyOf } from "./verdicts.js";

/** What is used, as far as it decides whether an entry that is limited to products reaches it. */
export interface Use {
  kind: Transaction["kind"];
  /** Kinds of the provider, such as cloud, carrier, security. */
  providerKinds: readonly string[];
}

type Test = (use: Use) => Verdict;

/** What a vendor's or other deal is about, its name does not tell. */
const mayBeAnything: readonly Use["kind"][] = ["vendor", "other"];

/** Code, storage, traffic with hosts, work, money and data are none of a device. */
const device: Test = ({ kind }) => (mayBeAnything.includes(kind) ? "cannot-be-excluded" : "no");

/** Offered by a provider of that kind: not as a place to store or compute; whether as this product, only the contract says. */
const offeredBy =
  (providerKind: string, code: Verdict): Test =>
  ({ kind, providerKinds }) => {
    if (mayBeAnything.includes(kind)) return "cannot-be-excluded";
    if (!providerKinds.includes(providerKind)) return "no";
    return kind === "software" ? code : kind === "traffic" ? "cannot-be-excluded" : "no";
  };

/** Whether a use can be of a class of products: three-valued, from what artefacts can show. */
const tests = {
  "telecommunications-equipment": device,
  // Section 214 authorises carriage between countries; a place to store or compute is none, whoever offers it.
  "telecommunications-services": offeredBy("carrier", "no"),
  "video-surveillance": device,
  "security-software": offeredBy("security", "yes"),
  "mobile-application": offeredBy("social", "cannot-be-excluded"),
  "uncrewed-aircraft": device,
  semiconductors: device,
} satisfies Record<ProductClass, Test>;

/** Whether an entry of a list reaches a use: without a scope always, with one in words only it stays open. */
export function entryReaches({ products, scope }: Pick<Listing, "products" | "scope">, use: Use): Verdict {
  if (products) return anyOf(products.map((product) => tests[product](use)));
  return scope === undefined ? "yes" : "cannot-be-excluded";
}
