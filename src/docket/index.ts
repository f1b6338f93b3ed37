export { proceduresOn, shippedProcedures } from "./procedures.js";
export {
  type CheckedPublication,
  checkPublication,
  type Handling,
  handlings,
  type Passage,
  type PublicationGround,
} from "./publication.js";
export { ProcedureError, readProcedure } from "./read-procedure.js";
export { standing } from "./standing.js";
