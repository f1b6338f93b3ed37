import { Link } from "wouter";
import { statusWords } from "../../src/report/docket/decisions.js";
import { type SeenCase, useCase } from "../api/cases.js";
import { notAllowed, useMay } from "../api/session.js";
import itemStyle from "../case/item.module.css";
import { RestrictedItems } from "../case/restricted.js";
import { CaseStages } from "../case/stages.js";
import { caseAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { dayWords } from "../parts/days.js";
import { PageHead } from "../parts/page.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { PlainTag } from "../parts/tag.js";
import { addressOf, useAddressParts } from "../state/address.js";
import { OneDecision } from "./decision.js";
import { ProposeForm } from "./propose-form.js";

/** Decisions of a case: what was decided, on what findings, on which state, who proposed and who approved it. */
export function Decisions({ id }: { id: string }) {
  return (
    <AnswerOf of={useCase(id)} what="the decisions">
      {(shown) => <Listed shown={shown} />}
    </AnswerOf>
  );
}

function Listed({ shown }: { shown: SeenCase }) {
  const may = useMay();
  const [asked, ask] = useAddressParts(["decision", "do", "run", "findings"]);
  const { id, decisions, runs } = shown;
  const standing = runs.filter(({ withdrawn }) => withdrawn === null);
  return (
    <>
      <CaseStages id={id} />
      <PageHead
        title="Decisions"
        about="Proposed by one person on findings of a run, approved by another, each bound to the state of the case that it was taken on."
      >
        {!may("decision:draft") ? (
          <p className={itemStyle.quiet}>{notAllowed("decision:draft")}</p>
        ) : standing.length === 0 ? (
          <p className={itemStyle.quiet}>
            A decision cites findings of a run: <Link href={addressOf(caseAddress(id, "/runs"), { do: "attach" })}>attach one first</Link>.
          </p>
        ) : (
          <Action main onPress={() => ask({ do: asked.do === "propose" ? "" : "propose", decision: "" })} expanded={asked.do === "propose"}>
            Propose a decision
          </Action>
        )}
      </PageHead>
      {asked.do === "propose" && may("decision:draft") && standing.length > 0 ? (
        <ProposeForm
          shown={shown}
          runs={standing}
          onDone={(decision) => ask({ do: "", decision, run: "", findings: "" })}
          onCancel={() => ask({ do: "", run: "", findings: "" })}
        />
      ) : null}
      <RestrictedItems id={id} names={shown.restricted} kinds={["decision"]} />
      {decisions.length === 0 ? (
        <Empty title={shown.withheld > 0 ? "No decision that you may see stands in this case." : "Nothing has been decided yet."} />
      ) : (
        <Table
          caption="Decisions of the case"
          captionUnseen
          headings={["Decision", "Outcome", "Of", "How it stands", "State of the case"]}
          rows={decisions.map((one) => ({
            key: one.id,
            cells: [
              <Link key="title" href={addressOf(caseAddress(id, "/decisions"), { decision: one.id })}>
                {one.id}: {one.title}
              </Link>,
              one.outcome.replaceAll("-", " "),
              dayWords(one.on),
              statusWords(one),
              <PlainTag key="state" word={one.standing.current ? "The present state" : "Decided on an older state"} />,
            ],
          }))}
        />
      )}
      {asked.decision ? <OneDecision id={id} decision={asked.decision} asked={asked.do} onAsk={(what) => ask({ do: what })} /> : null}
    </>
  );
}
