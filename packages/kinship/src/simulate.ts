import { KinshipError } from './kinship-error.ts';
import { checkLinkage } from './linkage/linked-likelihood.ts';
import { prepareMarker, readTheta, type PreparedMarker } from './markers/prepare-marker.ts';
import { checkTyping, typingAt } from './markers/read-evidence.ts';
import { readFamily } from './pedigree/family.ts';
import { frameOf, type Frame } from './pedigree/frame.ts';
import { defaultPolicies, type LinkageGroup, type Marker, type Observation, type Pedigree, type Profile, type ProfileTyping, type TypingModel } from './types.ts';

export interface SimulateInput {
  readonly pedigree: Pedigree;
  readonly markers: readonly Marker[];
  /** Markers that are passed on together; all others are independent. */
  readonly linkage?: readonly LinkageGroup[];
  /** F_ST: all founders are of one subpopulation, which differs from marker to marker; 0 when absent. */
  readonly theta?: number;
  /** How alleles of an individual's profile are lost or added, by id; all others are typed without error. */
  readonly typing?: Readonly<Record<string, ProfileTyping>>;
  /** Uniform numbers in [0, 1); the only source of chance, so a seeded source repeats the family. */
  readonly random: () => number;
}

/** Which of a parent's two alleles (paternal, maternal) a child gets; `sex` is the parent's. */
type Choose = (meiosis: { readonly child: number; readonly sex: 'female' | 'male'; readonly pair: readonly [number, number] }) => 0 | 1;

/**
 * Gene dropping: founders in Hardy-Weinberg proportions or with their inbreeding, with theta by the urn of Balding and Nichols, a man with one allele on the X; then each
 * child one allele of each parent through the marker's mutation model, linked markers with their recombination, monozygotic
 * twins alike. Gives the profile of every individual by id, as a laboratory would read it: a silent allele is not seen, and
 * a marker at which nothing is seen (or, on the X, the sex is not known) is absent; through a typing model the profile has the set of alleles seen, an empty one
 * too (docs/methods/dropout.md). Synthetic data only.
 * @throws KinshipError kinship.pedigree.*, kinship.marker.*, kinship.mutation.*, kinship.linkage.*, kinship.theta, kinship.typing, kinship.random
 */
export function simulateFamily(input: SimulateInput): Readonly<Record<string, Profile>> {
  const family = readFamily(input.pedigree);
  const { random, typing: models } = input;
  const theta = readTheta(input.theta);
  const groups = input.linkage ?? [];
  checkLinkage(groups, input.markers);
  const profiles: Record<string, Record<string, Observation>> = Object.fromEntries(family.ids.filter((id) => id !== '').map((id) => [id, {}]));
  const drop = (marker: Marker, choose: Choose): void => {
    const prepared = prepareMarker(marker, [], defaultPolicies);
    const frame = frameOf(family, marker.chrom);
    dropGenes(frame, prepared, { random, choose, theta }).forEach((pair, i) => {
      const id = family.ids[i] ?? '';
      const typing = typingAt(models !== undefined && Object.hasOwn(models, id) ? models[id] : undefined, marker.name);
      const seen = frame.sexUnknown[i] === 1 ? null : typing === undefined ? asSeen(prepared, pair) : asSeenThrough(typing, pair, { prepared, random });
      const profile = profiles[id];
      if (profile !== undefined && seen !== null) profile[marker.name] = seen;
    });
  };
  const linked = new Set(groups.flatMap((group) => group.markers));
  // The lesser allele for the lower half, whichever side it is from: so a seed repeats the families it gave before there was linkage.
  for (const marker of input.markers) if (!linked.has(marker.name)) drop(marker, ({ pair }) => ((random() < 0.5) === pair[0] <= pair[1] ? 0 : 1));
  for (const group of groups) {
    const chosen = { female: new Uint8Array(family.ids.length), male: new Uint8Array(family.ids.length) };
    group.markers.forEach((name, l) => {
      const marker = input.markers.find((m) => m.name === name);
      if (marker === undefined) return;
      drop(marker, ({ child, sex }) => {
        // The first marker of a group is as likely from either side; later ones change sides where the chromosome recombines.
        const changes = random() < (group.recombination[l - 1]?.[sex] ?? 0.5);
        const side = (chosen[sex][child] === 1) === changes ? 0 : 1;
        chosen[sex][child] = side;
        return side;
      });
    });
  }
  return profiles;
}

