import type { GivenName } from './given-names.ts';
import { inventPerson, type SynthPerson, type SynthSex } from './person.ts';
import type { Random } from './random.ts';
import type { Surname } from './surnames.ts';

export const familyShapes = [
  'mother', 'father', 'both_parents', 'child', 'child_and_spouse', 'children_and_spouse', 'full_sibling', 'two_siblings',
  'mother_and_sibling', 'half_sibling', 'uncle', 'grandparents', 'second_cousin', 'two_missing_brothers',
] as const;
export type FamilyShape = (typeof familyShapes)[number];

export type FamilyRole =
  | 'missing' | 'mother' | 'father' | 'brother' | 'sister' | 'son' | 'daughter' | 'husband' | 'wife' | 'uncle_or_aunt' | 'grandparent' | 'cousin' | 'other';

/** A member of an invented family; parents are both given or both absent. */
export interface FamilyMember {
  readonly id: string;
  readonly father: string | null;
  readonly mother: string | null;
  readonly sex: SynthSex;
  /** What this member is to the (first) missing person. */
  readonly role: FamilyRole;
  readonly state: 'alive' | 'dead' | 'missing' | 'unknown';
  readonly person: SynthPerson;
}

/** An invented family: its pedigree, who is missing from it and who could give a sample. Genotypes are drawn elsewhere. */
export interface SynthFamily {
  readonly shape: FamilyShape;
  readonly members: readonly FamilyMember[];
  readonly missing: readonly string[];
  /** Members whose samples give the family its shape, in the order of their use. */
  readonly referenceIds: readonly string[];
}

export interface FamilyPlan {
  readonly shape: FamilyShape;
  readonly surname: Surname;
  /** For those who married into the family, and mothers' own families. */
  readonly otherSurnames: readonly [Surname, Surname];
  readonly sex: SynthSex;
  readonly birthYear: number;
  /** A further full sibling without a sample; `none` where the shape already has siblings. */
  readonly furtherSibling: 'none' | 'alive' | 'dead' | 'unknown';
}

interface Draft {
  readonly id: string;
  readonly role: FamilyRole;
  readonly sex: SynthSex;
  readonly birthYear: number;
  readonly father?: string;
  readonly mother?: string;
  readonly state?: FamilyMember['state'];
  readonly surname?: Surname;
}

/** Invents a family of a set shape around one missing person (two brothers for `two_missing_brothers`). */
export function inventFamily(random: Random, plan: FamilyPlan): SynthFamily {
  const { members, references } = draft(random, plan);
  const made = new Map<string, FamilyMember>();
  for (const item of members) {
    const father = item.father === undefined ? undefined : made.get(item.father)?.person.givenName;
    made.set(item.id, { ...parentsOf(item), id: item.id, sex: item.sex, role: item.role, state: item.state ?? 'dead', person: personOf(random, item, plan, { father, made }) });
  }
  return {
    shape: plan.shape,
    members: [...made.values()],
    missing: members.filter((item) => item.state === 'missing').map((item) => item.id),
    referenceIds: references,
  };
}

function parentsOf(item: Draft): { father: string | null; mother: string | null } {
  return { father: item.father ?? null, mother: item.mother ?? null };
}

function personOf(random: Random, item: Draft, plan: FamilyPlan, known: { father: GivenName | undefined; made: ReadonlyMap<string, FamilyMember> }): SynthPerson {
  const taken = [...known.made.values()].map((member) => member.person.givenName);
  return inventPerson(random, {
    sex: item.sex, surname: item.surname ?? plan.surname, birthYear: item.birthYear, taken,
    ...(known.father === undefined ? {} : { father: known.father }),
  });
}

