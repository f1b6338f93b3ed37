import { Link } from "wouter";
import type { NamedParty, TracedLink, TracedParty } from "../../src/model/index.js";
import { useAnswer } from "../api/use-answer.js";
import { reviewAddress } from "../frame/screens.js";
import { capital } from "../parts/capital.js";
import { dayWords } from "../parts/days.js";
import { useFirstOfMany } from "../parts/first-of-many.js";
import { PageHead, Section } from "../parts/page.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { addressOf } from "../state/address.js";
import { CasesNaming } from "./cases-naming.js";
import { StillOpened, useNamedParties } from "./named-parties.js";
import { Attributes } from "./party-attributes.js";
import { PossiblySame } from "./possibly-same.js";
import { Verdicts } from "./verdicts.js";

/** One party: what each source says of it, the reviews and cases that name it, lists and verdicts, who holds it and what it holds, how regimes see it. */
export function PartyScreen({ id }: { id: string }) {
  const traced = useAnswer<TracedParty>(addressOf("/api/trace", { party: id }));
  return (
    <AnswerOf of={traced} what="the party">
      {(party) => <Traced party={party} />}
    </AnswerOf>
  );
}

function Traced({ party }: { party: TracedParty }) {
  const names = new Map(party.parties.map((one) => [one.id, one]));
  const own = names.get(party.party);
  const called = (id: string) => names.get(id)?.name ?? id;
  return (
    <>
      <PageHead
        title={own?.name ?? party.party}
        about={`${capital(own?.kind ?? "party")}${own?.jurisdiction ? ` organised under the law of ${own.jurisdiction}` : ""}, as of ${dayWords(party.asOf)} by the reference of ${party.reference.edition}.`}
      />
      <Section
        title="Names, numbers and places"
        id="names"
        about="Each with every source that states it. Where sources differ, each stands with its own value."
      >
        <p>
          Its id here is <code>{party.party}</code>.
        </p>
        <Attributes attributes={party.attributes} />
      </Section>
      <Section title="Reviews" id="reviews">
        <Naming id={party.party} />
      </Section>
      <Section title="Cases" id="cases">
        <CasesNaming attributes={party.attributes} />
      </Section>
      <Section title="Lists" id="lists">
        {party.listings.length === 0 ? (
          <Empty title={`No list on file names it or its owners on ${dayWords(party.asOf)}.`} />
        ) : (
          <Table
            caption="Lists that name it or its owners"
            captionUnseen
            headings={["Party", "List", "Programme"]}
            rows={party.listings.map((one, index) => ({
              key: `${one.party} ${one.list} ${index}`,
              cells: [called(one.party), one.name ?? one.list, one.programme ?? ""],
            }))}
          />
        )}
      </Section>
      <Section
        title="Hits and verdicts"
        id="verdicts"
        about="What was decided where a name that was screened met this record. Hits that wait for a verdict stand with what was screened."
      >
        <Verdicts id={party.party} />
      </Section>
      <Section
        title="Possibly the same as"
        id="same"
        about="Other parties with names like its own. What somebody decides links the two or keeps them apart; neither is changed by it, and it can be decided otherwise."
      >
        <PossiblySame id={party.party} own={own} asOf={party.asOf} />
      </Section>
      <Section title="Who holds it" id="owners">
        <Links
          links={party.owners}
          caption="Who holds it"
          none="Nobody on file holds it: who does is not recorded."
          called={called}
          hidden={party.hidden.owners}
        />
      </Section>
      <Section title="What it holds" id="holdings">
        <Links
          links={party.holdings}
          caption="What it holds"
          none="Nothing on file that it holds."
          called={called}
          hidden={party.hidden.holdings}
        />
      </Section>
      <Section title="How regimes see it" id="regimes">
        <Table
          caption="How regimes see it"
          captionUnseen
          headings={["Regime", "Covered", "Because"]}
          rows={party.regimes.map((one) => ({ key: one.id, cells: [one.title, one.verdict.replaceAll("-", " "), one.because] }))}
        />
      </Section>
    </>
  );
}

interface LinksProps {
  links: readonly TracedLink[];
  caption: string;
  none: string;
  called(id: string): string;
  hidden: number;
}

function Links({ links, caption, none, called, hidden }: LinksProps) {
  if (links.length === 0) return <Empty title={none} />;
  const link = (id: string) => <Link href={`/parties/${encodeURIComponent(id)}`}>{called(id)}</Link>;
  return (
    <>
      <Table
        caption={caption}
        captionUnseen
        headings={["Holder", "Held", "How", "Share", "From", "Until"]}
        rows={links.map((one) => ({
          key: String(one.number),
          cells: [link(one.owner), link(one.owned), one.kind, shareWords(one), one.from ?? "not known", one.until ?? ""],
        }))}
      />
      {hidden > 0 ? (
        <p>
          {hidden} more are left out here; <code>beholden trace</code> has them.
        </p>
      ) : null}
    </>
  );
}

function shareWords({ stated, shareMin, shareMax }: TracedLink): string {
  if (!stated) return "not stated";
  return shareMin === shareMax ? `${shareMin} %` : `${shareMin} to ${shareMax} %`;
}

function Naming({ id }: { id: string }) {
  return (
    <AnswerOf of={useNamedParties()} what="the reviews that name it">
      {({ parties, read, left }) => (
        <>
          <StillOpened read={read} left={left} />
          <NamingReviews reviews={parties.find((one) => one.id === id)?.reviews ?? []} />
        </>
      )}
    </AnswerOf>
  );
}

function NamingReviews({ reviews }: Pick<NamedParty, "reviews">) {
  const { shown, under } = useFirstOfMany(reviews, "review");
  if (reviews.length === 0) return <Empty title="No kept review names it." />;
  return (
    <>
      <Table
        caption="Reviews that name it"
        captionUnseen
        headings={["Review", "As of"]}
        rows={shown.map((one) => ({
          key: one.id,
          cells: [
            <Link key="review" href={reviewAddress(one.id)}>
              {one.subject}
            </Link>,
            dayWords(one.asOf),
          ],
        }))}
      />
      {under}
    </>
  );
}
