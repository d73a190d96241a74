import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { matchLists, parseMissing, parseRemains, type Matched } from '@imena/matching';
import { makeMatchingSet, type MatchingSetPlan } from '@imena/synth';
import { printTable, round } from '../support/figures.ts';
import { figuresOf } from './counts.ts';

interface Truth {
  readonly am_person: Readonly<Record<string, string>>;
  readonly pm_person: Readonly<Record<string, string | null>>;
  readonly links: readonly (readonly [string, string])[];
}

interface Lists {
  readonly missing: readonly string[];
  readonly remains: readonly string[];
  readonly truth: Truth;
}

/**
 * Reports against remains: the public synthetic set where it is, and sets of this project's own generator, which the
 * models were not fitted to. The same measures as the scorer of the reference cases.
 */
export function benchMatching(folder: string | null, sizes: readonly MatchingSetPlan[]): void {
  const rows: Record<string, Record<string, number | string>> = {};
  const tenths: Record<string, Record<string, string>> = {};
  const add = (name: string, lists: Lists): void => {
    const { figures, calibration } = measure(lists);
    rows[name] = figures;
    tenths[name] = calibration;
  };
  if (folder !== null && existsSync(folder)) add('public set', readLists(folder));
  for (const plan of sizes) {
    const { missing, remains, truth } = makeMatchingSet(plan);
    const lists = { missing: missing.map((row) => JSON.stringify(row)), remains: remains.map((row) => JSON.stringify(row)), truth };
    add(`own ${plan.seed}: ${plan.reports} x ${plan.remains}${plan.evidence === 'all' ? ', every kind' : ''}${plan.world === undefined ? '' : `, ${plan.world} world`}`, lists);
  }
  printTable('Reports against remains (goals: F1 0.85, precision 0.95, recall@1 0.90, @20 0.95, left open 0.97, ECE 0.05, duplicates F1 0.85); links from the probability that the lists themselves ask for, repeats from 0.5', rows);
  printTable('Best candidates by tenth of their probability: mean probability > share that was right (how many)', tenths);
}

function readLists(folder: string): Lists {
  const lines = (file: string): string[] => readFileSync(path.join(folder, file), 'utf8').split('\n').filter((line) => line !== '');
  return { missing: lines('missing.jsonl'), remains: lines('remains.jsonl'), truth: JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8')) as Truth };
}

interface Measured {
  readonly figures: Record<string, number | string>;
  readonly calibration: Record<string, string>;
}

function measure({ missing, remains, truth }: Lists): Measured {
  const before = process.cpuUsage();
  const start = performance.now();
  const matched = matchLists(
    missing.map((line, i) => parseMissing(line, { file: 'missing.jsonl', line: i + 1 })),
    remains.map((line, i) => parseRemains(line, { file: 'remains.jsonl', line: i + 1 })),
  );
  const seconds = (performance.now() - start) / 1000;
  const { user } = process.cpuUsage(before);
  const { figures, calibration } = scoreLinks(matched, truth);
  return { figures: { ...figures, ...scoreDuplicates(matched, truth), 's': round(seconds, 1), 'CPU s': round(user / 1e6, 1) }, calibration };
}

const threshold = 0.5;

function scoreLinks(matched: Matched, truth: Truth): { readonly figures: Record<string, number>; readonly calibration: Record<string, string> } {
  const links = new Map<string, Set<string>>();
  for (const [pm, am] of truth.links) links.set(pm, (links.get(pm) ?? new Set()).add(am));
  const counts = { truePositive: 0, falsePositive: 0, falseNegative: 0 };
  const hits = { first: 0, twenty: 0, reported: 0, open: 0, unreported: 0 };
  const bins = Array.from({ length: 10 }, () => ({ count: 0, sum: 0, right: 0 }));
  let top = 0;
  for (const { remains, candidates } of matched.remains) {
    const right = links.get(remains) ?? new Set<string>();
    const linked = candidates.filter(({ probability }) => probability >= matched.linkFrom);
    const agreed = linked.filter(({ report }) => right.has(report)).length;
    counts.truePositive += agreed;
    counts.falsePositive += linked.length - agreed;
    counts.falseNegative += right.size - agreed;
    const rank = candidates.findIndex(({ report }) => right.has(report));
    if (right.size > 0) {
      hits.reported++;
      if (rank === 0) hits.first++;
      if (rank >= 0 && rank < 20) hits.twenty++;
    } else {
      hits.unreported++;
      if (linked.length === 0) hits.open++;
    }
    const [first] = candidates;
    const bin = first === undefined ? undefined : bins[Math.min(9, Math.floor(first.probability * 10))];
    if (first === undefined || bin === undefined) continue;
    top++;
    bin.count++;
    bin.sum += first.probability;
    if (right.has(first.report)) bin.right++;
  }
  const ece = bins.reduce((sum, bin) => sum + Math.abs(bin.sum - bin.right), 0) / Math.max(1, top);
  const calibration = Object.fromEntries(bins.map(({ count, sum, right }, at) => [`0.${at}`, count === 0 ? '' : `${(sum / count).toFixed(2)} > ${(right / count).toFixed(2)} (${count})`]));
  return { figures: { ...figuresOf(counts), from: round(matched.linkFrom, 2), 'recall@1': share(hits.first, hits.reported), '@20': share(hits.twenty, hits.reported), open: share(hits.open, hits.unreported), ECE: round(ece, 3) }, calibration };
}

function scoreDuplicates(matched: Matched, truth: Truth): Record<string, number> {
  const sizes = new Map<string, number>();
  for (const person of Object.values(truth.am_person)) sizes.set(person, (sizes.get(person) ?? 0) + 1);
  const all = [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const proposed = matched.duplicates.filter(({ probability }) => probability >= threshold);
  const right = proposed.filter(({ a, b }) => truth.am_person[a] === truth.am_person[b]).length;
  return { 'duplicates F1': figuresOf({ truePositive: right, falsePositive: proposed.length - right, falseNegative: all - right }).f1 };
}

function share(part: number, whole: number): number {
  return round(part / Math.max(1, whole), 3);
}