/** The members of each shape, parents always before their children. */
function draft(random: Random, plan: FamilyPlan): { members: Draft[]; references: string[] } {
  const year = plan.birthYear;
  const [maiden, married] = plan.otherSurnames;
  const father: Draft = { id: 'father', role: 'father', sex: 'male', birthYear: year - random.int(22, 34) };
  const mother: Draft = { id: 'mother', role: 'mother', sex: 'female', birthYear: year - random.int(20, 30) };
  const parents = { father: 'father', mother: 'mother' };
  const missing: Draft = { id: 'missing', role: 'missing', sex: plan.sex, birthYear: year, state: 'missing', ...parents };
  const sibling = (id: string, state: FamilyMember['state']): Draft => {
    const sex: SynthSex = random.chance(0.5) ? 'male' : 'female';
    return { id, role: sex === 'male' ? 'brother' : 'sister', sex, birthYear: year + random.pick([-6, -4, -3, -2, 2, 3, 4, 6]), state, ...parents };
  };
  const further = plan.furtherSibling === 'none' ? [] : [sibling('sibling3', plan.furtherSibling)];
  const spouse: Draft = { id: 'spouse', role: plan.sex === 'male' ? 'wife' : 'husband', sex: plan.sex === 'male' ? 'female' : 'male', birthYear: year + random.int(-4, 4), state: 'alive' };
  const child = (id: string): Draft => {
    const sex: SynthSex = random.chance(0.5) ? 'male' : 'female';
    const couple = plan.sex === 'male' ? { father: 'missing', mother: 'spouse' } : { father: 'spouse', mother: 'missing' };
    return { id, role: sex === 'male' ? 'son' : 'daughter', sex, birthYear: year + random.int(21, 32), state: 'alive', ...couple };
  };
  const alive = (item: Draft): Draft => ({ ...item, state: 'alive' });
  const core = [father, mother, missing];
  switch (plan.shape) {
    case 'mother': return { members: [father, alive(mother), missing, ...further], references: ['mother'] };
    case 'father': return { members: [alive(father), mother, missing, ...further], references: ['father'] };
    case 'both_parents': return { members: [alive(father), alive(mother), missing, ...further], references: ['mother', 'father'] };
    case 'child': return { members: [...core, ...further, { ...spouse, state: 'dead' }, child('child1')], references: ['child1'] };
    case 'child_and_spouse': return { members: [...core, ...further, spouse, child('child1')], references: ['child1', 'spouse'] };
    case 'children_and_spouse': return { members: [...core, ...further, spouse, child('child1'), child('child2')], references: ['child1', 'child2', 'spouse'] };
    case 'full_sibling': return { members: [...core, sibling('sibling1', 'alive')], references: ['sibling1'] };
    case 'two_siblings': return { members: [...core, sibling('sibling1', 'alive'), sibling('sibling2', 'alive')], references: ['sibling1', 'sibling2'] };
    case 'mother_and_sibling': return { members: [father, alive(mother), missing, sibling('sibling1', 'alive')], references: ['mother', 'sibling1'] };
    case 'half_sibling': return {
      members: [...core, { id: 'stepfather', role: 'other', sex: 'male', birthYear: father.birthYear + 2, surname: married }, { ...sibling('half1', 'alive'), father: 'stepfather', surname: married }],
      references: ['half1'],
    };
    case 'uncle': {
      const grandparents = pair('grandfather', 'grandmother', year - 55, maiden);
      const uncle: Draft = { id: 'uncle', role: 'uncle_or_aunt', sex: 'male', birthYear: mother.birthYear + 5, father: 'grandfather', mother: 'grandmother', state: 'alive', surname: maiden };
      return { members: [...grandparents, father, { ...mother, father: 'grandfather', mother: 'grandmother' }, uncle, missing], references: ['uncle'] };
    }
    case 'grandparents': {
      const grandparents = pair('grandfather', 'grandmother', year - 50, maiden).map(alive);
      return { members: [...grandparents, father, { ...mother, father: 'grandfather', mother: 'grandmother' }, missing], references: ['grandfather', 'grandmother'] };
    }
    case 'second_cousin': return secondCousin(plan, { father, mother, missing });
    case 'two_missing_brothers': {
      const brother: Draft = { id: 'missing2', role: 'brother', sex: 'male', birthYear: year + 3, state: 'missing', ...parents };
      return { members: [father, alive(mother), { ...missing, sex: 'male' }, brother], references: ['mother'] };
    }
  }
}

function pair(husband: string, wife: string, birthYear: number, surname: Surname): Draft[] {
  return [
    { id: husband, role: 'grandparent', sex: 'male', birthYear, surname },
    { id: wife, role: 'grandparent', sex: 'female', birthYear: birthYear + 2, surname },
  ];
}

function secondCousin(plan: FamilyPlan, { father, mother, missing }: Readonly<Record<'father' | 'mother' | 'missing', Draft>>): { members: Draft[]; references: string[] } {
  const year = plan.birthYear;
  const other = (id: string, sex: SynthSex, birthYear: number, parents?: readonly [string, string]): Draft => ({
    id, role: 'other', sex, birthYear, ...(parents === undefined ? {} : { father: parents[0], mother: parents[1] }),
  });
  return {
    members: [
      other('greatgrandfather', 'male', year - 84), other('greatgrandmother', 'female', year - 82),
      other('grandfather', 'male', year - 57, ['greatgrandfather', 'greatgrandmother']), other('grandmother', 'female', year - 55),
      other('granduncle', 'male', year - 54, ['greatgrandfather', 'greatgrandmother']), other('grandaunt', 'female', year - 52),
      { ...father, father: 'grandfather', mother: 'grandmother' }, mother, missing,
      other('fatherscousin', 'male', year - 25, ['granduncle', 'grandaunt']), other('cousinsmother', 'female', year - 24),
      { ...other('cousin', 'male', year + 2, ['fatherscousin', 'cousinsmother']), role: 'cousin', state: 'alive' },
    ],
    references: ['cousin'],
  };
}
