import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { makeProblem, ProblemError, refuse } from '@imena/problem';
import { Exclusions, readExclusions } from './exclusions.ts';
import { Journal, type JournalBegin } from './journal.ts';
import type { ChunkResult, Hit, Refused } from './plan.ts';
import { preparePlan, type Prepared, type ScreenSettings } from './prepare-plan.ts';
import { RefusedAt } from './refused-at.ts';
import { checkResultFile, refuseUnwritable, writeResultFile } from './result-file.ts';
import { rowOf } from './row-of.ts';
import { hitLimit, refuseTooManyHits, runChunks, startThreads, type ScreenThread } from './run-chunks.ts';
import { usefulThreads } from './useful-threads.ts';
import { refuseScattered } from './scattered-families.ts';
import { headerOf, lineOf, nameHits, sortHits, type HitFormat } from './write-hits.ts';

export interface ScreenRun extends ScreenSettings {
  readonly out: string | null;
  readonly format: HitFormat;
  readonly workers: number;
  readonly workerFile: URL;
  readonly begin: JournalBegin;
  readonly exclusions: string | null;
  readonly signal: AbortSignal;
  readonly writeLine: (line: string) => void;
  readonly onProgress: (progress: { readonly done: number; readonly chunks: number; readonly fresh: number; readonly pairs: number; readonly hits: number }) => void;
}

/** What a screen did; everything but the seconds follows from the inputs. */
export interface ScreenSummary {
  readonly mode: 'families' | 'direct';
  readonly remains: number;
  readonly missing: number;
  readonly withoutReferences: number;
  readonly pairs: number;
  readonly survivors: number;
  readonly threshold: number;
  readonly hits: number;
  readonly excluded: number;
  /** Pairs that the signed exclusions name, and remains among them that the list does not hold. */
  readonly exclusions: { readonly read: number; readonly unknownRemains: readonly string[] };
  /** Pairs of strangers expected to reach the threshold; standard error of the estimate; and what can never be exceeded. */
  readonly chancePairs: { readonly expected: number | null; readonly standardError: number | null; readonly atMost: number };
  readonly frequencies: string;
  readonly mutation: string;
  readonly theta: number;
  readonly markers: readonly string[];
  readonly withoutFrequencies: readonly string[];
  /** The policies chosen, and what they changed. */
  readonly policies: ScreenSettings['policies'];
  readonly applied: Prepared['applied'];
  readonly takenAsIndependent: Prepared['takenAsIndependent'];
  readonly oneColumn: readonly string[];
  /** Profiles whose amelogenin contradicts the sex beside it, which is the one weighed. */
  readonly sexContradicted: readonly string[];
  /** Families of pairs found whose relatives are impossible together at some markers; these do not count. */
  readonly contradicted: readonly { readonly family: string; readonly markers: readonly string[] }[];
}

/** Runs a screen from files to files. Given the same inputs the result is the same for any number of workers. */
export async function runScreen(run: ScreenRun): Promise<ScreenSummary> {
  let threads: ScreenThread[] = [];
  try {
    if (run.out !== null) await checkResultFile(run.out, [run.remains, run.against, run.frequencies, run.exclusions].filter((file) => file !== null));
    const exclusions = run.exclusions === null ? new Exclusions() : await readExclusions(run.exclusions);
    threads = startThreads(run.workerFile, await usefulThreads(run));
    const prepared = await preparePlan(run);
    const journal = Journal.open(run.out, { identity: await identityOf(run, prepared.plan.familiesForm.file), begin: run.begin });
    const results = await collect(run, prepared, { threads, journal });
    if (prepared.plan.mode === 'families') await refuseScattered(prepared.plan, results.values());
    const summary = await finish(run, prepared, { results, exclusions });
    // Only now is everything in the result file: a crash before leaves the journal, and the same command goes on with --resume.
    journal.remove();
    return summary;
  } catch (error) {
    if (error instanceof RefusedAt) return await refuseAtRow(error);
    if (run.out !== null) refuseUnwritable(error, run.out);
    throw error;
  } finally {
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }
}

async function collect(run: ScreenRun, { plan }: Prepared, { threads, journal }: { readonly threads: readonly ScreenThread[]; readonly journal: Journal }): Promise<Map<number, ChunkResult>> {
  const results = new Map(journal.done);
  let hits = [...results.values()].reduce((n, r) => n + r.hits.length, 0);
  let pairs = 0;
  const chunks = Array.from({ length: plan.chunks }, (_, i) => i).filter((i) => !results.has(i));
  const kept = results.size;
  const refused = await runChunks({
    plan, chunks, threads, signal: run.signal,
    onResult: (result) => {
      journal.keep(result);
      results.set(result.chunk, result);
      hits += result.hits.length;
      pairs += result.pairs;
      if (hits > hitLimit) refuseTooManyHits();
      run.onProgress({ done: results.size, chunks: plan.chunks, fresh: results.size - kept, pairs, hits });
    },
  });
  if (refused !== null) throw new RefusedAt(refused.code, refused.details, refused);
  if (run.signal.aborted) return refuse(run.out === null ? 'screen.cancelled' : 'screen.cancelled_resumable', { file: run.out ?? '' });
  return new Map([...results].sort(([a], [b]) => a - b));
}