/** Everybody's genotype at one marker; second -1 for one allele. */
function dropGenes(frame: Frame, { locus }: PreparedMarker, how: { readonly random: () => number; readonly choose: Choose; readonly theta: number }): (readonly [number, number])[] {
  const { random, choose, theta } = how;
  const founderAllele = theta === 0 ? () => draw(locus.freqs, random()) : fillUrn(locus.freqs, theta, random);
  const genotypes: (readonly [number, number] | null)[] = frame.ids.map(() => null);
  const make = (person: number): readonly [number, number] => {
    const i = frame.twinOf[person] ?? person;
    const known = genotypes[i] ?? null;
    if (known !== null) return known;
    const gamete = (parent: number, sex: 'female' | 'male'): number => {
      if (parent < 0) return founderAllele();
      const pair = make(parent);
      const allele = pair[1] < 0 ? pair[0] : pair[choose({ child: i, sex, pair })];
      const matrix = locus[sex];
      return matrix === null ? allele : draw(matrix.subarray(allele * locus.k, (allele + 1) * locus.k), random());
    };
    const father = frame.father[i] ?? -1;
    const mother = frame.mother[i] ?? -1;
    const inbreeding = frame.inbreeding[i] ?? 0;
    let made: readonly [number, number];
    if (frame.haploid[i] === 1) made = [gamete(mother, 'female'), -1];
    else {
      const first = gamete(father, 'male');
      const isOneDraw = father < 0 && mother < 0 && inbreeding > 0 && random() < inbreeding;
      made = [first, isOneDraw ? first : gamete(mother, 'female')];
    }
    genotypes[i] = made;
    return made;
  };
  return frame.ids.map((_, i) => make(i));
}

/** P(next = a) goes with p(a) (1 - theta) / theta and how often a was drawn (docs/methods/theta.md). */
function fillUrn(freqs: Float64Array, theta: number, random: () => number): () => number {
  const weights = freqs.map((p) => (p * (1 - theta)) / theta);
  return () => {
    const a = draw(weights, random());
    weights[a] = (weights[a] ?? NaN) + 1;
    return a;
  };
}

/** What a laboratory reads of a genotype; null where every allele is silent. */
function asSeen({ marker, silent }: PreparedMarker, pair: readonly [number, number]): Observation | null {
  const [a, b] = [...pair].sort((x, y) => x - y).filter((x) => x >= 0 && x !== silent);
  const label = (allele: number): string => marker.alleles[allele] ?? '';
  if (a === undefined) return null;
  return pair[1] < 0 ? [label(a)] : [label(a), label(b ?? a)];
}

/** The set of alleles seen of a genotype, drawn as `readEvidence` weighs it. */
function asSeenThrough(model: TypingModel, pair: readonly [number, number], by: { readonly prepared: PreparedMarker; readonly random: () => number }): Observation {
  const { prepared: { marker, locus, silent }, random } = by;
  const { dropOut, homozygoteDropOut, dropIn } = checkTyping(model, marker.name);
  const visible = pair.filter((a) => a >= 0 && a !== silent);
  const isHomozygous = visible.length === 2 && visible[0] === visible[1];
  const seen = new Set(isHomozygous ? (random() < homozygoteDropOut ? [] : visible) : visible.filter(() => random() >= dropOut));
  if (random() < dropIn) seen.add(draw(locus.freqs.map((p, a) => (a === silent ? 0 : p)), random()));
  return [...seen].sort((x, y) => x - y).map((a) => marker.alleles[a] ?? '');
}

function draw(weights: Float64Array, u: number): number {
  if (!(u >= 0 && u < 1)) throw new KinshipError('kinship.random', { value: String(u) });
  let total = 0;
  for (const w of weights) total += w;
  let left = u * total;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i] ?? NaN;
    if (w > 0) last = i;
    left -= w;
    if (left < 0 && w > 0) return i;
  }
  return last;
}
