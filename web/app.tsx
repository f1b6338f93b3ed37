import { type FunctionComponent, lazy, Suspense, useEffect } from "react";
import { Route, Switch, useLocation } from "wouter";
import { Frame } from "./frame/frame.js";
import { subjectOf } from "./frame/screens.js";
import { Overview } from "./overview/overview.js";
import { Empty, Waiting } from "./parts/state.js";
import { First } from "./reviews/first.js";
import { Start } from "./reviews/start.js";

const ReviewList = part(() => import("./reviews/review-list.js").then((one) => one.ReviewList));
const NewReview = part(() => import("./reviews/new-review.js").then((one) => one.NewReview));
const Findings = part(() => import("./findings/findings.js").then((one) => one.Findings));
const FindingPage = part(() => import("./finding/finding-page.js").then((one) => one.FindingPage));
const Reach = part(() => import("./reach/reach.js").then((one) => one.ReachScreen));
const Ownership = part(() => import("./ownership/ownership.js").then((one) => one.Ownership));
const Timeline = part(() => import("./timeline/timeline.js").then((one) => one.Timeline));
const Where = part(() => import("./where/where.js").then((one) => one.Where));
const Measures = part(() => import("./measures/measures.js").then((one) => one.Measures));
const ImpactScreen = part(() => import("./impact/impact.js").then((one) => one.ImpactScreen));
const LeftOpen = part(() => import("./left-open/left-open.js").then((one) => one.LeftOpen));
const CaseList = part(() => import("./cases/case-list.js").then((one) => one.CaseList));
const Work = part(() => import("./work/work.js").then((one) => one.Work));
const DocketScreen = part(() => import("./docket/docket.js").then((one) => one.DocketScreen));
const DeadlinePage = part(() => import("./docket/deadline.js").then((one) => one.DeadlinePage));
const Runs = part(() => import("./runs/runs.js").then((one) => one.Runs));
const Decisions = part(() => import("./decisions/decisions.js").then((one) => one.Decisions));
const LetterListScreen = part(() => import("./letters/letter-list.js").then((one) => one.LetterListScreen));
const LetterScreen = part(() => import("./letters/letter-screen.js").then((one) => one.LetterScreen));
const Templates = part(() => import("./letters/templates.js").then((one) => one.Templates));
const TemplateScreen = part(() => import("./letters/template-editor.js").then((one) => one.TemplateScreen));
const EvidenceScreen = part(() => import("./evidence/evidence-list.js").then((one) => one.EvidenceScreen));
const Reader = part(() => import("./evidence/reader.js").then((one) => one.Reader));
const CaseOverview = part(() => import("./case/overview.js").then((one) => one.CaseOverview));
const RecordScreen = part(() => import("./record/record.js").then((one) => one.RecordScreen));
const Library = part(() => import("./library/library.js").then((one) => one.Library));
const Laws = part(() => import("./library/laws.js").then((one) => one.Laws));
const Lists = part(() => import("./library/lists.js").then((one) => one.Lists));
const MeasureLibrary = part(() => import("./library/measures.js").then((one) => one.MeasureLibrary));
const Calendars = part(() => import("./library/calendars.js").then((one) => one.Calendars));
const Settings = part(() => import("./settings/settings.js").then((one) => one.Settings));
const Changes = part(() => import("./changes/changes.js").then((one) => one.Changes));
const Change = part(() => import("./changes/change.js").then((one) => one.Change));
const Parties = part(() => import("./parties/parties.js").then((one) => one.Parties));
const PartyScreen = part(() => import("./parties/party.js").then((one) => one.PartyScreen));

