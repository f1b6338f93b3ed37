import type { ShownDecision } from "../../src/model/index.js";
import { decisionFacts } from "../../src/report/docket/decisions.js";
import { useDecision } from "../api/cases.js";
import { notAllowed, useMay, useSession } from "../api/session.js";
import itemStyle from "../case/item.module.css";
import { Action } from "../parts/action.js";
import { daysInWords } from "../parts/days.js";
import { Section } from "../parts/page.js";
import { AnswerOf, Note } from "../parts/state.js";
import { Table } from "../parts/table.js";
import style from "./decisions.module.css";
import { type DecisionMove, MoveDecisionForm } from "./move-decision.js";

interface OneDecisionProps {
  id: string;
  decision: string;
  asked: string;
  onAsk(what: string): void;
}

/** One decision: what it says and cites, how it stands to the case as it is now, and what can be done about it. */
export function OneDecision({ id, decision, asked, onAsk }: OneDecisionProps) {
  return (
    <AnswerOf of={useDecision(id, decision)} what="the decision">
      {(shown) => <Details shown={shown} asked={asked} onAsk={onAsk} />}
    </AnswerOf>
  );
}

function Details({ shown, asked, onAsk }: { shown: ShownDecision; asked: string; onAsk(what: string): void }) {
  const { decision, state, newerRun } = shown;
  const moves = useMoves(shown);
  const chosen = moves.find((one) => one.move === asked && one.why === null);
  return (
    <section className={itemStyle.item} aria-label={`Decision ${decision.id}`}>
      <h2>
        {decision.id}: {decision.title}
      </h2>
      <div className={itemStyle.buttons}>
        {moves.map(({ move, words, why }) => (
          <Action
            key={move}
            disabled={why !== null}
            describedBy={why === null ? undefined : `why-not-${move}`}
            expanded={asked === move}
            onPress={() => onAsk(asked === move ? "" : move)}
          >
            {words}
          </Action>
        ))}
      </div>
      {moves.map(({ move, words, why }) =>
        why === null ? null : (
          <p key={move} id={`why-not-${move}`} className={itemStyle.quiet}>
            {words}: {why}
          </p>
        ),
      )}
      {chosen ? <MoveDecisionForm shown={shown} move={chosen.move} onDone={() => onAsk("")} key={chosen.move} /> : null}
      <Standing shown={shown} />
      <dl className={itemStyle.facts}>
        {decisionFacts(decision).map(([name, what]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{daysInWords(what)}</dd>
          </div>
        ))}
      </dl>
      <Section title="Findings cited" id="decision-findings">
        {decision.findings.length === 0 ? (
          <p>It cites none.</p>
        ) : (
          <Table
            caption="Findings that the decision cites"
            captionUnseen
            headings={["Finding", "Said", "Id"]}
            rows={decision.findings.map((one) => ({
              key: one.id,
              cells: [one.title, one.outcome, <code key="id">{one.id}</code>],
            }))}
          />
        )}
      </Section>
      {newerRun?.comparison ? (
        <Section title={`${decision.run} against ${newerRun.run}`} id="decision-newer">
          {newerRun.comparison.answer.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </Section>
      ) : null}
      <Section title="The state that it was decided on" id="decision-state">
        <Table
          caption="Parts of the state by digest"
          captionUnseen
          headings={["Part", "Items", "Digest"]}
          rows={state.parts.map(({ part, digest, items }) => ({
            key: part,
            cells: [part, String(Object.keys(items).length), <code key="digest">{digest}</code>],
          }))}
        />
      </Section>
    </section>
  );
}

function Standing({ shown: { decision } }: { shown: ShownDecision }) {
  const { current, differences, reproduced } = decision.standing;
  if (current && reproduced) return <p>Decided on the present state: nothing that it rests on is otherwise now.</p>;
  return (
    <Note kind="stale">
      <strong>{current ? "The state is not certain." : "Decided on an older state."}</strong>{" "}
      {reproduced ? "" : "The journal does not give the state that is recorded with it; verify the record."}
      {differences.map(({ part, item, what }) => (
        <span key={`${part} ${item}`} className={style.line}>
          {daysInWords(what)}.
        </span>
      ))}
    </Note>
  );
}

interface OfferedMove {
  move: DecisionMove;
  words: string;
  /** Why it is not possible; null: it is. */
  why: string | null;
}

/** What can be done about a decision, and why something cannot: nobody approves what is their own. */
function useMoves({ decision }: ShownDecision): OfferedMove[] {
  const may = useMay();
  const session = useSession();
  const { status } = decision.standing;
  const answers = session !== undefined && decision.owner !== undefined && sameName(decision.owner, session.name);
  const own = session !== undefined && decision.authors.some((author) => sameName(author, session.name));
  const closed = status === "withdrawn" ? "it is withdrawn." : status === "approved" ? "it is approved already." : null;
  const approving = !may("decision:approve")
    ? notAllowed("decision:approve")
    : (closed ?? (status === "returned" ? "it was sent back; its author proposes it anew." : null));
  const drafting = may("decision:draft") ? (status === "withdrawn" ? "it is withdrawn." : null) : notAllowed("decision:draft");
  return [
    {
      move: "approval",
      words: "Approve",
      why:
        approving ??
        (own
          ? "you proposed it, and nobody approves what is their own."
          : answers
            ? "you answer for it: somebody else has to approve it."
            : null),
    },
    { move: "return", words: "Send back", why: approving },
    { move: "renewal", words: "Propose anew", why: drafting },
    { move: "withdrawal", words: "Withdraw", why: drafting },
  ];
}

function sameName(left: string, right: string): boolean {
  const folded = (name: string) => name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  return folded(left) === folded(right);
}