async function finish(run: ScreenRun, prepared: Prepared, found: { results: Map<number, ChunkResult>; exclusions: Exclusions }): Promise<ScreenSummary> {
  const { plan, remains, others } = prepared;
  const results = [...found.results.values()];
  const all: Hit[] = [];
  for (const { hits } of results) for (const hit of hits) all.push(hit);
  sortHits(all);
  let excluded = 0;
  const lines = function* (): Generator<string> {
    if (run.format === 'csv') yield headerOf(plan.mode);
    for (const named of nameHits(all, remains.ids)) {
      const { hit, sample } = named;
      const other = others?.ids[hit.at] ?? '';
      if (found.exclusions.has(sample, hit.family, plan.mode === 'direct' ? other : hit.person, plan.isSelf)) excluded += 1;
      else yield lineOf(named, { mode: plan.mode, format: run.format, other });
    }
  };
  await writeLines(run, lines());
  const sum = (of: (r: ChunkResult) => number): number => results.reduce((n, r) => n + of(r), 0);
  const missing = sum((r) => r.missing);
  const candidates = missing * remains.ids.length;
  const samples = sum((r) => r.chance[0]);
  const mean = sum((r) => r.chance[1]) / samples;
  const variance = Math.max(0, sum((r) => r.chance[2]) / samples - mean * mean) / Math.max(1, samples - 1);
  return {
    mode: plan.mode, remains: remains.ids.length, missing,
    withoutReferences: sum((r) => r.withoutReferences),
    pairs: plan.isSelf ? (missing * (missing - 1)) / 2 : candidates,
    survivors: sum((r) => r.survivors),
    threshold: run.threshold, hits: all.length - excluded, excluded,
    exclusions: { read: found.exclusions.size, unknownRemains: found.exclusions.unknownAmong(remains.ids) },
    chancePairs: {
      expected: samples > 0 ? candidates * mean : null,
      standardError: samples > 1 ? candidates * Math.sqrt(variance) : null,
      atMost: ((plan.isSelf ? (missing * (missing - 1)) / 2 : candidates) / run.threshold) * largestSexRatio(plan),
    },
    frequencies: prepared.frequencies, mutation: plan.mode === 'direct' ? 'none' : run.mutation, theta: run.theta,
    markers: plan.markers.map((m) => m.name), withoutFrequencies: prepared.withoutFrequencies,
    policies: run.policies, applied: prepared.applied, takenAsIndependent: prepared.takenAsIndependent, oneColumn: prepared.oneColumn,
    sexContradicted: [...new Set([...remains.sexContradicted, ...(others?.sexContradicted ?? [])])],
    contradicted: contradictedFamilies(all),
  };
}

function contradictedFamilies(hits: readonly Hit[]): ScreenSummary['contradicted'] {
  const families = new Map(hits.filter(({ contradicted }) => contradicted.length > 0).map(({ family, contradicted }) => [family, contradicted]));
  return [...families].sort(([a], [b]) => (a < b ? -1 : 1)).map(([family, markers]) => ({ family, markers }));
}

/** The ratio of DNA alone has mean 1 for strangers; sex can raise it by as much as this. */
function largestSexRatio({ sexError: e, maleShare: s, remainsSexes }: Prepared['plan']): number {
  if (remainsSexes.every((sex) => sex === 0)) return 1;
  const male = s * (1 - e) + (1 - s) * e;
  return Math.max(1, (1 - e) / male, e / male, (1 - e) / (1 - male), e / (1 - male));
}

async function writeLines(run: ScreenRun, lines: Iterable<string>): Promise<void> {
  if (run.out === null) {
    for (const line of lines) run.writeLine(line);
    return;
  }
  await writeResultFile(run.out, lines);
}

/** What must be equal for a resumed run: settings, and size and time of the files. */
async function identityOf(run: ScreenRun, families: string): Promise<string> {
  const { out: _out, format: _format, workers: _workers, workerFile: _file, begin: _begin, signal: _signal, writeLine: _write, onProgress: _progress, exclusions: _exclusions, ...settings } = run;
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const file of [run.remains, families, run.frequencies]) {
    const about = await stat(file).catch(() => null);
    hash.update(`\n${file} ${String(about?.size)} ${String(about?.mtimeMs)}`);
  }
  return `imena-screen/2 ${hash.digest('hex')}`;
}

/** Turns a byte of a file into its row, by counting line ends up to it. */
async function refuseAtRow(refused: Refused): Promise<never> {
  if (refused.at < 0) throw new ProblemError(makeProblem(refused.code, refused.details));
  return refuse(refused.code, refused.details, { file: refused.file, row: await rowOf(refused.file, refused.at) });
}
