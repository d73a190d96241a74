import { certainly, entryOf, type Evidence } from '../engine/evidence.ts';
import { genotypeProbability } from '../engine/founders.ts';
import { KinshipError } from '../kinship-error.ts';
import { observationsOf, readFamilyEvidence } from '../likelihood-evidence.ts';
import { makeLinkedDraws, type KeptTables, type LinkedDraws } from '../linkage/linked-table.ts';
import { readTheta } from '../markers/prepare-marker.ts';
import { frameOf } from '../pedigree/frame.ts';
import { withStrangers } from '../pedigree/with-strangers.ts';
import type { LinkageGroup } from '../types.ts';
import { allGenotypes, seenOf, type OutcomeInput } from './hypotheses.ts';
import { excludedShare, isOneGenotype, memoised, once, ratio, settled, type Outcomes } from './outcomes.ts';
import { sampler, type Sampler } from './sampler.ts';

/** Linked markers of a case, in their order along the chromosome. */
export interface LinkedInput {
  readonly inputs: readonly OutcomeInput[];
  readonly recombination: LinkageGroup['recombination'];
}

/** Multiplications for the tables that are made once. */
const mostOnce = 1e8;
/** The same for those made for every genotype of a relative that is drawn. */
const mostEach = 1e6;

/** Genotypes drawn at every marker of the group, as numbers in the order of `entryOf`. */
type Drawn = readonly number[];
type Seen = readonly (Evidence | null)[];

/** The case as it stands; null where the tables would be too large. */
export function linkedNow(group: LinkedInput): Outcomes | null {
  const g = openGroup(group);
  const both = g.ofRemains(null);
  if (both === null) return null;
  const { remains } = g;
  if (remains === null) return g.completing(both, g.nothing);
  if (remains.every((seen) => seen === null)) return { ifTrue: settled, ifFalse: settled, lnLr: () => 0, excluded: once(() => g.excluded(null)) };
  const lnLr = ratio(both.related.ln(remains), both.unrelated.ln(remains));
  return { ifTrue: settled, ifFalse: settled, lnLr: () => lnLr, excluded: once(() => g.excluded(null)) };
}

/** A second bone: markers among `wanted` are seen anew where the remains do not show one genotype for certain. */
export function linkedBone(group: LinkedInput, isWanted: (marker: string) => boolean): Outcomes | null {
  const g = openGroup(group);
  const both = g.ofRemains(null);
  return both === null ? null : g.completing(both, g.remains ?? g.nothing, isWanted);
}

/** A further relative: genotypes at all markers of the group together, given the references and what the remains show. */
export function linkedRelative(group: LinkedInput, relative: number): Outcomes | null {
  const g = openGroup(group);
  const excluded = (drawn: Drawn): number => g.excluded({ person: relative, drawn });
  const { remains } = g;
  if (remains !== null) {
    const related = g.draws({ person: relative, fixed: [[g.target, remains]], frame: 'family', most: mostOnce });
    const unrelated = g.isApart ? g.draws({ person: relative, fixed: [], frame: 'family', most: mostOnce }) : g.draws({ person: relative, fixed: [[g.stranger, remains]], frame: 'wide', most: mostOnce });
    if (related === null || unrelated === null) return null;
    const lnStranger = g.isApart ? g.lnStranger(remains) : 0;
    const isSeen = remains.some((seen) => seen !== null);
    const numbered = makeNumbers();
    const draw = (draws: LinkedDraws): Sampler => {
      const next = g.drawAll(draws, relative, g.nothing);
      return (random) => numbered.of(next(random));
    };
    return {
      ifTrue: draw(related), ifFalse: draw(unrelated),
      lnLr: memoised((outcome) => (isSeen ? ratio(related.ln(g.seenAs(relative, numbered.at(outcome))), unrelated.ln(g.seenAs(relative, numbered.at(outcome))) + lnStranger) : 0)),
      excluded: memoised((outcome) => excluded(numbered.at(outcome))),
    };
  }
  // The relative is as likely under both hypotheses while the remains are not known: drawn first, the remains given it.
  const first = g.draws({ person: relative, fixed: [], frame: 'family', most: mostOnce });
  // Two different alleles, whose phase is not known, take most.
  const likely = g.inputs.map(({ marker: { locus } }) => (locus.k > 1 ? 1 : 0));
  if (first === null || g.ofRemains([relative, g.seenAs(relative, likely)]) === null) return null;
  const numbered = makeNumbers();
  const drawRelative = g.drawAll(first, relative, g.nothing);
  const relatives = makeNumbers();
  const given = memoised((r) => {
    const both = g.ofRemains([relative, g.seenAs(relative, relatives.at(r))]);
    if (both === null) throw new KinshipError('kinship.not_a_number');
    return { both, ifTrue: g.drawAll(both.related, g.target, g.nothing), ifFalse: g.drawAll(both.unrelated, g.target, g.nothing) };
  });
  const draw = (which: 'ifTrue' | 'ifFalse'): Sampler => (random) => {
    const r = relatives.of(drawRelative(random));
    return numbered.of([r, ...given(r)[which](random)]);
  };
  return {
    ifTrue: draw('ifTrue'), ifFalse: draw('ifFalse'),
    lnLr: memoised((outcome) => {
      const [r = 0, ...drawn] = numbered.at(outcome);
      const seen = g.seenAs(g.target, drawn);
      return ratio(given(r).both.related.ln(seen), given(r).both.unrelated.ln(seen));
    }),
    excluded: memoised((outcome) => excluded(relatives.at(numbered.at(outcome)[0] ?? 0))),
  };
}

