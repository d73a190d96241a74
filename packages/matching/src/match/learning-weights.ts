import { openDeath } from '../evidence/death.ts';
import type { EvidenceSettings } from '../evidence/parameters.ts';
import { traitWeight } from '../evidence/traits.ts';
import type { KindWeigher, LearningPair } from '../learn/learn-settings.ts';
import type { TraitKind } from '../records/types.ts';
import { kindWeight } from '../weigh/add-up.ts';
import { ageFit } from '../weigh/birth-tables.ts';
import { heightFit, tableContext, tablesOf, traitModel, type TableKind } from '../weigh/remains-tables.ts';
import { codeReports, termsOf, traitKey, type ReportColumns } from '../weigh/report-columns.ts';
import type { Matching } from './open-matching.ts';

/** The pairs that are learned from: their reports alone as columns, so that tables hold no others. */
export interface LearningSample {
  readonly columns: ReportColumns;
  /** The place in them of each report of the list. */
  readonly at: ReadonlyMap<number, number>;
}

export function learningSample({ missing, population }: Matching, pairs: readonly LearningPair[]): LearningSample {
  const chosen = [...new Set(pairs.map(({ report }) => report))];
  return { columns: codeReports(chosen.flatMap((report) => missing[report] ?? []), population), at: new Map(chosen.map((report, place) => [report, place])) };
}

/**
 * Weighs one kind under any settings, to the precision of the tables. Settings are tried by the dozen and a pair is one of
 * thousands, so that what a table would say of all other reports is not made where a pair can be weighed by itself.
 */
export function learningWeights(matching: Matching, sample: LearningSample, kind: TableKind): KindWeigher {
  switch (kind) {
    case 'age': return byFit(matching, ageFit);
    case 'height': return byFit(matching, heightFit);
    case 'seen': return sample.columns.seenSpans.length > 0 ? byTables(matching, sample, kind) : bySeen(matching, sample);
    case 'marks': return sample.columns.marksWithChart.includes(true) ? byTables(matching, sample, kind) : byTraits(matching, sample, kind);
    case 'clothing': case 'belongings': return byTraits(matching, sample, kind);
    default: return byTables(matching, sample, kind);
  }
}

/** What the population says of an interval or a stature depends on its spread: the fit alone is learned by. */
function byFit({ remains, missing, population }: Matching, fit: typeof heightFit): KindWeigher {
  return (settings, pair) => {
    const [found, report] = [remains.at(pair.remains), missing[pair.report]];
    return found === undefined || report === undefined ? 0 : fit(found, report, { settings, population });
  };
}

function bySeen({ remains, missing, population: { death: deaths, deathDays } }: Matching, { columns, at }: LearningSample): KindWeigher {
  return (settings, pair) => {
    const [death, day] = [remains.at(pair.remains)?.death ?? null, missing[pair.report]?.lastSeen ?? null];
    // Days outside those that tables cover say nothing.
    if (death === null || day === null || columns.seen[at.get(pair.report) ?? -1] === 0) return 0;
    return openDeath(death, deathDays, deaths, settings)(day);
  };
}

function byTraits({ remains, population }: Matching, { columns, at }: LearningSample, kind: TraitKind): KindWeigher {
  const terms = new Map<number, readonly string[] | null>();
  const found = (place: number): readonly string[] | null => {
    const known = terms.get(place);
    if (known !== undefined) return known;
    const row = remains.at(place);
    const key = row === undefined ? null : traitKey(kind, row);
    const made = key === null ? null : termsOf(key);
    terms.set(place, made);
    return made;
  };
  const modelOf = forSettings((settings) => traitModel(kind, population, settings));
  return (settings, pair) => {
    const [reported, own] = [columns.traitLists[kind][(columns[kind][at.get(pair.report) ?? -1] ?? 0) - 1], found(pair.remains)];
    return reported === undefined || own === null ? 0 : traitWeight(reported, own, modelOf(settings));
  };
}

function byTables({ remains, population, context: { lasting } }: Matching, { columns, at }: LearningSample, kind: TableKind): KindWeigher {
  const contextOf = forSettings((settings) => tableContext({ columns, population, settings, lasting }));
  return (settings, pair) => {
    const [found, report] = [remains.at(pair.remains), at.get(pair.report)];
    return found === undefined || report === undefined ? 0 : kindWeight(kind, tablesOf(found, contextOf(settings), [kind]), columns, report);
  };
}

/** What was made of the last settings, as long as they stay. */
function forSettings<T>(make: (settings: EvidenceSettings) => T): (settings: EvidenceSettings) => T {
  let last: { readonly settings: EvidenceSettings; readonly made: T } | null = null;
  return (settings) => {
    if (last?.settings !== settings) last = { settings, made: make(settings) };
    return last.made;
  };
}
