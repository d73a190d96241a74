import { describe, expect, it } from 'vitest';
import { answerCase } from '@imena/kinship';
import { europe, inventGenotypes, parameters, subjects } from '../testing/invented-case.ts';
import { assembleRunInput } from './assemble.ts';
import { closeMarkers, linkedOutOf } from './linked-markers.ts';
import { explainPair, exportPair } from './explain.ts';
import { prepareFamily, runDna } from './run.ts';
import type { RunFamily, RunInput, RunMember } from './types.ts';

const person = (id: string, parents: readonly [string, string] | null, isTyped: boolean): RunMember => ({ id, sex: 'male', father: parents?.[0] ?? null, mother: parents?.[1] ?? null, person: null, profile: isTyped ? `P-${id}` : null });
const both = { vWA: ['16', '17'], D12S391: ['18', '19'], TH01: ['6', '7'] } as const;
const family = (...typed: readonly string[]): RunFamily => ({
  family: 'F', missing: [{ person: 'p', member: 'missing' }],
  members: [person('father', null, typed.includes('father')), person('mother', null, typed.includes('mother')), person('missing', ['father', 'mother'], false), person('brother', ['father', 'mother'], typed.includes('brother')), person('wife', null, typed.includes('wife')), person('son', ['missing', 'wife'], typed.includes('son')), person('second son', ['missing', 'wife'], typed.includes('second son'))],
});
const references = ['father', 'mother', 'brother', 'wife', 'son', 'second son'].map((id) => ({ profile: `P-${id}`, of: id, genotypes: both }));
const linked = closeMarkers(['vWA', 'D12S391', 'TH01', 'D5S818', 'CSF1PO']);
const out = (...typed: readonly string[]): string[] => linkedOutOf({ linked, references }, family(...typed), 'missing').map((one) => `${one.marker} (${one.keeps})`);

describe('markers that lie close on one chromosome', () => {
  it('are those of the known map nearer than 20 cM; the far pairs of the kits are not among them', () => {
    expect(linked.map(({ a, b }) => [a, b].sort())).toEqual([['D12S391', 'vWA']]);
  });

  it('are not counted twice where siblings, several children or a parent and a child are typed', () => {
    for (const typed of [['brother'], ['father', 'brother'], ['son', 'second son'], ['father', 'son']]) expect(out(...typed)).toEqual(['vWA (D12S391)']);
  });

  it('are both counted where linkage cannot bear on the ratio: parents alone, or one child with its other parent', () => {
    for (const typed of [['father'], ['father', 'mother'], ['son'], ['son', 'wife'], []]) expect(out(...typed)).toEqual([]);
  });

  it('lose the one that fewer relatives are typed at, and none where only one of the two is typed', () => {
    const fewer = references.map((one) => (one.of === 'brother' ? { ...one, genotypes: { vWA: both.vWA } } : one));
    expect(linkedOutOf({ linked, references: fewer }, family('brother', 'father'), 'missing').map((one) => one.marker)).toEqual(['D12S391']);
    expect(linkedOutOf({ linked, references: fewer }, family('brother'), 'missing')).toEqual([]);
  });

  it('are named in the input of a run; inputs made before leave nothing out, so that their numbers stay', () => {
    const { linked: named = [], linkage = [], ...before } = assembleRunInput(subjects(), europe(), parameters);
    const [first] = before.families;
    if (first === undefined) throw new Error('no family');
    const member = first.missing[0]?.member ?? '';
    expect(named.every(({ distanceCm }) => distanceCm < 20)).toBe(true);
    expect(linkage.map((group) => group.markers)).toEqual([['D12S391', 'vWA']]);
    expect(prepareFamily(before, first, member).prepared.tables.map((table) => table.given.name)).toEqual(before.markers.map((marker) => marker.name));
  });

  /** A missing son with his mother and his brother typed, and what was left of him. */
  const withBrother = (): RunInput => {
    const given = assembleRunInput(subjects(), europe(), parameters);
    const genotypes = inventGenotypes(5);
    const profile = (id: string) => ({ profile: `P-${id}`, of: id, genotypes: genotypes[id] ?? {} });
    const member = (id: string, sex: 'male' | 'female', isChild: boolean, isTyped: boolean): RunMember => ({ id, sex, father: isChild ? 'father' : null, mother: isChild ? 'mother' : null, person: null, profile: isTyped ? `P-${id}` : null });
    return {
      ...given, remains: [{ profile: 'R', of: 'R', genotypes: genotypes['one'] ?? {} }], references: [profile('mother'), profile('two')],
      families: [{ family: 'F', missing: [{ person: 'p', member: 'one' }], members: [member('father', 'male', false, false), member('mother', 'female', false, true), member('one', 'male', true, false), member('two', 'male', true, true)] }],
    };
  };
  const pair = { remains: 'R', person: 'p' };

  it('are calculated together where linkage bears, in the pair, its exported case and the joint solution alike', async () => {
    const input = withBrother();
    const explained = explainPair(input, pair);
    expect([explained?.linkedOut, explained?.score.linked.map((group) => group.markers), explained?.confirmation.kind]).toEqual([[], [['D12S391', 'vWA']], 'agrees']);
    const exported = exportPair(input, pair, 'synthetic');
    if (exported === null || explained === null) throw new Error('no pair');
    const answer = answerCase(exported);
    if (!('expected' in answer)) throw new Error(answer.refused.code);
    const lr = (answer.expected['LR'] as Record<string, { lnTotal: number }>)['H1'];
    expect(lr?.lnTotal).toBeCloseTo(explained.score.lnLr, 12);
    const { pairs, joint } = await runDna(input, { inputsHash: 'a'.repeat(64) });
    const [group] = joint?.groups ?? [];
    expect(pairs[0]?.lnLr).toBe(explained.score.lnLr);
    expect(group?.kind === 'solved' ? group.pairs[0]?.posterior : null).toBeCloseTo(explained.posterior, 9);
  });

  it('were left out, one of them, in runs recorded before they were calculated together, and are so still', () => {
    const { linkage: _, ...before } = withBrother();
    const explained = explainPair(before, pair);
    expect(explained?.linkedOut.map((one) => one.marker)).toEqual(['vWA']);
    expect(explained?.score.perMarker.find((one) => one.marker === 'vWA')?.dropped).toBe('noFrequencies');
  });
});
