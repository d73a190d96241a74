import type { Subject } from '@imena/record';
import { recordOf, textOf } from '../../format/read-json.ts';
import { decidedLinks, outdatedBy, subjectsOf } from './claim-links.ts';
import { figuresOf, registerKindOf, unitNameOf, type Figure } from './figures.ts';

/** The figure that somebody gave last for a site in a unit that the register counts too. */
export interface SaidFigure {
  readonly unit: string;
  readonly figure: Figure;
  readonly claim: Subject;
}

/**
 * By site and unit, the newest figure about the whole site that no newer one brought up to date; undated figures only
 * where nothing dated stands. Forecasts are no figures of what is.
 */
export function newestSaid(claims: readonly Subject[]): ReadonlyMap<string, readonly SaidFigure[]> {
  const outdated = outdatedBy(decidedLinks(claims));
  const newest = new Map<string, Map<string, SaidFigure>>();
  for (const claim of claims) {
    const site = textOf(recordOf(claim.fields['about']?.[0]?.value)['site']);
    if (site === undefined || outdated.has(claim.id) || subjectsOf(claim).size > 0 || claim.fields['modality']?.[0]?.value === 'forecast') continue;
    const units = newest.get(site) ?? new Map<string, SaidFigure>();
    newest.set(site, units);
    for (const figure of figuresOf([claim])) {
      const unit = unitNameOf(figure.unit);
      if (registerKindOf(unit) !== undefined && isNewer(figure, units.get(unit)?.figure)) units.set(unit, { unit, figure, claim });
    }
  }
  return new Map([...newest].flatMap(([site, units]) => (units.size === 0 ? [] : [[site, [...units.values()].sort((a, b) => (a.unit < b.unit ? -1 : 1))] as const])));
}

function isNewer(one: Figure, other: Figure | undefined): boolean {
  return other === undefined || (one.said?.last ?? -Infinity) > (other.said?.last ?? -Infinity);
}
