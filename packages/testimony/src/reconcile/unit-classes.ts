/** Nouns that count the same thing; graves, sites and bodies are three, and a label counts nothing. */
const classes: readonly (readonly [string, RegExp])[] = [
  ['site', /(?:grave|burial|mass) sites?$|^sites?$|mass (?:graves?|burials?)$|^mass graves?$/],
  ['grave', /graves?$|burials$|burial$/],
  ['missing', /missing/],
  ['body', /(?:bod(?:y|ies)|corpses?|remains|skeletons?)$/],
  ['dead', /^(?:deaths?|dead|victims?|fatalities|killed)$/],
  ['resident', /(?:residents?|inhabitants?)$/],
  ['people', /^(?:people|persons?|men|women|civilians|individuals?)$/],
];

/** The class of a unit; units outside the list are compared by their own noun. */
export function unitClass(unit: string): string {
  const lower = unit.toLowerCase();
  return classes.find(([, pattern]) => pattern.test(lower))?.[0] ?? (lower.split(' ').at(-1) ?? lower).replace(/ies$/, 'y').replace(/s$/, '');
}

/** Figures that only say how long or how much; alone they tell nothing about who agrees. */
export function isMeasure(unitOrClass: string): boolean {
  return /^(?:year|month|week|day|hour|minute|percent|fraction|mile|kilomet(?:er|re)|km|met(?:er|re)|acre|hectare|page|dollar|euro)s?$/.test(unitOrClass);
}
