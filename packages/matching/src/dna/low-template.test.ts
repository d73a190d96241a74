import { advise, answerCase, directComparison } from '@imena/kinship';
import { describe, expect, it } from 'vitest';
import { europe, family, fold, ids, inventGenotypes, parameters, profile, relative, uuid } from '../testing/invented-case.ts';
import { adviceInput, listAdvice } from './advice.ts';
import { assembleRunInput } from './assemble.ts';
import { explainPair, exportPair, scorePair } from './explain.ts';
import { answerOfGroup } from './joint.ts';
import { runDna } from './run.ts';
import { policiesOf, type RunInput, type RunParameters } from './types.ts';

const options = { inputsHash: 'a'.repeat(64) };
const strict: RunParameters = { ...parameters, mutation: { model: 'none' } };
const g = inventGenotypes();
const son = g['one'] ?? {};

/** The invented son's marker at which one allele alone contradicts a parent: with the other lost he seems no child of theirs. */
const [lost, kept] = Object.entries(son).flatMap(([marker, [a, b]]) => {
  const isOf = (parent: string, allele: string): boolean => g[parent]?.[marker]?.includes(allele) === true;
  const alone = [a, b].find((allele) => typeof allele === 'string' && isOf('father', allele) !== isOf('mother', allele));
  return a !== b && typeof alone === 'string' ? [[marker, alone] as const] : [];
})[0] ?? ['', ''];
/** A bone in which that allele was not seen, read as a homozygote. */
const bone = { ...son, [lost]: [kept, kept] } as const;

const ground = { ground: 'replicates', explanation: 'Two of three replicates lost an allele here and there.' };
const stated = (lowTemplate: Readonly<Record<string, unknown>>) => ({ type: 'profile.low_template_stated', lowTemplate, ...ground });

function input(bodies: readonly Readonly<Record<string, unknown>>[], run = strict): RunInput {
  const low = fold(uuid(41), [{ type: 'profile.typed', basis: 'measured', sampleCode: 'S-41', genotypes: bone, remains: ids.bag }, ...bodies]);
  return assembleRunInput({
    profiles: [profile(31, { relative: ids.mother }, g['mother']), profile(32, { relative: ids.father }, g['father']), low, profile(42, { remains: ids.secondBag }, son), profile(43, { remains: ids.strangerBag }, g['stranger'])],
    families: [family()], relatives: [relative(ids.mother), relative(ids.father)],
  }, europe(), run);
}

const pair = { remains: ids.bag, person: ids.one };

