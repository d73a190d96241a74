import { answerCase } from '@imena/kinship';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, encodeHex, sha256 } from '@imena/ledger';
import type { Json } from '@imena/problem';
import { europe, family, ids, inventGenotypes, parameters, profile, relative, subjects, uuid } from '../testing/invented-case.ts';
import { assembleRunInput } from './assemble.ts';
import { canBeOnePerson } from './direct.ts';
import { explainPair, exportPair } from './explain.ts';
import { runDna } from './run.ts';
import type { RunInput } from './types.ts';

const options = { inputsHash: 'a'.repeat(64) };
const digest = (value: unknown): string => encodeHex(sha256(canonicalBytes(value as Json)));
const reverse = <T>(items: readonly T[]): T[] => [...items].reverse();

describe('a run', () => {
  it('gives the same bytes whatever order the subjects came in, and after its input went through a file', async () => {
    const given = subjects();
    const input = assembleRunInput(given, europe(), parameters);
    const shuffled = assembleRunInput({ profiles: reverse(given.profiles), families: reverse(given.families), relatives: reverse(given.relatives) }, europe(), parameters);
    expect(digest(shuffled)).toBe(digest(input));
    const reread = JSON.parse(Buffer.from(canonicalBytes(input as unknown as Json)).toString('utf8')) as RunInput;
    expect(digest(await runDna(reread, options))).toBe(digest(await runDna(input, options)));
  });

  it('finds the son in both bags, tells that his brother fits as well as a stranger does not, and finds the two bags to be one person', async () => {
    const result = await runDna(assembleRunInput(subjects(), europe(), parameters), options);
    expect(new Set(result.pairs.map((pair) => pair.remains))).toEqual(new Set([ids.bag, ids.secondBag]));
    expect(result.pairs.every((pair) => pair.symmetric.length === 1)).toBe(true);
    expect(result.direct).toMatchObject([{ a: ids.bag, b: ids.secondBag, kind: 'remains' }]);
    expect([result.compared, result.expectedByChance]).toEqual([6, 0.006]);
  });

  it('has for every pair the digits of its explanation, and of the exported case recomputed by the kinship command', async () => {
    for (const theta of [0, 0.01]) {
      const input = assembleRunInput(subjects(), europe(), { ...parameters, theta });
      const result = await runDna(input, options);
      expect(result.pairs.length).toBeGreaterThan(0);
      for (const pair of result.pairs) {
        const explained = explainPair(input, pair);
        expect(explained?.score.lnLr).toBe(pair.lnLr);
        expect(explained?.confirmation.kind).toBe('agrees');
        const written: unknown = JSON.parse(JSON.stringify(exportPair(input, pair, 'case')));
        const answer = answerCase(written);
        if (!('expected' in answer)) throw new Error(answer.refused.code);
        const lr = (answer.expected['LR'] as Record<string, { lnTotal: number; perMarker: Record<string, number> }>)['H1'];
        expect(lr?.lnTotal).toBe(pair.lnLr);
        for (const score of explained?.score.perMarker.filter((item) => item.dropped === undefined) ?? []) expect(lr?.perMarker[score.marker]).toBe(Math.exp(score.lnLr));
      }
    }
  });

  it('says that parents cannot tell two missing brothers apart', () => {
    const input = assembleRunInput(subjects(), europe(), parameters);
    const explained = explainPair(input, { remains: ids.bag, person: ids.one });
    expect(explained?.alternatives.map(({ position, person, symmetric }) => ({ position, person, symmetric }))).toEqual([
      { position: 'full_sibling', person: null, symmetric: true }, { position: 'other_missing', person: ids.two, symmetric: true },
    ]);
    for (const alternative of explained?.alternatives ?? []) expect(Math.abs(alternative.lnLrAgainst ?? Number.NaN)).toBeLessThan(1e-9);
  });

  it('lists what could not be computed and goes on with the rest', async () => {
    const input = assembleRunInput(subjects(), europe(), parameters);
    const broken = { ...input.families[0], family: uuid(99), members: [{ id: 'x', father: 'nobody', mother: 'nothing', sex: 'male' as const, person: ids.two, profile: null }], missing: [{ person: ids.two, member: 'x' }] };
    const result = await runDna({ ...input, families: [...input.families, broken] }, options);
    expect(result.failed).toMatchObject([{ family: uuid(99), person: ids.two, remains: null }]);
    expect(result.failed[0]?.code).toMatch(/^kinship\./);
    expect(result.pairs.length).toBeGreaterThan(0);
  });

  it('reports progress to the end and stops when it is told to', async () => {
    const input = assembleRunInput(subjects(), europe(), parameters);
    const seen: [number, number][] = [];
    await runDna(input, { ...options, onProgress: (done, total) => { seen.push([done, total]); } });
    expect([...new Set(seen.map(([done]) => done))]).toEqual([0, 1, 2, 3, 4, 5, 8]);
    expect(seen.every(([, total]) => total === 8)).toBe(true);
    await expect(runDna(input, { ...options, onProgress: () => { throw new Error('cancelled'); } })).rejects.toThrow('cancelled');
  });
});

