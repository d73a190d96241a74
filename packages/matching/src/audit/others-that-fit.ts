import { findCandidates } from '../candidates/find-candidates.ts';
import { findBestFirst } from '../live/best-first.ts';
import { FoundValues } from '../live/found-values.ts';
import { RemainsIndex } from '../live/remains-index.ts';
import { wordsWith } from '../match/names-of-pair.ts';
import { openBeside, type Matching } from '../match/open-matching.ts';
import { placesByOtherNames } from '../match/other-names.ts';
import { inWords } from '../records/in-order.ts';
import type { MissingReport } from '../records/types.ts';
import { reportNamesOf } from '../weigh/name-weight.ts';
import { birthdayEvidence, otherEvidence } from '../weigh/other-evidence.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import type { AuditedPersons } from './audited-persons.ts';
import type { AuditKind, BetterFit } from './types.ts';

/** An identity by its places in both lists, and the others that are looked for. */
export interface AskedIdentity {
  readonly report: number;
  readonly individual: number;
  /** Kinds that do not count; name and birth go together: they stand on one marker. */
  readonly silent: ReadonlySet<AuditKind>;
  /** log10 LR by the kinds that count that another must reach. */
  readonly atLeast: number;
}

const mostBetter = 3;
/** Looked for, so that the identity itself may be among them. */
const mostFound = mostBetter + 1;

/**
 * Who else it could be, found as matching finds it: reports through the words of names and the groups of all else, remains
 * through their different values. Both lists stand in the order of their ids. Cost of one question at 100,000: reports
 * as of `matchLists`, remains as of `LiveLists.remainsFor`; the index of remains is opened when it is first needed.
 */
export class OthersThatFit {
  readonly #matching: Matching;
  readonly #persons: AuditedPersons;
  /** No lists, under the same shares. */
  readonly #bare: Matching;
  readonly #gone: Uint8Array;
  #values: FoundValues | null = null;
  #index: RemainsIndex | null = null;

  constructor(matching: Matching, persons: AuditedPersons) {
    this.#matching = matching;
    this.#persons = persons;
    this.#bare = openBeside(matching, []);
    this.#gone = new Uint8Array(matching.remains.length);
  }

  /** Other persons that fit these remains, each by the report that was found. */
  reports({ report, individual, silent, atLeast }: AskedIdentity): BetterFit[] {
    const [matching, persons] = [this.#matching, this.#persons];
    const tables = matching.tablesAt(individual);
    if (tables === null) return [];
    const counted = countedTables(tables, silent);
    const evidence = otherEvidence(counted, matching);
    const own = persons.reportsOf(report);
    // A report of the same person may be among them too.
    const found = silent.has('name') ? evidence.highest(mostFound + own.length, { atLeast }) : this.#byAll(individual, counted, evidence);
    const others = found.flatMap((place) => {
      const id = matching.missing[place]?.id ?? '';
      return own.some((one) => one.id === id) ? [] : [{ person: persons.fileOf(id)?.ids[0] ?? id, id, log10Lr: persons.weigh(individual, place).sumWithout(silent) }];
    }).sort(byWeight);
    return best(others.filter(({ person }, at) => others.findIndex((one) => one.person === person) === at), atLeast);
  }

  /** Other remains that fit the person of this report. */
  remains({ report: place, individual, silent, atLeast }: AskedIdentity): BetterFit[] {
    const { remains } = this.#matching;
    const report = this.#persons.toldBy(place);
    const asked = openBeside(this.#matching, [report]);
    this.#gone[individual] = 1;
    const found = silent.has('name') ? this.#bySums(asked, report, { silent, atLeast }) : this.#indexed().search({ report, matching: asked, names: reportNamesOf(report) }, { most: mostFound, gone: this.#gone, silent });
    this.#gone[individual] = 0;
    return best(found.map(({ place: i }) => ({ id: remains.at(i)?.id ?? '', log10Lr: this.#persons.weigh(i, place).sumWithout(silent) })), atLeast);
  }

  #byAll(individual: number, counted: RemainsTables, evidence: ReturnType<typeof otherEvidence>): number[] {
    const matching = this.#matching;
    const [name, birth] = [matching.foundNames.nameAt(individual), matching.remains.at(individual)?.birth ?? null];
    const byName = findCandidates(name, { ...evidence, ...birthdayEvidence(birth, matching), name: wordsWith(matching, individual) }, matching);
    return [...new Set([...byName.map(({ place }) => place), ...placesByOtherNames(matching, () => name, () => counted)])];
  }

  #bySums(asked: Matching, report: MissingReport, { silent, atLeast }: Pick<AskedIdentity, 'silent' | 'atLeast'>) {
    const sums = (this.#values ??= new FoundValues([...this.#matching.remains])).addUp(asked, report, silent);
    for (let i = 0; i < sums.length; i++) if (this.#gone[i] === 1 || (sums[i] ?? 0) < atLeast - rounding) sums[i] = -Infinity;
    return findBestFirst(sums, mostFound, (place) => sums[place] ?? 0);
  }

  #indexed(): RemainsIndex {
    return (this.#index ??= new RemainsIndex([...this.#matching.remains], this.#matching, this.#bare));
  }
}

/** Sums in another order. */
const rounding = 1e-6;

function countedTables(tables: RemainsTables, silent: AskedIdentity['silent']): RemainsTables {
  const read = silent.has('name') ? { birth: null, marker: null } : {};
  return { ...tables, ...read, clothing: silent.has('clothing') ? null : tables.clothing, teeth: silent.has('teeth') ? null : tables.teeth };
}

function best(found: readonly BetterFit[], atLeast: number): BetterFit[] {
  return found.filter(({ log10Lr }) => log10Lr >= atLeast).sort(byWeight).slice(0, mostBetter).map(({ id, log10Lr }) => ({ id, log10Lr }));
}

function byWeight(a: BetterFit, b: BetterFit): number {
  return b.log10Lr - a.log10Lr || inWords(a.id, b.id);
}
