/** What stands behind the “@” of an address, in lower case: the organisation that gave it out. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
