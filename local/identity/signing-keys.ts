import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
} from "jose";
import { z } from "zod";

/** An RS256 key pair; the public half is what a JWKS endpoint publishes. */
export type SigningKey = {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
};

const rsaPrivateJwkSchema = z.object({
  kty: z.literal("RSA"),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});

const signingKeyOf = async (privateJwk: z.infer<typeof rsaPrivateJwkSchema>) => {
  const { kty, n, e } = privateJwk;
  const kid = await calculateJwkThumbprint({ kty, n, e });
  const privateKey = await importJWK(privateJwk, "RS256");
  if (privateKey instanceof Uint8Array) throw new Error("An RSA key was read as a symmetric one.");
  return { kid, privateKey, publicJwk: { kty, n, e, kid, alg: "RS256", use: "sig" } };
};

/** Makes a key that lives as long as the process. */
export const newSigningKey = async (): Promise<SigningKey> => {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return signingKeyOf(rsaPrivateJwkSchema.parse(await exportJWK(privateKey)));
};

/** The key kept under this name in the folder, made at the first run, so tokens outlive a restart. */
export const openSigningKey = async (folder: string, name: string): Promise<SigningKey> => {
  const path = join(folder, `${name}.jwk.json`);
  const kept = await readFile(path, "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  });
  if (kept !== undefined) return signingKeyOf(rsaPrivateJwkSchema.parse(JSON.parse(kept)));

  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const privateJwk = rsaPrivateJwkSchema.parse(await exportJWK(privateKey));
  await mkdir(folder, { recursive: true });
  await writeFile(path, JSON.stringify(privateJwk), { mode: 0o600 });
  return signingKeyOf(privateJwk);
};
