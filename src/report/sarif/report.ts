import type { Log, Notification, Result, Run } from "sarif";
import type { Problem, Review } from "../../model/index.js";
import { assumedSentences } from "../measures-standing.js";
import type { Report } from "../report.js";
import { viewOf } from "../view.js";
import { artefactUri, firstSentence } from "./places.js";
import { resultOf } from "./results.js";
import { ruleIdOf, rulesOf } from "./rules.js";

/** GitHub code scanning takes no more results in one run, and files of 10 MB; the gravest stand first, and what is left out is told. */
export const mostResults = 25_000;
export const mostBytes = 9_000_000;

/**
 * SARIF 2.1.0 (OASIS) for code scanning. One run; the finding's own id is its fingerprint, so that an alert stays the same when lines
 * move. Findings that somebody accepted are suppressed results, findings of the baseline are unchanged ones.
 */
export const sarif: Report = {
  id: "sarif",
  title: "SARIF 2.1.0 for code scanning",
  mediaType: "application/sarif+json",
  render: (review) => `${JSON.stringify(logOf(review), null, 2)}\n`,
};

function logOf(review: Review): Log {
  return { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [runOf(review)] };
}

function runOf(review: Review): Run {
  const view = viewOf(review);
  const rules = rulesOf(review, view);
  const results = withinLimits(
    review.findings.map((finding) =>
      resultOf(
        finding,
        view,
        rules.findIndex((one) => one.id === ruleIdOf(finding)),
      ),
    ),
  );
  return {
    tool: {
      driver: {
        name: review.tool.name,
        version: review.tool.version,
        semanticVersion: review.tool.version,
        rules,
      },
    },
    automationDetails: { id: "beholden/" },
    originalUriBaseIds: { SRCROOT: { description: { text: "The folder that was reviewed." } } },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: review.problems.every((one) => one.severity !== "error"),
        toolExecutionNotifications: [...review.problems.map(notificationOf), ...leftOverNotes(review.findings.length - results.length)],
      },
    ],
    results,
    properties: {
      asOf: review.asOf,
      summary: review.summary,
      determination: review.determination.outcome,
      reference: review.reference,
      answer: review.answer,
      ...(review.assumed ? { assumed: assumedSentences(review) } : {}),
    },
  };
}

function withinLimits(results: Result[]): Result[] {
  let room = mostBytes;
  const last = results.slice(0, mostResults).findIndex((one) => {
    room -= Buffer.byteLength(JSON.stringify(one, null, 2));
    return room < 0;
  });
  return results.slice(0, last === -1 ? mostResults : last);
}

const notificationLevels = { error: "error", warning: "warning", note: "note" } as const;

function notificationOf(problem: Problem): Notification {
  const { path, line, column, severity, code, message, expected, action } = problem;
  return {
    descriptor: { id: code },
    level: notificationLevels[severity],
    message: { text: `${firstSentence(message)} Expected: ${expected}. ${action}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artefactUri(path),
          ...(line ? { region: { startLine: line, startColumn: column ?? 1 } } : {}),
        },
      },
    ],
  };
}

function leftOverNotes(left: number): Notification[] {
  if (left <= 0) return [];
  return [
    {
      descriptor: { id: "results-left-out" },
      level: "warning",
      message: {
        text: `${left} lesser findings are left out here, because code scanning takes at most ${mostResults} results and 10 MB. They are in the JSON report.`,
      },
    },
  ];
}
