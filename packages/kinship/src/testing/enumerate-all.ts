import { mutationMatrix } from '../mutation/mutation-matrix.ts';
import type { Marker, MutationModel, Observation, Pedigree, Profiles, TypingModel } from '../types.ts';

/** What the second oracle sums: several linked markers, the X chromosome, silent alleles, inbred founders, twins, lost alleles, theta. */
export interface AllInput {
  readonly pedigree: Pedigree;
  readonly profiles: Profiles;
  readonly markers: readonly Marker[];
  readonly theta: number;
  /** Between each marker and the next; the sexes differ. */
  readonly recombination: readonly { readonly female: number; readonly male: number }[];
  readonly typing: Readonly<Record<string, TypingModel>>;
}

/** Genotypes of one person by marker; second -1 for one allele. */
type Genotypes = readonly (readonly [number, number])[];

/**
 * P(profiles | pedigree) as the plain compensated sum over everybody's ordered genotypes at all markers at once. Shares no code
 * with the engine but the mutation matrices of the visible alleles. Individuals come parents first, twins after each other.
 */
export function enumerateAll(input: AllInput): number {
  const { pedigree, markers, theta } = input;
  const people = pedigree.individuals;
  const at = new Map(people.map((p, i) => [p.id, i]));
  const onX = markers[0]?.chrom === 'X';
  const matrices = markers.map((m) => ({ female: matrixOf(m, 'female'), male: matrixOf(m, 'male') }));
  const counts = markers.map((m) => m.alleles.map(() => 0));
  const state: Genotypes[] = [];
  let sum = 0;
  let lost = 0;
  const pick = (l: number, allele: number): number => {
    const n = (counts[l] ?? []).reduce((x, y) => x + y, 0);
    return ((counts[l]?.[allele] ?? NaN) * theta + (1 - theta) * (markers[l]?.freqs[allele] ?? NaN)) / (1 + (n - 1) * theta);
  };
  const count = (l: number, alleles: readonly number[], by: number): void => {
    for (const a of alleles) {
      const own = counts[l];
      if (own !== undefined) own[a] = (own[a] ?? NaN) + by;
    }
  };
  const gamete = (parent: Genotypes, sex: 'female' | 'male', passed: readonly number[]): number => {
    const haploid = parent[0]?.[1] === -1;
    // Sum over which allele is passed on at the last marker so far, carried along the chromosome.
    let chosen = haploid ? [1] : [0.5, 0.5];
    passed.forEach((c, l) => {
      if (l > 0 && !haploid) {
        const r = input.recombination[l - 1]?.[sex] ?? NaN;
        const [a = NaN, b = NaN] = chosen;
        chosen = [a * (1 - r) + b * r, a * r + b * (1 - r)];
      }
      chosen = chosen.map((p, which) => p * (matrices[l]?.[sex][parent[l]?.[which] ?? -1]?.[c] ?? NaN));
    });
    return chosen.reduce((x, y) => x + y, 0);
  };
  const walk = (i: number, probability: number): void => {
    if (probability === 0) return;
    const person = people[i];
    if (person === undefined) {
      const y = probability - lost;
      const next = sum + y;
      lost = next - sum - y;
      sum = next;
      return;
    }
    const haploid = onX && person.sex === 'male';
    const twin = pedigree.monozygotic?.find((group) => group.includes(person.id))?.find((id) => (at.get(id) ?? i) < i);
    const seen = (genotypes: Genotypes): number => markers.reduce((p, m, l) => p * observe(input, { person: person.profile, marker: m, genotype: genotypes[l] ?? [-1, -1] }), 1);
    const goOn = (genotypes: Genotypes, p: number): void => {
      state[i] = genotypes;
      walk(i + 1, p === 0 ? 0 : probability * p * seen(genotypes));
    };
    if (twin !== undefined) {
      goOn(state[at.get(twin) ?? -1] ?? [], 1);
      return;
    }
    const mother = person.mother === null ? null : (state[at.get(person.mother) ?? -1] ?? null);
    const father = person.father === null ? null : (state[at.get(person.father) ?? -1] ?? null);
    if (mother === null || father === null) {
      const given = pedigree.founderInbreeding?.[person.id];
      drawFounder({ haploid, f: (onX ? given?.x : given?.autosomal) ?? 0 }, goOn);
      return;
    }
    forAll(markers.map((m) => pairs(m.alleles.length, haploid)), (genotypes) => {
      const maternal = gamete(mother, 'female', genotypes.map((g) => (haploid ? g[0] : g[1])));
      goOn(genotypes, maternal === 0 || haploid ? maternal : maternal * gamete(father, 'male', genotypes.map((g) => g[0])));
    });
  };
  const drawFounder = (how: { haploid: boolean; f: number }, goOn: (genotypes: Genotypes, p: number) => void): void => {
    const choose = (l: number, genotypes: [number, number][], p: number): void => {
      const marker = markers[l];
      if (p === 0) return;
      if (marker === undefined) {
        goOn([...genotypes], p);
        return;
      }
      for (const [a, b] of pairs(marker.alleles.length, how.haploid)) {
        const first = pick(l, a);
        if (b < 0 || (how.f > 0 && a === b)) {
          count(l, [a], 1);
          choose(l + 1, [...genotypes, [a, b]], p * first * (b < 0 ? 1 : how.f));
          count(l, [a], -1);
        }
        if (b < 0) continue;
        count(l, [a], 1);
        const second = pick(l, b);
        count(l, [b], 1);
        choose(l + 1, [...genotypes, [a, b]], p * first * second * (1 - how.f));
        count(l, [a, b], -1);
      }
    };
    choose(0, [], 1);
  };
  walk(0, 1);
  return sum;
}

