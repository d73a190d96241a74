import { describe, expect, it } from 'vitest';
import { answerCase } from '../index.ts';
import { seeded } from '../testing/enumeration.ts';
import { drawCase } from '../testing/random-case.ts';

const base = {
  schema: 'kinship-case/1',
  id: 'one',
  category: 'a.likelihood',
  theta: 0,
  markers: [{ name: 'M', chrom: 'autosomal', alleles: ['1', '2'], freqs: [0.4, 0.6], mutation: null }],
  pedigrees: [{ name: 'H1', individuals: [{ id: 'A', sex: 'male', father: null, mother: null, profile: 'a' }] }],
  profiles: { a: { M: ['1', '2'] } } as Record<string, Record<string, unknown>>,
};

const refusal = (change: object): unknown => {
  const answer = answerCase({ ...base, ...change });
  return 'refused' in answer ? answer.refused : answer.expected;
};

const person = (more: object): object => ({ id: 'A', sex: 'male', father: null, mother: null, ...more });
const family = (...individuals: object[]): object => ({ pedigrees: [{ name: 'H1', individuals }] });
const marker = (change: object): object => ({ markers: [{ ...base.markers[0], ...change }] });
const mutating = (model: object): object => marker({ mutation: { female: model, male: model } });

describe('the power to exclude', () => {
  const child = (people: readonly object[], unrelated: readonly object[], change: object = {}): unknown => {
    const answer = refusal({ category: 'c.missing', missing: 'A', reference: 'H2', profiles: { a: { M: ['1', '1'] }, r: { M: ['1', '2'] } }, ...change, pedigrees: [{ name: 'H1', individuals: people }, { name: 'H2', individuals: unrelated }] });
    return (answer as { exclusionPower?: unknown }).exclusionPower;
  };
  const mother = person({ id: 'B', sex: 'female', profile: 'a' });
  const related = [mother, person({ mother: 'B', profile: 'r' })];
  const unrelated = [mother, person({ mother: 'B' }), person({ id: 'X', profile: 'r' })];

  it('is that of a mother 1/1 over strangers 2/2, in whatever order the people stand', () => {
    expect(child(related, unrelated)).toMatchObject({ total: expect.closeTo(0.36, 12) as number });
    expect(child(related, [...unrelated].reverse())).toMatchObject({ total: expect.closeTo(0.36, 12) as number });
  });

  it('is none where an allele of the mother may have dropped out, and her profile shows one', () => {
    expect(child(related, unrelated, { profiles: { a: { M: ['1'] }, r: { M: ['1', '2'] } }, typing: { a: { dropOut: 0.1 } } })).toMatchObject({ total: 0 });
  });

  it('is not said where the relatives are impossible together', () => {
    const father = person({ id: 'C', profile: 'c' });
    const [all, apart] = [[father, ...related, person({ id: 'D', sex: 'female', father: 'C', profile: 'd' })], [father, ...unrelated, person({ id: 'D', sex: 'female', father: 'C', profile: 'd' })]];
    expect(child(all, apart, { profiles: { a: { M: ['1', '1'] }, r: { M: ['1', '2'] }, c: { M: ['1', '1'] }, d: { M: ['2', '2'] } } })).toMatchObject({ total: 'NaN' });
  });
});

