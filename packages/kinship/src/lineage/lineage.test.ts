import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMtHaplotypes } from './compare-mt.ts';
import { compareYHaplotypes } from './compare-y.ts';
import { haplotypeFrequency } from './haplotype-frequency.ts';
import { lineageEvidence, lineAssumption, multiplyWithAutosomal } from './lineage-evidence.ts';
import { readLineage } from './read-lineage.ts';
import { lnWalk } from './repeat-walk.ts';
import { sharedLine } from './shared-line.ts';
import type { LineageInput, MtHaplotype } from './types.ts';
import type { Individual, Pedigree } from '../types.ts';
import { codeOf } from '../testing/code-of.ts';

const person = (id: string, sex: 'male' | 'female', father: string | null = null, mother: string | null = null): Individual => ({ id, sex, father, mother });

/** Synthetic: a missing man, his brother and sister, their uncles on both sides and a cousin through the mother's sister. */
const family: Pedigree = {
  name: 'family',
  individuals: [
    person('GF', 'male'), person('GM', 'female'), person('MGF', 'male'), person('MGM', 'female'),
    person('F', 'male', 'GF', 'GM'), person('Uncle', 'male', 'GF', 'GM'),
    person('M', 'female', 'MGF', 'MGM'), person('Aunt', 'female', 'MGF', 'MGM'), person('MUncle', 'male', 'MGF', 'MGM'),
    person('Missing', 'male', 'F', 'M'), person('Brother', 'male', 'F', 'M'), person('Sister', 'female', 'F', 'M'),
    person('Stranger', 'male'), person('Cousin', 'male', 'Stranger', 'Aunt'), person('Child', 'female', 'Missing', null),
  ],
};
const along = (a: string, b: string, line: 'paternal' | 'maternal'): number | null => sharedLine(family, [a, b], line)?.transmissions ?? null;
describe('who shares a line is read from the pedigree', () => {
  it('the Y chromosome goes from father to son', () => {
    expect([along('Missing', 'F', 'paternal'), along('Missing', 'Brother', 'paternal'), along('Uncle', 'Missing', 'paternal'), along('Missing', 'GF', 'paternal')]).toEqual([1, 2, 3, 2]);
    expect([along('Missing', 'MUncle', 'paternal'), along('Missing', 'Cousin', 'paternal'), along('Missing', 'Sister', 'paternal'), along('Sister', 'F', 'paternal')]).toEqual([null, null, null, null]);
  });

  it('mitochondrial DNA goes from a mother to all her children and no further through her sons', () => {
    expect([along('Missing', 'M', 'maternal'), along('Missing', 'Sister', 'maternal'), along('Missing', 'Cousin', 'maternal'), along('Missing', 'MUncle', 'maternal')]).toEqual([1, 2, 4, 3]);
    expect([along('Missing', 'Child', 'maternal'), along('Missing', 'F', 'maternal'), along('Missing', 'Uncle', 'maternal')]).toEqual([null, null, null]);
  });

  it('monozygotic twins are one person on a line', () => {
    const twins: Pedigree = { ...family, monozygotic: [['Missing', 'Brother']] };
    expect(sharedLine(twins, ['Missing', 'Brother'], 'paternal')?.transmissions).toBe(0);
    expect(sharedLine(twins, ['F', 'Brother'], 'paternal')?.transmissions).toBe(1);
  });

  it('who is not in the pedigree is refused', () => {
    expect(codeOf(() => sharedLine(family, ['Missing', 'Nobody'], 'maternal'))).toBe('kinship.lineage.person_unknown');
  });
});

