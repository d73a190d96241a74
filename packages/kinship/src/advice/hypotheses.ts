import { evaluateLn, evaluateTable } from '../engine/evaluate.ts';
import { certain, entryOf, type Evidence } from '../engine/evidence.ts';
import { genotypeProbability } from '../engine/founders.ts';
import { observationsOf, readFamilyEvidence } from '../likelihood-evidence.ts';
import { readTheta, type PreparedMarker } from '../markers/prepare-marker.ts';
import { readEvidence, typingAt } from '../markers/read-evidence.ts';
import type { Family } from '../pedigree/family.ts';
import { frameOf } from '../pedigree/frame.ts';
import { withStrangers } from '../pedigree/with-strangers.ts';
import type { Profile, Profiles, ProfileTyping, Settings } from '../types.ts';

export interface OutcomeInput {
  readonly family: Family;
  readonly target: number;
  readonly marker: PreparedMarker;
  /** The marker without mutation: exclusion is judged without it. */
  readonly strict: PreparedMarker;
  readonly profiles: Profiles;
  readonly remains: Profile | null;
  readonly remainsTyping: ProfileTyping | undefined;
  readonly settings: Settings;
}

/** A relative taken as typed. */
export interface Added {
  readonly person: number;
  readonly genotype: readonly [number, number];
}

/** One hypothesis about the remains at one marker: they are the missing person, or a stranger. All natural logarithms. */
export interface Hypothesis {
  /** P(references, remains). */
  readonly ln: (seen: Evidence) => number;
  /** P(references, remains = each genotype). */
  readonly remains: () => Float64Array;
  /** P(references, remains, relative = each genotype). */
  readonly relative: (person: number, seen: Evidence) => Float64Array;
}

export interface Hypotheses {
  /** What the remains show at the marker; null where they lack it. */
  readonly seen: Evidence | null;
  readonly isSomebodyTyped: boolean;
  readonly lnReferences: number;
  /** ln P(references, relative = each genotype). */
  readonly relative: (person: number) => Float64Array;
  readonly related: Hypothesis;
  readonly unrelated: Hypothesis;
  readonly genotypes: (person: number) => readonly (readonly [number, number])[];
}

/** What the remains show at the marker; null where they lack it. */
export function seenOf({ family, target, marker, remains, remainsTyping }: OutcomeInput): Evidence | null {
  const { name, chrom } = marker.marker;
  const observation = remains === null || !Object.hasOwn(remains, name) ? undefined : remains[name];
  return readEvidence(marker, { observation, haploid: frameOf(family, chrom).haploid[target] === 1, typing: typingAt(remainsTyping, name) });
}

/** Both hypotheses at a marker, with a relative more where one is given. With theta a stranger is of the family's subpopulation. */
export function hypothesesOf(input: OutcomeInput, added: Added | null = null): Hypotheses {
  const { family, target, marker } = input;
  const { locus, moments } = marker;
  const { name, chrom } = marker.marker;
  const theta = readTheta(input.settings.theta);
  const frame = frameOf(family, chrom);
  const known = readFamilyEvidence(family, marker, { seen: observationsOf(family, input.profiles, name), settings: input.settings }).evidence;
  const references = added === null ? known : known.with(added.person, certain([[added.genotype[0], added.genotype[1]]]));
  const common = { locus, theta, moments };
  const genotypes = (person: number): readonly (readonly [number, number])[] => allGenotypes(locus.k, frame.haploid[person] === 1);
  const related: Hypothesis = {
    ln: (seen) => evaluateLn({ ...common, frame, evidence: references.with(target, seen) }),
    remains: () => evaluateTable({ ...common, frame, evidence: references }, target),
    relative: (person, seen) => evaluateTable({ ...common, frame, evidence: references.with(target, seen) }, person),
  };
  const relative = (person: number): Float64Array => evaluateTable({ ...common, frame, evidence: references }, person);
  const lnReferences = evaluateLn({ ...common, frame, evidence: references });
  return {
    seen: seenOf(input),
    isSomebodyTyped: references.some((e) => e !== null),
    lnReferences,
    relative,
    related,
    unrelated: theta > 0 ? ofSubpopulation() : apart(),
    genotypes,
  };

  function ofSubpopulation(): Hypothesis {
    const wide = frameOf(withStrangers(family, [family.sex[target] ?? 'unknown']), chrom);
    const stranger = family.ids.length;
    return {
      ln: (seen) => evaluateLn({ ...common, frame: wide, evidence: [...references, seen] }),
      remains: () => evaluateTable({ ...common, frame: wide, evidence: [...references, null] }, stranger),
      relative: (person, seen) => evaluateTable({ ...common, frame: wide, evidence: [...references, seen] }, person),
    };
  }

  /** Without theta a stranger's genotype is independent of the family. */
  function apart(): Hypothesis {
    const lnStranger = Float64Array.from(genotypes(target), ([a, b]) => Math.log(genotypeProbability(locus.freqs, { a, b })));
    const lnOf = (seen: Evidence): number => {
      let sum = 0;
      seen.first.forEach((a, i) => {
        sum += (seen.weight[i] ?? NaN) * Math.exp(lnStranger[entryOf(a, seen.second[i] ?? -1)] ?? NaN);
      });
      return Math.log(sum);
    };
    const tables = new Map<number, Float64Array>();
    return {
      ln: (seen) => lnReferences + lnOf(seen),
      remains: () => lnStranger.map((x) => lnReferences + x),
      relative: (person, seen) => {
        const table = tables.get(person) ?? relative(person);
        tables.set(person, table);
        const ln = lnOf(seen);
        return table.map((x) => x + ln);
      },
    };
  }
}

export function allGenotypes(k: number, haploid: boolean): (readonly [number, number])[] {
  const out: (readonly [number, number])[] = [];
  for (let b = 0; b < k; b++) {
    if (haploid) out.push([b, -1]);
    else for (let a = 0; a <= b; a++) out.push([a, b]);
  }
  return out;
}
