import { describe, expect, it } from 'vitest';
import { calibrate, kitMarkers, markersFrom, seededRandom, shippedFrequencyTables, stepwiseMutation, type CalibrationFamily, type Marker } from '../index.ts';
import { drawSubpopulation } from './subpopulation.ts';
import { summarise } from './summarise.ts';

const table = shippedFrequencyTables().find((t) => t.id === 'nist1036-2017-cauc');
if (table === undefined) throw new Error('the NIST table is not shipped');
const kit = markersFrom({ table, mutation: stepwiseMutation, names: kitMarkers()['PowerPlex Fusion 6C'] ?? [] });
const sibling: CalibrationFamily = {
  name: 'full sibling',
  missing: 'MP',
  pedigree: { name: 'p', individuals: [{ id: 'F', father: null, mother: null, sex: 'male' }, { id: 'M', father: null, mother: null, sex: 'female' }, { id: 'S', father: 'F', mother: 'M', sex: 'female', profile: 'S' }, { id: 'MP', father: 'F', mother: 'M', sex: 'male' }] },
};

describe('whether likelihood ratios mean what they say', () => {
  it('where the model is right, posterior and truth agree and no threshold is passed by strangers more often than 1 / threshold allows (seed 21)', () => {
    const [right] = calibrate({ families: [sibling], markers: kit.slice(0, 8), scenarios: [{ kind: 'asAssumed' }], simulations: 800, seed: 21 });
    for (const row of right?.thresholds ?? []) expect(row.falsePositive).toBeLessThanOrEqual(row.bound + 4 * Math.sqrt(row.bound / 800) + 4 * row.falsePositiveError);
    for (const bin of right?.bins ?? []) if (bin.pairs > 60) expect(Math.abs(bin.meanPosterior - bin.shareTrue), `${String(bin.from)}-${String(bin.to)}`).toBeLessThan(4 * Math.sqrt(0.25 / bin.pairs));
    expect(right?.calibrationError).toBeLessThan(0.05);
    expect(right?.costBits).toBeLessThan(0.5);
    expect(right?.failed).toBe(0);
  });

  it('on the X chromosome, with silent alleles and with linked markers too, posterior and truth agree (seed 8)', () => {
    const small = (name: string, chrom: Marker['chrom'], silent?: string): Marker => ({ name, chrom, alleles: ['8', '9', '10', ...(silent === undefined ? [] : [silent])], freqs: silent === undefined ? [0.2, 0.3, 0.5] : [0.2, 0.3, 0.4, 0.1], mutation: { female: { model: 'equal', rate: 0.01 }, male: { model: 'equal', rate: 0.02 } }, ...(silent !== undefined && { silent }) });
    for (const markers of [['X1', 'X2', 'X3', 'X4'].map((name) => small(name, 'X')), ['A1', 'A2', 'A3', 'A4'].map((name) => small(name, 'autosomal', 'none')), [small('X1', 'X', 'none'), small('A1', 'autosomal', 'none')]]) {
      const linkage = markers.length === 4 ? [{ markers: markers.slice(0, 2).map((m) => m.name), recombination: [{ female: 0.05, male: 0.02 }] }] : [];
      for (const sex of ['male', 'female'] as const) {
        const individuals = sibling.pedigree.individuals.map((i) => (i.id === 'MP' ? { ...i, sex } : i));
        const [right] = calibrate({ families: [{ ...sibling, pedigree: { name: 'p', individuals } }], markers, linkage, scenarios: [{ kind: 'asAssumed' }], simulations: 150, seed: 8 });
        for (const bin of right?.bins ?? []) if (bin.pairs > 60) expect(Math.abs(bin.meanPosterior - bin.shareTrue), `${markers.map((m) => m.name).join()} ${sex} ${String(bin.from)}-${String(bin.to)}`).toBeLessThan(4 * Math.sqrt(0.25 / bin.pairs));
        for (const row of right?.thresholds ?? []) expect(row.falsePositive).toBeLessThanOrEqual(row.bound + 4 * row.falsePositiveError + 1e-12);
        expect(right?.failed).toBe(0);
        expect(right?.meanLog10True).toBeGreaterThan(0);
      }
    }
  });

  it('unnoticed drop-out costs true pairs: their LR falls and the cost rises', () => {
    const [right, lossy] = calibrate({ families: [sibling], markers: kit.slice(0, 12), scenarios: [{ kind: 'asAssumed' }, { kind: 'dropOut', probability: 0.3 }], simulations: 200, seed: 5 });
    expect(lossy?.meanLog10True).toBeLessThan((right?.meanLog10True ?? NaN) - 0.5);
    expect(lossy?.costBits).toBeGreaterThan(right?.costBits ?? NaN);
  });

  it('with typing models in the family, of a relative and of the remains, posterior and truth agree, further drop-out that is stated too (seed 12)', () => {
    const lossy: CalibrationFamily = { ...sibling, typing: { S: { dropOut: 0.2, dropIn: 0.05 } }, remainsTyping: { dropOut: 0.3, homozygoteDropOut: 0.1, markers: { [kit[0]?.name ?? '']: { dropOut: 0.6 } } } };
    const results = calibrate({ families: [lossy], markers: kit.slice(0, 6), scenarios: [{ kind: 'asAssumed' }, { kind: 'statedDropOut', probability: 0.2 }], simulations: 150, seed: 12 });
    expect(results.map((r) => r.scenario)).toEqual(['as assumed', 'stated drop-out 0.2']);
    for (const result of results) {
      for (const bin of result.bins) if (bin.pairs > 60) expect(Math.abs(bin.meanPosterior - bin.shareTrue), `${result.scenario} ${String(bin.from)}-${String(bin.to)}`).toBeLessThan(4 * Math.sqrt(0.25 / bin.pairs));
      for (const row of result.thresholds) expect(row.falsePositive).toBeLessThanOrEqual(row.bound + 4 * row.falsePositiveError + 1e-12);
      expect(result.failed).toBe(0);
      expect(result.meanLog10True).toBeGreaterThan(0);
    }
    expect(results[1]?.meanLog10True).toBeLessThan(results[0]?.meanLog10True ?? NaN);
  });

  it('drop-out that is stated costs less than the same unnoticed', () => {
    const [unnoticed, stated] = calibrate({ families: [sibling], markers: kit.slice(0, 8), scenarios: [{ kind: 'dropOut', probability: 0.3 }, { kind: 'statedDropOut', probability: 0.3 }], simulations: 150, seed: 6 });
    expect(stated?.costBits).toBeLessThan(unnoticed?.costBits ?? NaN);
    expect(stated?.calibrationError).toBeLessThan(unnoticed?.calibrationError ?? NaN);
  });

  it('a subpopulation makes strangers look related unless theta corrects for it', () => {
    const world = { families: [sibling], markers: kit.slice(0, 12), scenarios: [{ kind: 'subpopulation', theta: 0.15 }] as const, simulations: 200, seed: 9 };
    const [naive] = calibrate(world);
    const [corrected] = calibrate({ ...world, theta: 0.15 });
    const at = (r: typeof naive): number => r?.thresholds.find((t) => t.log10Threshold === 1)?.falsePositive ?? NaN;
    expect(at(naive)).toBeGreaterThan(at(corrected));
    expect(naive?.medianLog10False).toBeGreaterThan(corrected?.medianLog10False ?? NaN);
  });

  it('the same seed gives the same numbers', () => {
    const input = { families: [sibling], markers: kit.slice(0, 3), scenarios: [{ kind: 'asAssumed' }] as const, simulations: 20, seed: 2 };
    expect(calibrate(input)).toEqual(calibrate(input));
  });

  it('frequencies of drawn subpopulations have mean p and variance theta p (1 - p)', () => {
    const marker: Marker = { name: 'M', chrom: 'autosomal', alleles: ['1', '2', '3'], freqs: [0.1, 0.3, 0.6], mutation: null };
    const random = seededRandom(4);
    const drawn = Array.from({ length: 4000 }, () => drawSubpopulation(marker, 0.05, random).freqs);
    marker.freqs.forEach((p, a) => {
      const mean = drawn.reduce((x, f) => x + (f[a] ?? NaN), 0) / drawn.length;
      const variance = drawn.reduce((x, f) => x + ((f[a] ?? NaN) - mean) ** 2, 0) / drawn.length;
      expect(Math.abs(mean - p)).toBeLessThan(5 * Math.sqrt((0.05 * p * (1 - p)) / drawn.length));
      expect(Math.abs(variance / (0.05 * p * (1 - p)) - 1)).toBeLessThan(0.15);
    });
  });

  it('worked example: two true pairs of LR 9 and 99, two strangers of LR 1/9 and 1', () => {
    const result = summarise(Float64Array.of(Math.log(9), Math.log(99)), Float64Array.of(-Math.log(9), 0));
    // Posteriors .9, .99 (true) and .1, .5 (false): distances .1, .01, .1, .5 over 4 pairs.
    expect(result.calibrationError).toBeCloseTo(0.71 / 4, 12);
    expect(result.costBits).toBeCloseTo((-Math.log2(0.9) - Math.log2(0.99) - Math.log2(0.9) + 1) / 4, 12);
    expect(result.thresholds.map((t) => [t.falsePositive, t.falseNegative])).toEqual([[0.5, 0], [0, 0.5], [0, 1], [0, 1], [0, 1], [0, 1]]);
  });
});
