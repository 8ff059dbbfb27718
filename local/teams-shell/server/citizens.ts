import type { Citizen } from "../api.ts";

/** Residents of Wexcombe for the shell to complain as; any other address may be written from too. */
export const citizens: readonly Citizen[] = [
  { name: "Margaret Ellis", address: "margaret.ellis@example.org" },
  { name: "Daniel Owusu", address: "d.owusu@example.com" },
  { name: "Sian Pritchard", address: "sian.pritchard@example.net" },
  { name: "Yusuf Demir", address: "yusuf.demir@example.org" },
  { name: "Joan Hartley", address: "joan.hartley@example.com" },
];

/** The name a citizen's mail carries; somebody unknown has only an address. */
export const citizenName = (address: string): string =>
  citizens.find((citizen) => citizen.address === address.toLowerCase())?.name ?? "";
