import { ConfidentialClientApplication, ManagedIdentityApplication } from "@azure/msal-node";

/** How the app proves to Entra ID who it is. */
export type AppCredential =
  | { readonly kind: "secret"; readonly clientId: string; readonly secret: string }
  | { readonly kind: "managed-identity"; readonly clientId: string };

/** A token of the app itself for a resource such as `https://graph.microsoft.com`; MSAL caches it. */
export type AppToken = (resource: string) => Promise<string>;

/** Tokens by client credentials or, in Azure without any secret, by managed identity. */
export function createAppToken(tenantId: string, credential: AppCredential): AppToken {
  if (credential.kind === "managed-identity") {
    const identity = new ManagedIdentityApplication({
      managedIdentityIdParams: { userAssignedClientId: credential.clientId },
    });
    return async (resource) => (await identity.acquireToken({ resource })).accessToken;
  }
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: credential.clientId,
      clientSecret: credential.secret,
      authority: `https://login.microsoftonline.com/${tenantId}`,
    },
  });
  return async (resource) => {
    const scopes = [`${resource}/.default`];
    const answer = await application.acquireTokenByClientCredential({ scopes });
    if (answer === null) throw new Error(`Entra ID gave no token for ${resource}.`);
    return answer.accessToken;
  };
}
