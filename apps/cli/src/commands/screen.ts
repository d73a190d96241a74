import { availableParallelism } from 'node:os';
import { defaultPolicies, KinshipError } from '@imena/kinship';
import { refuse } from '@imena/problem';
import { usageOf, type Call, type Command } from '../command.ts';
import { likelihoodRatio, numberOf, openShare, refuseAlone, refuseBoth, thetaRange } from '../number-option.ts';
import { policiesOf } from '../policy-options.ts';
import { describeSummary } from '../screen/describe-summary.ts';
import { defaultFrequencies } from '../screen/load-frequencies.ts';
import { runScreen, type ScreenRun, type ScreenSummary } from '../screen/run-screen.ts';
import { screenHelp } from '../screen/help.ts';

/** Profiles of remains against families of missing persons, or profiles against profiles, from files of any size. */
export const screen: Command = {
  name: 'screen',
  usage: '--remains FILE (--missing FILE | --direct [--against FILE]) [--threshold LR] [--out FILE] [--resume | --anew] [options]',
  summary: { en: 'screens profiles of remains against families of missing persons in files', uk: 'порівнює профілі останків із родинами зниклих у файлах' },
  help: screenHelp,
  options: {
    remains: { type: 'string' }, missing: { type: 'string' }, families: { type: 'string' }, direct: { type: 'boolean' }, against: { type: 'string' },
    frequencies: { type: 'string' }, mutation: { type: 'string' }, 'outside-allele': { type: 'string' }, 'min-frequency': { type: 'string' }, rescale: { type: 'boolean' }, 'single-allele': { type: 'string' },
    threshold: { type: 'string' }, 'min-lr': { type: 'string' }, theta: { type: 'string' }, 'sex-error': { type: 'string' }, 'male-share': { type: 'string' },
    'typing-error': { type: 'string' }, exclusions: { type: 'string' }, out: { type: 'string' }, format: { type: 'string' }, workers: { type: 'string' },
    'chunk-size': { type: 'string' }, resume: { type: 'boolean' }, anew: { type: 'boolean' },
  },
  run: async (call) => {
    const run = readRun(call);
    const started = performance.now();
    let summary: ScreenSummary;
    const abort = new AbortController();
    const cancel = (): void => abort.abort();
    process.once('SIGINT', cancel);
    process.once('SIGTERM', cancel);
    try {
      summary = await runScreen({ ...run, signal: abort.signal, onProgress: tellProgress(call, started) });
    } catch (error) {
      if (error instanceof KinshipError) return refuse(error.code, error.details);
      throw error;
    } finally {
      process.removeListener('SIGINT', cancel);
      process.removeListener('SIGTERM', cancel);
    }
    const seconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage();
    if (call.isJson) call.out(JSON.stringify({ summary: { ...summary, seconds, cpuSeconds: (user + system) / 1e6, peakMebibytes: Math.round(process.resourceUsage().maxRSS / 1024) } }));
    else for (const line of describeSummary(summary, seconds, call.language)) call.err(line);
    return 0;
  },
};

/** Options of which one leaves nothing of the other. */
const clashing = [['missing', 'families'], ['threshold', 'min-lr'], ['resume', 'anew'], ['direct', 'missing'], ['direct', 'families'], ['direct', 'mutation']] as const;
const needing = [['against', 'direct'], ['typing-error', 'direct'], ['resume', 'out'], ['anew', 'out']] as const;

function readRun(call: Call): Omit<ScreenRun, 'signal' | 'onProgress'> {
  const remains = call.text('remains');
  const families = call.text('missing') ?? call.text('families');
  const isDirect = call.flag('direct');
  for (const [one, other] of clashing) refuseBoth(call, one, other);
  for (const [option, needs] of needing) refuseAlone(call, option, needs);
  if (remains === undefined || (families === undefined && !isDirect) || call.positionals.length > 0) throw usageOf(screen);
  const format = choice(call, 'format', ['csv', 'jsonl']);
  if (call.isJson && call.text('format') === 'csv') refuseBoth(call, 'json', 'format');
  return {
    remains,
    out: call.text('out') ?? null,
    against: isDirect ? (call.text('against') ?? null) : (families ?? null),
    mode: isDirect ? 'direct' : 'families',
    frequencies: call.text('frequencies') ?? defaultFrequencies,
    mutation: choice(call, 'mutation', ['stepwise', 'none']),
    policies: policiesOf(call) ?? defaultPolicies,
    singleAllele: choice(call, 'single-allele', ['one-known', 'homozygote']),
    threshold: numberOf(call, call.text('threshold') === undefined ? 'min-lr' : 'threshold', { otherwise: 1000, ...likelihoodRatio }),
    theta: numberOf(call, 'theta', thetaRange),
    sexError: numberOf(call, 'sex-error', { otherwise: 0.01, ...openShare }),
    maleShare: numberOf(call, 'male-share', { otherwise: 0.5, ...openShare }),
    directError: numberOf(call, 'typing-error', { otherwise: 0.001, ...openShare }),
    chunkSize: call.text('chunk-size') === undefined ? null : numberOf(call, 'chunk-size', { otherwise: 1, from: 1, to: 1e9, isWhole: true }),
    exclusions: call.text('exclusions') ?? null,
    format: call.isJson ? 'jsonl' : format,
    workers: numberOf(call, 'workers', { otherwise: availableParallelism(), from: 1, to: 256, isWhole: true }),
    workerFile: new URL('./worker.js', import.meta.url),
    begin: call.flag('resume') ? 'resume' : call.flag('anew') ? 'anew' : 'ask',
    writeLine: call.out,
  };
}

function choice<T extends string>(call: Call, option: string, values: readonly [T, ...T[]]): T {
  const text = call.text(option);
  if (text === undefined) return values[0];
  return values.find((v) => v === text) ?? unknownChoice(`--${option} ${text}`);
}

function unknownChoice(text: string): never {
  throw usageOf(screen, text);
}

/** A line at most twice a second: share done, pairs a second, remaining time. */
function tellProgress(call: Call, started: number): ScreenRun['onProgress'] {
  let last = 0;
  return ({ done, chunks, fresh, pairs, hits }) => {
    const now = performance.now();
    if (now - last < 500 && done < chunks) return;
    last = now;
    const seconds = (now - started) / 1000;
    const left = Math.ceil((seconds / Math.max(1, fresh)) * (chunks - done));
    const share = Math.floor((100 * done) / chunks);
    call.err(
      call.language === 'uk'
        ? `${share} %, ${Math.round(pairs / seconds / 1e6)} млн пар за секунду, знайдено ${hits}, лишилося близько ${left} с`
        : `${share} %, ${Math.round(pairs / seconds / 1e6)} million pairs a second, ${hits} found, about ${left} s left`,
    );
  };
}
