/** Where X-STR markers lie: markers of one group are linked closely, and their alleles go together in the population. */
export interface XGroups {
  readonly source: string;
  readonly verified: boolean;
  readonly groups: readonly (readonly string[])[];
}

/** The four linkage groups of the usual kit of twelve X-STR markers. */
export const xGroups: XGroups = {
  source: 'linkage groups of the Investigator Argus X-12 kit, as its handbook gives them; from memory of the literature',
  verified: false,
  groups: [
    ['DXS10148', 'DXS10135', 'DXS8378'], ['DXS7132', 'DXS10079', 'DXS10074'], ['DXS10103', 'HPRTB', 'DXS10101'], ['DXS10146', 'DXS10134', 'DXS7423'],
  ],
};

/** Number of the group of a marker; null where it is not known. */
export function xGroupOf(marker: string): number | null {
  const found = xGroups.groups.findIndex((group) => group.includes(marker));
  return found < 0 ? null : found;
}
