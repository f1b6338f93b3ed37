import type { Impact, ImpactedSystem } from "../../src/model/index.js";
import { chainClaim, chainNames, rangeWords, weightiest } from "../../src/report/impact/words.js";
import { Action } from "../parts/action.js";
import { Table } from "../parts/table.js";
import { ImpactTag } from "../parts/tag.js";
import { useAddressPart } from "../state/address.js";
import style from "./impact.module.css";
import { touchedWords } from "./touched.js";

const gravity = ["stops", "cannot-be-told", "degrades", "goes-on"];

/** The systems by what becomes of them, each with the chain that weighs most; several scenarios stand beside each other. */
export function SystemsBySide({ impacts }: { impacts: readonly Impact[] }) {
  const [lit, light] = useAddressPart("system");
  const [, setPicture] = useAddressPart("picture", "states");
  const [only, setOnly] = useAddressPart("rows", "all");
  const [first] = impacts;
  if (!first) return null;
  const rows = first.systems
    .map(({ id, name, criticality }) => ({
      id,
      name,
      criticality,
      states: impacts.map((one) => one.systems.find((system) => system.id === id)),
    }))
    .filter(({ states }) => only === "all" || new Set(states.map((state) => state && rangeWords(state))).size > 1)
    .sort((left, right) => worst(left.states) - worst(right.states));
  return (
    <>
      {impacts.length > 1 ? (
        <p>
          <Action pressed={only === "different"} onPress={() => setOnly(only === "all" ? "different" : "all")}>
            Only rows that differ
          </Action>
        </p>
      ) : null}
      {rows.length === 0 ? (
        <p>
          {first.systems.length === 0
            ? "No system is declared. In beholden.yaml write your services and what they depend on; the assets that were read are told in `beholden impact`."
            : "All systems are in the same state in all scenarios."}
        </p>
      ) : (
        <Table
          caption="Systems by what becomes of them"
          captionUnseen
          headings={[
            "System",
            ...impacts.map((one, index) =>
              impacts.length > 1 ? `${index + 1}: ${one.scenario.block.map(({ name }) => name).join(", ")}` : "What becomes of it",
            ),
          ]}
          rows={rows.map(({ id, name, criticality, states }) => ({
            key: id,
            cells: [
              <>
                <span className={style.name}>{name}</span> <span className={style.quiet}>{criticality ?? ""}</span>{" "}
                {states.some((state) => state && state.chains.length > 0) ? (
                  <Action
                    pressed={lit === id}
                    label={`Light the chain of ${name}`}
                    onPress={() => {
                      setPicture("chains");
                      light(lit === id ? "" : id);
                    }}
                  >
                    Light the chain
                  </Action>
                ) : null}
              </>,
              ...states.map((state, index) =>
                state ? <State key={impacts[index]?.scenario.id} system={state} impact={impacts[index]} /> : null,
              ),
            ],
          }))}
        />
      )}
    </>
  );
}

function State({ system, impact }: { system: ImpactedSystem; impact: Impact | undefined }) {
  const chain = weightiest(system.chains);
  return (
    <div className={style.state}>
      <ImpactTag verdict={system.verdict} word={rangeWords(system)} />
      {chain ? (
        <span className={style.quiet}>
          {chainClaim(chain)}: {chainNames(chain)}
        </span>
      ) : null}
      {impact && system.verdict !== "goes-on" ? (
        <ul className={style.touched}>
          {touchedWords(system, impact).map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function worst(states: readonly (ImpactedSystem | undefined)[]): number {
  return Math.min(...states.map((state) => (state ? gravity.indexOf(state.verdict) : gravity.length)));
}
