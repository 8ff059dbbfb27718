import { describe, expect, it } from "vitest";
import { BlobTexts } from "#api/adapters/blobs/blob-texts.ts";
import { sha256 } from "#api/services/digest.ts";
import { useStorage } from "#tests/support/storage-for-adapters.ts";

const { storage } = useStorage();

describe("a text", () => {
  it("is known by its content, comes back letter for letter and can be put again", async () => {
    const texts = new BlobTexts(storage().containers.texts);
    for (const text of ["Dear Ms Żółć 🙂\r\n\n\u00a0", "", "x".repeat(300_000)]) {
      const hash = await texts.put("CMP-0000-00", text);
      expect(hash).toBe(sha256(text));
      expect(await texts.put("CMP-0000-00", text)).toBe(hash);
      expect(await texts.get("CMP-0000-00", hash)).toBe(text);
    }
  });

  it("cannot be rewritten under the hash that was approved", async () => {
    const { texts: container } = storage().containers;
    const texts = new BlobTexts(container);
    const hash = await texts.put("CMP-0000-01", "approved");
    const tampered = container.getBlockBlobClient(`CMP-0000-01/${hash}.txt`);
    await expect(
      tampered.uploadData(Buffer.from("forged"), { conditions: { ifNoneMatch: "*" } }),
    ).rejects.toMatchObject({ statusCode: 409 });
    expect(await texts.get("CMP-0000-01", hash)).toBe("approved");
  });

  it("belongs to its case, and one that is missing is a fault", async () => {
    const texts = new BlobTexts(storage().containers.texts);
    const hash = await texts.put("CMP-0000-02", "a letter");
    await expect(texts.get("CMP-0000-03", hash)).rejects.toThrow("missing from storage");
  });
});
