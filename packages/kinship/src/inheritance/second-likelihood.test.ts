import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCase } from '../case/parse-case.ts';
import { lnLikelihood, prepareForAll } from '../likelihood.ts';
import { enumerateLikelihood, seeded } from '../testing/enumeration.ts';
import { randomPedigree, randomProfiles, smallMarkers } from '../testing/random-family.ts';
import { exportCase } from '../missing-person/export-case.ts';
import { prepareMissingPerson } from '../missing-person/prepare.ts';
import { scoreRemains } from '../missing-person/score.ts';
import { confirmCase } from './confirm-case.ts';
import { secondLnLikelihood } from './second-likelihood.ts';

const sizes = [
  { founders: 2, children: 1 },
  { founders: 2, children: 3 },
  { founders: 3, children: 2 },
  { founders: 3, children: 3 },
  { founders: 4, children: 2 },
];

describe('the second solver', () => {
  for (const theta of [0, 0.03, 0.4])
    it(`gives the sum over everybody’s genotypes to 1e-12, theta ${String(theta)}, loops and incest among the pedigrees`, () => {
      for (let seed = 1; seed <= 30; seed++) {
        const random = seeded(seed);
        const drawn = randomPedigree(random, sizes[seed % sizes.length] ?? { founders: 2, children: 1 });
        for (const marker of smallMarkers(random)) {
          const { pedigree, profiles } = randomProfiles(drawn, { random, marker });
          const oracle = Math.log(enumerateLikelihood(pedigree, { profiles, marker, theta }));
          const { total } = secondLnLikelihood({ pedigree, profiles, markers: [marker], theta });
          const same = oracle === total || Math.abs(oracle - total) < 1e-12 * Math.max(1, Math.abs(oracle));
          expect(same, `seed ${String(seed)}, ${marker.name}: ${String(total)} against ${String(oracle)}`).toBe(true);
        }
      }
    });

  it('computes the worked example of docs/methods/second-solver.md', () => {
    const marker = { name: 'M', chrom: 'autosomal', alleles: ['1', '2', '3', '4'], freqs: [0.1, 0.2, 0.3, 0.4], mutation: null } as const;
    const pedigree = { name: 'duo', individuals: [
      { id: 'father', sex: 'male', father: null, mother: null, profile: 'father' },
      { id: 'mother', sex: 'female', father: null, mother: null },
      { id: 'child', sex: 'male', father: 'father', mother: 'mother', profile: 'child' },
    ] } as const;
    const { total } = secondLnLikelihood({ pedigree, profiles: { father: { M: ['1', '2'] }, child: { M: ['1', '3'] } }, markers: [marker] });
    expect(Math.exp(total)).toBeCloseTo(0.006, 15);
  });

  it('keeps linked and unlinked apart: at half recombination a group is the product of its markers', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const random = seeded(500 + seed);
      const drawn = randomPedigree(random, { founders: 3, children: 3 });
      const [one, other] = smallMarkers(random).slice(2, 4);
      if (one === undefined || other === undefined) throw new Error('no markers');
      const first = randomProfiles(drawn, { random, marker: one });
      const second = randomProfiles(drawn, { random, marker: other });
      const profiles = Object.fromEntries(drawn.individuals.map(({ id }) => [id, { ...first.profiles[id], ...second.profiles[id] }]));
      const pedigree = { ...drawn, individuals: drawn.individuals.map((person) => ({ ...person, profile: person.id })) };
      const input = { pedigree, profiles, markers: [one, other] };
      const apart = secondLnLikelihood(input).total;
      const half = secondLnLikelihood({ ...input, linkage: [{ markers: [one.name, other.name], recombination: [{ female: 0.5, male: 0.5 }] }] }).total;
      expect(half === apart || Math.abs(half - apart) < 1e-12 * Math.abs(apart), `seed ${String(500 + seed)}: ${String(half)} against ${String(apart)}`).toBe(true);
    }
  });

  it('refuses in words what is beyond it', () => {
    const individuals = [
      { id: 'f', sex: 'male', father: null, mother: null },
      { id: 'm', sex: 'female', father: null, mother: null },
      ...Array.from({ length: 24 }, (_, i) => ({ id: `c${String(i)}`, sex: 'male', father: 'f', mother: 'm', profile: `c${String(i)}` }) as const),
    ] as const;
    const [, , , marker] = smallMarkers(seeded(1));
    if (marker === undefined) throw new Error('no marker');
    const profiles = Object.fromEntries(Array.from({ length: 24 }, (_, i) => [`c${String(i)}`, { [marker.name]: ['8', '9'] }] as const));
    expect(() => secondLnLikelihood({ pedigree: { name: 'many', individuals }, profiles, markers: [marker] })).toThrow('kinship.second.too_complex');
  });
});

