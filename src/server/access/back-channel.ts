import { type Docket, endByIssuer, noteSignOut } from "../../docket/index.js";
import { RequestProblem } from "../problems.js";
import { mediaTypeOf, readBytes, wrongType } from "../request-body.js";
import { type Issuer, IssuerAway } from "./issuer.js";
import { LogoutNotValid } from "./logout-token.js";

/** Where an issuer says that somebody signed out there. */
export const backChannelPath = "/sign-out/back-channel";

const form = "application/x-www-form-urlencoded";
const mostBytes = 64 << 10;
/** Tokens that are remembered, so that none acts twice. An older one is refused by its age, and ends nothing that began after it. */
const mostTokens = 10_000;

export interface BackChannelOptions {
  docket: Docket;
  issuer: Issuer;
  /** As the record names it. */
  issuerName: string;
  clock: () => Date;
  tell: (line: string) => void;
}

/** Answers an issuer that says who signed out there: their sessions here end, at once and on every server of the docket. */
export function backChannel({ docket, issuer, issuerName, clock, tell }: BackChannelOptions): (request: Request) => Promise<Response> {
  const seen = new Set<string>();

  const remember = (name: string): void => {
    seen.add(name);
    const [first] = seen;
    if (seen.size > mostTokens && first !== undefined) seen.delete(first);
  };

  const end = async (token: string): Promise<void> => {
    const { session, subject, token: name, at } = await issuer.loggedOut(token);
    if (seen.has(name)) throw new LogoutNotValid("it was used before");
    const over = session !== null ? { session } : { subject: subject ?? "" };
    const ended = await endByIssuer(docket, over, at.toISOString());
    // Only now: an issuer that was answered with a failure sends the same token again.
    remember(name);
    for (const person of new Set(ended.map((one) => one.person))) {
      const sessions = ended.filter((one) => one.person === person).length;
      await noteSignOut(docket, person, { by: issuerName, at: clock().toISOString(), sessions, how: "at the issuer" });
    }
  };

  return async (request) => {
    const token = await tokenOf(request);
    try {
      await end(token);
      return new Response(null, { status: 200 });
    } catch (error) {
      if (error instanceof LogoutNotValid) {
        tell(`a sign-out of the issuer was refused: ${error.message}`);
        throw new RequestProblem(400, "invalid-logout", `The logout token does not hold: ${error.message}.`, {
          action: "Send the logout token of a session that this client has.",
        });
      }
      if (!(error instanceof IssuerAway)) throw error;
      tell(error.message);
      throw new RequestProblem(503, "issuer-away", "The keys of the issuer cannot be had.", {
        action: "Send it again in a minute.",
        headers: { "Retry-After": "60" },
      });
    }
  };
}

async function tokenOf(request: Request): Promise<string> {
  if (mediaTypeOf(request) !== form) throw wrongType(form);
  const fields = new URLSearchParams(new TextDecoder().decode(await readBytes(request, mostBytes)));
  const [token, ...more] = fields.getAll("logout_token");
  if (token !== undefined && more.length === 0) return token;
  throw new RequestProblem(400, "malformed", "The form has no logout_token, or several.", { action: "Send one." });
}
