import { Buffer } from "node:buffer";

/** A file that begins with these bytes, one to a character, and goes on in nothing. */
export function fileOf(beginning: string): Uint8Array {
  return Buffer.concat([Buffer.from(beginning, "latin1"), Buffer.alloc(512)]);
}
