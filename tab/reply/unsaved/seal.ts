import { xchacha20poly1305 } from "@noble/ciphers/chacha.js";
import {
  bytesToHex,
  bytesToUtf8,
  hexToBytes,
  managedNonce,
  utf8ToBytes,
} from "@noble/ciphers/utils.js";

// A fresh random nonce for each text: this cipher's are long enough that none ever comes twice.
const cipher = managedNonce(xchacha20poly1305);

/** Seals words with a 256-bit key in hexadecimal; `about` is no secret, and they open only with the same. */
export function seal(words: string, key: string, about: string): string {
  const bytes = utf8ToBytes(words);
  return bytesToHex(cipher(hexToBytes(key), utf8ToBytes(about)).encrypt(bytes));
}

/** The words that were sealed; throws where key, text or `about` is not what it was. */
export function unseal(sealed: string, key: string, about: string): string {
  const bytes = hexToBytes(sealed);
  return bytesToUtf8(cipher(hexToBytes(key), utf8ToBytes(about)).decrypt(bytes));
}
