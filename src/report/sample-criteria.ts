import type { ReviewCriteria } from "../model/index.js";

/** Criteria of two packs for the sample review: every leaning and state, a possibility, and a cap on a scale. */
export const criteria: ReviewCriteria[] = [
  {
    pack: "us-icts",
    groups: [
      {
        id: "risk",
        title: "Finding 3, risk",
        citation: "15 CFR 791.103(c)",
        mark: "R*",
        words: { for: "raises the risk", against: "lowers the risk", evidence: "bears on it" },
      },
    ],
    scale: null,
    list: [
      { id: "c7", group: "risk", title: "C7: vulnerability", question: "Which?", citation: "15 CFR 791.103(c)(7)", mark: "OLD" },
      { id: "c8", group: "risk", title: "C8: mitigation", question: "Can it be mitigated?", citation: "15 CFR 791.103(c)(8)", mark: "OLD" },
      { id: "c10", group: "risk", title: "C10: likelihood", question: "How likely?", citation: "15 CFR 791.103(c)(10)", mark: "OLD" },
    ],
    transactions: [
      {
        transaction: "t-oss",
        criteria: [
          {
            criterion: "c7",
            state: "answered",
            atMost: null,
            answers: [answer("for", "China has paths to Orders older than 90 days (订单档案).", ["r-orders"])],
            ask: [],
          },
          {
            criterion: "c8",
            state: "partly-answered",
            atMost: null,
            answers: [
              {
                ...answer("against", "A measure ends one path."),
                certainty: "cannot-be-excluded",
                doubts: ["Not confirmed (mark UNCONFIRMED)."],
              },
              answer("evidence", "Measures are declared."),
            ],
            ask: [{ of: "Independent auditor", question: "Do the measures work as declared?" }],
          },
          {
            criterion: "c10",
            state: "open",
            atMost: null,
            answers: [],
            ask: [{ of: "Analyst", question: "How often were such powers used?" }],
          },
        ],
      },
    ],
  },
  {
    pack: "eu-sovereignty",
    groups: [
      {
        id: "sovereignty",
        title: "Sovereignty objectives",
        citation: "Cloud Sovereignty Framework",
        mark: "SEC",
        words: { for: "supports it", against: "limits it", evidence: "bears on it" },
      },
    ],
    scale: {
      name: "SEAL",
      title: "Sovereignty Effectiveness Assurance Levels",
      citation: "Cloud Sovereignty Framework",
      mark: "SEC",
      levels: [
        { level: 0, name: "No sovereignty", what: "all outside the Union" },
        { level: 1, name: "Jurisdictional sovereignty", what: "Union law applies on paper" },
      ],
    },
    list: [
      {
        id: "sov-2",
        group: "sovereignty",
        title: "SOV-2: law",
        question: "Whose law?",
        citation: "Cloud Sovereignty Framework",
        mark: "SEC",
      },
    ],
    transactions: [
      {
        transaction: "t-aws",
        criteria: [
          {
            criterion: "sov-2",
            state: "answered",
            atMost: 1,
            answers: [{ ...answer("against", "The United States can obtain data.", ["r-us-accounts"]), atMost: 1, governments: ["US"] }],
            ask: [],
          },
        ],
      },
    ],
  },
];

function answer(leaning: "for" | "against" | "evidence", text: string, reaches: string[] = []) {
  return {
    leaning,
    certainty: "established" as const,
    text,
    mark: "OLD" as const,
    doubts: [] as string[],
    atMost: null,
    governments: ["CN"],
    reaches,
    evidence: [{ kind: "law" as const, locator: "15 CFR 791.103(c)", title: "A law" }],
  };
}
