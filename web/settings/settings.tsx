import { type SignedIn, useSession } from "../api/session.js";
import { handlingWords } from "../case/words.js";
import { densities, useDensity } from "../frame/density.js";
import { singleKeysSetting } from "../frame/keys.js";
import { themes, useTheme } from "../frame/theme.js";
import { Choice } from "../parts/choice.js";
import { momentWords } from "../parts/days.js";
import { Key } from "../parts/key.js";
import { PageHead, Section } from "../parts/page.js";
import { Table } from "../parts/table.js";
import { useKept } from "../state/kept.js";
import { Backups } from "./backups.js";
import { Health } from "./health.js";
import { OwnAccess } from "./own-access.js";
import { People } from "./people.js";
import { RoleTable } from "./role-table.js";
import style from "./settings.module.css";

/** Who one is, how this browser shows things, who may do what, and how the docket is kept. */
export function Settings() {
  const session = useSession();
  const [theme, choose] = useTheme();
  const [density, setDensity] = useDensity();
  const [single, setSingle] = useKept(singleKeysSetting, "on");
  return (
    <>
      <PageHead
        title="Settings"
        about="What is changed here for everybody is an entry of the record; what is changed for this browser stays in it."
      />
      <Section title="You" id="you">
        {session ? (
          <p>
            {session.name}:{" "}
            {session.access === "local" ? "every role, being the person at this machine" : session.roles.join(", ") || "no role"}. You see
            what is marked up to {session.seesUpTo === null ? "nothing of a case" : handlingWords[session.seesUpTo].toLowerCase()}.{" "}
            {session.until
              ? `This session is over on ${momentWords(session.until)}, however it is used.`
              : "This session ends with the server."}
          </p>
        ) : null}
        {session?.access === "team" ? <OwnAccess /> : null}
      </Section>
      <Section title="This browser" id="browser">
        <div className={style.line}>
          <Choice
            label="Theme"
            value={theme}
            options={Object.entries(themes).map(([value, title]) => ({ value, title }))}
            onChange={(value) => choose(value as typeof theme)}
          />
          <Choice
            label="Rows of tables"
            value={density}
            options={Object.entries(densities).map(([value, title]) => ({ value, title }))}
            onChange={(value) => setDensity(value as typeof density)}
          />
          <label>
            <input type="checkbox" checked={single === "on"} onChange={(event) => setSingle(event.target.checked ? "on" : "off")} /> Single
            letters are shortcuts. They never are while you type. The sheet of keys, <Key usual="?" />, gives each another letter.
          </label>
        </div>
      </Section>
      {session?.machine ? <Machine machine={session.machine} /> : null}
      <People />
      <Section
        title="Roles"
        id="roles"
        about="What a role lets somebody do, and apart from it, what it lets them see. One person may have several."
      >
        <RoleTable />
      </Section>
      <Section
        title="Handling marks"
        id="marks"
        about="From the most open to the strictest. Reading or taking out what is restricted is an entry of the record."
      >
        <ol className={style.marks}>
          {Object.entries(handlingWords).map(([mark, word]) => (
            <li key={mark}>
              {word} <code>{mark}</code>
            </li>
          ))}
        </ol>
      </Section>
      <Backups />
      <Health />
    </>
  );
}

/** Where this machine keeps what is worked with. */
function Machine({ machine: { data, docket, served } }: { machine: NonNullable<SignedIn["machine"]> }) {
  return (
    <Section title="This machine" id="machine" about="All of it lies here, and no request leaves for anywhere else.">
      <Table
        caption="Where things are kept"
        captionUnseen
        headings={["What", "Where"]}
        rows={[
          ["Folder of data", data],
          ["Docket", docket],
          ["Folder that is served", served],
        ].map(([what = "", where]) => ({ key: what, cells: [what, <code key="where">{where}</code>] }))}
      />
      <p className={style.quiet}>
        Kept reviews, imports and backups lie in the folder of data. Another is given with <code>--data</code>, and stays as it is.
      </p>
    </Section>
  );
}
