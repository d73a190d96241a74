import { availableParallelism } from 'node:os';
import { KinshipError } from '@imena/kinship';
import { refuse, type Language } from '@imena/problem';
import { usageOf, type Call, type Command } from '../command.ts';
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
    frequencies: { type: 'string' }, mutation: { type: 'string' }, 'min-frequency': { type: 'string' }, 'single-allele': { type: 'string' },
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

function readRun(call: Call): Omit<ScreenRun, 'signal' | 'onProgress'> {
  const remains = call.text('remains');
  const families = call.text('missing') ?? call.text('families');
  const isDirect = call.flag('direct');
  const out = call.text('out') ?? null;
  if (remains === undefined || (isDirect ? families !== undefined : families === undefined || call.text('against') !== undefined) || call.positionals.length > 0) throw usageOf(screen);
  if (call.flag('resume') && (out === null || call.flag('anew'))) throw usageOf(screen, '--resume needs --out, and is not --anew');
  for (const [one, other] of [['missing', 'families'], ['threshold', 'min-lr']] as const) if (call.text(one) !== undefined && call.text(other) !== undefined) throw usageOf(screen, `--${one} --${other}`);
  if (!isDirect && call.text('typing-error') !== undefined) throw usageOf(screen, '--typing-error needs --direct');
  const direct = call.text('against') ?? null;
  return {
    remains, out,
    against: isDirect ? direct : (families ?? null),
    mode: isDirect ? 'direct' : 'families',
    frequencies: call.text('frequencies') ?? defaultFrequencies,
    mutation: choice(call, 'mutation', ['stepwise', 'none']),
    leastFrequency: call.text('min-frequency') === undefined ? null : number(call, 'min-frequency', { otherwise: 0, above: 0, below: 0.1 }),
    singleAllele: choice(call, 'single-allele', ['one-known', 'homozygote']),
    threshold: number(call, call.text('threshold') === undefined ? 'min-lr' : 'threshold', { otherwise: 1000, above: 0, below: Infinity }),
    theta: call.text('theta') === '0' ? 0 : number(call, 'theta', { otherwise: 0, above: 0, below: 1 }),
    sexError: number(call, 'sex-error', { otherwise: 0.01, above: 0, below: 1 }),
    maleShare: number(call, 'male-share', { otherwise: 0.5, above: 0, below: 1 }),
    directError: number(call, 'typing-error', { otherwise: 0.001, above: 0, below: 1 }),
    chunkSize: call.text('chunk-size') === undefined ? null : Math.round(number(call, 'chunk-size', { otherwise: 1, above: 0.5, below: 1e9 })),
    exclusions: call.text('exclusions') ?? null,
    format: call.isJson ? 'jsonl' : choice(call, 'format', ['csv', 'jsonl']),
    workers: Math.round(number(call, 'workers', { otherwise: availableParallelism(), above: 0, below: 257 })),
    workerFile: new URL('./worker.js', import.meta.url),
    begin: call.flag('resume') ? 'resume' : call.flag('anew') ? 'anew' : 'ask',
    writeLine: call.out,
  };
}

function number(call: Call, option: string, range: { readonly otherwise: number; readonly above: number; readonly below: number }): number {
  const text = call.text(option);
  if (text === undefined) return range.otherwise;
  const value = Number(text);
  if (text.trim() === '' || !(value > range.above && value < range.below)) throw usageOf(screen, `--${option} ${text}`);
  return value;
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

function describeSummary(s: ScreenSummary, seconds: number, language: Language): string[] {
  const count = (n: number): string => n.toLocaleString(language === 'uk' ? 'uk' : 'en');
  const few = (n: number | null): string => (n === null ? '-' : Number(n.toPrecision(2)).toLocaleString(language === 'uk' ? 'uk' : 'en'));
  const { expected, standardError, atMost } = s.chancePairs;
  if (language === 'uk')
    return [
      `${count(s.pairs)} пар за ${seconds.toFixed(1)} с: ${count(s.hits)} з відношенням правдоподібності щонайменше ${s.threshold < 1 ? String(s.threshold) : count(s.threshold)}; підписаних виключень серед них: ${count(s.excluded)}.`,
      `Пар чужих людей, які досягли б цього порога випадково: ${expected === null ? '' : `очікувано ${few(expected)} (похибка ${few(standardError)}), `}щонайбільше ${few(atMost)}.`,
      `Маркерів: ${s.markers.length}; частоти: ${s.frequencies}; мутації: ${s.mutation}; тета: ${s.theta}; зниклих без зразків родичів: ${count(s.withoutReferences)}.`,
      ...(s.exclusions.unknownRemains.length > 0 ? [`Виключення називають останки, яких у списку немає: ${s.exclusions.unknownRemains.slice(0, 10).join(', ')}${s.exclusions.unknownRemains.length > 10 ? ' …' : ''}.`] : []),
      ...(s.withoutFrequencies.length > 0 ? [`Без частот, не порівняно: ${s.withoutFrequencies.join(', ')}.`] : []),
      ...(s.addedAlleles.length > 0 ? [`Алелі, додані з найменшою частотою: ${s.addedAlleles.join(', ')}.`] : []),
    ];
  return [
    `${count(s.pairs)} pairs in ${seconds.toFixed(1)} s: ${count(s.hits)} with a likelihood ratio of at least ${s.threshold < 1 ? String(s.threshold) : count(s.threshold)}; left out by signed exclusions: ${count(s.excluded)}.`,
    `Pairs of strangers that would reach this threshold by chance: ${expected === null ? '' : `${few(expected)} expected (standard error ${few(standardError)}), `}at most ${few(atMost)}.`,
    `Markers: ${s.markers.length}; frequencies: ${s.frequencies}; mutation: ${s.mutation}; theta: ${s.theta}; missing persons without typed relatives: ${count(s.withoutReferences)}.`,
    ...(s.exclusions.unknownRemains.length > 0 ? [`Exclusions name remains that the list does not hold: ${s.exclusions.unknownRemains.slice(0, 10).join(', ')}${s.exclusions.unknownRemains.length > 10 ? ' …' : ''}.`] : []),
    ...(s.withoutFrequencies.length > 0 ? [`Without frequencies, not compared: ${s.withoutFrequencies.join(', ')}.`] : []),
    ...(s.addedAlleles.length > 0 ? [`Alleles added with the least frequency: ${s.addedAlleles.join(', ')}.`] : []),
  ];
}
