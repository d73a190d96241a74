import { placeKeys } from '@imena/names';
import { openDeath } from '../evidence/death.ts';
import type { EvidenceSettings } from '../evidence/parameters.ts';
import { chartKey } from '../evidence/tooth-chart.ts';
import { traitWeight } from '../evidence/traits.ts';
import type { Matching } from '../match/open-matching.ts';
import type { FoundRemains, MissingReport, TraitKind } from '../records/types.ts';
import { kindWeight } from '../weigh/add-up.ts';
import type { Population } from '../weigh/population.ts';
import { tableKinds, tablesOf, traitModel, type TableKind } from '../weigh/remains-tables.ts';
import { hasChart, termsOf, traitKey, withoutTeeth } from '../weigh/report-columns.ts';
import { FoundLists } from './found-lists.ts';

/** What was written of the birth is weighed with the names. */
type ValueKind = Exclude<TableKind, 'birth'>;

interface KindValues {
  readonly kind: ValueKind;
  /** Of each remains the number of its value, from 1; 0 = not found. */
  readonly codes: Int32Array;
  /** Of each value remains that have it. */
  readonly holders: readonly FoundRemains[];
  /** By number of the value, of the report that was asked for last. */
  readonly weights: Float64Array;
  readonly weigh: WeighKind;
}

/** Weighs every value of a kind with one report, into `weights`. */
type WeighKind = (asked: Matching, report: MissingReport, weights: Float64Array) => void;

/** The different values of each kind of evidence in a list of remains, so that a report is weighed with each of them once. */
export class FoundValues {
  readonly #kinds: readonly KindValues[];
  readonly #sums: Float64Array;

  constructor(rows: readonly FoundRemains[]) {
    this.#sums = new Float64Array(rows.length);
    this.#kinds = tableKinds.filter((kind) => kind !== 'birth').map((kind) => numberValues(kind, rows));
  }

  /**
   * log10 LRs of one report with all remains, but for names and what was written of births. What is returned holds until
   * the next call: to make so long a column for every question costs more than to fill it.
   * @param asked - opened on this report alone @param silent - kinds that do not count
   */
  addUp(asked: Matching, report: MissingReport, silent?: ReadonlySet<string>): Float64Array {
    const sums = this.#sums.fill(0);
    for (const { kind, codes, weights, weigh } of this.#kinds) {
      if (silent?.has(kind) === true || (asked.columns[kind === 'age' ? 'birth' : kind][0] ?? 0) === 0) continue;
      weigh(asked, report, weights);
      for (let place = 0; place < codes.length; place++) sums[place] = (sums[place] as number) + (weights[codes[place] as number] as number);
    }
    return sums;
  }
}

function weighKind(kind: ValueKind, holders: readonly FoundRemains[]): WeighKind {
  switch (kind) {
    case 'marks': case 'clothing': case 'belongings': return weighLists(kind, holders);
    case 'seen': return weighDeaths(holders);
    default: return byTables(kind, holders);
  }
}

function byTables(kind: ValueKind, holders: readonly FoundRemains[]): WeighKind {
  return ({ columns, context }, _, weights) => {
    holders.forEach((row, at) => { weights[at + 1] = kindWeight(kind, tablesOf(row, context, [kind]), columns, 0); });
  };
}

function weighLists(kind: TraitKind, holders: readonly FoundRemains[]): WeighKind {
  const found = holders.map((row) => termsOf(traitKey(kind, row) ?? ''));
  const lists = new FoundLists(found);
  const opened = underShares((population, settings) => {
    const model = traitModel(kind, population, settings);
    return { model, weigh: lists.open(model) };
  });
  return ({ population, settings }, report, weights) => {
    const reported = termsOf(traitKey(kind, report) ?? '');
    const { model, weigh } = opened(population, settings);
    weigh(reported, weights);
    if (kind !== 'marks' || !hasChart(report)) return;
    // Where both sides have a chart of teeth, marks of the teeth count there.
    holders.forEach((row, at) => { if (hasChart(row)) weights[at + 1] = Math.fround(traitWeight(withoutTeeth(reported), withoutTeeth(found[at] ?? []), model)); });
  };
}

function weighDeaths(holders: readonly FoundRemains[]): WeighKind {
  const opened = underShares((population, settings) => holders.map(({ death }) => (death === null ? () => 0 : openDeath(death, population.deathDays, population.death, settings))));
  const bySpan = byTables('seen', holders);
  return (asked, report, weights) => {
    const { lastSeen, lastSeenSpan } = report;
    if (lastSeen === null || lastSeenSpan !== null) bySpan(asked, report, weights);
    // A table of all days for each span of death would be made for the sake of one day.
    else opened(asked.population, asked.settings).forEach((weigh, at) => { weights[at + 1] = Math.fround(weigh(lastSeen)); });
  };
}

/** What follows from shares and settings alone is kept as long as they are the same. */
function underShares<T>(make: (population: Population, settings: EvidenceSettings) => T): (population: Population, settings: EvidenceSettings) => T {
  let kept: { readonly population: Population; readonly settings: EvidenceSettings; readonly made: T } | null = null;
  return (population, settings) => {
    if (kept?.population !== population || kept.settings !== settings) kept = { population, settings, made: make(population, settings) };
    return kept.made;
  };
}

function numberValues(kind: ValueKind, rows: readonly FoundRemains[]): KindValues {
  const numbers = new Map<string, number>();
  const holders: FoundRemains[] = [];
  const codes = Int32Array.from(rows, (row) => {
    const key = valueKey(kind, row);
    if (key === null) return 0;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = holders.push(row);
    numbers.set(key, number);
    return number;
  });
  return { kind, codes, holders, weights: new Float64Array(holders.length + 1), weigh: weighKind(kind, holders) };
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
