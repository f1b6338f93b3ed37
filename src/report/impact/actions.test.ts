import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readScenarios, type ScenarioAction, scenariosText } from "./actions.js";

describe("scenarios in an address", () => {
  it("are one cut-off each, or several actions, in their order", () => {
    expect(readScenarios("alibaba-cloud,RU")).toEqual([[{ does: "block", name: "alibaba-cloud" }], [{ does: "block", name: "RU" }]]);
    expect(readScenarios("alibaba-cloud;CN;in:us-west-1;except:order-archive")).toEqual([
      [
        { does: "block", name: "alibaba-cloud" },
        { does: "block", name: "CN" },
        { does: "region", name: "us-west-1" },
        { does: "except", name: "order-archive" },
      ],
    ]);
  });

  it("that cut nothing off are none", () => {
    expect(readScenarios("")).toEqual([]);
    expect(readScenarios(" ;, in:us-west-1;except:x, ")).toEqual([]);
  });

  it("are read as they were written, whatever the names are", () => {
    const name = fc.string({ minLength: 1 }).filter((one) => one.trim() === one && !/^(in|except):/.test(one));
    const action = fc.record({ does: fc.constantFrom<ScenarioAction["does"]>("block", "region", "except"), name });
    const scenario = fc
      .tuple(name, fc.array(action, { maxLength: 3 }))
      .map(([first, others]) => [{ does: "block" as const, name: first }, ...others]);
    fc.assert(
      fc.property(fc.array(scenario, { maxLength: 3 }), (all) => {
        expect(readScenarios(scenariosText(all))).toEqual(all);
      }),
    );
  });
});