describe('what a run computes from', () => {
  const g = inventGenotypes();

  it('leaves out who withdrew consent, and takes them again after they consented anew', () => {
    const withdrawn = relative(ids.mother, { type: 'relative.consented', purposes: ['identification'] }, { type: 'relative.consent_withdrawn', purposes: ['identification'] });
    const input = assembleRunInput({ ...subjects(), relatives: [withdrawn, relative(ids.father)] }, europe(), parameters);
    expect(input.dropped).toEqual([{ profile: uuid(31), reason: 'consent_withdrawn' }]);
    expect(input.references.map((item) => item.of)).toEqual([ids.father]);
    const again = relative(ids.mother, { type: 'relative.consent_withdrawn', purposes: ['identification'] }, { type: 'relative.consented', purposes: ['identification'] });
    expect(assembleRunInput({ ...subjects(), relatives: [again, relative(ids.father)] }, europe(), parameters).dropped).toEqual([]);
  });

  it('names every profile and family that takes no part, with the reason', () => {
    const short = Object.fromEntries(Object.entries(g['stranger'] ?? {}).slice(0, 3));
    const given = subjects();
    const extra = [
      profile(50, { remains: uuid(60) }, short), profile(51, { remains: ids.bag }, Object.fromEntries(Object.entries(g['one'] ?? {}).slice(0, 8))),
      profile(52, { relative: uuid(61) }, g['stranger']), profile(53, {}, g['stranger']), profile(54, { remains: uuid(62) }, { ...g['stranger'], VWA: ['15', '16'] }),
    ];
    const untyped = { ...family(), id: uuid(70), fields: { missing: family().fields['missing'] ?? [] } };
    const input = assembleRunInput({ ...given, profiles: [...given.profiles, ...extra], families: [...given.families, untyped] }, europe(), parameters);
    expect(input.dropped).toEqual([
      { profile: uuid(50), reason: 'too_few_markers' }, { profile: uuid(51), reason: 'another_profile_has_more_markers' }, { profile: uuid(52), reason: 'nobody_in_pedigree' },
      { profile: uuid(53), reason: 'of_nobody' }, { profile: uuid(54), reason: 'marker_named_twice' },
    ]);
    expect(input.leftOut).toEqual([{ family: uuid(70), reason: 'no_pedigree' }]);
  });

  it('knows a marker under any of its spellings', () => {
    const { vWA, ...rest } = g['one'] ?? {};
    const given = { ...subjects(), profiles: [...subjects().profiles.slice(0, 2), profile(41, { remains: ids.bag }, { ...rest, VWA: vWA ?? [null, null] })] };
    expect(assembleRunInput(given, europe(), parameters).remains[0]?.genotypes['vWA']).toEqual(vWA);
  });
});

describe('a direct comparison', () => {
  it('is only computed where no marker excludes it', () => {
    const markers = ['M'];
    expect(canBeOnePerson({ M: ['1', '2'] }, { M: ['2', '1'] }, markers)).toBe(true);
    expect(canBeOnePerson({ M: ['1', '2'] }, { M: ['1', '1'] }, markers)).toBe(false);
    expect(canBeOnePerson({ M: ['1', null] }, { M: ['1', '3'] }, markers)).toBe(true);
    expect(canBeOnePerson({ M: ['2', null] }, { M: ['1', '3'] }, markers)).toBe(false);
    expect(canBeOnePerson({ M: ['1', null] }, { M: ['2', null] }, markers)).toBe(true);
    expect(canBeOnePerson({ M: ['1', '1'] }, { M: ['1', null] }, markers)).toBe(true);
    expect(canBeOnePerson({}, { M: ['1', '2'] }, markers)).toBe(true);
  });
});
