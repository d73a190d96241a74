import { calibrate, canonicalMarkerName, KinshipError, markersFrom, readMissingPersonCase, shippedFrequencyTables, type CalibrationResult, type MissingPersonCase, type Scenario } from '@imena/kinship';
import { refuse } from '@imena/problem';
import { alignRows } from './kinship-advise.ts';
import { numberOf, openShare, seedRange, share, simulationsRange, thetaRange } from '../number-option.ts';
import type { CaseFile } from './case-file.ts';
import type { Call } from '../command.ts';

/**
 * `imena kinship calibrate CASE.json ...`: simulated true and false pairs for the families, markers, theta and drop-out of the cases, as the calculation assumes and under stress.
 */
export function calibrateCases(cases: readonly CaseFile[], call: Call): void {
  const simulations = numberOf(call, 'simulations', { otherwise: 200, ...simulationsRange });
  const seed = numberOf(call, 'seed', seedRange);
  const results = cases.flatMap(({ file, json }) => {
    try {
      const given = readMissingPersonCase(json);
      const scenarios = scenariosOf(given, call);
      const theta = call.text('theta') === undefined ? given.theta : numberOf(call, 'theta', thetaRange);
      return calibrate({ families: [{ name: given.id, pedigree: given.pedigree, missing: given.missing, typing: given.typing, ...(given.remainsTyping !== null && { remainsTyping: given.remainsTyping }) }], markers: given.markers, linkage: given.linkage, policies: given.policies, theta, scenarios, simulations, seed });
    } catch (error) {
      if (error instanceof KinshipError) return refuse(error.code, error.details, { file });
      throw error;
    }
  });
  if (call.isJson) call.out(JSON.stringify({ simulations, seed, results }));
  else for (const result of results) for (const line of describe(result, call.language)) call.out(line);
}

function scenariosOf(given: MissingPersonCase, call: Call): Scenario[] {
  const probability = numberOf(call, 'drop-out', { otherwise: 0.05, ...share });
  const scenarios: Scenario[] = [{ kind: 'asAssumed' }, { kind: 'subpopulation', theta: numberOf(call, 'subpopulation', { otherwise: 0.02, ...openShare }) }, { kind: 'dropOut', probability }, { kind: 'statedDropOut', probability }];
  const id = call.text('population');
  if (id === undefined) return scenarios;
  const table = shippedFrequencyTables().find((t) => t.id === id) ?? refuse('cli.frequencies_unknown', { table: id, known: shippedFrequencyTables().map((t) => t.id).join(', ') });
  const other = new Map(markersFrom({ table, mutation: () => null }).map((m) => [m.name, m]));
  const markers = given.markers.flatMap((m) => {
    const found = other.get(canonicalMarkerName(m.name));
    return found === undefined ? [] : [{ ...found, name: m.name }];
  });
  return [...scenarios, { kind: 'otherPopulation', name: table.id, markers }];
}

const words = {
  en: { pairs: 'pairs', true: 'mean log10 LR of true pairs', stranger: 'median of strangers', error: 'calibration error', cost: 'cost, bits', threshold: ['LR at least', 'strangers', 'at most if right', 'true pairs below'], posterior: ['posterior at even odds', 'pairs', 'mean posterior', 'share true'] },
  uk: { pairs: 'пар', true: 'середнє log10 LR справжніх пар', stranger: 'медіана чужих', error: 'похибка калібрування', cost: 'ціна, біт', threshold: ['LR щонайменше', 'чужі', 'межа, якщо модель вірна', 'справжні нижче'], posterior: ['апостеріорна за рівних шансів', 'пар', 'середня апостеріорна', 'частка справжніх'] },
} as const;

function describe(r: CalibrationResult, language: Call['language']): string[] {
  const w = words[language];
  return [
    `${r.family} · ${r.scenario} · 2 x ${r.simulations} ${w.pairs} · seed ${r.seed}`,
    `${w.true} ${r.meanLog10True.toFixed(2)} · ${w.stranger} ${r.medianLog10False.toFixed(2)} · ${w.error} ${r.calibrationError.toFixed(3)} · ${w.cost} ${r.costBits.toFixed(3)}`,
    ...alignRows([[...w.threshold], ...r.thresholds.map((t) => [`10^${t.log10Threshold}`, `${t.falsePositive.toFixed(4)} ± ${t.falsePositiveError.toFixed(4)}`, t.bound.toExponential(0), t.falseNegative.toFixed(4)])]),
    ...alignRows([[...w.posterior], ...r.bins.map((b) => [`${b.from} - ${b.to}`, String(b.pairs), b.meanPosterior.toFixed(3), b.shareTrue.toFixed(3)])]),
    '',
  ];
}