describe('remains with a homozygote that is a heterozygote with an allele lost', () => {
  it('are excluded while the profile is taken as typed without error, and fit once the laboratory states it to be low-template', async () => {
    expect(scorePair(input([]), pair)?.lnLr).toBe(-Infinity);
    const low = input([stated({ dropOutPpm: 200_000, dropInPpm: 10_000 })]);
    expect(low.remains[0]?.typing).toEqual({ dropOut: 0.2, dropIn: 0.01 });
    const result = await runDna(low, options);
    expect(result.pairs.filter((one) => one.remains === ids.bag).map((one) => one.person).sort()).toEqual([ids.one, ids.two]);
    expect(result.pairs.some((one) => one.remains === ids.strangerBag)).toBe(false);
    expect(result.pairs.find((one) => one.remains === ids.bag)?.lnLr).toBe(scorePair(low, pair)?.lnLr);
  });

  it('say marker by marker by which model each was read, and the second solver gives the same', () => {
    const low = input([stated({ dropOutPpm: 200_000, dropInPpm: 10_000, markers: { [lost]: { dropOutPpm: 400_000, homozygoteDropOutPpm: 100_000 } } })]);
    const explained = explainPair(low, pair);
    const noteAt = (marker: string) => explained?.score.perMarker.find((one) => one.marker === marker)?.notes.find((note) => note.code === 'typingModel')?.details;
    expect(noteAt(lost)).toEqual({ profile: 'remains', dropOut: 0.4, homozygoteDropOut: 0.1, dropIn: 0 });
    const other = Object.keys(son).find((marker) => marker !== lost) ?? '';
    expect(noteAt(other)).toMatchObject({ dropOut: 0.2, dropIn: 0.01 });
    expect(noteAt(other)?.['homozygoteDropOut']).toBeCloseTo(0.04, 15);
    expect(explained?.confirmation.kind).toBe('agrees');
  });

  it('are computed again from the exported file to the same digits, also with theta and mutation', () => {
    for (const run of [strict, { ...parameters, theta: 0.01 }]) {
      const low = input([stated({ dropOutPpm: 150_000, dropInPpm: 20_000 })], run);
      const answer = answerCase(JSON.parse(JSON.stringify(exportPair(low, pair, 'case'))) as unknown);
      if (!('expected' in answer)) throw new Error(answer.refused.code);
      const lr = (answer.expected['LR'] as Record<string, { lnTotal: number }>)['H1'];
      expect(lr?.lnTotal).toBe(scorePair(low, pair)?.lnLr);
    }
  });

  it('fit in the joint solution too, and are found to be one person with the other bag', async () => {
    const posterior = async (run: RunInput) => {
      const { joint, direct } = await runDna(run, options);
      const group = joint?.groups.find((one) => one.remains.includes(ids.bag));
      const nobody = group?.kind === 'solved' ? (answerOfGroup(group, pair)?.nobody ?? 1) : 1;
      return { nobody, direct: direct.filter((one) => one.a === ids.bag && one.b === ids.secondBag) };
    };
    expect(await posterior(input([]))).toEqual({ nobody: 1, direct: [] });
    const low = input([stated({ dropOutPpm: 200_000 })]);
    const found = await posterior(low);
    expect(found.nobody).toBeLessThan(0.01);
    const alone = directComparison({ a: bone, b: son, markers: low.markers, policies: policiesOf(strict), typing: { a: { dropOut: 0.2 } } });
    expect(found.direct).toMatchObject([{ lnLr: alone.lnLr }]);
  });

  it('are compared with every other profile to the digits of a comparison of the two, whichever of them lost alleles, with drop-in too', async () => {
    const typing = { dropOut: 0.3, dropIn: 0.05, markers: { [lost]: { dropOut: 0.5, dropIn: 0.02 } } };
    const plain = input([]);
    const direct = (first: boolean, second: boolean) => {
      const remains = plain.remains.map((one) => ((one.of === ids.bag && first) || (one.of === ids.secondBag && second) ? { ...one, typing } : one));
      return runDna({ ...plain, remains }, options).then(({ direct: found }) => found.find((one) => one.a === ids.bag && one.b === ids.secondBag)?.lnLr);
    };
    const settings = { markers: plain.markers, theta: strict.theta, policies: policiesOf(strict) };
    expect(await direct(true, false)).toBe(directComparison({ a: bone, b: son, ...settings, typing: { a: typing } }).lnLr);
    expect(await direct(false, true)).toBe(directComparison({ a: son, b: bone, ...settings, typing: { a: typing } }).lnLr);
    expect(await direct(true, true)).toBe(directComparison({ a: bone, b: son, ...settings, typing: { a: typing, b: typing } }).lnLr);
  });

  it('are advised about with the same model', () => {
    const low = input([stated({ dropOutPpm: 200_000 })]);
    const [first] = low.families;
    const [remains] = low.remains;
    if (first === undefined || remains === undefined) throw new Error('no case');
    const of = { input: low, family: first, member: 's1', remains, table: europe() };
    const [choice] = listAdvice(of);
    if (choice === undefined) throw new Error('no choice');
    const [now] = advise({ ...adviceInput(of, choice, 0.9995), simulations: 10 });
    expect(now?.log10Lr.mean).toBeCloseTo((scorePair(low, pair)?.lnLr ?? NaN) / Math.LN10, 9);
  });
});