describe('the share of a haplotype is counted', () => {
  it('the upper bound of one never seen among 100 is 1 - 0.05^(1/100)', () => {
    const { observed, augmented, upperBound, used } = haplotypeFrequency({ database: 'synthetic', matches: 0, size: 100 });
    expect([observed, augmented]).toEqual([0, 1 / 101]);
    expect(upperBound).toBeCloseTo(1 - 0.05 ** 0.01, 15);
    expect(used).toBe(upperBound);
  });

  it('at the upper bound, seeing so few has exactly the probability left by the confidence', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(), fc.constantFrom(0.9, 0.95, 0.99), (size, pick, confidence) => {
        // Beyond half of the sample the plain sum of this test would underflow.
        const matches = pick % Math.ceil(size / 2);
        const { upperBound: p } = haplotypeFrequency({ database: 'synthetic', matches, size }, confidence);
        let term = (1 - p) ** size;
        let sum = 0;
        for (let k = 0; k <= matches; k++) {
          sum += term;
          term *= ((size - k) / (k + 1)) * (p / (1 - p));
        }
        expect(sum).toBeCloseTo(1 - confidence, 9);
      }),
    );
  });

  it('large databases, common haplotypes and theta', () => {
    const common = haplotypeFrequency({ database: 'synthetic', matches: 20_000, size: 350_000 }, 0.95, 0.01);
    expect(common.upperBound).toBeGreaterThan(common.observed);
    expect(common.upperBound).toBeLessThan(common.observed * 1.02);
    expect(common.used).toBeCloseTo(0.01 + 0.99 * common.upperBound, 15);
    expect(haplotypeFrequency({ database: 'synthetic', matches: 7, size: 7 }).used).toBe(1);
  });

  it('counts that cannot be are refused', () => {
    for (const [matches, size] of [[2, 1], [-1, 5], [0, 0], [0.5, 3], [0, Number.NaN]] as const) expect(codeOf(() => haplotypeFrequency({ database: 'synthetic', matches, size }))).toBe('kinship.lineage.count');
    expect(codeOf(() => haplotypeFrequency({ database: 'synthetic', matches: 0, size: 1 }, 1))).toBe('kinship.lineage.confidence');
  });
});

describe('repeats along a line', () => {
  it('all changes together have probability one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.double({ min: 0, max: 0.2, noNaN: true }), (births, rate) => {
        let sum = 0;
        for (let change = -60; change <= 60; change++) sum += Math.exp(lnWalk(change, births, rate));
        expect(sum).toBeCloseTo(1, 12);
      }),
    );
  });

  it('births add up: the walk over m + n is the walk over m and then over n', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: -5, max: 5 }), fc.double({ min: 0, max: 0.2, noNaN: true }), (m, n, change, rate) => {
        let sum = 0;
        for (let first = -50; first <= 50; first++) sum += Math.exp(lnWalk(first, m, rate) + lnWalk(change - first, n, rate));
        expect(Math.log(sum)).toBeCloseTo(lnWalk(change, m + n, rate), 9);
      }),
    );
  });
});

describe('Y-STR haplotypes', () => {
  it('copies of one locus are compared in every order', () => {
    const { differing, loci } = compareYHaplotypes({ DYS385: ['11', '14'] }, { DYS385: ['14', '11'] }, 1);
    expect(differing).toEqual([]);
    const rate = loci[0]?.rate ?? 0;
    expect(loci[0]?.lnTransmission).toBeCloseTo(Math.log((1 - rate) ** 2 + Math.exp(2 * lnWalk(3, 1, rate))), 12);
  });

  it('of DYS389II the part that is not DYS389I is compared, so one mutation is not counted twice', () => {
    expect(compareYHaplotypes({ DYS389I: ['13'], DYS389II: ['29'] }, { DYS389I: ['14'], DYS389II: ['30'] }, 1).differing).toEqual(['DYS389I']);
    expect(compareYHaplotypes({ DYS389II: ['29'] }, { DYS389I: ['14'], DYS389II: ['30'] }, 1).differing).toEqual(['DYS389II']);
  });

  it('loci of one profile only, other numbers of copies and microvariants are told', () => {
    const found = compareYHaplotypes({ DYS19: ['14'], DYS385: ['11'], DYS458: ['17.2'], 'Y-GATA-H4': ['11'] }, { DYS391: ['10'], DYS385: ['11', '14'], DYS458: ['17'], YGATAH4: ['12'] }, 2);
    expect(found.notCompared).toEqual([{ locus: 'DYS19', reason: 'oneProfileOnly' }, { locus: 'DYS385', reason: 'differentCopies' }, { locus: 'DYS391', reason: 'oneProfileOnly' }]);
    expect(found.loci.map(({ locus, steps }) => [locus, steps])).toEqual([['DYS458', null], ['YGATAH4', 1]]);
    expect(found.lnTransmission).toBe(-Infinity);
  });

  it('what is no number of repeats is refused by locus and allele', () => {
    expect(codeOf(() => compareYHaplotypes({ DYS19: ['OL'] }, {}, 1))).toBe('kinship.lineage.repeats');
    expect(codeOf(() => compareYHaplotypes({ DYS19: ['14'], 'dys 19': ['15'] }, {}, 1))).toBe('kinship.lineage.locus_twice');
  });
});

