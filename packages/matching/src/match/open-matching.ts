import { defaultNameModel, fewestNames, learnNameModel, NameList, NameWeigher, type NameModel, type PreparedName } from '@imena/names';
import { candidateSpace, type CandidateSpace } from '../candidates/candidate-space.ts';
import type { CandidateLimits } from '../candidates/search-evidence.ts';
import { PlaceLists } from '../candidates/place-lists.ts';
import { WordIndex } from '../candidates/word-index.ts';
import type { EvidenceWeights } from '../evidence/evidence-weights.ts';
import { birthdayCode } from '../evidence/birthday.ts';
import { defaultSettings, type EvidenceSettings } from '../evidence/parameters.ts';
import type { FoundList, FoundRemains, MissingReport } from '../records/types.ts';
import { prepareFoundName, prepareReportName } from '../weigh/name-weight.ts';
import { countPopulation, type Population } from '../weigh/population.ts';
import { tableContext, tablesOf, type LastingTables, type RemainsTables, type TableContext } from '../weigh/remains-tables.ts';
import { codeReports, type ReportColumns } from '../weigh/report-columns.ts';
import { openBounds } from '../candidates/open-bounds.ts';
import type { RowBounds } from '../candidates/row-bounds.ts';

/** Two lists made ready to be compared, once; nothing in it changes but the space of searches. */
export interface Matching {
  readonly missing: readonly MissingReport[];
  /** What was found, in the order in which it is compared. */
  readonly remains: FoundList;
  readonly settings: EvidenceSettings;
  readonly nameModel: NameModel;
  readonly population: Population;
  readonly columns: ReportColumns;
  readonly reportNames: readonly PreparedName[];
  readonly foundNames: NameList;
  /** Names of the remains against names of the reports. */
  readonly nameWeigher: NameWeigher;
  readonly index: WordIndex;
  /** The tables of one individual, made when asked for: kept for all they would not fit. */
  readonly tablesAt: (remains: number) => RemainsTables | null;
  readonly context: TableContext;
  readonly space: CandidateSpace;
  readonly limits: CandidateLimits;
  /** Month and day of birth of the reports (`birthdayCode`), and the reports by these. */
  readonly birthdayCodes: Int16Array;
  readonly birthdays: PlaceLists;
  /** What searches of a long list go by, made when first asked for: short ones do without. */
  readonly bounds: () => RowBounds;
}

/** The names of reports made ready to be searched: what needs nothing but the reports. */
export interface OpenedNames {
  readonly reportNames: readonly PreparedName[];
  readonly nameModel: NameModel;
  readonly index: WordIndex;
}

/** The documented weights unless others are given. */
export interface OpenOptions extends Partial<EvidenceWeights> {
  readonly nameModel?: NameModel;
  /** Shares counted before, on these lists or on those that they are a part of; without them they are counted here. */
  readonly population?: Population;
  /** The names of these very reports, opened before; they go before `nameModel`. */
  readonly names?: OpenedNames;
  /** Tables of birth and height that were found, made for a list under the same shares. */
  readonly lasting?: LastingTables;
}

/** Lists up to this length are looked through whole for every individual. */
const wholeListUpTo = 5000;

/** Parses the names of reports and lays out their words. */
export function openNames(missing: readonly MissingReport[], given?: NameModel): OpenedNames {
  const reportNames = missing.map(prepareReportName);
  const nameModel = ofOneMarker(given ?? nameModelOf(reportNames));
  return { reportNames, nameModel, index: new WordIndex(NameList.bySounds(reportNames), nameModel) };
}

/** Counts the population, codes the reports, parses the names and makes the tables of every individual. */
export function openMatching(missing: readonly MissingReport[], remains: FoundList, options: OpenOptions = {}): Matching {
  const settings = options.settings ?? defaultSettings();
  const population = options.population ?? countPopulation(missing, remains);
  const columns = codeReports(missing, population);
  const context = tableContext({ columns, population, settings, placesTaught: options.placesTaught ?? null, ...(options.lasting === undefined ? {} : { lasting: options.lasting }) });
  const { reportNames, nameModel, index } = options.names ?? openNames(missing, options.nameModel);
  const birthdayCodes = Int16Array.from(missing, ({ birth }) => birthdayCode(birth));
  const birthdays = byBirthday(birthdayCodes);
  // Where several threads share the work each prepares the names of its own part.
  const foundNames = NameList.onDemand(remains.length, (place) => nameOf(remains.at(place)));
  return {
    missing, remains, settings, nameModel, population, columns, reportNames, foundNames, index,
    nameWeigher: new NameWeigher(foundNames, index.names, nameModel),
    context, tablesAt: tablesFrom(remains, context),
    space: candidateSpace(missing.length),
    birthdayCodes, birthdays,
    bounds: openBounds(columns, index, birthdays),
    limits: { most: missing.length <= wholeListUpTo ? 60 : 30, wholeListUpTo },
  };
}

function nameOf(found: FoundRemains | undefined): PreparedName | null {
  return found === undefined ? null : prepareFoundName(found);
}

function byBirthday(codes: Int16Array): PlaceLists {
  const lists = new PlaceLists();
  codes.forEach((code, place) => { if (code > 0) lists.add(code, place); });
  return lists;
}

/** How common names are is learned from the reports, where there are enough; otherwise the estimates built in. */
export function nameModelOf(names: readonly PreparedName[]): NameModel {
  const learnable = names.filter(({ words }) => words.length > 1);
  return learnable.length < 1.2 * fewestNames ? defaultNameModel() : learnNameModel(learnable, { source: 'the reports compared' });
}

/**
 * The model where the whole name is the person's own or surely somebody else's: that it may be another's is weighed once
 * for all that one marker says (`markerWeight`).
 */
export function ofOneMarker(model: NameModel): NameModel {
  // The same model keeps what was made ready for it.
  return model.rates.nameOfAnother === 0 ? model : { ...model, rates: { ...model.rates, nameOfAnother: 0 } };
}

/** Other reports, and no remains, under the weights and shares of lists opened before. Tables of births and heights that were found serve both. */
export function openBeside({ settings, nameModel, population, context: { placesTaught, lasting } }: Matching, reports: readonly MissingReport[]): Matching {
  return openMatching(reports, [], { settings, placesTaught, nameModel, population, lasting });
}

/** The same lists under other weights: only the tables that they change are made anew. */
export function underWeights(matching: Matching, { settings, placesTaught }: EvidenceWeights): Matching {
  const { columns, population, remains } = matching;
  const context = tableContext({ columns, population, settings, placesTaught, lasting: matching.context.lasting });
  return { ...matching, settings, context, tablesAt: tablesFrom(remains, context) };
}

function tablesFrom(remains: FoundList, context: TableContext): Matching['tablesAt'] {
  return (at) => {
    const found = remains.at(at);
    return found === undefined ? null : tablesOf(found, context);
  };
}

/** The same lists, of which tables once made are kept: for few individuals that are asked for them several times. */
export function rememberTables(matching: Matching): Matching {
  const made = new Map<number, RemainsTables | null>();
  const tablesAt = (at: number): RemainsTables | null => {
    const known = made.get(at);
    if (known !== undefined) return known;
    const tables = matching.tablesAt(at);
    made.set(at, tables);
    return tables;
  };
  return { ...matching, tablesAt };
}