interface Both {
  readonly related: LinkedDraws;
  readonly unrelated: LinkedDraws;
}

interface Asked {
  readonly person: number;
  readonly fixed: readonly (readonly [number, Seen])[];
  /** `wide`: with the stranger beside the family, of one subpopulation. */
  readonly frame: 'family' | 'wide';
  readonly most: number;
}

/** What the options of one group have in common. */
function openGroup({ inputs, recombination }: LinkedInput) {
  const [first] = inputs;
  if (first === undefined) throw new KinshipError('kinship.not_a_number');
  const { family, target, settings } = first;
  const theta = readTheta(settings.theta);
  const frames = { family: frameOf(family, first.marker.marker.chrom), wide: frameOf(withStrangers(family, [family.sex[target] ?? 'unknown']), first.marker.marker.chrom) };
  const stranger = family.ids.length;
  const references = inputs.map((input) => readFamilyEvidence(family, input.marker, { seen: observationsOf(family, input.profiles, input.marker.marker.name), settings }).evidence);
  const nothing: Seen = inputs.map(() => null);
  const remains = first.remains === null ? null : inputs.map(seenOf);
  const isHaploid = (person: number): boolean => frames.wide.haploid[person] === 1;
  const [ofOne, ofTwo] = (['one', 'two'] as const).map((copies) => inputs.map(({ marker: { locus } }) => allGenotypes(locus.k, copies === 'one')));
  const genotypesAt = (l: number, person: number): readonly (readonly [number, number])[] => (isHaploid(person) ? ofOne : ofTwo)?.[l] ?? [];
  const seenAs = (person: number, drawn: Drawn): Seen => drawn.map((g, l) => certainly(...(genotypesAt(l, person)[g] ?? [-1, -1])));

  /** Tables of one marker are the same whatever a relative shows at the others. */
  const kept = new Map<string, KeptTables>();
  const draws = ({ person, fixed, frame, most }: Asked): LinkedDraws | null => {
    const key = [frame, person, ...fixed.map(([who]) => who)].join(' ');
    const own = kept.get(key) ?? new Map<string, Float64Array>();
    kept.set(key, own);
    return makeLinkedDraws({
      frame: frames[frame], target: person, recombination, theta,
      loci: inputs.map(({ marker: { locus } }, l) => {
        const evidence = [...(references[l] ?? []), ...(frame === 'wide' ? [null] : [])];
        for (const [who, seen] of fixed) evidence[who] = seen[l] ?? null;
        return { locus, evidence };
      }),
    }, most, own);
  };

  /** P(genotype) of a stranger at each marker, without theta. */
  const shares = inputs.map(({ marker: { locus } }, l) => Float64Array.from(genotypesAt(l, stranger), ([a, b]) => genotypeProbability(locus.freqs, { a, b })));
  const shareOf = (l: number, seen: Evidence | null): number => (seen === null ? 1 : seen.weight.reduce((sum, w, i) => sum + w * (shares[l]?.[entryOf(seen.first[i] ?? -1, seen.second[i] ?? -1)] ?? NaN), 0));
  const lnStranger = (seen: Seen): number => seen.reduce((sum, e, l) => sum + Math.log(shareOf(l, e)), 0);

  /** The tables of the remains under both hypotheses, a relative taken as typed where one is given. */
  const ofRemains = (relative: readonly [number, Seen] | null): Both | null => {
    const fixed = relative === null ? [] : [relative];
    const most = relative === null ? mostOnce : mostEach;
    const related = draws({ person: target, fixed, frame: 'family', most });
    if (related === null) return null;
    if (theta > 0) {
      const unrelated = draws({ person: stranger, fixed, frame: 'wide', most });
      return unrelated === null ? null : { related, unrelated };
    }
    const lnReferences = related.ln(nothing);
    return { related, unrelated: { genotypes: (l) => shares[l] ?? new Float64Array(0), ln: (seen) => lnReferences + lnStranger(seen) } };
  };

  /** Draws a person's genotypes marker after marker, each given those before; `known` is what is seen of them already. */
  const drawAll = (of: LinkedDraws, person: number, known: Seen): ((random: () => number) => Drawn) => {
    const samplers = new Map<string, Sampler>();
    const next = (drawn: Drawn): Sampler => {
      const key = drawn.join();
      const held = samplers.get(key);
      if (held !== undefined) return held;
      const l = drawn.length;
      const fits = known[l] ?? null;
      const weights = of.genotypes(l, [...seenAs(person, drawn), null, ...known.slice(l + 1)]);
      const made = sampler((fits === null ? weights : weighedBy(weights, fits)).map(Math.log));
      samplers.set(key, made);
      return made;
    };
    return (random) => inputs.reduce<number[]>((drawn) => [...drawn, next(drawn)(random)], []);
  };

  /** P(a stranger is excluded at one of the markers), which are independent for a stranger. */
  const excluded = (added: { readonly person: number; readonly drawn: Drawn } | null): number =>
    1 - inputs.reduce((passes, _, l) => passes * (1 - (added === null ? alone(l) : beside(l, added.person, added.drawn[l] ?? 0))), 1);
  const alone = memoised((l) => excludedShare(inputs[l] ?? first, null));
  const known = new Map<string, number>();
  const beside = (l: number, person: number, g: number): number => {
    const key = `${String(l)} ${String(person)} ${String(g)}`;
    const share = known.get(key) ?? excludedShare(inputs[l] ?? first, { person, genotype: genotypesAt(l, person)[g] ?? [0, 0] });
    known.set(key, share);
    return share;
  };

  /** The remains seen anew at the markers that are wanted and not certain; elsewhere they stay as they are. */
  const completing = (both: Both, seen: Seen, isWanted: (marker: string) => boolean = () => true): Outcomes => {
    const isNew = inputs.map((input, l) => isWanted(input.marker.marker.name) && !isOneGenotype(seen[l] ?? null));
    const numbered = makeNumbers();
    const draw = (of: LinkedDraws): Sampler => {
      const all = drawAll(of, target, seen);
      return (random) => numbered.of(all(random).map((g, l) => (isNew[l] === true ? g : -1)));
    };
    const seenAfter = (drawn: Drawn): Seen => seenAs(target, drawn.map((g) => Math.max(0, g))).map((e, l) => (isNew[l] === true ? e : (seen[l] ?? null)));
    return {
      ifTrue: draw(both.related), ifFalse: draw(both.unrelated),
      lnLr: memoised((outcome) => ratio(both.related.ln(seenAfter(numbered.at(outcome))), both.unrelated.ln(seenAfter(numbered.at(outcome))))),
      excluded: once(() => excluded(null)),
    };
  };

  return { inputs, target, stranger, remains, nothing, isApart: theta === 0, draws, ofRemains, drawAll, seenAs, lnStranger, excluded, completing };
}

function weighedBy(weights: Float64Array, { first, second, weight }: Evidence): Float64Array {
  const out = new Float64Array(weights.length);
  first.forEach((a, i) => {
    const entry = entryOf(a, second[i] ?? -1);
    out[entry] = (weights[entry] ?? NaN) * (weight[i] ?? NaN);
  });
  return out;
}

/** Lists of numbers as one number each. */
function makeNumbers(): { readonly of: (list: Drawn) => number; readonly at: (number: number) => Drawn } {
  const numbers = new Map<string, number>();
  const lists: Drawn[] = [];
  return {
    of: (list) => {
      const key = list.join();
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, lists.length);
      return lists.push(list) - 1;
    },
    at: (number) => lists[number] ?? [],
  };
}
