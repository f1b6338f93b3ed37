import { useEffect, useMemo, useState } from "react";
import { Link } from "wouter";
import type { CaseList, StatedAttribute } from "../../src/model/index.js";
import { get } from "../api/client.js";
import { RequestFailed } from "../api/problem.js";
import { notAllowed, useMay } from "../api/session.js";
import type { Answered } from "../api/use-answer.js";
import { caseAddress } from "../frame/screens.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { addressOf } from "../state/address.js";

/** Names that cases are searched for; a shorter one stands in the names of others. */
const mostNames = 12;
const shortestName = 4;

const namesAmong = new Set(["name", "own spelling", "alias", "former name"]);

interface Naming {
  id: string;
  caption: string;
  state: string | null;
  /** The names of the party that stand among the parties of the case. */
  by: string[];
}

/** The cases that name a party, by any of its names, as `beholden docket list --party NAME` finds them. */
export function CasesNaming({ attributes }: { attributes: readonly StatedAttribute[] }) {
  const may = useMay()("case:read");
  const all = useMemo(
    () => [...new Set(attributes.filter(({ attribute }) => namesAmong.has(attribute)).map(({ value }) => value))],
    [attributes],
  );
  const names = useMemo(() => all.filter((name) => name.length >= shortestName).slice(0, mostNames), [all]);
  const answered = useCasesNaming(may ? names : null);
  if (!may) return <Empty title="Nothing that you may see.">{notAllowed("case:read")}</Empty>;
  return (
    <AnswerOf of={answered} what="the cases that name it">
      {(cases) => (
        <>
          {cases.length === 0 ? (
            <Empty title="No case names it among its parties." />
          ) : (
            <Table
              caption="Cases that name it"
              captionUnseen
              headings={["Case", "Caption", "Where it stands", "By the name"]}
              rows={cases.map(({ id, caption, state, by }) => ({
                key: id,
                cells: [
                  <Link key="case" href={caseAddress(id)}>
                    {id}
                  </Link>,
                  caption,
                  state ?? "not begun",
                  by.join("; "),
                ],
              }))}
            />
          )}
          <p>
            Looked for {names.length === all.length ? "every name of it" : `${names.length} of its ${all.length} names`} among the parties
            of cases: {names.join("; ")}.
          </p>
        </>
      )}
    </AnswerOf>
  );
}

/** Asks for each name; null: nothing is asked. */
function useCasesNaming(names: readonly string[] | null): Answered<Naming[]> {
  const [state, setState] = useState<Omit<Answered<Naming[]>, "again">>({ value: undefined, failure: undefined, asking: false });
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when somebody wants it anew
  useEffect(() => {
    if (names === null) return;
    let wanted = true;
    Promise.all(names.map((name) => get<CaseList>(addressOf("/api/cases", { party: name })))).then(
      (lists) => wanted && setState({ value: together(names, lists), failure: undefined, asking: false }),
      (error: unknown) => {
        if (!(error instanceof RequestFailed)) throw error;
        if (wanted) setState({ value: undefined, failure: error.failure, asking: false });
      },
    );
    return () => {
      wanted = false;
    };
  }, [names, turn]);
  return { ...state, again: () => setTurn((count) => count + 1) };
}

function together(names: readonly string[], lists: readonly CaseList[]): Naming[] {
  const found = new Map<string, Naming>();
  for (const [at, { cases }] of lists.entries()) {
    for (const { id, caption, state } of cases) {
      const known = found.get(id) ?? { id, caption, state, by: [] };
      found.set(id, { ...known, by: [...known.by, names[at] ?? ""] });
    }
  }
  return [...found.values()];
}
