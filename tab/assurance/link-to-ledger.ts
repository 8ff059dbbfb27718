/** The list behind a number: the mail of some days, and of one outcome when it counts that. */
export function linkToLedger(from: string, to: string, outcome?: string): string {
  const asked = new URLSearchParams({ from, to, ...(outcome === undefined ? {} : { outcome }) });
  return `/assurance/mail?${asked.toString()}`;
}
