import path from 'node:path';
import { learnFellegiSunter, matchProbability, type Pattern, type PatternCount } from '@imena/matching';
import { compareNames, prepareName, type PreparedName } from '@imena/names';
import { printTable, round } from '../support/figures.ts';
import { figuresOf } from './counts.ts';
import { readCsv } from './read-csv.ts';

interface LinkRecord {
  readonly id: string;
  readonly name: PreparedName;
  readonly cells: Readonly<Record<string, string>>;
}

/** Fields that are compared as texts, each with its levels same / similar / different. */
const textFields = ['address_1', 'address_2', 'suburb', 'street_number', 'postcode', 'state', 'date_of_birth', 'soc_sec_id'] as const;

/** Pairs that share one of these are compared. */
const blocks: readonly ((cells: Readonly<Record<string, string>>) => string)[] = [
  (c) => keyOf(c['soc_sec_id']),
  (c) => keyOf(c['date_of_birth']),
  (c) => keyOf(c['given_name'], c['postcode']),
  (c) => keyOf(c['surname'], c['postcode']),
  (c) => keyOf(c['given_name'], c['surname']),
  (c) => keyOf(c['surname'], c['suburb']),
  (c) => keyOf(c['given_name'], c['suburb']),
  (c) => keyOf(c['address_1'], c['street_number']),
  (c) => keyOf(c['given_name'], c['street_number']),
  (c) => keyOf(c['surname'], c['street_number']),
];

/**
 * Links dataset 4a with 4b without labels: names by `compareNames`, the other fields by their letters, weights learned by
 * expectation-maximisation, each record linked once. The labels are read only to count.
 */
export function benchFebrl4(folder: string): void {
  const before = process.cpuUsage();
  const left = readCsv(path.join(folder, 'dataset4a.csv')).map(toRecord);
  const right = readCsv(path.join(folder, 'dataset4b.csv')).map(toRecord);
  const pairs = findPairs(left, right);
  const patterns = pairs.map(([a, b]) => compareRecords(left[a], right[b]));
  const random = left.map((record, at) => compareRecords(record, right[(at * 7919 + 13) % right.length]));
  const learned = learnFellegiSunter({
    compared: countPatterns(patterns),
    random: countPatterns(random),
    matches: Math.min(0.5, left.length / Math.max(1, pairs.length)),
    start: [{ m: [0.7, 0.15, 0.1, 0.05], weight: 10 }, ...textFields.map(() => ({ m: [0.75, 0.15, 0.1], weight: 10 }))],
  });
  const chosen = linkOnce(pairs.map(([a, b], at) => ({ a, b, probability: matchProbability(learned, patterns[at] ?? []) })));
  const truePositive = chosen.filter(({ a, b }) => personOf(left[a]) === personOf(right[b])).length;
  const { user } = process.cpuUsage(before);
  printTable(`FEBRL4, ${left.length} and ${right.length} records, learned without labels (goal F1 0.995; Splink 0.9998)`, {
    'links at 0.5': { ...figuresOf({ truePositive, falsePositive: chosen.length - truePositive, falseNegative: left.length - truePositive }), pairs: pairs.length, 'CPU s': round(user / 1e6) },
  });
}

function toRecord(cells: Readonly<Record<string, string>>): LinkRecord {
  return { id: cells['rec_id'] ?? '', name: prepareName({ given: cells['given_name'] ?? null, surname: cells['surname'] ?? null }), cells };
}

function personOf(record: LinkRecord | undefined): string {
  return /^rec-(\d+)/.exec(record?.id ?? '')?.[1] ?? `?${String(record?.id)}`;
}

function keyOf(...values: readonly (string | undefined)[]): string {
  return values.some((value) => value === undefined || value === '') ? '' : values.join('|');
}

function findPairs(left: readonly LinkRecord[], right: readonly LinkRecord[]): (readonly [number, number])[] {
  const found = new Set<number>();
  for (const block of blocks) {
    const places = new Map<string, number[]>();
    right.forEach(({ cells }, at) => {
      const key = block(cells);
      if (key !== '') places.set(key, [...(places.get(key) ?? []), at]);
    });
    left.forEach(({ cells }, at) => {
      const key = block(cells);
      for (const other of key === '' ? [] : (places.get(key) ?? [])) found.add(at * right.length + other);
    });
  }
  return [...found].map((pair) => [Math.floor(pair / right.length), pair % right.length] as const);
}

/** Level 0 where one side has no value; 1 is the best agreement. */
function compareRecords(a: LinkRecord | undefined, b: LinkRecord | undefined): Pattern {
  if (a === undefined || b === undefined) return [];
  const { score } = compareNames(a.name, b.name);
  const name = a.name.words.length === 0 || b.name.words.length === 0 ? 0 : score > 0.97 ? 1 : score > 0.75 ? 2 : score > 0.4 ? 3 : 4;
  return [name, ...textFields.map((field) => compareTexts(a.cells[field] ?? '', b.cells[field] ?? ''))];
}

function compareTexts(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  return a === b ? 1 : bigramOverlap(a, b) >= 0.5 ? 2 : 3;
}

/** Dice's coefficient of the pairs of letters, digits and places between words, ends included. */
function bigramOverlap(a: string, b: string): number {
  const pairsOf = (text: string): string[] => Array.from({ length: text.length + 1 }, (_, at) => ` ${text} `.slice(at, at + 2));
  const left = pairsOf(a);
  const rest = pairsOf(b);
  const size = left.length + rest.length;
  let shared = 0;
  for (const pair of left) {
    const at = rest.indexOf(pair);
    if (at === -1) continue;
    rest.splice(at, 1);
    shared++;
  }
  return (2 * shared) / size;
}

function countPatterns(patterns: readonly Pattern[]): PatternCount[] {
  const counts = new Map<string, { pattern: Pattern; count: number }>();
  for (const pattern of patterns) {
    const known = counts.get(pattern.join());
    if (known === undefined) counts.set(pattern.join(), { pattern, count: 1 });
    else known.count++;
  }
  return [...counts.values()];
}

interface Scored {
  readonly a: number;
  readonly b: number;
  readonly probability: number;
}

function linkOnce(scored: readonly Scored[]): Scored[] {
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  return [...scored].filter(({ probability }) => probability >= 0.5).sort((x, y) => y.probability - x.probability || x.a - y.a || x.b - y.b).filter(({ a, b }) => {
    if (usedLeft.has(a) || usedRight.has(b)) return false;
    usedLeft.add(a);
    usedRight.add(b);
    return true;
  });
}
