import { describe, expect, it } from "vitest";
import type { AssumedMeasure, DeclaredMeasure, Effect, Holding, Inventory, Measure, Path, Reach, StepKind } from "../model/index.js";
import { applyMeasures as applyOn, withFewAlternatives } from "./measures.js";
import { sampleMeasure } from "./sample-measure.js";

const keys = sampleMeasure({
  id: "M04",
  name: "Customer-held keys",
  cuts: [{ effects: ["access"], steps: ["hosting"], condition: "keys-held-by-customer", because: "The host holds ciphertext only." }],
  leaves: "It does not keep the service running.",
});

/** With the home that the sample inventory declares. */
function applyMeasures(reaches: Reach[], inventory: Inventory, measures: Measure[], assumed: AssumedMeasure[] = []): Reach[] {
  return applyOn(reaches, { inventory, measures, home: inventory.subject.jurisdiction }, assumed);
}

function path(...kinds: StepKind[]): Path {
  const place = (id: string) => ({ kind: "party" as const, id, name: id });
  return {
    confidence: "high",
    steps: kinds.map((kind, at) => ({
      kind,
      from: place(`p${at}`),
      to: place(`p${at + 1}`),
      because: "b",
      confidence: "high",
      evidence: [{ kind: "inference", locator: "l" }],
    })),
  };
}

function reach(effect: Effect, strongest: Path, alternatives: Path[] = []): Reach {
  return {
    id: effect,
    government: "CN",
    effect,
    target: { kind: "holding", id: "orders", name: "Orders" },
    transaction: "t",
    path: strongest,
    alternatives,
    cutBy: [],
    residual: true,
  };
}

function declaring(measure: Partial<DeclaredMeasure>, keysHeldBy: Holding["keysHeldBy"] = "customer"): Inventory {
  return {
    schemaVersion: "1",
    subject: { name: "S" },
    systems: [],
    accepted: [],
    networks: [],
    exclude: [],
    measures: [{ id: "M04", status: "in-place", appliesTo: [], ...measure }],
    holdings: [
      {
        id: "orders",
        name: "Orders",
        system: "archive",
        categories: ["personal-health"],
        usPersons: null,
        usDevices: null,
        identifiers: [],
        linkedTogether: null,
        marketedAsGovernmentPersonnel: false,
        inListedGovernmentArea: false,
        exclusions: [],
        storedIn: [],
        keysHeldBy,
      },
    ],
  };
}

const hosted = path("jurisdiction", "operation", "hosting");

describe("data kept at home", () => {
  const home = sampleMeasure({
    id: "M01",
    cuts: [{ effects: ["access"], steps: ["territory"], condition: "another-government", because: "It lies elsewhere." }],
  });
  const onSoil = reach("access", path("territory", "hosting"));
  const ended = (jurisdiction: string | undefined) => {
    const inventory = declaring({ id: "M01" });
    const subject = { name: "S", ...(jurisdiction ? { jurisdiction } : {}) };
    return !applyMeasures([onSoil], { ...inventory, subject }, [home])[0]?.residual;
  };

  it("is out of another government's reach and in that of the subject's own; where the home is not declared, it cannot be told", () => {
    expect([ended("US"), ended("CN"), ended(undefined)]).toEqual([true, false, false]);
  });
});

describe("customer-held keys", () => {
  it("end access and not disruption, and the explanation says so", () => {
    const [access, disrupt] = applyMeasures([reach("access", hosted), reach("disrupt", hosted)], declaring({}), [keys]);
    expect([access?.residual, disrupt?.residual]).toEqual([false, true]);
    expect(access?.cutBy[0]?.explanation).toContain("does not keep the service running");
    expect(disrupt?.cutBy).toEqual([]);
  });

  it("end nothing while only promised, or where the provider holds the keys", () => {
    const [promised] = applyMeasures([reach("access", hosted)], declaring({ status: "promised" }), [keys]);
    expect(promised?.residual).toBe(true);
    expect(promised?.cutBy.map((one) => one.status)).toEqual(["promised"]);
    expect(applyMeasures([reach("access", hosted)], declaring({}, "provider"), [keys])[0]?.residual).toBe(true);
  });

  it("apply to the holdings and systems named", () => {
    const ended = (appliesTo: string[]) => !applyMeasures([reach("access", hosted)], declaring({ appliesTo }), [keys])[0]?.residual;
    expect([ended(["orders"]), ended(["archive"]), ended(["other"])]).toEqual([true, true, false]);
  });

  it("leave a reach that has a path around them", () => {
    const [around] = applyMeasures([reach("access", hosted, [path("jurisdiction", "supply")])], declaring({}), [keys]);
    expect(around?.residual).toBe(true);
  });
});

it("keeps the three strongest alternatives, after judging all", () => {
  const [kept] = withFewAlternatives(
    applyMeasures([reach("access", hosted, [hosted, hosted, hosted, path("supply")])], declaring({}), [keys]),
  );
  expect(kept?.alternatives).toHaveLength(3);
  expect(kept?.residual).toBe(true);
});

describe("verified, in place, promised and assumed", () => {
  const builds = sampleMeasure({
    id: "M10",
    cuts: [{ effects: ["access"], steps: ["supply"], condition: "always", because: "Only inspected code runs." }],
  });
  const twoWays = reach("access", hosted, [path("jurisdiction", "supply")]);
  const standing = (statuses: [DeclaredMeasure["status"], DeclaredMeasure["status"]]) => {
    const inventory = declaring({ status: statuses[0] });
    inventory.measures.push({ id: "M10", status: statuses[1], appliesTo: [] });
    const [one] = applyMeasures([twoWays], inventory, [keys, builds]);
    return [one?.endedBy, one?.endedIfPromisesKept];
  };

  it("are kept apart: a reach is ended as surely as the weakest measure that it takes", () => {
    expect(standing(["verified", "verified"])).toEqual(["verified", false]);
    expect(standing(["verified", "in-place"])).toEqual(["in-place", false]);
    expect(standing(["in-place", "promised"])).toEqual([null, true]);
    expect(standing(["promised", "promised"])).toEqual([null, true]);
  });

  it("tell an assumed measure from a declared one, with what is taken to be so", () => {
    const nothing = { ...declaring({}, "provider"), measures: [] };
    const [one] = applyMeasures([reach("access", hosted)], nothing, [keys], [{ measure: "M04", appliesTo: [] }]);
    expect(one).toMatchObject({
      residual: false,
      endedBy: "assumed",
      endedIfPromisesKept: false,
      cutBy: [{ measure: "M04", status: "assumed", conditions: ["the customer alone holds the keys of Orders"] }],
    });
    const elsewhere = applyMeasures([reach("access", hosted)], nothing, [keys], [{ measure: "M04", appliesTo: ["other"] }]);
    expect(elsewhere[0]).toMatchObject({ residual: true, cutBy: [] });
  });

  it("tell what promises would end even where an assumed measure ends it", () => {
    const promised = declaring({ status: "promised" });
    const [one] = applyMeasures([reach("access", hosted)], promised, [keys], [{ measure: "M04", appliesTo: [] }]);
    expect([one?.endedBy, one?.endedIfPromisesKept]).toEqual(["assumed", true]);
  });
});
