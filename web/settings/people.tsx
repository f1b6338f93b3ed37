import { type FormEvent, useId } from "react";
import type { ListedPerson, Role } from "../../src/model/index.js";
import { roles } from "../../src/model/order.js";
import { addPerson, changeRoles, restorePerson, retirePerson, usePeople } from "../api/people.js";
import { notAllowed, useMay, useSession } from "../api/session.js";
import { Action } from "../parts/action.js";
import { TypedElsewhere } from "../parts/form.js";
import { Section } from "../parts/page.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { Told, useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import { RoleChoice } from "./role-choice.js";
import style from "./settings.module.css";

const noPerson = { id: "", name: "", email: "", roles: "" };

/** The people of the docket and their roles. */
export function People() {
  const session = useSession();
  const mayRead = session?.permissions.includes("people:read") ?? false;
  const mayWrite = useMay()("people:write");
  const people = usePeople(mayRead);
  if (!session) return null;
  return (
    <Section
      title="People"
      id="people"
      about="Who is let in where a team is served. Every grant is an entry of the record, and nobody gives themselves a role."
    >
      {mayRead ? (
        <AnswerOf of={people} what="the people">
          {({ people: all }) => (
            <>
              {all.length === 0 ? (
                <Empty title="Nobody is in the list yet." />
              ) : (
                <Table
                  caption="People"
                  captionUnseen
                  headings={["Name", "Known by", "Roles", "Change"]}
                  rows={all.map((one) => ({
                    key: one.id,
                    cells: [
                      `${one.name} (${one.id})`,
                      one.subject ?? one.email ?? "nothing: nobody signs in as them",
                      one.retired ? "retired" : one.roles.join(", ") || "none",
                      <div key="change">
                        <ChangeRoles person={one} />
                        <Retire key={one.retired ? "retired" : "in"} person={one} />
                      </div>,
                    ],
                  }))}
                />
              )}
              {mayWrite ? <AddPerson /> : <p className={style.quiet}>{notAllowed("people:write")}</p>}
            </>
          )}
        </AnswerOf>
      ) : (
        <p className={style.quiet}>{notAllowed("people:read")}</p>
      )}
    </Section>
  );
}

function ChangeRoles({ person }: { person: ListedPerson }) {
  const { doing, failure, run } = useDoing();
  const mayWrite = useMay()("people:write");
  if (!mayWrite || person.retired) return null;
  const toggle = (role: Role) => {
    const next = person.roles.includes(role) ? person.roles.filter((one) => one !== role) : [...person.roles, role];
    run((key) => changeRoles(person.id, next, { key, seen: person.version }), next);
  };
  return (
    <details>
      <summary>Roles of {person.name}</summary>
      <fieldset className={style.roles} disabled={doing}>
        <legend className="unseen">Roles of {person.name}</legend>
        {roles.map((role) => (
          <label key={role}>
            <input type="checkbox" checked={person.roles.includes(role)} onChange={() => toggle(role)} /> {role}
          </label>
        ))}
      </fieldset>
      <Told doing={doing} failure={failure} what="Changing the roles" />
    </details>
  );
}

/** Retires somebody, or lets them in again, with a reason for the record. */
function Retire({ person }: { person: ListedPerson }) {
  const draft = useDraft(`retire ${person.id}`, { why: "" });
  const { doing, failure, run } = useDoing();
  const id = useId();
  const { why } = draft.fields;
  if (!useMay()("people:write")) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run(
      async (key) => {
        if (person.retired) await restorePerson(person.id, why.trim(), { key, seen: person.version });
        else await retirePerson(person.id, why.trim(), key);
        draft.clear();
      },
      [person.id, person.version, why],
    );
  };
  return (
    <details>
      <summary>{person.retired ? `Let ${person.name} in again` : `Retire ${person.name}`}</summary>
      <form className={style.form} onSubmit={submit}>
        <TypedElsewhere draft={draft} />
        <label htmlFor={id}>Why</label>
        <input id={id} value={why} onChange={(event) => draft.change({ why: event.target.value })} />
        <Action submit disabled={doing}>
          {person.retired ? "Let them in again" : "Retire them: nobody is let in as them any more"}
        </Action>
      </form>
      <Told doing={doing} failure={failure} what={person.retired ? "Letting them in again" : "Retiring them"} />
    </details>
  );
}

function AddPerson() {
  const draft = useDraft("add person", noPerson);
  const { doing, failure, run } = useDoing();
  const ids = { id: useId(), name: useId(), email: useId() };
  const { id, name, email } = draft.fields;
  const chosen = draft.fields.roles.split(" ").filter((one): one is Role => (roles as readonly string[]).includes(one));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = { id: id.trim(), name: name.trim(), email: email.trim() || null, roles: chosen };
    run(async (key) => {
      await addPerson(asked, key);
      draft.clear();
    }, asked);
  };
  return (
    <details>
      <summary>Let somebody in</summary>
      <form className={style.form} onSubmit={submit}>
        <TypedElsewhere draft={draft} />
        <label htmlFor={ids.id}>User name, as the record calls them (small letters, such as ana.ruiz)</label>
        <input
          id={ids.id}
          value={id}
          onChange={(event) => draft.change({ id: event.target.value })}
          required
          pattern="[a-z0-9][a-z0-9._\-]*"
          spellCheck={false}
        />
        <label htmlFor={ids.name}>Name</label>
        <input id={ids.name} value={name} onChange={(event) => draft.change({ name: event.target.value })} required />
        <label htmlFor={ids.email}>E-mail address, which counts once, at the first sign-in</label>
        <input id={ids.email} type="email" value={email} onChange={(event) => draft.change({ email: event.target.value })} />
        <RoleChoice legend="Roles" roles={roles} chosen={chosen} onChange={(value) => draft.change({ roles: value })} />
        <Action submit main disabled={doing}>
          Let them in
        </Action>
        <Told doing={doing} failure={failure} what="Putting them into the list" />
      </form>
    </details>
  );
}
