/** Statements that name no further owner: about persons who are named anyway, or about what changed in a period. */
const namesNobody = new Set([
  "all-beneficial-owners-identified",
  "information-not-provided-for-at-least-one-beneficial-owner",
  "nobody-has-become-or-ceased-to-be-a-beneficial-owner",
  "somebody-has-become-or-ceased-to-be-a-beneficial-owner",
  "no-change-beneficial-owner-relevant-period",
  "change-beneficial-owner-relevant-period",
  "no-trust-involved-relevant-period",
  "trust-involved-relevant-period",
  "no-change-beneficiary-relevant-period",
  "change-beneficiary-relevant-period",
  "psc-has-failed-to-confirm-changed-details",
]);

/**
 * Why the owners of an entity are not in the register. "Nobody registrable" narrows less than it seems: every holder of 25 percent or
 * less stays out, and so does a foreign company with all the shares (Companies Act 2006 s. 790C: only entities that must disclose
 * themselves are registrable). Together the unnamed may hold anything, so no range is stated.
 */
const reasons: Record<string, string> = {
  "no-individual-or-entity-with-signficant-control":
    "states that nobody is registrable: no individual holds more than 25 % or controls it; holders of up to 25 % each and entities outside the disclosure rules are not named",
  "psc-exists-but-not-identified": "states that somebody has significant control whom it has not identified",
  "psc-details-not-confirmed": "states that somebody has significant control whose particulars are not confirmed",
  "steps-to-find-psc-not-yet-completed": "has not completed the steps to find out who has significant control",
  "psc-contacted-but-no-response": "asked somebody about significant control and got no answer (s. 790D notice)",
  "restrictions-notice-issued-to-psc": "restricted the stake of somebody who does not answer (Sch. 1B)",
  "no-beneficial-owner-identified": "has identified none of its beneficial owners",
  "at-least-one-beneficial-owner-unidentified": "has not identified all of its beneficial owners",
  "at-least-one-beneficial-owner-unidentified-and-information-not-provided-for-at-least-one-beneficial-owner":
    "has not identified all of its beneficial owners",
};

/** Statements by which the entity itself does not know who it is, and by which it has not looked yet; by the others somebody is kept back. */
const notKnown = new Set([
  "psc-exists-but-not-identified",
  "no-beneficial-owner-identified",
  "at-least-one-beneficial-owner-unidentified",
  "at-least-one-beneficial-owner-unidentified-and-information-not-provided-for-at-least-one-beneficial-owner",
]);
const notLookedFor = "steps-to-find-psc-not-yet-completed";

/** What kind of gap a statement leaves: somebody who is not known, not looked for yet, or not disclosed. */
export function withheldForm(statement: string): "not-known" | "not-looked-for" | "not-disclosed" {
  const plain = plainStatement(statement);
  if (plain === notLookedFor) return "not-looked-for";
  return notKnown.has(plain) || !Object.hasOwn(reasons, plain) ? "not-known" : "not-disclosed";
}

/** Of limited partnerships and of companies the statements are the same; the register misspells one of them. */
function plainStatement(statement: string): string {
  return statement.replace(/-partnership$/, "").replace("-significant-", "-signficant-");
}

/**
 * What a statement of an entity says about owners who are not named, in words; undefined where it says of none. A statement that is
 * not known is kept as it stands: it may withhold somebody.
 */
export function withheldBy(statement: string): string | undefined {
  const plain = plainStatement(statement);
  if (namesNobody.has(plain)) return undefined;
  const reason = Object.hasOwn(reasons, plain) ? reasons[plain] : undefined;
  return `the entity ${reason ?? `makes the statement "${statement.slice(0, 200)}", which is not known here`}`;
}

const exemptions: Record<string, string> = {
  psc_exempt_as_trading_on_regulated_market: "its voting shares are traded on a regulated market",
  psc_exempt_as_trading_on_uk_regulated_market: "its voting shares are traded on a UK regulated market",
  psc_exempt_as_trading_on_eu_regulated_market: "its voting shares are traded on an EU regulated market",
  psc_exempt_as_shares_admitted_on_market: "its voting shares are admitted to a market named in the PSC Regulations 2016",
  disclosure_transparency_rules_chapter_five_applies: "its holders disclose under chapter 5 of the Disclosure and Transparency Rules",
};

/** Why an entity need not say who has significant control. */
export function exemptionReason(exemption: string): string {
  const reason = Object.hasOwn(exemptions, exemption) ? exemptions[exemption] : exemption.slice(0, 100).replaceAll("_", " ");
  return `the entity is exempt from naming who has significant control: ${reason}`;
}