describe('a case that is wrong is refused by a code that names the place', () => {
  it.each([
    ['a frequency that is no number', marker({ freqs: [NaN, 0.6] }), 'kinship.case.shape', { path: 'markers[0].freqs[0]' }],
    ['a negative frequency', marker({ freqs: [-0.4, 1.4] }), 'kinship.marker.frequency', { marker: 'M', allele: '1', value: '-0.4' }],
    ['frequencies that do not sum to 1', marker({ freqs: [0.4, 0.4] }), 'kinship.marker.frequency_sum', { marker: 'M', sum: 0.8 }],
    ['no alleles', marker({ alleles: [], freqs: [] }), 'kinship.marker.shape', { marker: 'M' }],
    ['more alleles than frequencies', marker({ alleles: ['1', '2', '3'] }), 'kinship.marker.shape', { marker: 'M' }],
    ['an allele twice', marker({ alleles: ['1', '1'] }), 'kinship.marker.duplicate_allele', { marker: 'M', allele: '1' }],
    ['an allele without frequency', { profiles: { a: { M: ['1', '7'] } } }, 'kinship.outside_allele', { marker: 'M', allele: '7' }],
    ['a marker named like what every object inherits, that nobody is typed at', { ...marker({ name: 'constructor' }), profiles: { a: {} } }, undefined, undefined],
    ['a mutation rate above 1', mutating({ model: 'equal', rate: 1.5 }), 'kinship.mutation.parameter', { model: 'equal', parameter: 'rate', value: 1.5 }],
    ['a mutation model that is not known', mutating({ model: 'magic', rate: 0.1 }), 'kinship.unsupported.mutation_model', { model: 'magic' }],
    ['a matrix of another size', mutating({ model: 'custom', matrix: [[1]] }), 'kinship.mutation.matrix_shape', { alleles: 2 }],
    ['theta 1', { theta: 1 }, 'kinship.theta', { value: 1 }],
    ['theta in words', { theta: 'a little' }, 'kinship.case.shape', { path: 'theta' }],
    ['a pedigree in which somebody is their own ancestor', family(person({ father: 'B', mother: 'C' }), person({ id: 'B', father: 'A', mother: 'C' }), person({ id: 'C', sex: 'female' })), 'kinship.pedigree.own_ancestor', { pedigree: 'H1', id: 'A' }],
    ['a father who is a woman', family(person({ father: 'C', mother: null }), person({ id: 'C', sex: 'female' })), 'kinship.pedigree.parent_sex', { pedigree: 'H1', id: 'A' }],
    ['a person twice', family(person({}), person({})), 'kinship.pedigree.duplicate_id', { pedigree: 'H1', id: 'A' }],
    ['a parent who is not there', family(person({ father: 'X' })), 'kinship.pedigree.unknown_parent', { pedigree: 'H1', id: 'A', parent: 'X' }],
    ['a profile that was not given', family(person({ profile: 'z' })), 'kinship.profile.unknown', { profile: 'z' }],
    ['three alleles of one person', { profiles: { a: { M: ['1', '2', '2'] } } }, 'kinship.profile.observation', { marker: 'M', alleles: 3 }],
    ['a reference that is no hypothesis', { reference: 'H9' }, 'kinship.case.shape', { path: 'reference' }],
    ['hypotheses of different samples', { reference: 'H2', pedigrees: [{ name: 'H1', individuals: [person({})] }, { name: 'H2', individuals: [person({ profile: 'a' })] }] }, 'kinship.case.samples_differ', { profile: 'a', first: 'H1', second: 'H2' }],
    ['a hypothesis named as the ratios are', { pedigrees: [{ name: 'LR', individuals: [person({})] }] }, 'kinship.case.hypothesis_name', { pedigree: 'LR' }],
  ])('%s', (_title, change, code, details) => {
    const found = refusal(change);
    if (code === undefined) expect(found).toMatchObject({ H1: { lnLikTotal: 0 } });
    else expect(found).toEqual({ code, details });
  });

  const joint = (dvi: object): object => {
    const families = [{ name: 'F', individuals: [person({ id: 'M' }), person({ id: 'A', profile: 'a' }), person({ id: 'N', father: 'A' })] }];
    return { category: 'd.joint', profiles: { a: { M: ['1', '2'] }, r: { M: ['1', '1'] } }, dvi: { am: families, missing: ['M', 'N'], pm: [{ id: 'R', sex: 'male', profile: 'r' }], ...dvi } };
  };

  it.each([
    ['nothing', {}, undefined],
    ['two remains of one name', { pm: [{ id: 'R', sex: 'male', profile: 'r' }, { id: 'R', sex: 'male', profile: 'r' }] }, ['kinship.case.twice', { name: 'R', path: 'dvi.pm' }]],
    ['a missing person twice', { missing: ['M', 'M'] }, ['kinship.case.twice', { name: 'M', path: 'dvi.missing' }]],
    ['two families of one name', { am: [{ name: 'F', individuals: [person({ id: 'M' })] }, { name: 'F', individuals: [person({ id: 'N' })] }] }, ['kinship.case.twice', { name: 'F', path: 'dvi.am' }]],
    ['a missing person who may be of two families', { am: [{ name: 'F', individuals: [person({ id: 'M' }), person({ id: 'N' })] }, { name: 'G', individuals: [person({ id: 'N' })] }] }, ['kinship.missing.two_families', { missing: 'N', first: 'F', second: 'G' }]],
    ['a missing person who has a profile', { missing: ['A'] }, ['kinship.missing.has_profile', { missing: 'A' }]],
    ['a missing person of no family', { missing: ['X'] }, ['kinship.missing.not_in_pedigree', { missing: 'X' }]],
    ['pairings with remains that are not there', { pairings: { R: ['*'], S: ['*'] } }, ['kinship.case.pairing', { name: 'S' }]],
    ['pairings with a missing person who is not there', { pairings: { R: ['*', 'm'] } }, ['kinship.case.pairing', { name: 'm' }]],
    ['pairings that pass over remains', { pm: [{ id: 'R', sex: 'male', profile: 'r' }, { id: 'S', sex: 'male', profile: 'r' }], pairings: { R: ['*', 'M'] } }, ['kinship.case.pairing_absent', { remains: 'S' }]],
    ['pairings without nobody', { pairings: { R: ['M'] } }, ['kinship.case.pairing_nobody', { remains: 'R' }]],
  ] as const)('joint identification: %s', (_title, change, code) => {
    const found = refusal(joint(change));
    if (code === undefined) expect(found).toMatchObject({ numberOfAssignments: { size: 3 } });
    else expect(found).toEqual({ code: code[0], details: code[1] });
  });

  it.each([
    ['of a profile that is not there', { b: { dropOut: 0.1 } }, ['kinship.case.typing_profile', { profile: 'b' }]],
    ['at a marker that is not there', { a: { dropOut: 0.1, markers: { N: { dropOut: 0.2 } } } }, ['kinship.case.typing_marker', { profile: 'a', marker: 'N' }]],
  ] as const)('drop-out %s', (_title, typing, [code, details]) => {
    expect(refusal({ typing })).toEqual({ code, details });
  });

  it('never crashes, whatever one field of a good case is replaced by (seeds 1 to 400)', () => {
    const bad: readonly unknown[] = [null, -1, 0, 2, 1e308, '', 'x', '__proto__', 'constructor', [], {}, [null], true, 1.5];
    let refused = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const random = seeded(90_000 + seed);
      const given = JSON.parse(JSON.stringify(drawCase(seed % 40, { people: 8, alleles: 4, markers: 1 }))) as Record<string, unknown>;
      const places: [Record<string, unknown>, string][] = [];
      const walk = (at: Record<string, unknown>): void => {
        for (const key of Object.keys(at)) {
          places.push([at, key]);
          if (typeof at[key] === 'object' && at[key] !== null) walk(at[key] as Record<string, unknown>);
        }
      };
      walk(given);
      const [at, key] = places[Math.floor(random() * places.length)] ?? [given, 'id'];
      at[key] = bad[Math.floor(random() * bad.length)];
      if ('refused' in answerCase(given)) refused += 1;
    }
    expect(refused).toBeGreaterThan(150);
  });
});

describe('an answer', () => {
  it('names the markers that a profile shows and the case has no frequencies for', () => {
    expect(answerCase({ ...base, profiles: { a: { M: ['1', '2'], Penta: ['5', '5'], Amel: ['X', 'Y'] } } })).toMatchObject({
      expected: { H1: { lnLikTotal: Math.log(0.48) } },
      dropped: [{ marker: 'Amel', reason: 'noFrequencies', profiles: ['a'] }, { marker: 'Penta', reason: 'noFrequencies', profiles: ['a'] }],
    });
    expect(answerCase(base)).not.toHaveProperty('dropped');
  });
});
