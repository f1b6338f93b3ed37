import style from "./settings.module.css";

interface RoleChoiceProps {
  legend: string;
  roles: readonly string[];
  chosen: readonly string[];
  /** Takes the chosen ones with a space between, as a draft keeps them. */
  onChange: (chosen: string) => void;
}

/** Roles, each to be ticked. */
export function RoleChoice({ legend, roles, chosen, onChange }: RoleChoiceProps) {
  return (
    <fieldset className={style.roles}>
      <legend>{legend}</legend>
      {roles.map((role) => (
        <label key={role}>
          <input
            type="checkbox"
            checked={chosen.includes(role)}
            onChange={(event) => onChange((event.target.checked ? [...chosen, role] : chosen.filter((one) => one !== role)).join(" "))}
          />{" "}
          {role}
        </label>
      ))}
    </fieldset>
  );
}