const mt = (differences: string[], ranges: MtHaplotype['ranges'] = [[16024, 576]]): MtHaplotype => ({ ranges, differences });

describe('mitochondrial sequences', () => {
  it('are compared where both were analysed', () => {
    const found = compareMtHaplotypes(mt(['16126C', '263G']), mt(['16126C'], [[16024, 16365]]));
    expect(found).toEqual({ shared: [[16024, 16365]], positions: 342, differing: [], mixed: [], ignored: [], interpretation: 'notExcluded' });
  });

  it('one difference is inconclusive, two exclude', () => {
    expect(compareMtHaplotypes(mt(['16126C', '263G']), mt(['263G'])).interpretation).toBe('inconclusive');
    expect(compareMtHaplotypes(mt(['16126C', '263G']), mt(['16294T', '263G']))).toMatchObject({ differing: ['16126', '16294'], interpretation: 'excluded' });
  });

  it('lengths of repeated stretches are no difference, other insertions and deletions are', () => {
    expect(compareMtHaplotypes(mt(['309.1C', '315.1C', '523-', '524del', '16193.1C']), mt(['315.1C', '315.2C']))).toMatchObject({ differing: [], ignored: ['309.1', '315.2', '523', '524', '16193.1'] });
    expect(compareMtHaplotypes(mt(['249-', '60.1T']), mt([])).differing).toEqual(['60.1', '249']);
  });

  it('a mixture that holds the other base is named and counts as no difference', () => {
    expect(compareMtHaplotypes(mt(['16093Y']), mt(['16093C']))).toMatchObject({ differing: [], mixed: ['16093'] });
    expect(compareMtHaplotypes(mt(['T16093Y']), mt([]))).toMatchObject({ differing: [], mixed: ['16093'] });
    expect(compareMtHaplotypes(mt(['A16093Y']), mt([])).differing).toEqual(['16093']);
    expect(compareMtHaplotypes(mt(['16093R']), mt(['16093Y'])).differing).toEqual(['16093']);
  });

  it('nothing in common is compared with nothing', () => {
    expect(compareMtHaplotypes(mt([], [[73, 340]]), mt([], [[16024, 16365]])).interpretation).toBe('notCompared');
  });

  it('what cannot be read is refused', () => {
    for (const value of ['263', 'X263G', '263Q', '0A', '16570A', '523D', '315.1-', '']) expect(codeOf(() => compareMtHaplotypes(mt([value]), mt([])))).toBe('kinship.lineage.mt_difference');
    expect(codeOf(() => compareMtHaplotypes(mt(['600A']), mt([])))).toBe('kinship.lineage.mt_outside');
    expect(codeOf(() => compareMtHaplotypes(mt(['263G', 'A263T']), mt([])))).toBe('kinship.lineage.mt_twice');
    expect(codeOf(() => compareMtHaplotypes(mt([], [[0, 5]]), mt([])))).toBe('kinship.lineage.mt_range');
  });
});

