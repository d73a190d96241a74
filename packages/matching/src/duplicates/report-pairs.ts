import { nameLog10Lr, NameWeigher, type PreparedName } from '@imena/names';
import { birthdayOf, birthdayWeight } from '../evidence/birthday.ts';
import type { EvidenceSettings } from '../evidence/parameters.ts';
import { chanceApart, lastSeenSpanWeight, lastSeenWeight, type KnownSpan } from '../evidence/last-seen.ts';
import type { Matching } from '../match/open-matching.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';
import { kindWeight, pairWeight } from '../weigh/add-up.ts';
import { countFound } from '../weigh/count-found.ts';
import { keepFoundNames } from '../weigh/name-weight.ts';
import { pairKinds } from '../weigh/pair-kinds.ts';
import { populationOf, type Population } from '../weigh/population.ts';
import { tableContext, tablesOf, type RemainsTables, type TableContext, type TableKind } from '../weigh/remains-tables.ts';
import type { ReportColumns } from '../weigh/report-columns.ts';
import { reportAsFound, settingsBetweenReports } from './as-found.ts';

/** What two reports weigh for being about one person, and about two relatives of one household; log10. */
export interface BetweenReports {
  readonly log10Lr: number;
  readonly relatives: number;
}

/** One report and what it says for the reports of a list. */
export interface ReportSide {
  readonly report: MissingReport;
  readonly name: PreparedName;
  readonly tables: RemainsTables;
  /** What the day last seen says for the codes of all, null where it is not stated. */
  readonly seen: Float32Array | null;
  /** Names, day of birth and day last seen. */
  readonly words: (j: number) => number;
}

/** Reports of one list against each other, by their places. */
export interface ReportPairs {
  readonly columns: ReportColumns;
  readonly tables: (i: number) => RemainsTables;
  readonly settings: EvidenceSettings;
  /** One report, of the list or not, as it is looked for among those of the list. */
  readonly side: (report: MissingReport, name: PreparedName) => ReportSide;
  /** The same for one of the list: what it says is kept until the next is looked for. */
  readonly sideAt: (i: number) => ReportSide | null;
  /** Names, day of birth and day last seen. */
  readonly words: (i: number, j: number) => number;
  /** The same number for (i, j) and (j, i). */
  readonly weigh: (i: number, j: number) => BetweenReports;
  /** Each kind of evidence, the same for (i, j) and (j, i). */
  readonly kinds: (i: number, j: number) => readonly { readonly kind: 'name' | TableKind; readonly log10Lr: number }[];
}

/**
 * The model of two reports: no marker in it, shares of reports on both sides, and each pair weighed from both sides (a
 * later chart of teeth explains an earlier one, not the other way), of which the mean of the logarithms counts. Relatives
 * of one household share surname, father's name, place and day last seen, rarely the day of birth, and nothing else.
 * LIMIT: relatives are taken as strangers in years of birth, marks and belongings; namesakes among them too.
 */
