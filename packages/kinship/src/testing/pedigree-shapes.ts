import type { Individual, Pedigree, Sex } from '../types.ts';
import { randomPedigree } from './random-family.ts';

/** One line a person: id, sex, father, mother. */
function family(text: string): Individual[] {
  return text.split(';').map((line) => {
    const [id = '', sex = '', father, mother] = line.trim().split(/\s+/);
    return { id, sex: sex === 'm' ? 'male' : 'female', father: father ?? null, mother: mother ?? null };
  });
}

/** Families of casework by name, parents first; among them every kind of loop. */
export const namedShapes: Readonly<Record<string, readonly Individual[]>> = {
  alone: family('A m'),
  trio: family('F m; M f; C m F M'),
  sibs: family('F m; M f; A m F M; B f F M; C m F M'),
  halfSibs: family('F m; M f; N f; A m F M; B f F N'),
  remarried: family('F m; M f; G m; N f; A m F M; B f F N; C m G M; D f F M'),
  grandparents: family('P m; Q f; F m P Q; M f; C m F M'),
  fourGrandparents: family('P m; Q f; R m; S f; F m P Q; M f R S; C f F M; D m F M'),
  uncle: family('P m; Q f; F m P Q; U m P Q; M f; C m F M'),
  cousins: family('P m; Q f; F m P Q; U f P Q; M f; V m; C m F M; D f V U'),
  secondCousins: family('P m; Q f; A m P Q; B f P Q; A2 f; B2 m; C m A A2; D f B2 B; C2 f; D2 m; E m C C2; G f D2 D'),
  doubleFirstCousins: family('P m; Q f; R m; S f; F m P Q; U m P Q; M f R S; V f R S; C m F M; D f U V'),
  cousinMarriage: family('P m; Q f; F m P Q; U f P Q; M f; V m; C m F M; D f V U; E m C D; G f C D'),
  fullSibMating: family('P m; Q f; F m P Q; M f P Q; C m F M; D f F M'),
  halfSibMating: family('P m; Q f; R f; F m P Q; M f P R; C m F M; D f F M'),
  fatherDaughter: family('P m; Q f; D f P Q; C m P D; E f P D'),
  motherSon: family('P m; Q f; S m P Q; C f S Q'),
  uncleNiece: family('P m; Q f; F m P Q; U m P Q; M f; N f F M; C m U N'),
  quadHalf: family('P m; Q f; R m; S f; A m P Q; B f P S; C m R Q; D f R S; E m A D; G f C B'),
  threeGenerations: family('P m; Q f; F m P Q; U f P Q; M f; C m F M; D f F M; V m; E m V U; W f; G f C W'),
};

/** A large family of `generations`: each couple has 1 to 4 children, most of whom marry strangers; now and then cousins marry. */
export function drawLargePedigree(random: () => number, size: { readonly people: number; readonly generations: number }): Pedigree {
  const individuals: Individual[] = [];
  const add = (sex: Sex, father: string | null, mother: string | null): string => {
    const id = `p${String(individuals.length)}`;
    individuals.push({ id, sex, father, mother });
    return id;
  };
  const isMale = (id: string): boolean => individuals.find((p) => p.id === id)?.sex === 'male';
  let couples: [string, string][] = [[add('male', null, null), add('female', null, null)], [add('male', null, null), add('female', null, null)]];
  for (let generation = 1; generation < size.generations && individuals.length < size.people; generation++) {
    const single: string[] = [];
    const last = generation === size.generations - 1;
    for (const [father, mother] of couples) {
      const children = 1 + Math.floor(random() * 4);
      for (let c = 0; c < children && individuals.length < size.people; c++) single.push(add(random() < 0.5 ? 'male' : 'female', father, mother));
    }
    couples = [];
    while (!last && single.length > 0) {
      const person = single.shift() ?? '';
      const partner = single.findIndex((other) => isMale(other) !== isMale(person) && random() < 0.06);
      const spouse = partner >= 0 ? (single.splice(partner, 1)[0] ?? '') : add(isMale(person) ? 'female' : 'male', null, null);
      couples.push(isMale(person) ? [person, spouse] : [spouse, person]);
      // Somebody widowed marries again: half siblings.
      if (random() < 0.08) couples.push(isMale(person) ? [person, add('female', null, null)] : [add('male', null, null), person]);
    }
  }
  return { name: 'large', individuals };
}

/** A pedigree of casework by chance: a named family, a random one with loops, or two of them without connection. */
export function drawPedigree(random: () => number, most: number): { readonly shape: string; readonly individuals: readonly Individual[] } {
  const names = Object.keys(namedShapes);
  const one = (): { shape: string; individuals: readonly Individual[] } => {
    const u = random();
    if (u < 0.65) {
      const shape = names[Math.floor(random() * names.length)] ?? '';
      return { shape, individuals: namedShapes[shape] ?? [] };
    }
    if (u < 0.85) return { shape: 'random', individuals: randomPedigree(random, { founders: 2 + Math.floor(random() * 3), children: 1 + Math.floor(random() * 7) }).individuals };
    const people = 10 + Math.floor(random() * (most - 9));
    return { shape: 'large', individuals: drawLargePedigree(random, { people, generations: 3 + Math.floor(random() * 2) }).individuals };
  };
  const first = one();
  if (random() > 0.12 || first.individuals.length > most - 8) return first;
  const shape = ['alone', 'trio', 'halfSibs', 'uncle'][Math.floor(random() * 4)] ?? '';
  const rename = (id: string | null): string | null => (id === null ? null : `x${id}`);
  const second = (namedShapes[shape] ?? []).map((p) => ({ ...p, id: `x${p.id}`, father: rename(p.father), mother: rename(p.mother) }));
  return { shape: `${first.shape} and ${shape}`, individuals: [...first.individuals, ...second] };
}
