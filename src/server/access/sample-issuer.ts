import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Whom an issuer of a test knows. */
export interface SampleAccount {
  email?: string;
  email_verified?: boolean;
  groups?: string[];
}

/** A real OpenID Connect provider on this machine, whose sign-in page is a script: whoever is named next is signed in. */
export interface SampleIssuer {
  address: string;
  /** Subject of whoever signs in next; null: they press "cancel". */
  next: { subject: string | null };
  accounts: Map<string, SampleAccount>;
  /** Requests that it was sent, by path. */
  asked: string[];
  stop(): Promise<void>;
}

export const sampleClient = { clientId: "beholden", clientSecret: "a secret that only the test knows, and long enough" };

interface Provider {
  callback(): (request: IncomingMessage, response: ServerResponse) => void;
  interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  Grant: new (of: object) => { addOIDCScope(scope: string): void; save(): Promise<string> };
}
interface ProviderContext {
  oidc: { client: { clientId: string }; session: { accountId: string }; provider: Provider };
}

export async function startIssuer(publicOrigin: string): Promise<SampleIssuer> {
  const { default: Implementation } = (await import("oidc-provider" as string)) as {
    default: new (issuer: string, options: object) => Provider;
  };
  const next: SampleIssuer["next"] = { subject: null };
  const accounts = new Map<string, SampleAccount>();
  const asked: string[] = [];
  let provider: Provider | undefined;
  const server = createServer((request, response) => {
    asked.push(request.url?.split("?", 1)[0] ?? "");
    if (!request.url?.startsWith("/interaction/")) return provider?.callback()(request, response);
    const denied = { error: "access_denied", error_description: "they pressed cancel" };
    const result = next.subject === null ? denied : { login: { accountId: next.subject } };
    provider?.interactionFinished(request, response, result).catch((error: Error) => response.writeHead(500).end(error.message));
  });
  const address = await listening(server);
  provider = new Implementation(address, {
    clients: [
      {
        client_id: sampleClient.clientId,
        client_secret: sampleClient.clientSecret,
        redirect_uris: [`${publicOrigin}/sign-in/callback`],
        post_logout_redirect_uris: [`${publicOrigin}/sign-out`],
        backchannel_logout_uri: `${publicOrigin}/sign-out/back-channel`,
        backchannel_logout_session_required: true,
      },
    ],
    cookies: { keys: ["of the test"] },
    jwks: { keys: [generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" })] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["groups"] },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    interactions: { url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...accounts.get(id) }) }),
    // Nobody is asked whether beholden may know their e-mail address.
    loadExistingGrant: async ({ oidc: { client, session, provider: own } }: ProviderContext) => {
      const grant = new own.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
    // It refuses to reach this machine by its own dispatcher; in tests the server is here.
    fetch: (url: string, { dispatcher: _, ...options }: RequestInit & { dispatcher?: unknown }) => fetch(url, options),
    pkce: { required: () => true },
  });
  return { address, next, accounts, asked, stop: () => closed(server) };
}

/** Listens on a free port of this machine. */
export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
