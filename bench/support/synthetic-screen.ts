import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { prepareScreenMarkers, type Marker } from '@imena/kinship';
import { makeRandom } from '@imena/synth';

/** Shapes of synthetic families: people as (father, mother) by number, -1 for none; the missing person is M. */
const shapes: readonly { readonly name: string; readonly people: readonly (readonly [string, number, number, 'M' | 'F'])[]; readonly typed: readonly number[]; readonly missing: number }[] = [
  { name: 'mother', people: [['father', -1, -1, 'M'], ['mother', -1, -1, 'F'], ['missing', 0, 1, 'M']], typed: [1], missing: 2 },
  { name: 'father and mother', people: [['father', -1, -1, 'M'], ['mother', -1, -1, 'F'], ['missing', 0, 1, 'M']], typed: [0, 1], missing: 2 },
  { name: 'sibling', people: [['father', -1, -1, 'M'], ['mother', -1, -1, 'F'], ['missing', 0, 1, 'M'], ['sister', 0, 1, 'F']], typed: [3], missing: 2 },
  { name: 'mother and sibling', people: [['father', -1, -1, 'M'], ['mother', -1, -1, 'F'], ['missing', 0, 1, 'M'], ['brother', 0, 1, 'M']], typed: [1, 3], missing: 2 },
  { name: 'two siblings', people: [['father', -1, -1, 'M'], ['mother', -1, -1, 'F'], ['missing', 0, 1, 'M'], ['brother', 0, 1, 'M'], ['sister', 0, 1, 'F']], typed: [3, 4], missing: 2 },
  { name: 'child and wife', people: [['missing', -1, -1, 'M'], ['wife', -1, -1, 'F'], ['son', 0, 1, 'M']], typed: [1, 2], missing: 0 },
  { name: 'two children, wife and mother', people: [['father', -1, -1, 'M'], ['mother', -1, -1, 'F'], ['missing', 0, 1, 'M'], ['wife', -1, -1, 'F'], ['son', 2, 3, 'M'], ['daughter', 2, 3, 'F']], typed: [1, 3, 4, 5], missing: 2 },
  { name: 'half sibling', people: [['father', -1, -1, 'M'], ['mother', -1, -1, 'F'], ['missing', 0, 1, 'M'], ['stepfather', -1, -1, 'M'], ['half-brother', 3, 1, 'M']], typed: [4], missing: 2 },
];

export interface SyntheticScreen {
  readonly remainsFile: string;
  readonly familiesFile: string;
  readonly markers: readonly Marker[];
  readonly remains: number;
  readonly missing: number;
  readonly seed: number;
  /** Every so many-th missing person is among the remains, as long as there are remains. */
  readonly trueEvery: number;
}

/** Writes synthetic remains and families (gene dropping; every name says that it is synthetic) as files for `imena screen`. */
export async function writeSyntheticScreen(input: SyntheticScreen): Promise<void> {
  const { markers } = input;
  const random = makeRandom(input.seed);
  const ready = prepareScreenMarkers(markers, { outsideAllele: { kind: 'refuse' }, normalisation: 'asGiven' });
  const draws = ready.map(({ prepared: { locus } }) => ({
    founder: cumulative(locus.freqs, 1),
    male: locus.male === null ? null : cumulative(locus.male, locus.k),
    female: locus.female === null ? null : cumulative(locus.female, locus.k),
    k: locus.k,
  }));
  const columns = markers.map((m) => `${m.name} 1,${m.name} 2`).join(',');
  const labels = ready.map(({ prepared }) => prepared.marker.alleles);
  const text = (genotypes: Int32Array): string => {
    let out = '';
    for (let m = 0; m < labels.length; m++) out += `,${labels[m]?.[genotypes[2 * m] ?? 0] ?? ''},${labels[m]?.[genotypes[2 * m + 1] ?? 0] ?? ''}`;
    return out;
  };
  const empty = ','.repeat(2 * markers.length);
  const person = (parents: readonly [Int32Array, Int32Array] | null): Int32Array => {
    const out = new Int32Array(2 * markers.length);
    draws.forEach((d, m) => {
      if (parents === null) {
        out[2 * m] = draw(d.founder, 0, d.k, random.next());
        out[2 * m + 1] = draw(d.founder, 0, d.k, random.next());
        return;
      }
      parents.forEach((parent, side) => {
        const allele = parent[2 * m + (random.next() < 0.5 ? 0 : 1)] ?? 0;
        const matrix = side === 0 ? d.male : d.female;
        out[2 * m + side] = matrix === null ? allele : draw(matrix, allele * d.k, d.k, random.next());
      });
    });
    return out;
  };
  const remains = createWriteStream(input.remainsFile);
  remains.write(`sample,sex,${columns}\n`);
  const families = createWriteStream(input.familiesFile);
  families.write(`family,person,father,mother,sex,missing,${columns}\n`);
  let written = 0;
  for (let f = 0; f < input.missing; f++) {
    const shape = shapes[f % shapes.length];
    if (shape === undefined) continue;
    const people: Int32Array[] = [];
    for (const [, father, mother] of shape.people) {
      const parents = [people[father], people[mother]] as const;
      people.push(person(parents[0] !== undefined && parents[1] !== undefined ? [parents[0], parents[1]] : null));
    }
    const lines = shape.people.map(([name, father, mother, sex], i) => {
      const parent = (p: number): string => shape.people[p]?.[0] ?? '';
      const alleles = shape.typed.includes(i) ? text(people[i] ?? new Int32Array(0)) : empty;
      return `synthetic-${f},${name},${parent(father)},${parent(mother)},${sex},${i === shape.missing ? 'yes' : ''}${alleles}\n`;
    });
    if (!families.write(lines.join(''))) await once(families, 'drain');
    const found = people[shape.missing];
    if (f % input.trueEvery === 0 && written < input.remains && found !== undefined) {
      remains.write(`synthetic-R${written}-of-${f},M${text(found)}\n`);
      written += 1;
    }
  }
  for (; written < input.remains; written++) if (!remains.write(`synthetic-R${written},M${text(person(null))}\n`)) await once(remains, 'drain');
  await Promise.all([remains, families].map((stream) => new Promise<void>((resolve) => stream.end(resolve))));
}

function cumulative(weights: Float64Array, rows: number): Float64Array {
  const out = weights.slice();
  const width = weights.length / rows;
  for (let r = 0; r < rows; r++) for (let c = 1; c < width; c++) out[r * width + c] = (out[r * width + c - 1] ?? 0) + (weights[r * width + c] ?? 0);
  return out;
}

function draw(sums: Float64Array, from: number, k: number, u: number): number {
  for (let a = 0; a < k - 1; a++) if (u < (sums[from + a] ?? 1)) return a;
  return k - 1;
}
