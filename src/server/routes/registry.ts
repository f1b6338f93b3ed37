import type { Route } from "../route.js";
import { bundleRoutes } from "./bundles.js";
import { caseEventRoutes } from "./case-events.js";
import { caseRoutes } from "./cases.js";
import { caseOfReviewRoutes } from "./cases-of-review.js";
import { changeRoutes } from "./changes.js";
import { clockRoutes } from "./clocks.js";
import { cutOffRoutes } from "./cut-offs.js";
import { decisionRoutes } from "./decisions.js";
import { documentRoute } from "./document.js";
import { evidenceRoutes } from "./evidence.js";
import { folderStateRoutes } from "./folder-state.js";
import { keptReviewRoutes } from "./kept-reviews.js";
import { letterIssueRoutes } from "./letter-issue.js";
import { letterRoutes } from "./letters.js";
import { libraryRoutes } from "./library.js";
import { ownAccessRoutes } from "./own-access.js";
import { partyRoutes } from "./parties.js";
import { peopleRoutes } from "./people.js";
import { presenceRoutes } from "./presence.js";
import { procedureRoutes } from "./procedures.js";
import { questionRoutes } from "./questions.js";
import { quoteRoutes } from "./quotes.js";
import { recordRoutes } from "./record.js";
import { reportRoutes } from "./reports.js";
import { reviewRoutes } from "./reviews.js";
import { ruleRoutes } from "./rules.js";
import { runRoutes } from "./runs.js";
import { screeningRoutes } from "./screening.js";
import { sessionRoutes } from "./session.js";
import { templateRoutes } from "./templates.js";
import { workRoutes } from "./work.js";

/** What can be asked over HTTP: a new resource is one file and one line. */
const resources: readonly Route[] = [
  ...sessionRoutes,
  ...ownAccessRoutes,
  ...peopleRoutes,
  ...presenceRoutes,
  ...caseRoutes,
  ...workRoutes,
  ...caseEventRoutes,
  ...evidenceRoutes,
  ...quoteRoutes,
  ...runRoutes,
  ...decisionRoutes,
  ...reportRoutes,
  ...clockRoutes,
  ...procedureRoutes,
  ...letterRoutes,
  ...letterIssueRoutes,
  ...templateRoutes,
  ...recordRoutes,
  ...bundleRoutes,
  ...questionRoutes,
  ...reviewRoutes,
  ...keptReviewRoutes,
  ...caseOfReviewRoutes,
  ...folderStateRoutes,
  ...cutOffRoutes,
  ...screeningRoutes,
  ...partyRoutes,
  ...changeRoutes,
  ...ruleRoutes,
  ...libraryRoutes,
];

/** Everything that can be asked over HTTP, with the document that says so. */
export const routes: readonly Route[] = [...resources, documentRoute(resources)];