const folder = join(import.meta.dirname, '../../../../../shared/cases/kinship');
const present = existsSync(folder);
if (!present) console.log(`reference cases are not here (${folder}); the second solver is not compared with other programs`);

interface CaseFile {
  readonly dvi?: unknown;
  readonly expected: Readonly<Record<string, { readonly lnLik?: Readonly<Record<string, number | string>>; readonly lnLikJoint?: number }>>;
}

const isClose = (a: number, b: number, tolerance: number): boolean => a === b || Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(b));

describe.skipIf(!present)('the second solver and other programs', () => {
  it('agree to 1e-9 on every likelihood of the public cases: X, silent alleles, linkage, founder inbreeding and theta among them', () => {
    let compared = 0;
    const apart: string[] = [];
    for (const file of readdirSync(folder).filter((name) => /^[abce]-.*json$/.test(name))) {
      const json = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CaseFile;
      if (json.dvi !== undefined) continue;
      const given = readCase(json);
      const markers = given.markers.map((marker) => prepareForAll(marker, given.profiles, {}).marker);
      for (const pedigree of given.pedigrees) {
        const expected = json.expected[pedigree.name];
        const { groups } = secondLnLikelihood({ pedigree, profiles: given.profiles, markers, theta: given.theta, ...(given.typing && { typing: given.typing }), ...(given.linkageGroups && { linkage: given.linkageGroups }) });
        for (const group of groups) {
          const peer = group.markers.length > 1 ? expected?.lnLikJoint : expected?.lnLik?.[group.markers.join()];
          if (peer === undefined) continue;
          compared += 1;
          if (!isClose(group.lnLik, Number(peer), 1e-9)) apart.push(`${file}, ${pedigree.name}, ${group.markers.join('+')}: ${String(peer)} against ${String(group.lnLik)}`);
        }
      }
    }
    expect(apart).toEqual([]);
    expect(compared).toBeGreaterThan(6000);
  });
});

const families = process.env['IMENA_LONG'] === undefined ? 300 : 10_000;

describe('the two solvers', () => {
  it('confirm the ratio of a case, and say so when it was changed in the tenth digit', () => {
    const individuals = [
      { id: 'father', sex: 'male', father: null, mother: null, profile: 'father' },
      { id: 'mother', sex: 'female', father: null, mother: null },
      { id: 'missing', sex: 'male', father: 'father', mother: 'mother' },
    ] as const;
    const [, , , marker] = smallMarkers(seeded(3));
    if (marker === undefined) throw new Error('no marker');
    const prepared = prepareMissingPerson({ pedigree: { name: 'family', individuals }, missing: 'missing', profiles: { father: { [marker.name]: ['8', '9'] } }, markers: [marker], theta: 0.01 });
    const remains = { [marker.name]: ['8', '9.3'] };
    const given = exportCase({ id: 'case', prepared, profile: remains });
    const { lnLr } = scoreRemains(prepared, remains);
    expect(confirmCase(given, lnLr).kind).toBe('agrees');
    expect(confirmCase(given, lnLr + 2e-9)).toMatchObject({ kind: 'differs' });
  });

  it(`agree to 1e-9 on ${String(families)} random families with random data, theta 0, 0.01 or 0.2`, () => {
    const shapes = [{ founders: 2, children: 3 }, { founders: 3, children: 4 }, { founders: 4, children: 4 }, { founders: 3, children: 2 }];
    let compared = 0;
    for (let seed = 1; seed <= families; seed++) {
      const random = seeded(10_000 + seed);
      const drawn = randomPedigree(random, shapes[seed % shapes.length] ?? { founders: 2, children: 3 });
      const markers = smallMarkers(random);
      const marker = markers[seed % markers.length];
      if (marker === undefined) continue;
      const { pedigree, profiles } = randomProfiles(drawn, { random, marker });
      const input = { pedigree, profiles, markers: [marker], theta: [0, 0.01, 0.2][seed % 3] ?? 0 };
      const one = lnLikelihood(input).total;
      const other = secondLnLikelihood(input).total;
      expect(isClose(one, other, 1e-9), `seed ${String(10_000 + seed)}, ${marker.name}: ${String(one)} against ${String(other)}`).toBe(true);
      compared += 1;
    }
    expect(compared).toBe(families);
    console.log(`two solvers: ${String(compared)} random families, seeds 10001 to ${String(10_000 + families)}`);
  });
});
