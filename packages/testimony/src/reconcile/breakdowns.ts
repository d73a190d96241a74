import type { Quantity, ReadDocument, Statement } from '../types.ts';
import { isMeasureUnit, unitClass, unitKind } from '../languages/units.ts';

/** A total and its parts inside one statement of one speaker. */
export interface Breakdown {
  readonly statement: Statement;
  readonly total: Quantity;
  readonly parts: readonly Quantity[];
  /** Total less the sum of the parts; 0 when they agree. */
  readonly difference: number;
}

/**
 * Totals whose parts are listed in the same statement: "447: 215 women, 194 men, 5 children, 22 soldiers, 11 unknown".
 * At least two exact parts, each less than the total; parts are never taken from another statement or speaker.
 */
export function checkBreakdowns(document: ReadDocument): Breakdown[] {
  return document.statements.flatMap((statement) => {
    const counts = statement.quantities.filter(({ bound, value, isLabel, isSuperseded, unit }) => bound === 'exact' && value !== null && !isLabel && !isSuperseded && !isMeasureUnit(unit));
    const total = counts.reduce<Quantity | null>((most, one) => (most === null || (one.value ?? 0) > (most.value ?? 0) ? one : most), null);
    if (total === null) return [];
    const parts = counts.filter((one) => one !== total && isPartOf(one, total));
    if (parts.length < 2) return [];
    const sum = parts.reduce((all, { value }) => all + (value ?? 0), 0);
    // Parts of parts would be counted twice: a sum above the total is no breakdown of it.
    return sum > (total.value ?? 0) ? [] : [{ statement, total, parts, difference: (total.value ?? 0) - sum }];
  });
}

function isPartOf(part: Quantity, total: Quantity): boolean {
  const [one, all] = [unitClass(part.unit), unitClass(total.unit)];
  return one === all || (unitKind(one) === 'human' && unitKind(all) === 'human');
}
