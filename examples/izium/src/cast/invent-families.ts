import { inventFamily, shuffledSurnames, type FamilyPlan, type FamilyShape, type Random, type SynthFamily, type Surname, type SynthPerson } from '@imena/synth';

/** Stations of the tour that need a family of their own. */
export type TourKey = 'clear' | 'contradiction' | 'brothers' | 'markerNamed' | 'markerTrue' | 'twoBags' | 'reportedTwice' | 'cousinOnly' | 'refused' | 'withdrawn';

/** Whether the family's samples came: with consent, refused, withdrawn after typing, or nobody asked yet. */
export type SampleState = 'typed' | 'refused' | 'withdrawn' | 'not_asked';

export interface CastFamily {
  readonly number: number;
  readonly key: TourKey | null;
  readonly sampleState: SampleState;
  readonly family: SynthFamily;
}

/** A missing person of the cast: a member of a family. */
export interface CastMissing {
  readonly number: number;
  readonly family: CastFamily;
  readonly memberId: string;
  readonly person: SynthPerson;
}

interface Wanted {
  readonly shape: FamilyShape;
  readonly key?: TourKey;
  readonly sampleState?: SampleState;
  readonly sex?: 'male' | 'female';
}

const tourFamilies: readonly Wanted[] = [
  { shape: 'both_parents', key: 'clear', sex: 'male' },
  { shape: 'both_parents', key: 'contradiction', sex: 'male' },
  { shape: 'two_missing_brothers', key: 'brothers', sex: 'male' },
  { shape: 'child_and_spouse', key: 'markerNamed', sex: 'male' },
  { shape: 'both_parents', key: 'markerTrue', sex: 'male' },
  { shape: 'children_and_spouse', key: 'twoBags', sex: 'female' },
  { shape: 'mother', key: 'reportedTwice', sex: 'male' },
  { shape: 'second_cousin', key: 'cousinOnly', sex: 'male' },
  { shape: 'full_sibling', key: 'refused', sampleState: 'refused' },
  { shape: 'child', key: 'withdrawn', sampleState: 'withdrawn' },
];

/** How many further families of each shape; with the tour's families 119 missing persons, one of them reported twice. */
const furtherFamilies: readonly (readonly [FamilyShape, number])[] = [
  ['mother', 14], ['father', 5], ['both_parents', 7], ['child', 9], ['child_and_spouse', 16], ['children_and_spouse', 10], ['full_sibling', 12],
  ['two_siblings', 9], ['mother_and_sibling', 9], ['half_sibling', 4], ['uncle', 3], ['grandparents', 3], ['second_cousin', 1],
];
const withoutSample: readonly SampleState[] = ['refused', 'refused', 'not_asked', 'not_asked', 'not_asked', 'not_asked'];

/** Years of birth that leave the relatives of a shape alive, and children grown up. */
function birthYears(shape: FamilyShape): readonly [number, number] {
  switch (shape) {
    case 'mother': case 'father': case 'both_parents': case 'mother_and_sibling': case 'two_missing_brothers':
      return [1962, 2001];
    case 'uncle': case 'second_cousin':
      return [1972, 1999];
    case 'grandparents':
      return [1993, 2003];
    case 'child': case 'child_and_spouse': case 'children_and_spouse':
      return [1936, 1972];
    case 'full_sibling': case 'two_siblings': case 'half_sibling':
      return [1948, 1990];
  }
}

/** Invents all families of the demonstration and numbers their missing persons. */
export function inventFamilies(random: Random): { families: CastFamily[]; missing: CastMissing[]; spareSurnames: Surname[] } {
  const surnames = shuffledSurnames(random);
  const generic = random.shuffle<Wanted>([
    ...furtherFamilies.flatMap(([shape, count]) => Array.from({ length: count }, (): Wanted => ({ shape }))),
    ...withoutSample.map((sampleState): Wanted => ({ shape: 'full_sibling', sampleState })),
  ]);
  // The stations of the tour are spread among the others, so that a list does not give them away.
  const wanted = random.shuffle([...tourFamilies, ...generic]);
  const spareSurnames = surnames.slice(wanted.length);
  const families: CastFamily[] = [];
  const missing: CastMissing[] = [];
  wanted.forEach((item, at) => {
    const surname = surnames[at];
    if (surname === undefined) throw new Error('more families than surnames');
    const family: CastFamily = {
      number: at + 1, key: item.key ?? null, sampleState: item.sampleState ?? 'typed',
      family: inventFamily(random.fork(`family ${at}`), planOf(random, item, { surname, spareSurnames })),
    };
    families.push(family);
    for (const member of family.family.members) {
      if (member.state === 'missing') missing.push({ number: missing.length + 1, family, memberId: member.id, person: member.person });
    }
  });
  return { families, missing, spareSurnames };
}

function planOf(random: Random, item: Wanted, { surname, spareSurnames }: { surname: Surname; spareSurnames: readonly Surname[] }): FamilyPlan {
  const [from, to] = birthYears(item.shape);
  const siblings = ['full_sibling', 'two_siblings', 'mother_and_sibling', 'half_sibling', 'two_missing_brothers'].includes(item.shape);
  const furtherSibling = (): FamilyPlan['furtherSibling'] => {
    if (item.key === 'clear') return 'alive';
    if (item.key !== undefined || siblings || !random.chance(0.4)) return 'none';
    return random.pick(['alive', 'alive', 'dead', 'unknown']);
  };
  return {
    shape: item.shape, surname, otherSurnames: [random.pick(spareSurnames), random.pick(spareSurnames)],
    sex: item.sex ?? (random.chance(0.57) ? 'male' : 'female'), birthYear: random.int(from, to), furtherSibling: furtherSibling(),
  };
}
