export const regions = ["england-and-wales", "scotland", "northern-ireland"] as const;
/** The parts of the United Kingdom that keep bank holidays of their own. */
export type Region = (typeof regions)[number];

/** The regions as people call them. */
export const regionNames: Readonly<Record<Region, string>> = {
  "england-and-wales": "England and Wales",
  scotland: "Scotland",
  "northern-ireland": "Northern Ireland",
};
