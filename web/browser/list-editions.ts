import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { commandText } from "./command.js";
import type { SampleWorkbench } from "./sample-workbench.js";

/** What an edition of the list says of its one company. */
interface Listed {
  /** When the list says that it was made. */
  edition: string;
  country: string;
  alias?: string;
}

/** The company, as its list writes it. */
export const listedName = "Hangzhou Alibaba Advertising Co. Ltd.";

/** Imports an edition of a list that names one company, as `beholden reference import` does. */
export function importEdition(bench: SampleWorkbench, { edition, country, alias }: Listed): void {
  const file = join(bench.folder, "consolidated.xml");
  const also = alias ? `<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>${alias}</ALIAS_NAME></ENTITY_ALIAS>` : "";
  writeFileSync(
    file,
    `<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="${edition}T00:00:00Z"><INDIVIDUALS/><ENTITIES><ENTITY>
  <FIRST_NAME>${listedName}</FIRST_NAME><UN_LIST_TYPE>Sample</UN_LIST_TYPE><REFERENCE_NUMBER>SAe.001</REFERENCE_NUMBER>
  <LISTED_ON>2024-03-01</LISTED_ON>${also}<ENTITY_ADDRESS><COUNTRY>${country}</COUNTRY></ENTITY_ADDRESS>
</ENTITY></ENTITIES></CONSOLIDATED_LIST>
`,
  );
  commandText("reference", "import", file, "--data", dirname(bench.database));
}
