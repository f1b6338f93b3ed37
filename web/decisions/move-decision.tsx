import type { ShownDecision } from "../../src/model/index.js";
import { moveDecision } from "../api/cases.js";
import { Field, Form, Ticks } from "../parts/form.js";
import { Note } from "../parts/state.js";
import { useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import { tellDone } from "../state/toast.js";

export type DecisionMove = "approval" | "return" | "renewal" | "withdrawal";

const words = {
  approval: { submit: "Approve it", meanwhile: "Approving it", done: "is approved" },
  return: { submit: "Send it back", meanwhile: "Sending it back", done: "was sent back to its author" },
  renewal: {
    submit: "Propose it anew",
    meanwhile: "Proposing it anew",
    done: "is proposed anew on the present state; that takes another approval",
  },
  withdrawal: { submit: "Withdraw it", meanwhile: "Withdrawing it", done: "is withdrawn; the record keeps it" },
} satisfies Record<DecisionMove, object>;

/** Approves a decision, sends it back, proposes it anew or withdraws it. Where the case moved since, approval names the present state. */
export function MoveDecisionForm({ shown, move, onDone }: { shown: ShownDecision; move: DecisionMove; onDone(): void }) {
  const { decision } = shown;
  const { current, state, differences } = decision.standing;
  const draft = useDraft(`decision ${move} ${shown.case} ${decision.id}`, { why: "", present: false, grounds: decision.grounds ?? "" });
  const doing = useDoing();
  const { fields, change } = draft;
  const why = fields.why.trim();
  const moved = move === "approval" && !current;
  const needsWhy = move === "return" || move === "withdrawal";
  const body = {
    ...(move !== "renewal" && why ? { why } : {}),
    ...(moved && fields.present ? { state } : {}),
    ...(move === "renewal" && fields.grounds.trim() ? { grounds: fields.grounds.trim() } : {}),
  };
  const refused =
    needsWhy && why === ""
      ? "It needs its reason."
      : moved && !fields.present
        ? "The case moved since it was proposed: approve it for the present state, or send it back."
        : null;
  return (
    <Form
      draft={draft}
      doing={doing}
      submit={words[move].submit}
      meanwhile={words[move].meanwhile}
      refused={refused}
      onCancel={() => {
        draft.clear();
        onDone();
      }}
      onSubmit={() =>
        doing.run(async (key) => {
          await moveDecision(shown.case, decision.id, move, body, key);
          draft.clear();
          tellDone({ text: `Decision ${decision.id} ${words[move].done}.`, finishes: true });
          onDone();
        }, body)
      }
    >
      {moved ? (
        <>
          <Note kind="stale">
            The case is otherwise than it was when this was proposed: {differences.map(({ what }) => what).join("; ")}.
          </Note>
          <Ticks
            label="State"
            options={[{ value: "present", title: `It holds on the present state too (${state.slice(0, 12)}…)` }]}
            chosen={fields.present ? ["present"] : []}
            onChange={(chosen) => change({ present: chosen.length > 0 })}
          />
        </>
      ) : null}
      {move === "renewal" ? (
        <Field label="Grounds" kind="long" value={fields.grounds} onChange={(grounds) => change({ grounds })} />
      ) : (
        <Field label="Why" kind="long" value={fields.why} onChange={(next) => change({ why: next })} required={needsWhy} />
      )}
    </Form>
  );
}
