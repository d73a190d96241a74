import { spawnSync } from 'node:child_process';
import { lnLikelihood, seededRandom, type Marker } from '@imena/kinship';
import { bestSeconds, printTable, round } from './figures.ts';
import { drawFamily, fusion6c } from './kinship-families.ts';

/** Families that a peer can do in seconds. */
const compared = ['mother', 'one sibling', 'two siblings', 'half sibling', 'two grandparents'] as const;

/** The same likelihoods by pedprobr in the same run, where R has it; else says so. */
export function comparePeers(): void {
  const found = spawnSync('Rscript', ['-e', 'library(pedtools); library(pedmut); library(pedprobr); library(forrel); library(dvir); cat("found")'], { encoding: 'utf8' });
  if (found.error !== undefined || !found.stdout.includes('found')) {
    console.log('R with pedprobr, forrel and dvir was not found on this machine: no ratio to them is printed.');
    return;
  }
  const random = seededRandom(5);
  const rows: Record<string, Record<string, number | string>> = {};
  for (const name of compared)
    for (const mutation of ['none', 'stepwise'] as const) {
      const markers = fusion6c(mutation);
      const { pedigree, profiles, missing } = drawFamily(name, markers, random);
      const individuals = pedigree.individuals.map((i) => (i.id === 'MP' ? { ...i, profile: 'MP' } : i));
      const all = { ...profiles, MP: missing };
      const input = { pedigree: { name, individuals }, profiles: all, markers };
      const ours = lnLikelihood(input).total;
      const seconds = bestSeconds(() => void lnLikelihood(input), 200);
      const script = [
        'suppressMessages({library(pedtools); library(pedmut); library(pedprobr)})',
        `x = ped(id = c(${individuals.map((i) => `"${i.id}"`).join()}), fid = c(${individuals.map((i) => `"${i.father ?? '0'}"`).join()}), mid = c(${individuals.map((i) => `"${i.mother ?? '0'}"`).join()}), sex = c(${individuals.map((i) => (i.sex === 'male' ? 1 : 2)).join()}))`,
        ...markers.map((m) => markerInR(m, all)),
        'n = 0; begin = proc.time()[["elapsed"]]',
        'repeat { value = sum(likelihood(x, logbase = exp(1))); n = n + 1; passed = proc.time()[["elapsed"]] - begin; if (passed > 1) break }',
        'cat(sprintf("%.17g %.17g", value, passed / n))',
      ].join('\n');
      const run = spawnSync('Rscript', ['-'], { input: script, encoding: 'utf8' });
      const [value = NaN, peerSeconds = NaN] = run.stdout.trim().split(' ').map(Number);
      rows[`${name}, ${mutation}`] = run.status === 0
        ? { 'ours, ms': round(seconds * 1e3, 3), 'pedprobr, ms': round(peerSeconds * 1e3, 3), ratio: Math.round(peerSeconds / seconds), 'difference of ln': Math.abs(value - ours) }
        : { 'ours, ms': round(seconds * 1e3, 3), 'pedprobr, ms': run.stderr.trim().split('\n').at(-1) ?? 'failed' };
    }
  printTable('One likelihood of 23 markers beside pedprobr on this machine:', rows);
}

/** A marker in the words of pedtools, with the genotypes of the typed. */
function markerInR(marker: Marker, profiles: Readonly<Record<string, Readonly<Record<string, readonly (string | null)[]>>>>): string {
  const list = (items: readonly (string | number)[]): string => `c(${items.map((i) => (typeof i === 'string' ? `"${i}"` : i)).join()})`;
  const alleles = list(marker.alleles);
  const frequencies = list(marker.freqs);
  const genotypes = Object.entries(profiles).map(([id, profile]) => `"${id}" = "${(profile[marker.name] ?? []).join('/')}"`);
  const { female, male } = marker.mutation ?? {};
  const sexes = (of: 'rate' | 'rate2' | 'range'): string => `list(female = ${female?.[of] ?? 0}, male = ${male?.[of] ?? 0})`;
  const model = marker.mutation === null ? '' : `, mutmod = mutationModel("stepwise", alleles = ${alleles}, afreq = ${frequencies}, rate = ${sexes('rate')}, rate2 = ${sexes('rate2')}, range = ${sexes('range')})`;
  return `x = addMarker(x, ${genotypes.join(', ')}, alleles = ${alleles}, afreq = ${frequencies}, name = "${marker.name}"${model})`;
}
