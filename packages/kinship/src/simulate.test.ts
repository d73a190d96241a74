import { describe, expect, it } from 'vitest';
import { lnLikelihood, seededRandom, simulateFamily, type LinkageGroup, type Marker, type Pedigree, type ProfileTyping } from './index.ts';

const marker = (name: string, chrom: Marker['chrom'], silent?: string): Marker => ({
  name,
  chrom,
  alleles: silent === undefined ? ['8', '9'] : ['8', '9', silent],
  freqs: silent === undefined ? [0.4, 0.6] : [0.3, 0.5, 0.2],
  mutation: { female: { model: 'equal', rate: 0.05 }, male: { model: 'equal', rate: 0.1 } },
  ...(silent !== undefined && { silent }),
});

const pedigree: Pedigree = {
  name: 'family',
  individuals: [
    { id: 'D', sex: 'female', father: 'F', mother: 'M', profile: 'D' },
    { id: 'F', sex: 'male', father: null, mother: null, profile: 'F' },
    { id: 'M', sex: 'female', father: null, mother: null },
    { id: 'S', sex: 'male', father: 'F', mother: 'M', profile: 'S' },
    { id: 'twin', sex: 'male', father: 'F', mother: 'M', profile: 'twin' },
  ],
  founderInbreeding: { F: { autosomal: 0.3 }, M: { autosomal: 0.1, x: 0.4 } },
  monozygotic: [['S', 'twin']],
};

describe('invented families follow the model that the likelihood is of', () => {
  const families = 20_000;
  const lossy: Readonly<Record<string, ProfileTyping>> = { F: { dropOut: 0.3, dropIn: 0.1 }, S: { dropOut: 0.4, homozygoteDropOut: 0.2 } };
  for (const [title, markers, linkage, theta, typing] of [
    ['autosomes with a silent allele and inbred founders', [marker('A', 'autosomal', 'none')], [], 0, {}],
    ['the X chromosome with a silent allele and inbred founders', [marker('X', 'X', 'none')], [], 0, {}],
    ['two linked markers, the sexes recombining differently', [marker('A', 'autosomal'), marker('B', 'autosomal')], [{ markers: ['A', 'B'], recombination: [{ female: 0.05, male: 0.2 }] }], 0, {}],
    ['founders of one subpopulation, theta 0.2, inbred ones and a silent allele', [marker('A', 'autosomal', 'none')], [], 0.2, {}],
    ['founders of one subpopulation on the X chromosome', [marker('X', 'X')], [], 0.1, {}],
    ['alleles that drop out and in, with a silent one', [marker('A', 'autosomal', 'none')], [], 0, lossy],
    ['alleles of the X chromosome that drop out and in, with theta', [marker('X', 'X', 'none')], [], 0.1, { ...lossy, D: { dropOut: 0.25 } }],
  ] as const satisfies readonly (readonly [string, readonly Marker[], readonly LinkageGroup[], number, Readonly<Record<string, ProfileTyping>>])[])
    it(`${title}: every outcome comes as often as its likelihood says (seed 7, within 5 standard errors)`, () => {
      const given: Pedigree = linkage.length > 0 ? { ...pedigree, founderInbreeding: {} } : pedigree;
      const random = seededRandom(7);
      const counts = new Map<string, number>();
      for (let n = 0; n < families; n++) {
        const { D, F, S, twin } = simulateFamily({ pedigree: given, markers, linkage, theta, typing, random });
        const key = JSON.stringify({ D, F, S, twin });
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      let compared = 0;
      for (const [key, count] of counts) {
        const profiles = JSON.parse(key) as Record<string, Record<string, string[]>>;
        // A marker that nobody could read is absent; its probability is not that of an observation.
        if (Object.values(profiles).some((p) => Object.keys(p).length < markers.length)) continue;
        const expected = families * Math.exp(lnLikelihood({ pedigree: given, profiles, markers, linkage, theta, typing }).total);
        if (expected < 30) continue;
        compared += 1;
        expect(Math.abs(count - expected), `${key}: ${String(count)} of ${expected.toFixed(1)}`).toBeLessThan(5 * Math.sqrt(expected));
      }
      expect(compared).toBeGreaterThan(10);
    });
});
