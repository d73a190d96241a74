import { advise, kitMarkers, KinshipError, markersFrom, readMissingPersonCase, shippedFrequencyTables, stepwiseMutation, type AdviceOption, type AdviceResult, type Marker, type MissingPersonCase } from '@imena/kinship';
import { refuse } from '@imena/problem';
import { likelihoodRatio, numberOf, refuseAlone, seedRange, simulationsRange } from '../number-option.ts';
import type { Call } from '../command.ts';
import type { CaseFile } from './case-file.ts';

const defaultTable = 'nist1036-2017-cauc';

/**
 * `imena kinship advise CASE.json`: which further relative, markers or bone would bring how much. Asked are all named relatives without a sample (or those of
 * `--relative`), the kit of `--kit`, and another bone where the remains lack markers.
 */
export function adviseCase({ file, json }: CaseFile, call: Call): void {
  const simulations = numberOf(call, 'simulations', { otherwise: 1000, ...simulationsRange });
  const seed = numberOf(call, 'seed', seedRange);
  const threshold = numberOf(call, 'threshold', { otherwise: 10000, ...likelihoodRatio });
  refuseAlone(call, 'frequencies', 'kit');
  try {
    const given = readMissingPersonCase(json);
    const { pedigree, missing, profiles, theta, typing, policies, remains, remainsTyping } = given;
    const { markers, leftOut } = withoutLinked(given);
    const results = advise({ pedigree, missing, profiles, markers, theta, typing, policies, ...(remains === null ? {} : { remains }), ...(remainsTyping === null ? {} : { remainsTyping }), options: optionsOf(given, call), lnThreshold: Math.log(threshold), simulations, seed });
    if (call.isJson) call.out(JSON.stringify({ id: given.id, threshold, theta, policies, simulations, seed, options: results, ...(leftOut.length > 0 && { leftOut }) }));
    else for (const line of [...tableOf(results, call.language), ...leftOut.map(({ marker, keeps }) => linkedOut[call.language](marker, keeps))]) call.out(line);
  } catch (error) {
    if (error instanceof KinshipError) return refuse(error.code, error.details, { file });
    throw error;
  }
}

const linkedOut = {
  en: (marker: string, keeps: string) => `${marker} is linked with ${keeps} and is left out of advice, which takes markers as independent.`,
  uk: (marker: string, keeps: string) => `${marker} зчеплений із ${keeps}; у порадах його не враховано, бо маркери в них незалежні.`,
} as const;

/** Of linked markers the one that most profiles show; the others are named. */
function withoutLinked({ markers, linkage, profiles, remains }: MissingPersonCase): { markers: readonly Marker[]; leftOut: readonly { marker: string; keeps: string }[] } {
  const shown = (name: string): number => [...Object.values(profiles), remains ?? {}].filter((profile) => profile[name] !== undefined).length;
  const leftOut = linkage.flatMap((group) => {
    const [keeps = '', ...others] = [...group.markers].sort((a, b) => shown(b) - shown(a));
    return others.map((marker) => ({ marker, keeps }));
  });
  return { markers: markers.filter((m) => leftOut.every(({ marker }) => marker !== m.name)), leftOut };
}

function optionsOf(given: MissingPersonCase, call: Call): AdviceOption[] {
  const named = call.text('relative')?.split(',').map((id) => id.trim());
  const relatives = named ?? given.pedigree.individuals.filter((i) => i.profile === undefined && i.id !== given.missing).map((i) => i.id);
  const options: AdviceOption[] = relatives.map((id) => ({ kind: 'relative', id }));
  const { remains } = given;
  if (remains !== null && given.markers.some((m) => !(remains[m.name]?.some((a) => a !== null) ?? false))) options.push({ kind: 'secondBone' });
  const kit = call.text('kit');
  if (kit !== undefined) {
    const names = kitMarkers()[kit] ?? refuse('cli.kit_unknown', { kit, known: Object.keys(kitMarkers()).join(', ') });
    const id = call.text('frequencies') ?? defaultTable;
    const table = shippedFrequencyTables().find((t) => t.id === id) ?? refuse('cli.frequencies_unknown', { table: id, known: shippedFrequencyTables().map((t) => t.id).join(', ') });
    options.push({ kind: 'markers', name: `${kit} (${table.name})`, markers: markersFrom({ table, mutation: stepwiseMutation, names }) });
  }
  return options;
}

const heads = {
  en: ['option', 'log10 LR if true', '5 % .. 95 %', 'reaches the threshold', 'false alarm', 'excludes a stranger'],
  uk: ['можливість', 'log10 LR, якщо це він', '5 % .. 95 %', 'досягає порога', 'хибний збіг', 'виключає чужого'],
} as const;
const names = { en: { now: 'now', 'second bone': 'second bone' }, uk: { now: 'зараз', 'second bone': 'друга кістка' } } as const;

function tableOf(results: readonly AdviceResult[], language: Call['language']): string[] {
  const share = (s: AdviceResult['passes']): string => `${s.mean.toFixed(3)} ± ${s.standardError.toFixed(3)}`;
  const rows = results.map((r) => [
    r.name === 'now' || r.name === 'second bone' ? names[language][r.name] : r.name,
    `${r.log10Lr.mean.toFixed(2)} ± ${r.log10Lr.standardError.toFixed(2)}`,
    `${r.quantiles[0].toFixed(1)} .. ${r.quantiles[2].toFixed(1)}`,
    share(r.passes), share(r.passesFalsely), share(r.exclusionPower),
  ]);
  return alignRows([[...heads[language]], ...rows]);
}

/** Rows as text, columns of equal width. */
export function alignRows(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, c) => Math.max(...rows.map((r) => (r[c] ?? '').length)));
  return rows.map((r) => r.map((cell, c) => (c === 0 ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0))).join('  ').trimEnd());
}
