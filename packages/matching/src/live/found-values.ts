import { placeKeys } from '@imena/names';
import { openDeath } from '../evidence/death.ts';
import { chartKey } from '../evidence/tooth-chart.ts';
import type { Matching } from '../match/open-matching.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';
import { kindWeight } from '../weigh/add-up.ts';
import { tableKinds, tablesOf, type TableKind } from '../weigh/remains-tables.ts';
import { hasChart, termsOf, traitKey } from '../weigh/report-columns.ts';

/** What was written of the birth is weighed with the names. */
type ValueKind = Exclude<TableKind, 'birth'>;

interface KindValues {
  readonly kind: ValueKind;
  /** Of each remains the number of its value, from 1; 0 = not found. */
  readonly codes: Int32Array;
  /** Of each value remains that have it. */
  readonly holders: readonly Holder[];
}

interface Holder {
  readonly row: FoundRemains;
  /** What is listed, of marks, clothing and belongings. */
  readonly terms: readonly string[];
}

/** The different values of each kind of evidence in a list of remains, so that a report is weighed with each of them once. */
export class FoundValues {
  readonly #kinds: readonly KindValues[];
  readonly #count: number;

  constructor(rows: readonly FoundRemains[]) {
    this.#count = rows.length;
    this.#kinds = tableKinds.filter((kind) => kind !== 'birth').map((kind) => numberValues(kind, rows));
  }

  /** log10 LRs of one report with all remains, but for names and what was written of births. @param asked - opened on this report alone @param silent - kinds that do not count */
  addUp(asked: Matching, report: MissingReport, silent?: ReadonlySet<string>): Float64Array {
    const sums = new Float64Array(this.#count);
    for (const { kind, codes, holders } of this.#kinds) {
      if (silent?.has(kind) === true || (asked.columns[kind === 'age' ? 'birth' : kind][0] ?? 0) === 0) continue;
      const weights = new Float64Array(holders.length + 1);
      const weigh = openKind(kind, asked, report);
      holders.forEach((found, at) => { weights[at + 1] = weigh(found); });
      for (let place = 0; place < codes.length; place++) sums[place] = (sums[place] ?? 0) + (weights[codes[place] ?? 0] ?? 0);
    }
    return sums;
  }
}

function openKind(kind: ValueKind, { columns, context, population, settings }: Matching, report: MissingReport): (holder: Holder) => number {
  const { lastSeen, lastSeenSpan } = report;
  // A table of all days for each span of death would be made for the sake of one day.
  if (kind === 'seen' && lastSeen !== null && lastSeenSpan === null) return ({ row: { death } }) => (death === null ? 0 : Math.fround(openDeath(death, population.deathDays, population.death, settings)(lastSeen)));
  // The one list of the report is the first of its table.
  if (kind === 'clothing' || kind === 'belongings' || (kind === 'marks' && !hasChart(report))) return ({ terms }) => context.traits[kind](terms)[0] ?? 0;
  return ({ row }) => kindWeight(kind, tablesOf(row, context, [kind]), columns, 0);
}

function numberValues(kind: ValueKind, rows: readonly FoundRemains[]): KindValues {
  const numbers = new Map<string, number>();
  const holders: Holder[] = [];
  const codes = Int32Array.from(rows, (row) => {
    const key = valueKey(kind, row);
    if (key === null) return 0;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const listed = kind === 'marks' || kind === 'clothing' || kind === 'belongings' ? traitKey(kind, row) : null;
    const number = holders.push({ row, terms: listed === null ? [] : termsOf(listed) });
    numbers.set(key, number);
    return number;
  });
  return { kind, codes, holders };
}

/** Remains with one key have the same table of this kind; null where nothing was found. */
function valueKey(kind: ValueKind, row: FoundRemains): string | null {
  const { sex, age, stature, hair, eyes, teeth, numbers, death, place, street, isMilitary } = row;
  switch (kind) {
    case 'sex': return sex;
    case 'age': return age === null ? null : `${age.low} ${age.high} ${death?.to == null ? '' : new Date(death.to * 86_400_000).getUTCFullYear()}`;
    case 'height': return stature === null ? null : `${stature.cm} ${stature.sdCm ?? ''}`;
    case 'hair': return hair;
    case 'eyes': return eyes === null ? null : `${hair ?? ''} ${eyes}`;
    case 'teeth': return teeth === null || teeth.size === 0 ? null : chartKey(teeth);
    case 'numbers': return numbers.length === 0 ? null : numbers.map(({ kind: of, number }) => `${of} ${number}`).join('|');
    case 'seen': return death === null ? null : `${death.from ?? ''} ${death.to ?? ''}`;
    case 'place': {
      if (place === null) return null;
      const keys = placeKeys(place, street);
      return `${keys.settlement}|${keys.street ?? ''}`;
    }
    case 'military': return isMilitary === null ? null : String(isMilitary);
    case 'marks': {
      const key = traitKey(kind, row);
      // Marks of the teeth count otherwise beside a chart.
      return key === null ? null : `${key} ${String(hasChart(row))}`;
    }
    case 'clothing': case 'belongings': return traitKey(kind, row);
  }
}
