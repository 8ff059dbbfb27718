import { RestError, type ContainerClient } from "@azure/storage-blob";
import type { SlotLeases } from "../graph/request-slots.ts";

/** Slots as leases on empty blobs: Azure keeps the time, so that no two instances' clocks need agree. */
export class BlobSlotLeases implements SlotLeases {
  readonly #container: ContainerClient;

  constructor(container: ContainerClient) {
    this.#container = container;
  }

  async lease(slot: string, holder: string, seconds: number): Promise<boolean> {
    const first = await this.#acquire(slot, holder, seconds);
    if (first !== "missing") return first;
    await this.#make(slot);
    return (await this.#acquire(slot, holder, seconds)) === true;
  }

  async #acquire(slot: string, holder: string, seconds: number): Promise<boolean | "missing"> {
    try {
      // Who has the lease already and proposes its own id again has it anew.
      await this.#container.getBlobClient(slot).getBlobLeaseClient(holder).acquireLease(seconds);
      return true;
    } catch (error) {
      if (error instanceof RestError && error.statusCode === 409) return false;
      if (error instanceof RestError && error.statusCode === 404) return "missing";
      throw error;
    }
  }

  async #make(slot: string): Promise<void> {
    try {
      const conditions = { ifNoneMatch: "*" };
      await this.#container.getBlockBlobClient(slot).upload("", 0, { conditions });
    } catch (error) {
      // Another instance was faster, and may have leased it.
      const isThere = error instanceof RestError && [409, 412].includes(error.statusCode ?? 0);
      if (!isThere) throw error;
    }
  }
}
