import { z } from "zod";
import {
  approveDecision,
  type Docket,
  type Proposal,
  proposeDecision,
  renewDecision,
  returnDecision,
  withdrawDecision,
} from "../../docket/index.js";
import { draftContent, draftFile, openDecision, resultOfRun } from "../../docket-decision.js";
import { DocketDecision, RunOrDecisionDone, ShownDecision } from "../../model/index.js";
import { CaseId, RealDay, Why } from "../fields.js";
import { type Route, route } from "../route.js";

const OneCase = z.strictObject({ case: CaseId });
const OneDecision = z.strictObject({
  case: CaseId,
  decision: z.string().regex(/^d[1-9]\d{0,8}$/, "expected the name of a decision, such as d1"),
});
const names = (what: string) => z.array(z.string().min(1).max(200)).max(1000).describe(what);

const content = {
  title: DocketDecision.shape.title,
  handling: DocketDecision.shape.handling,
  run: z.string().min(1).max(100).describe("the attached run that it rests on, such as r1"),
  outcome: DocketDecision.shape.outcome,
  on: RealDay.describe("the day of the decision"),
  until: RealDay.describe("the last day for which it holds, as of a risk that is accepted for a time; it then has an owner and grounds"),
  owner: z.string().min(1).max(200).describe("who answers for what is accepted; never who approves it"),
  findings: names("findings of the run that it cites"),
  facts: names("facts of the case that it cites, such as f1"),
  evidence: names("evidence of the case that it cites, such as e1"),
  measures: DocketDecision.shape.measures,
  grounds: z.string().min(1).max(20_000),
};
const Changes = z.strictObject(content).partial();
const Draft = z
  .record(z.string(), z.unknown())
  .optional()
  .describe("the JSON of a draft determination on this run: its outcome, day, findings and measures count where none are named");
const Proposed = Changes.required({ title: true, run: true })
  .extend({ draft: Draft })
  .refine(({ outcome, draft }) => outcome !== undefined || draft !== undefined, "expected an outcome, or a draft that says it");
const common = { tag: "decisions" } as const;
const refusals = ["not-found", "refused", "invalid"] as const;
const answer = { description: "It is recorded", schema: RunOrDecisionDone } as const;

/** Decisions of a case: proposed by one person, approved by another, each on one state. */
export const decisionRoutes: readonly Route[] = [
  route({
    ...common,
    method: "POST",
    path: "/api/cases/{case}/decisions",
    id: "proposeDecision",
    summary: "Propose a decision that cites findings of an attached run, on the state that the case is in",
    permission: "decision:draft",
    commands: ["docket decide"],
    params: OneCase,
    body: Proposed,
    example: { title: "Determination", run: "r1", outcome: "prohibited", findings: ["41baeffd06879dc3"] },
    answer: { ...answer, status: 201 },
    refusals,
    handle: async ({ docket, who, at, key, params, body }) => {
      const { draft, ...said } = body;
      const rest = { handling: "internal" as const, findings: [], facts: [], evidence: [], measures: [], grounds: null, draft: null };
      const drafted = draft && (await draftedContent(docket, params.case, body.run, draft));
      // One of them says the outcome, as the schema asks.
      const proposal = { ...rest, ...drafted, ...said } as Proposal;
      return { json: await proposeDecision(docket, params.case, proposal, { by: who.name, at, key }), status: 201 };
    },
  }),
  route({
    ...common,
    method: "GET",
    path: "/api/cases/{case}/decisions/{decision}",
    id: "showDecision",
    summary: "A decision: what it cites, on which state it stands, and every difference since",
    permission: "case:read",
    commands: ["docket decision show"],
    params: OneDecision,
    answer: { description: "The decision", schema: ShownDecision },
    refusals: ["not-found"],
    handle: async ({ docket, marks, params }) => {
      const { shown, read } = await openDecision(docket, params.case, params.decision, marks.upTo);
      marks.admit(shown.decision.handling);
      marks.note(read);
      return { json: shown };
    },
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/cases/{case}/decisions/{decision}/approval",
    id: "approveDecision",
    summary: "Approve a proposed decision for the state that it was proposed on; never by one of its authors",
    description: "Where the case moved since, 409 tells what is otherwise, and `state` has to name the present state.",
    permission: "decision:approve",
    commands: ["docket decision approve"],
    params: OneDecision,
    body: z.strictObject({
      state: z
        .string()
        .regex(/^[0-9a-f]{12,64}$/, "expected 12 to 64 hexadecimal digits")
        .optional(),
      why: Why.optional(),
    }),
    example: {},
    answer,
    refusals,
    handle: async ({ docket, who, at, key, params, body: { state, why } }) => ({
      json: await approveDecision(docket, params.case, params.decision, { state, note: why ?? null }, { by: who.name, at, key }),
    }),
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/cases/{case}/decisions/{decision}/return",
    id: "returnDecision",
    summary: "Send a proposed decision back to its author",
    permission: "decision:approve",
    commands: ["docket decision return"],
    params: OneDecision,
    body: z.strictObject({ why: Why }),
    example: { why: "a finding is missing" },
    answer,
    refusals,
    handle: async ({ docket, who, at, key, params, body }) => ({
      json: await returnDecision(docket, params.case, params.decision, body.why, { by: who.name, at, key }),
    }),
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/cases/{case}/decisions/{decision}/renewal",
    id: "renewDecision",
    summary: "Propose a decision anew on the present state, with what is to be otherwise in it",
    permission: "decision:draft",
    commands: ["docket decision renew"],
    params: OneDecision,
    body: Changes,
    example: { grounds: "the response of 20 April" },
    answer,
    refusals,
    handle: async ({ docket, who, at, key, params, body }) => ({
      json: await renewDecision(docket, params.case, params.decision, body, { by: who.name, at, key }),
    }),
  }),
  route({
    ...common,
    method: "POST",
    path: "/api/cases/{case}/decisions/{decision}/withdrawal",
    id: "withdrawDecision",
    summary: "Withdraw a decision; the record keeps it",
    permission: "decision:draft",
    commands: ["docket decision withdraw"],
    params: OneDecision,
    body: z.strictObject({ why: Why }),
    example: { why: "another one replaces it" },
    answer,
    refusals,
    handle: async ({ docket, who, at, key, params, body }) => ({
      json: await withdrawDecision(docket, params.case, params.decision, body.why, { by: who.name, at, key }),
    }),
  }),
];

/** What a draft says that a decision takes from it, with the draft as a file of it. */
async function draftedContent(docket: Docket, of: string, run: string, draft: Record<string, unknown>): Promise<Partial<Proposal>> {
  const bytes = Buffer.from(`${JSON.stringify(draft, null, 2)}\n`);
  return { ...draftContent("the draft", bytes, run, await resultOfRun(docket, of, run)), draft: draftFile(bytes) };
}