export function openReportPairs(matching: Matching, shares = countReportShares(matching.missing)): ReportPairs {
  const { missing, columns, index, nameModel, settings: own, context: { lasting } } = matching;
  const settings = settingsBetweenReports(own);
  const asFound = missing.map((report, i) => withItsName(report, matching.reportNames[i]));
  const { population, chance } = shares;
  // The same reports make the same shares of ages and heights, unless what is known of the remains moved the year.
  const context = tableContext({ columns, population, settings, ...(population.reportYear === matching.population.reportYear ? { lasting } : {}) });
  const apart = { spreadDays: settings.lastSeenSpreadDays, grossError: settings.lastSeenGrossError, chance };
  const weigher = new NameWeigher(index.names, index.names, nameModel);
  let sought: { readonly at: number; readonly tables: RemainsTables } | null = null;
  const tables = (i: number): RemainsTables => {
    if (sought?.at === i) return sought.tables;
    const found = asFound[i];
    if (found === undefined) throw new RangeError('no report has such a place');
    return tablesOf(found, context);
  };
  const seen = (i: number, j: number): number => {
    const [a, b] = [missing[i], missing[j]];
    return a === undefined || b === undefined ? 0 : seenWeight(a, b, apart);
  };
  const birthday = (i: number, j: number): number => birthdayWeight(missing[i]?.birth ?? null, missing[j]?.birth ?? null, settings.birthDayError);
  const words = (i: number, j: number): number => weigher.weigh(i, j) + seen(i, j) + birthday(i, j);
  const seenOf = openSeenTables(matching, context, apart);
  return {
    columns, tables, words, settings,
    side: (report, name) => ({
      report, name, tables: tablesOf(withItsName(report, name), context), seen: seenOf(report),
      words: (j) => {
        const [other, named] = [missing[j], matching.reportNames[j]];
        return other === undefined || named === undefined ? 0 : nameLog10Lr(name, named, nameModel) + seenWeight(report, other, apart) + birthdayWeight(report.birth, other.birth, settings.birthDayError);
      },
    }),
    sideAt: (i) => {
      const [report, name] = [missing[i], matching.reportNames[i]];
      if (report === undefined || name === undefined) return null;
      sought = { at: i, tables: tables(i) };
      return { report, name, tables: sought.tables, seen: seenOf(report), words: (j) => words(i, j) };
    },
    weigh: (i, j) => {
      const said = words(i, j);
      const [forth, back] = [tables(i), tables(j)];
      const log10Lr = (pairWeight(forth, columns, { report: j, name: said }) + pairWeight(back, columns, { report: i, name: said })) / 2;
      const both = (kind: TableKind): number => (kindWeight(kind, forth, columns, j) + kindWeight(kind, back, columns, i)) / 2;
      const bornTogether = settings.relativesOneBirthday * 10 ** Math.max(0, birthday(i, j) + both('birth'));
      return { log10Lr, relatives: weigher.ofFamily(i, j) + Math.max(0, both('place')) + Math.max(0, seen(i, j)) + Math.log10(1 - settings.relativesOneBirthday + bornTogether) };
    },
    kinds: (i, j) => {
      const compared = birthdayOf(missing[i]?.birth ?? null, missing[j]?.birth ?? null, settings.birthDayError);
      const side = (from: number, to: number) => pairKinds(tables(from), columns, { report: to, name: weigher.weigh(from, to), birthday: compared });
      const back = side(j, i);
      return side(i, j).map(({ kind, log10Lr }, at) => ({ kind, log10Lr: (log10Lr + (back[at]?.log10Lr ?? 0)) / 2 }));
    },
  };
}

/** What two reports are compared by: shares of the reports on both sides, and of days last seen so far apart. Plain data. */
export interface ReportShares {
  readonly population: Population;
  readonly chance: Float64Array;
}

/** Counts the reports against themselves. Cost: one pass. @param counted - what they say, where it was counted before */
export function countReportShares(reports: readonly MissingReport[], counted = countFound(reports)): ReportShares {
  return { population: populationOf(reports, counted, counted), chance: chanceApart(reports.flatMap(({ lastSeen }) => (lastSeen === null ? [] : [lastSeen]))) };
}

/** The days last seen as tables, so that searches bound them like other kinds. A day outside those of the list, or an open span, is bounded by the most that any day says. */
function openSeenTables({ population: { deathDays: { firstDay, count } }, columns: { seenSpans } }: Matching, { cache }: TableContext, model: Parameters<typeof lastSeenWeight>[1]): (report: MissingReport) => Float32Array | null {
  const byDaysApart = Float32Array.from(model.chance, (_, days) => lastSeenWeight(days, model));
  const most = byDaysApart.reduce((high, weight) => Math.max(high, weight), 0);
  return (report) => {
    if (report.lastSeen === null) return null;
    const own = spanOf(report, report.lastSeen);
    return cache.of(`${own.from}/${own.to}`, () => {
      const table = new Float32Array(1 + count + seenSpans.length).fill(most);
      for (let day = firstDay; day < firstDay + count; day++) {
        table[1 + day - firstDay] = own.from === own.to ? (byDaysApart[Math.min(Math.abs(day - own.from), byDaysApart.length - 1)] ?? 0) : lastSeenSpanWeight(own, { from: day, to: day }, model);
      }
      seenSpans.forEach(({ from, to }, at) => { if (from !== null && to !== null) table[1 + count + at] = lastSeenSpanWeight(own, { from, to }, model); });
      return table;
    }, 'last seen');
  };
}

/** A report as found, of which the name was read before. */
function withItsName(report: MissingReport, name: PreparedName | undefined): FoundRemains {
  const found = reportAsFound(report);
  if (name !== undefined) keepFoundNames(found, [name]);
  return found;
}

function seenWeight(a: MissingReport, b: MissingReport, model: Parameters<typeof lastSeenWeight>[1]): number {
  if (a.lastSeen === null || b.lastSeen === null) return 0;
  const [one, other] = [spanOf(a, a.lastSeen), spanOf(b, b.lastSeen)];
  return one.from === one.to && other.from === other.to ? lastSeenWeight(one.from - other.from, model) : lastSeenSpanWeight(one, other, model);
}

function spanOf({ lastSeenSpan: span }: MissingReport, middle: number): KnownSpan {
  return span === null || span.from === null || span.to === null ? { from: middle, to: middle } : { from: span.from, to: span.to };
}