function pairs(k: number, haploid: boolean): [number, number][] {
  const all = Array.from({ length: k }, (_, a) => a);
  return haploid ? all.map((a) => [a, -1]) : all.flatMap((a) => all.map((b): [number, number] => [a, b]));
}

function forAll(choices: readonly (readonly [number, number][])[], each: (chosen: [number, number][]) => void, chosen: [number, number][] = []): void {
  const next = choices[chosen.length];
  if (next === undefined) each(chosen);
  else for (const choice of next) forAll(choices, each, [...chosen, choice]);
}

/** Rows by parental allele; a silent allele stays what it is. */
function matrixOf(marker: Marker, sex: 'female' | 'male'): number[][] {
  const { alleles, freqs, silent } = marker;
  const model: MutationModel | undefined = marker.mutation?.[sex];
  const rows = alleles.map((_, i) => alleles.map((_x, j): number => (i === j ? 1 : 0)));
  if (model === undefined) return rows;
  const visible = alleles.flatMap((a, i) => (a === silent ? [] : [i]));
  const sum = visible.reduce((x, i) => x + (freqs[i] ?? NaN), 0);
  const matrix = mutationMatrix(model, visible.map((i) => alleles[i] ?? ''), visible.map((i) => (freqs[i] ?? NaN) / sum));
  visible.forEach((i, x) => {
    visible.forEach((j, y) => {
      const row = rows[i];
      if (row !== undefined) row[j] = matrix[x * visible.length + y] ?? NaN;
    });
  });
  return rows;
}

/** P(observation | genotype), with a typing model by walking through what drops out and what drops in. */
function observe(input: AllInput, of: { person: string | undefined; marker: Marker; genotype: readonly [number, number] }): number {
  const { marker, genotype } = of;
  const seen: Observation | undefined = of.person === undefined ? undefined : input.profiles[of.person]?.[marker.name];
  if (of.person === undefined || seen === undefined) return 1;
  const label = (a: number): string | null => (a < 0 || marker.alleles[a] === marker.silent ? null : (marker.alleles[a] ?? null));
  const shown = [...new Set(genotype.map(label))].filter((x) => x !== null);
  const typing = input.typing[of.person];
  if (typing === undefined) {
    const [s, t] = seen;
    if (seen.length === 2 && t === null) return shown.includes(s ?? '') ? 1 : 0;
    const wanted = new Set(seen.filter((x) => x !== null));
    if (genotype[1] < 0) return shown.length === 1 && wanted.has(shown[0] ?? '') ? 1 : 0;
    return shown.length === wanted.size && shown.every((x) => wanted.has(x)) ? 1 : 0;
  }
  const wanted = [...new Set(seen.filter((x) => x !== null))].sort().join();
  const isHomozygote = genotype[1] >= 0 && genotype[0] === genotype[1];
  const d = isHomozygote ? (typing.homozygoteDropOut ?? typing.dropOut ** 2) : typing.dropOut;
  const c = typing.dropIn ?? 0;
  const visible = marker.alleles.filter((a) => a !== marker.silent);
  const total = visible.reduce((x, a) => x + (marker.freqs[marker.alleles.indexOf(a)] ?? NaN), 0);
  let out = 0;
  for (let kept = 0; kept < 2 ** shown.length; kept++) {
    const left = shown.filter((_, i) => (kept >> i) & 1);
    const p = shown.reduce((x, _, i) => x * ((kept >> i) & 1 ? 1 - d : d), 1);
    if ([...left].sort().join() === wanted) out += p * (1 - c);
    for (const a of visible) if ([...new Set([...left, a])].sort().join() === wanted) out += (p * c * (marker.freqs[marker.alleles.indexOf(a)] ?? NaN)) / total;
  }
  return out;
}
