import { allowed, seesUpTo } from "../../src/model/access.js";
import { roles } from "../../src/model/order.js";
import { useSession } from "../api/session.js";
import { handlingWords } from "../case/words.js";
import { permissionWords } from "../parts/permission-words.js";
import { Table } from "../parts/table.js";
import style from "./settings.module.css";

/** What each role may do, and apart from it what it may see: the table that the server itself decides by. */
export function RoleTable() {
  const session = useSession();
  return (
    <Table
      caption="Roles"
      captionUnseen
      headings={["Role", "Can do", "Can see"]}
      rows={roles.map((role) => {
        const upTo = seesUpTo[role];
        return {
          key: role,
          cells: [
            session?.roles.includes(role) ? `${role} (yours)` : role,
            <ul key="do" className={style.may}>
              {allowed[role].map((one) => (
                <li key={one}>
                  {permissionWords[one]} <code>{one}</code>
                </li>
              ))}
            </ul>,
            upTo === null ? "Nothing of a case" : `Up to ${handlingWords[upTo].toLowerCase()}`,
          ],
        };
      })}
    />
  );
}