describe('the example of docs/methods/lineage.md', () => {
  const y = { DYS391: ['10'], DYS439: ['12'] };
  const input: LineageInput = {
    pedigree: family,
    missing: 'Missing',
    remains: { y: { DYS391: ['10'], DYS439: ['13'] }, mt: mt(['263G', '315.1C']) },
    relatives: [{ id: 'Uncle', y }, { id: 'Brother', y, mt: mt(['263G', '309.1C', '315.1C']) }, { id: 'MUncle', y }, { id: 'Child', mt: mt(['263G']) }],
    counts: { y: { database: 'synthetic', matches: 0, size: 1000 }, mt: { database: 'synthetic', matches: 12, size: 1000 } },
  };

  it('brother with one step at DYS439, never seen among 1000: LR 1.6; the same mtDNA, 12 among 1000: LR 52', () => {
    const { evidence, without } = lineageEvidence(input);
    expect(evidence.map(({ relative, line, transmissions }) => [line, relative, transmissions])).toEqual([['paternal', 'Brother', 2], ['paternal', 'Uncle', 3], ['maternal', 'Brother', 2]]);
    const [brother, , mother] = evidence.map(({ lnLr }) => Math.exp(lnLr ?? Number.NaN));
    // Two births; the only ways to +1 within them that matter: one mutation of one step (0.9 / 2), or three steps back and forth, far smaller.
    const rate = 58 / 10_647;
    const same = (1 - 38 / 15_486) ** 2;
    expect(brother).toBeCloseTo((same * 2 * rate * (1 - rate) * 0.45) / (1 - 0.05 ** 0.001), 1);
    expect(brother).toBeCloseTo(1.6, 1);
    expect(mother).toBeCloseTo(51.6, 1);
    expect(without).toEqual([{ line: 'paternal', relative: 'MUncle', reason: 'otherLine' }, { line: 'maternal', relative: 'Child', reason: 'otherLine' }]);
  });

  it('is multiplied with an autosomal ratio only under the named assumption, one relative a line', () => {
    const { evidence } = lineageEvidence(input);
    const [brother, uncle, mother] = evidence;
    if (brother === undefined || uncle === undefined || mother === undefined) throw new Error('three lines were expected');
    expect(codeOf(() => multiplyWithAutosomal(5, [brother], ''))).toBe('kinship.lineage.assumption');
    expect(codeOf(() => multiplyWithAutosomal(5, [brother, uncle], lineAssumption))).toBe('kinship.lineage.line_twice');
    expect(multiplyWithAutosomal(5, [brother, mother], lineAssumption)).toBeCloseTo(5 + (brother.lnLr ?? 0) + (mother.lnLr ?? 0), 12);
  });

  it('a difference of mtDNA gives words, not a number; without a count there is no number either', () => {
    const { evidence } = lineageEvidence({ ...input, remains: { mt: mt(['263G', '16126C']) } });
    expect(evidence).toMatchObject([{ line: 'maternal', lnLr: null, comparison: { interpretation: 'inconclusive' } }]);
    expect(lineageEvidence({ ...input, counts: {} }).evidence.map(({ lnLr }) => lnLr)).toEqual([null, null, null]);
  });

  it('a relative typed at less than the haplotype was counted at gives no number: the share of the whole would make it far too strong', () => {
    const reasons = (changed: Partial<LineageInput>): (string | number)[] => lineageEvidence({ ...input, ...changed }).evidence.map(({ lnLr, noRatio }) => noRatio ?? Number(lnLr !== null));
    const few = [{ id: 'Brother', y: { DYS391: ['10'] }, mt: mt(['263G'], [[73, 340]]) }];
    expect(reasons({ relatives: few })).toEqual(['countedAtMore', 'countedAtMore']);
    const { y, mt: other } = input.counts ?? {};
    if (y === undefined || other === undefined) throw new Error('the example has counts');
    // Counted at what was compared, or at less: a number.
    expect(reasons({ relatives: few, counts: { y: { ...y, loci: ['DYS391'] }, mt: { ...other, ranges: [[73, 300]] } } })).toEqual([1, 1]);
    expect(reasons({ counts: { y: { ...y, loci: ['DYS391', 'DYS393'] } } })).toEqual(['countedAtMore', 'countedAtMore', 'noCount']);
    expect(reasons({ relatives: [{ id: 'Brother', y: { DYS19: ['14'] } }] })).toEqual(['nothingCompared']);
  });

  it('a comparison without a number is no factor', () => {
    const [line] = lineageEvidence({ ...input, remains: { mt: mt(['263G', '16126C', '16129A']) } }).evidence;
    if (line === undefined) throw new Error('one line was expected');
    expect(line.noRatio).toBe('difference');
    expect(codeOf(() => multiplyWithAutosomal(5, [line], lineAssumption))).toBe('kinship.lineage.no_ratio');
  });

  it('a missing woman has no paternal line', () => {
    expect(lineageEvidence({ ...input, missing: 'Sister' }).without).toContainEqual({ line: 'paternal', relative: 'Brother', reason: 'notMale' });
  });

  it('is read from its document, and a fault is named by its place', () => {
    const document = { schema: 'kinship-lineage/1', id: 'synthetic', ...input, relatives: Object.fromEntries(input.relatives.map(({ id, ...seen }) => [id, seen])) };
    const { id, ...read } = readLineage(JSON.parse(JSON.stringify(document)));
    expect(id).toBe('synthetic');
    expect(lineageEvidence(read)).toEqual(lineageEvidence(input));
    expect(() => readLineage({ ...document, relatives: { Brother: { y: { DYS391: [10] } } } })).toThrow('relatives.Brother.y.DYS391[0]');
    expect(() => readLineage({ ...document, schema: 'kinship-case/1' })).toThrow('schema');
  });
});
