export { addPerson, editPerson, type NewPerson, type PersonDoing, type PersonEdit, retirePerson } from "./change.js";
export { listPeople, readPerson, showPerson } from "./list.js";
export { isOnePerson } from "./one-person.js";
