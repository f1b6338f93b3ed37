import { useMemo } from "react";
import { counted } from "../../src/report/words.js";
import { type OpenReview, useReview } from "../api/reviews.js";
import { useKeys } from "../frame/keys.js";
import { DecidedSame } from "../parties/verdicts.js";
import { Action } from "../parts/action.js";
import { Choice } from "../parts/choice.js";
import { dayWords } from "../parts/days.js";
import { WithInspector } from "../parts/inspector.js";
import { PageHead } from "../parts/page.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { useAddressPart } from "../state/address.js";
import { OwnershipChart } from "./chart.js";
import { Controls } from "./controls.js";
import { SaveData } from "./exports.js";
import { type Family, partiesOf, useFamily } from "./families.js";
import { Details } from "./inspector.js";
import { OwnershipOutline } from "./outline.js";
import style from "./ownership.module.css";
import { OwnershipTable } from "./table.js";
import { listed, toggled, useViewState } from "./view-state.js";

/** Who owns and controls those that a review is about: chart, table and outline of one selection, on any day. */
export function Ownership({ id }: { id: string }) {
  return (
    <AnswerOf of={useReview(id)} what="the review">
      {(open) => <Asked open={open} />}
    </AnswerOf>
  );
}

/** Three views of one selection. */
const views = [
  { id: "chart", title: "Chart" },
  { id: "table", title: "Table" },
  { id: "outline", title: "Outline" },
] as const;

function Asked({ open: { review, view } }: { open: OpenReview }) {
  const parties = useMemo(() => partiesOf(review, view.partyName), [review, view]);
  const [party, setParty] = useAddressPart("party", parties[0]?.id ?? "");
  const [regimes, setRegimes] = useAddressPart("regimes", "review");
  const asked = { party, regimes: regimes === "all" ? [] : review.rulePacks.map(({ id }) => id), asOf: review.asOf };
  if (party === "") return <Empty title="The review names no party whose owners could be asked for." />;
  return (
    <>
      <PageHead title="Who owns and controls it" />
      <p className={style.controls}>
        <Choice
          label="Of"
          value={party}
          options={[...(parties.some(({ id }) => id === party) ? [] : [{ id: party, name: party }]), ...parties].map(({ id, name }) => ({
            value: id,
            title: name,
          }))}
          onChange={setParty}
        />
        <Choice
          label="Judged by"
          value={regimes}
          options={[
            { value: "review", title: `the packs of the review (${review.rulePacks.map(({ id }) => id).join(", ")})` },
            { value: "all", title: "every pack that comes with beholden" },
          ]}
          onChange={setRegimes}
        />
      </p>
      <Shown key={party} asked={asked} />
    </>
  );
}

function Shown({ asked }: { asked: Parameters<typeof useFamily>[0] }) {
  const viewed = useViewState(asked.party);
  const { state, act, undo, redo } = viewed;
  const [shown, setShown] = useAddressPart("view", "chart");
  const turn = () => setShown(views[(views.findIndex(({ id }) => id === shown) + 1) % views.length]?.id ?? "chart");
  useKeys("The family", [
    { keys: "t", does: "Chart, table or outline", run: turn },
    { keys: "u", does: "Undo what was done to the view", run: undo },
    { keys: "U", does: "Do it again", run: redo },
  ]);
  const answered = useFamily(asked, viewed);
  return (
    <>
      <Controls asOf={asked.asOf} state={state} act={act} family={answered.value} />
      <p className={style.controls}>
        {views.map(({ id, title }) => (
          <Action key={id} pressed={shown === id} onPress={() => setShown(id)}>
            {title}
          </Action>
        ))}
        <Action onPress={undo} disabled={viewed.undone === 0}>
          Undo <kbd>u</kbd>
        </Action>
        <Action onPress={redo} disabled={viewed.redone === 0}>
          Redo <kbd>U</kbd>
        </Action>
      </p>
      <AnswerOf of={answered} what="the owners">
        {(family) => (family ? <FamilyOf family={family} shown={shown} asOf={state.on || asked.asOf} viewed={viewed} /> : null)}
      </AnswerOf>
    </>
  );
}

function FamilyOf(props: FamilyViewProps) {
  const { traced } = props.family;
  return (
    <>
      <DecidedSame id={traced.party} name={traced.parties.find(({ id }) => id === traced.party)?.name ?? traced.party} />
      <FamilyView {...props} />
    </>
  );
}

/** Of a group for which there is no room, as many as are drawn instead of others. */
const openedAtOnce = 24;

interface FamilyViewProps {
  family: Family;
  shown: string;
  asOf: string;
  viewed: ReturnType<typeof useViewState>;
}

function FamilyView({ family, shown, asOf, viewed: { state, act } }: FamilyViewProps) {
  const [selected, setSelected] = useAddressPart("selected");
  const { traced, view } = family;
  const name = traced.parties.find(({ id }) => id === traced.party)?.name ?? traced.party;
  // Details lie beside the chart: each is a step back of its own, and none changes what is drawn.
  const select = (id: string) => setSelected(id, { replace: false });
  const expand = (id: string) => {
    const group = view.folded.find((one) => one.id === id);
    const [folded, first, open] = [listed(state.folded), listed(state.first), listed(state.open)];
    if (folded.includes(group?.hub ?? id)) act({ folded: toggled(state.folded, group?.hub ?? id) });
    else if (group?.why === "country") act({ first: [...first, id].join(",") });
    else if (group || view.folded.some(({ members }) => members.includes(id))) {
      // What was opened last comes first, so that it has room.
      const asked = group ? group.members.slice(0, openedAtOnce) : [id];
      act({ first: [...asked, ...first.filter((one) => !asked.includes(one))].slice(0, 2 * openedAtOnce).join(",") });
    } else if (!open.includes(id) && (view.more.has(id) || id !== traced.party)) act({ open: toggled(state.open, id) });
  };
  const collapse = (id: string) => {
    if (listed(state.open).includes(id)) act({ open: toggled(state.open, id) });
    else if (!listed(state.folded).includes(id)) act({ folded: toggled(state.folded, id) });
  };
  const common = { family, selected, onSelect: select };
  return (
    <WithInspector
      title={selected ? (traced.parties.find(({ id }) => id === selected)?.name ?? "the selection") : null}
      onClose={() => setSelected("")}
      inspector={selected ? <Details {...common} onExpand={expand} onCollapse={collapse} state={state} /> : null}
    >
      {view.links.length === 0 && view.gaps.length === 0 ? (
        <Empty title={`Nobody on file owns or controls ${name} on ${dayWords(asOf)}, and it owns nobody.`}>
          <p>
            That is no proof that nobody does.{" "}
            {view.hidden.ended > 0 ? `${counted(view.hidden.ended, "interest")} had ended by that day. ` : ""}
            {view.hidden.belowShare + view.hidden.otherKinds > 0 ? "What was asked for hides some. " : ""}
            Registers are added by <code>beholden reference import</code>.
          </p>
        </Empty>
      ) : shown === "table" ? (
        <>
          <OwnershipTable {...common} />
          <p className={style.controls}>
            <SaveData family={family} />
          </p>
        </>
      ) : shown === "outline" ? (
        <OwnershipOutline {...common} />
      ) : (
        <OwnershipChart {...common} onExpand={expand} onCollapse={collapse} />
      )}
    </WithInspector>
  );
}
