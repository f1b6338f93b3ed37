import { useMemo, useRef } from "react";
import type { Impact, ReviewImpact } from "../../src/model/index.js";
import { ofComparison, ofImpact } from "../../src/report/scene/impact/compared.js";
import { impactScene } from "../../src/report/scene/impact/scene.js";
import { counted } from "../../src/report/words.js";
import { useKeys } from "../frame/keys.js";
import { Action } from "../parts/action.js";
import type { DrawWork } from "../scene/draw.js";
import { LaidOut, Picture } from "../scene/picture.js";
import { useDrawn } from "../scene/use-drawn.js";
import { useAddressPart } from "../state/address.js";
import style from "./impact.module.css";
import { chainOf, useLit, useLookedAt } from "./lit-chain.js";

/** What becomes of the systems, drawn as the report draws it: one scenario whole, of several what differs; and why they fall, chain by chain. */
export function Pictures({ impacts, comparison }: ReviewImpactParts) {
  const [view, setView] = useAddressPart("picture", "states");
  const turn = () => setView(view === "states" ? "chains" : "states");
  useKeys("What becomes of systems", [{ keys: "t", does: "What becomes of them, or why", run: turn }]);
  const [first] = impacts;
  const scene = useMemo(() => {
    if (comparison) return impactScene(ofComparison(comparison));
    return first ? impactScene(ofImpact(first)) : null;
  }, [comparison, first]);
  if (!first || !scene) return null;
  return (
    <>
      <p className={style.views}>
        <Action pressed={view === "states"} onPress={() => setView("states")}>
          What becomes of them
        </Action>
        <Action pressed={view === "chains"} onPress={() => setView("chains")}>
          Why they fall
        </Action>
      </p>
      {view === "states" ? (
        <Picture scene={scene} name="impact" />
      ) : (
        impacts.map((one, index) => <Chains key={one.scenario.id} impact={one} name={`chains-${index + 1}`} />)
      )}
    </>
  );
}

type ReviewImpactParts = Pick<ReviewImpact, "impacts" | "comparison">;

function Chains({ impact, name }: { impact: Impact; name: string }) {
  const work = useMemo<DrawWork>(() => {
    const { systems, assets, asOf, scenario } = impact;
    return { draw: "chains", data: { systems, assets, asOf, scenario } };
  }, [impact]);
  const drawn = useDrawn(work);
  const [system, light] = useAddressPart("system");
  const around = useRef<HTMLDivElement>(null);
  const looked = useLookedAt(around);
  useLit(around, drawn.scene, chainOf(impact, looked || system));
  return (
    <div ref={around} className={style.chains}>
      <LaidOut
        drawn={drawn}
        selected={system}
        onSelect={({ id }) => light(id === system ? "" : id)}
        what={counted(impact.systems.length, "system")}
        name={name}
      />
    </div>
  );
}
