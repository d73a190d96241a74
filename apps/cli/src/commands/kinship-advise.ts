import { advise, canonicalMarkerName, closeCm, kitMarkers, KinshipError, linkageGroupsOf, linkedPairs, markersFrom, readMissingPersonCase, shippedFrequencyTables, stepwiseMutation, type AdviceOption, type AdviceResult, type LinkedOut, type Marker, type MissingPersonCase, type Observation } from '@imena/kinship';
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
    const { pedigree, missing, profiles, markers, linkage, theta, typing, policies, remains, remainsTyping } = given;
    const { options, leftOut } = optionsOf(given, call);
    const results = advise({ pedigree, missing, profiles, markers, linkage, theta, typing, policies, ...(remains === null ? {} : { remains }), ...(remainsTyping === null ? {} : { remainsTyping }), options, lnThreshold: Math.log(threshold), simulations, seed });
    if (call.isJson) call.out(JSON.stringify({ id: given.id, threshold, theta, policies, simulations, seed, options: results, ...(leftOut.length > 0 && { leftOut }) }));
    else for (const line of [...tableOf(results, call.language), ...[...(results[0]?.linkedOut ?? []), ...leftOut].map(({ marker, keeps }) => linkedOut[call.language](marker, keeps))]) call.out(line);
  } catch (error) {
    if (error instanceof KinshipError) return refuse(error.code, error.details, { file });
    throw error;
  }
}

const linkedOut = {
  en: (marker: string, keeps: string) => `${marker} is linked with ${keeps}, with which it cannot be calculated together here, and is left out.`,
  uk: (marker: string, keeps: string) => `${marker} зчеплений із ${keeps}, разом із яким його тут не можна обчислити; його не враховано.`,
} as const;

/** The options asked for, and markers of a kit that lie close to one of the case: what they add depends on that one. */
function optionsOf(given: MissingPersonCase, call: Call): { readonly options: readonly AdviceOption[]; readonly leftOut: readonly LinkedOut[] } {
  const named = call.text('relative')?.split(',').map((id) => id.trim());
  const relatives = named ?? given.pedigree.individuals.filter((i) => i.profile === undefined && i.id !== given.missing).map((i) => i.id);
  const options: AdviceOption[] = relatives.map((id) => ({ kind: 'relative', id }));
  const { remains } = given;
  if (remains !== null && (given.remainsTyping !== null || given.markers.some((m) => !isWhole(remains[m.name])))) options.push({ kind: 'secondBone' });
  const kit = call.text('kit');
  if (kit !== undefined) {
    const names = kitMarkers()[kit] ?? refuse('cli.kit_unknown', { kit, known: Object.keys(kitMarkers()).join(', ') });
    const id = call.text('frequencies') ?? defaultTable;
    const table = shippedFrequencyTables().find((t) => t.id === id) ?? refuse('cli.frequencies_unknown', { table: id, known: shippedFrequencyTables().map((t) => t.id).join(', ') });
    const fresh = names.filter((one) => given.markers.every((m) => canonicalMarkerName(m.name) !== canonicalMarkerName(one)));
    const leftOut = fresh.flatMap((one): LinkedOut[] => closestTo(one, given.markers));
    const wanted = fresh.filter((one) => leftOut.every(({ marker }) => marker !== one));
    const markers = markersFrom({ table, mutation: stepwiseMutation, names: wanted });
    options.push({ kind: 'markers', name: `${kit} (${table.name})`, markers, linkage: linkageGroupsOf(markers.map((m) => m.name), closeCm) });
    return { options, leftOut };
  }
  return { options, leftOut: [] };
}

/** Whether all that can be seen of a genotype is seen: one allele of a man's X, else two. */
function isWhole(seen: Observation | undefined): boolean {
  return seen !== undefined && seen.length > 0 && seen.every((allele) => allele !== null);
}

function closestTo(name: string, markers: readonly Marker[]): LinkedOut[] {
  const [pair] = markers.flatMap((m) => linkedPairs([m.name, name]).filter(({ distanceCm }) => distanceCm < closeCm).map(() => ({ marker: name, keeps: m.name })));
  return pair === undefined ? [] : [pair];
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