/** The workbench: a screen for every address. */
export function App() {
  const [location] = useLocation();
  useEffect(() => {
    const heading = document.querySelector("main h1")?.textContent;
    document.title = heading ? `${heading} · beholden` : "beholden";
  });
  return (
    <Frame subject={subjectOf(location)}>
      <Suspense fallback={<Waiting what="the screen" />}>
        <Switch>
          <Route path="/" component={First} />
          <Route path="/start" component={Start} />
          <Route path="/new" component={NewReview} />
          <Route path="/reviews" component={ReviewList} />
          <Route path="/reviews/:review">{({ review: id }) => <Overview id={id} />}</Route>
          <Route path="/reviews/:review/findings">{({ review: id }) => <Findings id={id} />}</Route>
          <Route path="/reviews/:review/findings/:finding">{({ review: id, finding }) => <FindingPage id={id} finding={finding} />}</Route>
          <Route path="/reviews/:review/reach">{({ review: id }) => <Reach id={id} />}</Route>
          <Route path="/reviews/:review/ownership">{({ review: id }) => <Ownership id={id} />}</Route>
          <Route path="/reviews/:review/timeline">{({ review: id }) => <Timeline id={id} />}</Route>
          <Route path="/reviews/:review/where">{({ review: id }) => <Where id={id} />}</Route>
          <Route path="/reviews/:review/measures">{({ review: id }) => <Measures id={id} />}</Route>
          <Route path="/reviews/:review/impact">{({ review: id }) => <ImpactScreen id={id} />}</Route>
          <Route path="/reviews/:review/left-open">{({ review: id }) => <LeftOpen id={id} />}</Route>
          <Route path="/work" component={Work} />
          <Route path="/cases" component={CaseList} />
          <Route path="/parties" component={Parties} />
          <Route path="/parties/:party">{({ party }) => <PartyScreen id={decodeURIComponent(party)} />}</Route>
          <Route path="/changes" component={Changes} />
          <Route path="/changes/:source">{({ source }) => <Change source={source} />}</Route>
          <Route path="/library" component={Library} />
          <Route path="/library/laws">{() => <Laws pack={null} />}</Route>
          <Route path="/library/laws/:pack">{({ pack }) => <Laws pack={pack} />}</Route>
          <Route path="/library/lists" component={Lists} />
          <Route path="/library/measures" component={MeasureLibrary} />
          <Route path="/library/calendars" component={Calendars} />
          <Route path="/settings" component={Settings} />
          <Route path="/record">{() => <RecordScreen />}</Route>
          <Route path="/cases/:case/record">{({ case: id }) => <RecordScreen of={id} />}</Route>
          <Route path="/cases/:case">{({ case: id }) => <CaseOverview id={id} />}</Route>
          <Route path="/cases/:case/docket">{({ case: id }) => <DocketScreen id={id} />}</Route>
          <Route path="/cases/:case/deadlines/:deadline">
            {({ case: id, deadline }) => <DeadlinePage id={id} deadline={decodeURIComponent(deadline)} />}
          </Route>
          <Route path="/cases/:case/runs">{({ case: id }) => <Runs id={id} />}</Route>
          <Route path="/cases/:case/decisions">{({ case: id }) => <Decisions id={id} />}</Route>
          <Route path="/cases/:case/letters">{({ case: id }) => <LetterListScreen id={id} />}</Route>
          <Route path="/cases/:case/letters/:letter">{({ case: id, letter }) => <LetterScreen id={id} letter={letter} />}</Route>
          <Route path="/library/templates" component={Templates} />
          <Route path="/library/templates/:template">{({ template }) => <TemplateScreen id={template} />}</Route>
          <Route path="/cases/:case/evidence">{({ case: id }) => <EvidenceScreen id={id} />}</Route>
          <Route path="/cases/:case/evidence/:item">{({ case: id, item }) => <Reader id={id} item={item} />}</Route>
          <Route>
            <Empty title="There is no such page">
              <p>
                The address is not one of the workbench. <a href="/">Go to the start</a>
              </p>
            </Empty>
          </Route>
        </Switch>
      </Suspense>
    </Frame>
  );
}

/** A screen that is loaded when it is first shown. */
function part<Props extends object>(load: () => Promise<FunctionComponent<Props>>) {
  return lazy<FunctionComponent<Props>>(() => load().then((screen) => ({ default: screen })));
}
