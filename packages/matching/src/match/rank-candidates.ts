import type { DuplicatePair } from '../duplicates/find-duplicates.ts';
import { identify } from './identify.ts';
import type { Candidate, Matched, MatchedRemains, MatchOptions, ProposedDuplicate } from './match-lists.ts';
import { judgeOccupied } from './occupied.ts';
import { operatingThreshold } from './operating-threshold.ts';
import { joinPersons, type WeighedPairs } from './person-pairs.ts';
import { shareAmongReports } from './share-among-reports.ts';
import type { WeighedLists } from './weigh-lists.ts';

/** `Matched`, of which the candidates are told one individual after another: those of long lists are millions. */
export interface Ranked extends Omit<Matched, 'remains'> {
  /** How many individuals. */
  readonly count: number;
  /** @param at - place among the remains */
  readonly candidatesOf: (at: number) => MatchedRemains;
}

/** Identities jointly over all that was weighed, and for each individual the most probable reports. */
export function rankCandidates({ reports, remains, filed: parts, persons, duplicates, occupied, settings, placesTaught, nameModel, unknown }: WeighedLists, { prior, most = 20 }: Pick<MatchOptions, 'prior' | 'most'>): Ranked {
  const filed = joinPersons(parts);
  const { pairs, relatives, part } = filed;
  const identified = identify(filed, { remains: remains.length, persons }, {
    ...(prior === undefined ? {} : { prior }), occupants: occupied.occupants, relatives, relativesFound: settings.relativesFound,
  });
  const probabilities = shareAmongReports(pairs, { own: identified.probabilities, part }, { persons, duplicates });
  const starts = startsOf(pairs, remains.length);
  const idOf = (p: number): string => reports[pairs.report[p] ?? 0] ?? '';
  const byProbability = (a: number, b: number): number => (probabilities[b] ?? 0) - (probabilities[a] ?? 0) || (pairs.weight[b] ?? 0) - (pairs.weight[a] ?? 0) || (idOf(a) < idOf(b) ? -1 : 1);
  const bestOf = (i: number): number => {
    let best = 0;
    for (let p = starts[i] ?? 0; p < (starts[i + 1] ?? 0); p++) best = Math.max(best, probabilities[p] ?? 0);
    return best;
  };
  return {
    count: remains.length,
    candidatesOf: (i) => {
      const own: number[] = [];
      for (let p = starts[i] ?? 0; p < (starts[i + 1] ?? 0); p++) own.push(p);
      return { remains: remains[i] ?? '', candidates: own.sort(byProbability).slice(0, most).map((p): Candidate => ({ report: idOf(p), probability: probabilities[p] ?? 0, log10Lr: pairs.weight[p] ?? 0, method: identified.isApproximate[p] === 1 ? 'sum-product' : 'exact' })) };
    },
    linkFrom: operatingThreshold(Array.from(remains, (_, i) => ({ best: bestOf(i), nobody: identified.nobody[i] ?? 0 }))),
    duplicates: duplicates.map((pair) => proposed(pair, reports)).sort(byIds),
    settings, placesTaught, nameModel, prior: identified.version, onList: identified.onList,
    occupied: judgeOccupied({ reports, remains }, { pairs, persons, identified }, occupied), unknown,
  };
}

/** The pairs of one individual stand together, individuals in the order of the list: where those of each begin, and the last end. */
function startsOf({ remains: of }: WeighedPairs, remains: number): Int32Array {
  const starts = new Int32Array(remains + 1);
  for (let i = 0, p = 0; i < remains; i++) {
    while (of[p] === i) p++;
    starts[i + 1] = p;
  }
  return starts;
}

function proposed({ a, b, probability, log10Lr }: DuplicatePair, reports: readonly string[]): ProposedDuplicate {
  const [one, other] = [reports[a] ?? '', reports[b] ?? ''];
  return one < other ? { a: one, b: other, probability, log10Lr } : { a: other, b: one, probability, log10Lr };
}

function byIds(x: ProposedDuplicate, y: ProposedDuplicate): number {
  return (x.a === y.a ? x.b < y.b : x.a < y.a) ? -1 : 1;
}
