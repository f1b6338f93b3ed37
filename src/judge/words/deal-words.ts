import type { TransactionFacts } from "../../model/index.js";
import type { WordTable } from "./word-types.js";

/** The words of what is declared of a deal, of terms and rules, and of what the subject supplies. */
export const dealWords = {
  deal: {
    type: {
      noun: "the agreement",
      values: {
        vendor: "a vendor agreement",
        employment: "an employment agreement",
        investment: "an investment agreement",
        "data-brokerage": "a sale or licence of data",
        directing: "the direction of a deal of others",
        "payment-processing": "the processing of payments",
        service: "another service",
        none: "none of the law's types",
        unknown: "not known",
      },
    },
    declared: { yes: "the deal itself is declared", no: "the deal itself is not declared" },
    conduct: {
      noun: "the conduct that is judged",
      values: { subject: "that of the company under review", "foreign-person": "that of a foreign person" },
    },
    consideration: { of: "something of value", is: "given for it" },
    recipientCollectedDirectly: { of: "the recipient", is: "the one who collected the data from the individuals" },
    coveredAccess: { of: "somebody covered, or a government of concern,", is: "given access by it, whatever the safeguards" },
    accessBehindCounterparty: {
      of: "whoever is covered and gets access",
      is: "behind a counterparty that is not covered itself",
    },
    otherForeignAccess: { of: "another foreign person", is: "given access by it" },
    onwardClause: { of: "the other side", is: "barred by the contract from passing the data on to those the law names" },
    cloud: { of: "the deal", is: "one of cloud computing" },
    passive: { of: "the investment", is: "passive" },
    securityRequirements: { of: "the set of security requirements", is: "met in full" },
    knowledge: {
      noun: "the knowledge that the company under review had of who gets access",
      values: { actual: "actual", "should-have-known": "imputed, since it should have known", none: "absent", "not-stated": "not stated" },
    },
    evasion: { of: "the deal", is: "shaped to avoid the rules" },
    directedByDomestic: { of: "who directs the deal", is: "a person of the pack's own side" },
    exemptionsClaimed: {
      noun: "exemptions claimed for the deal",
      some: "an exemption is claimed for the deal",
      none: "no exemption is claimed for the deal",
    },
    states: {
      noun: "statements that the declared facts of the deal make",
      some: "the declared facts of the deal make a statement that the pack knows",
      none: "the declared facts of the deal make no statement that the pack knows",
      member: { yes: 'the declared facts of the deal state "{}"', no: 'the declared facts of the deal do not state "{}"' },
    },
    denies: {
      noun: "statements that the declared facts of the deal deny",
      some: "the declared facts of the deal deny a statement that the pack knows",
      none: "the declared facts of the deal deny no statement that the pack knows",
      member: { yes: 'the declared facts of the deal deny "{}"', no: 'the declared facts of the deal do not deny "{}"' },
    },
  },
  terms: {
    met: {
      noun: "terms of the pack that are met",
      some: "a term of the pack is met",
      none: "no term of the pack is met",
      member: { yes: 'the term "{}" is met', no: 'the term "{}" is not established to be met' },
    },
    open: {
      noun: "terms of the pack that may be met",
      some: "a term of the pack may be met",
      none: "no term of the pack stays open",
      member: { yes: 'it stays open whether the term "{}" is met', no: 'it is settled whether the term "{}" is met' },
    },
  },
  result: {
    classification: { noun: "the class that the rules give the deal" },
    certain: { yes: "the class of the deal is established", no: "the class of the deal stays open" },
    scope: { noun: "what an exemption switches off" },
  },
  supplier: {
    federal: { of: "the company under review", is: "a contractor or subcontractor of the U.S. Government" },
    defense: { of: "the company under review", is: "a supplier of the U.S. Department of Defense" },
    intelligence: {
      of: "the company under review",
      is: "a supplier of the U.S. intelligence community, or one that runs sensitive compartmented information systems",
    },
    states: {
      noun: "U.S. states whose agencies the company under review is one of, or supplies",
      some: "the company under review is an agency of a U.S. state, or supplies one",
      none: "no U.S. state is declared whose agencies the company under review supplies",
    },
    statesKnown: {
      yes: "the company under review declares which U.S. states it supplies",
      no: "the company under review does not declare which U.S. states it supplies",
    },
  },
  listing: {
    covered: { of: "the counterparty, or an author of the technology,", is: "covered by the regime" },
    parties: {
      noun: "listed parties by which the counterparty or an author of the technology is covered",
      some: "a listed party stands behind the service or its technology",
      none: "no listed party stands behind the service or its technology",
    },
    scopes: {
      noun: "products and services that the entries of these parties are limited to",
      some: "an entry is limited to certain products or services",
      none: "no entry is limited to certain products or services",
    },
    fits: { of: "what is used", is: "of a kind that an entry reaches" },
    because: { noun: "which entry reaches what is used, or why none does" },
  },
} satisfies WordTable<Pick<TransactionFacts, "deal" | "terms" | "result" | "supplier" | "listing">>;