describe('markers that show nothing, or more than two alleles', () => {
  const [third, empty] = Object.keys(son).filter((marker) => marker !== lost);
  const unusual = (model: readonly Readonly<Record<string, unknown>>[]): RunInput => {
    const genotypes = Object.fromEntries(Object.entries(bone).filter(([marker]) => marker !== third && marker !== empty));
    const low = fold(uuid(41), [{ type: 'profile.typed', basis: 'measured', sampleCode: 'S-41', genotypes, nothingSeen: [empty], manyAlleles: { [third ?? '']: [...(son[third ?? ''] ?? []), '99'] }, remains: ids.bag }, ...model]);
    return assembleRunInput({ profiles: [profile(31, { relative: ids.mother }, g['mother']), profile(32, { relative: ids.father }, g['father']), low], families: [family()], relatives: [relative(ids.mother), relative(ids.father)] }, europe(), strict);
  };
  const rowOf = (run: RunInput, marker: string | undefined) => explainPair(run, pair)?.score.perMarker.find((one) => one.marker === marker);

  it('nothing seen counts through a stated drop-out alone; both solvers, the run and the exported case use it alike', async () => {
    expect(rowOf(unusual([]), empty)).toMatchObject({ dropped: 'remainsNotTyped', lnLr: 0 });
    const low = unusual([stated({ dropOutPpm: 200_000, homozygoteDropOutPpm: 10_000 })]);
    expect(low.remains[0]?.genotypes[empty ?? '']).toEqual([]);
    const row = rowOf(low, empty);
    expect(row?.dropped).toBeUndefined();
    expect(Math.abs(row?.lnLr ?? 0)).toBeGreaterThan(0.001);
    expect(explainPair(low, pair)?.confirmation.kind).toBe('agrees');
    const lnLr = scorePair(low, pair)?.lnLr;
    expect((await runDna(low, options)).pairs.find((one) => one.person === ids.one)?.lnLr).toBe(lnLr);
    const answer = answerCase(JSON.parse(JSON.stringify(exportPair(low, pair, 'case'))) as unknown);
    expect('expected' in answer ? (answer.expected['LR'] as Record<string, { lnTotal: number }>)['H1']?.lnTotal : answer.refused.code).toBe(lnLr);
  });

  it('three alleles are kept with the profile, take part in no ratio, and the marker says why', () => {
    const low = unusual([stated({ dropOutPpm: 200_000, dropInPpm: 10_000 })]);
    expect(low.remains[0]?.manyAlleles).toEqual({ [third ?? '']: [...(son[third ?? ''] ?? []), '99'] });
    expect(low.remains[0]?.genotypes[third ?? '']).toBeUndefined();
    expect(rowOf(low, third)).toMatchObject({ dropped: 'moreThanTwoAlleles', lnLr: 0, lnLikRelated: null });
  });
});

describe('what is stated of a low-template profile', () => {
  it('is used only where people agree: two statements that differ keep the profile out until somebody decides', () => {
    const twice = input([stated({ dropOutPpm: 200_000 }), stated({ dropOutPpm: 300_000 })]);
    expect(twice.dropped).toContainEqual({ profile: uuid(41), reason: 'people_disagree' });
  });

  it('is refused where a homozygote would be lost more often than one allele, and where nothing could ever be seen', () => {
    expect(() => input([stated({ dropOutPpm: 100_000, homozygoteDropOutPpm: 200_000 })])).toThrow('record.invalid_body');
    expect(() => input([stated({ dropOutPpm: 1_000_000 })])).toThrow('record.invalid_body');
  });

  it('counts for a relative as well, and leaves profiles without it as they were to the byte', () => {
    const plain = input([]);
    expect(JSON.stringify(plain)).not.toContain('typing');
    const mother = { ...plain, references: plain.references.map((one) => (one.of === ids.mother ? { ...one, typing: { dropOut: 0.1 } } : one)) };
    const notes = explainPair(mother, { remains: ids.secondBag, person: ids.one })?.score.perMarker[0]?.notes ?? [];
    expect(notes).toMatchObject([{ code: 'typingModel', details: { profile: uuid(31), dropOut: 0.1 } }]);
  });
});
