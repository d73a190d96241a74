import type { Individual } from '../../types.ts';

const man = (id: string, father: string | null = null, mother: string | null = null): Individual => ({ id, father, mother, sex: 'male' });
const woman = (id: string, father: string | null = null, mother: string | null = null): Individual => ({ id, father, mother, sex: 'female' });
const nuclear = [man('F'), woman('M'), man('MP', 'F', 'M')];
const extended = [man('GF'), woman('GM'), man('F', 'GF', 'GM'), woman('M'), man('MP', 'F', 'M')];

/** Shapes of families with a missing person MP, and who of them is typed. */
export const familyShapes: Readonly<Record<string, { readonly individuals: readonly Individual[]; readonly typed: readonly string[] }>> = {
  'mother': { individuals: nuclear, typed: ['M'] },
  'father and mother': { individuals: nuclear, typed: ['F', 'M'] },
  'one full sibling': { individuals: [...nuclear, woman('S', 'F', 'M')], typed: ['S'] },
  'mother and sibling': { individuals: [...nuclear, woman('S', 'F', 'M')], typed: ['M', 'S'] },
  'two siblings': { individuals: [...nuclear, woman('S1', 'F', 'M'), man('S2', 'F', 'M')], typed: ['S1', 'S2'] },
  'three siblings': { individuals: [...nuclear, woman('S1', 'F', 'M'), man('S2', 'F', 'M'), man('S3', 'F', 'M')], typed: ['S1', 'S2', 'S3'] },
  'four siblings': { individuals: [...nuclear, ...['S1', 'S2', 'S3', 'S4'].map((s) => man(s, 'F', 'M'))], typed: ['S1', 'S2', 'S3', 'S4'] },
  'half sibling': { individuals: [...nuclear, man('F2'), woman('S', 'F2', 'M')], typed: ['S'] },
  'one child': { individuals: [...nuclear, woman('W'), man('C1', 'MP', 'W')], typed: ['C1'] },
  'child and spouse': { individuals: [...nuclear, woman('W'), man('C1', 'MP', 'W')], typed: ['C1', 'W'] },
  'two children and spouse': { individuals: [...nuclear, woman('W'), man('C1', 'MP', 'W'), woman('C2', 'MP', 'W')], typed: ['C1', 'C2', 'W'] },
  'two children, spouse and mother': { individuals: [...nuclear, woman('W'), man('C1', 'MP', 'W'), woman('C2', 'MP', 'W')], typed: ['C1', 'C2', 'W', 'M'] },
  'uncle': { individuals: [...extended, man('U', 'GF', 'GM')], typed: ['U'] },
  'two grandparents': { individuals: extended, typed: ['GF', 'GM'] },
  'grandparents and uncle': { individuals: [...extended, man('U', 'GF', 'GM')], typed: ['U', 'GF', 'GM'] },
  'first cousin': { individuals: [...extended, man('U', 'GF', 'GM'), woman('A'), woman('C', 'U', 'A')], typed: ['C'] },
  'parents are first cousins, a sibling typed': {
    individuals: [man('GF'), woman('GM'), man('F0', 'GF', 'GM'), woman('A'), man('F', 'F0', 'A'), woman('M0', 'GF', 'GM'), man('B'), woman('M', 'B', 'M0'), man('MP', 'F', 'M'), man('S', 'F', 'M')],
    typed: ['S'],
  },
  'parents are full siblings, mother and sibling typed': {
    individuals: [man('GF'), woman('GM'), man('F', 'GF', 'GM'), woman('M', 'GF', 'GM'), man('MP', 'F', 'M'), woman('S', 'F', 'M')],
    typed: ['S', 'M'],
  },
  'double first cousins': {
    individuals: [man('GF1'), woman('GM1'), man('GF2'), woman('GM2'), man('F', 'GF1', 'GM1'), man('U', 'GF1', 'GM1'), woman('M', 'GF2', 'GM2'), woman('A', 'GF2', 'GM2'), man('MP', 'F', 'M'), woman('C', 'U', 'A')],
    typed: ['C'],
  },
};
