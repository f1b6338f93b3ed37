export { listRefusals, noteRefusals, type RefusalReason } from "./refusals.js";
export { endByIssuer, endSession, endSessionsOf, type FoundSession, findSession, keepSession, listSessions } from "./sessions.js";
export { noteSignOut, type SignedIn, signIn, signOutEverywhere, type Vouched } from "./sign-in.js";
export { type FoundToken, findToken, keepToken, listTokens, makeToken, revokeToken } from "./tokens.js";
