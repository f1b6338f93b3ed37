import { openLibsql } from "./libsql.js";
import { openPostgres } from "./postgres.js";
import { type Docket, type DocketOptions, docketOn } from "./store.js";

/**
 * Opens the docket at an address: `postgres://…` or `postgresql://…`, else the path of a file.
 *
 * @throws DocketError where it cannot be opened, or where there is none and none is to be made
 */
export async function openDocket(address: string, options: DocketOptions): Promise<Docket> {
  const database = /^postgres(ql)?:\/\//.test(address) ? await openPostgres(address) : await openLibsql(address, options);
  return docketOn(database, options);
}
