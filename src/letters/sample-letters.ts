import { type Docket, type Doing, openCase, recordEvent } from "../docket/index.js";
import { approve, draft, issue } from "../letters.js";

/** People of the tests: who writes, who approves, who issues. */
export const writer: Doing = { by: "Ana Ruiz", at: "2025-12-01T15:00:00.000Z" };
export const approver: Doing = { by: "Bea Holt", at: "2025-12-01T16:00:00.000Z" };
export const clerk: Doing = { by: "Cleo Marsh", at: "2025-12-01T17:00:00.000Z" };

/** A case that is ready for the service of an Initial Determination from 2025-04-01 on. */
export async function readyCase(docket: Docket): Promise<string> {
  const parties = [{ name: "Acme Cloud Ltd", role: "provider" }];
  const { id } = await openCase(
    docket,
    { caption: "Acme Cloud", kind: "provider-review", procedure: "us-icts", reference: null, parties },
    writer,
  );
  for (const [event, on] of [
    ["review-started", "2025-02-11"],
    ["agencies-notified", "2025-02-20"],
    ["determination-proposed", "2025-03-11"],
  ] as const)
    await recordEvent(docket, id, { event, on }, null, writer);
  return id;
}

/** Everything that an Initial Determination asks for. */
export const determinationFields = {
  to: "Acme Cloud Ltd, 1 Main Street",
  signer: "the Secretary",
  proposal: "mitigate",
  terms: "The measures of an agreement would have to be kept. [statement]",
  scope: "It hosts data. [event 1]",
  nexus: "A parent stands behind it. [event 2]",
  risk: "The risk is undue. [event 3]",
  basis: "Its revenue of 4.2 million depends on Zebra Holdings. [event 2]\n\n(public) Its region is in Virginia. [event 1]",
};

/** A notice for a case, approved. */
export async function approvedNotice(docket: Docket, of: string): Promise<string> {
  const fields = { to: "Acme Cloud Ltd", from: "the Office", signer: "A. Clerk", transactions: "Hosting is under review. [event 1]" };
  const { letter } = await draft(docket, of, { template: "notice", fields }, writer);
  await approve(docket, of, letter, approver);
  return letter;
}

/** An Initial Determination, issued on 2025-04-01 without a PDF. */
export async function issuedDetermination(
  docket: Docket,
  of: string,
  fields: Record<string, string> = determinationFields,
): Promise<string> {
  const { letter } = await draft(docket, of, { template: "initial-determination", fields }, writer);
  await approve(docket, of, letter, approver);
  await issue(docket, of, letter, { on: "2025-04-01", service: "by-hand", print: null }, clerk);
  return letter;
}
