import { useId, useMemo, useRef, useState } from "react";
import { readScenarios, type ScenarioAction, scenariosText } from "../../src/report/impact/actions.js";
import { governmentsOfConcern } from "../../src/report/view.js";
import type { OpenReview } from "../api/reviews.js";
import { useKeys } from "../frame/keys.js";
import { Action } from "../parts/action.js";
import { Choice } from "../parts/choice.js";
import style from "./impact.module.css";

const mostScenarios = 3;

type Scenario = readonly ScenarioAction[];

/** The scenarios that an address holds, three at most. */
export function scenariosIn(text: string): Scenario[] {
  return readScenarios(text).slice(0, mostScenarios);
}

interface ScenariosProps {
  open: OpenReview;
  scenarios: readonly Scenario[];
  /** Told the text of the scenarios, as the address has it. */
  onChange(text: string): void;
}

/** Up to three scenarios, each a set of actions: whom it cuts off, in which regions only, and what it leaves. */
export function Scenarios({ open, scenarios, onChange }: ScenariosProps) {
  const choices = useChoices(open);
  const begun = useRef<HTMLDivElement>(null);
  const change = (at: number, next: Scenario) =>
    onChange(
      scenariosText(
        // A scenario that cuts nobody off any more is none.
        [...scenarios.slice(0, at), next, ...scenarios.slice(at + 1)].filter((one) => one.some(({ does }) => does === "block")),
      ),
    );
  useKeys("Scenarios", [
    { keys: "a", does: "Add an action to the first scenario, or begin it", run: () => begun.current?.querySelector("select")?.focus() },
  ]);
  return (
    <div className={style.scenarios} ref={begun}>
      {scenarios.map((actions, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a scenario is its place
        <Composed key={at} place={at} actions={actions} choices={choices} onChange={(next) => change(at, next)} />
      ))}
      {scenarios.length < mostScenarios ? (
        <div className={style.scenario}>
          <Choice
            label={scenarios.length > 0 ? "Beside it: cut off" : "Cut off"}
            value=""
            options={[{ value: "", title: "choose" }, ...choices.filter(({ does }) => does === "block").map(optionOf)]}
            onChange={(value) => {
              // Each letter of a name that is typed chooses it again.
              if (!scenarios.some((one) => scenariosText([one]) === value)) change(scenarios.length, readScenarios(value)[0] ?? []);
            }}
          />
          {scenarios.length > 0 && scenarios[0] ? (
            <Action onPress={() => change(scenarios.length, scenarios.at(-1) ?? [])}>Beside it: the same again, to change</Action>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

interface ComposedProps {
  place: number;
  actions: Scenario;
  choices: readonly ActionChoice[];
  onChange(next: Scenario): void;
}

/** One scenario: its actions as a list, each to be taken away, and another to be added. */
function Composed({ place, actions, choices, onChange }: ComposedProps) {
  const [next, setNext] = useState("");
  const id = useId();
  const name = `Scenario ${place + 1}`;
  const isIn = (text: string) => actions.some((one) => scenariosText([[one]]) === text);
  const left = choices.filter((one) => !isIn(textOf(one)));
  const add = () => {
    const chosen = left.find((one) => textOf(one) === next);
    if (!chosen) return;
    onChange([...actions, { does: chosen.does, name: chosen.name }]);
    setNext("");
  };
  return (
    <fieldset className={style.composed}>
      <legend>{name}</legend>
      <ul>
        {actions.map((one) => {
          const words = wordsOf(one, choices);
          return (
            <li key={textOf(one)}>
              {words}{" "}
              <Action label={`Take away from ${name}: ${words}`} onPress={() => onChange(actions.filter((other) => other !== one))}>
                Take away
              </Action>
            </li>
          );
        })}
      </ul>
      <div className={style.scenario}>
        <label htmlFor={id} className="unseen">
          Another action of {name}
        </label>
        <select id={id} value={next} onChange={(event) => setNext(event.target.value)}>
          <option value="">another action</option>
          {groups.map(({ does, title }) => {
            const some = left.filter((one) => one.does === does);
            return some.length === 0 ? null : (
              <optgroup key={does} label={title}>
                {some.map((one) => (
                  <option key={textOf(one)} value={textOf(one)}>
                    {one.title}
                  </option>
                ))}
              </optgroup>
            );
          })}
        </select>
        <Action label={`Add to ${name}`} disabled={next === ""} onPress={add}>
          Add
        </Action>
        <Action label={`Remove ${name}`} onPress={() => onChange([])}>
          Remove
        </Action>
      </div>
    </fieldset>
  );
}

interface ActionChoice extends ScenarioAction {
  title: string;
}

const groups = [
  { does: "block", title: "Also cut off" },
  { does: "region", title: "Only in the region" },
  { does: "except", title: "Leave" },
] as const;

/** What the review offers to act on: its providers, companies and governments; its regions; and what can be left of all that. */
function useChoices({ review, view }: OpenReview): readonly ActionChoice[] {
  return useMemo(() => {
    const providers = review.providers.map(({ id, name }) => ({ name: id, title: name }));
    const states = [...governmentsOfConcern(review)]
      .sort()
      .map((code) => ({ name: code, title: `${view.governmentName(code)}: all that it reaches` }));
    const companies = review.parties
      .filter(({ kind }) => kind === "entity")
      .map(({ id, name }) => ({ name: id, title: `${name}: all that it owns or controls` }));
    const regions = [...new Set(review.transactions.flatMap(({ region }) => region ?? []))]
      .sort()
      .map((region) => ({ name: region, title: region }));
    const systems = (review.declared?.systems ?? []).map(({ id, name }) => ({ name: id, title: `System ${name ?? id}` }));
    return [
      ...[...providers, ...states, ...companies].map((one) => ({ does: "block" as const, ...one })),
      ...regions.map((one) => ({ does: "region" as const, ...one })),
      ...[...systems, ...providers, ...regions.map(({ name }) => ({ name, title: `Region ${name}` }))].map((one) => ({
        does: "except" as const,
        ...one,
      })),
    ];
  }, [review, view]);
}

function textOf({ does, name }: ScenarioAction): string {
  return scenariosText([[{ does, name }]]);
}

function optionOf(one: ActionChoice) {
  return { value: textOf(one), title: one.title };
}

function wordsOf(action: ScenarioAction, choices: readonly ActionChoice[]): string {
  const title = choices.find((one) => textOf(one) === textOf(action))?.title ?? action.name;
  return { block: `Cut off ${title}`, region: `Only in ${title}`, except: `Leave ${title}` }[action.does];
}
