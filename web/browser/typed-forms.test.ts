import { expect, it } from "vitest";
import { draftsOfWorkbench, shownElsewhere, typedForms, unkeptFields } from "./typed-forms.js";

it("every form that keeps what is typed has a line in the table, and every line a form", () => {
  const lines = [...typedForms.map(({ draft }) => draft), ...Object.keys(shownElsewhere)];
  expect(lines.sort()).toEqual(draftsOfWorkbench().sort());
});

it("no field for words is kept by nothing", () => {
  expect(unkeptFields()).toEqual([]);
});
