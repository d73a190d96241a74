import { describe, expect, it } from 'vitest';
import { europe, family, ids, inventGenotypes, parameters, profile, relative, subjects } from '../testing/invented-case.ts';
import { assembleRunInput } from './assemble.ts';
import { explainPair } from './explain.ts';
import { askJointly, explainJointly, type JointMarkers } from './explain-jointly.ts';
import { answerOfGroup, solveGroupOf } from './joint.ts';
import { runView } from './number-pairs.ts';
import { runDna } from './run.ts';
import type { RunInput, RunParameters } from './types.ts';

const g = inventGenotypes();
/** The mother alone is typed; the remains of both sons were found, in two bags, and of a stranger. */
function sons(of: RunParameters): RunInput {
  return assembleRunInput({
    profiles: [profile(31, { relative: ids.mother }, g['mother']), profile(41, { remains: ids.bag }, g['one']), profile(42, { remains: ids.secondBag }, g['two']), profile(43, { remains: ids.strangerBag }, g['stranger'])],
    families: [family('mother')], relatives: [relative(ids.mother)],
  }, europe(), of);
}

const pair = { remains: ids.bag, person: ids.one };
async function explained(input: RunInput): Promise<{ readonly joint: JointMarkers; readonly alone: ReadonlyMap<string, number> }> {
  const { pairs } = await runDna(input, { inputsHash: 'a'.repeat(64) });
  const asked = askJointly(input, pairs, pair);
  const joint = asked === null ? null : explainJointly(structuredClone(asked));
  if (joint === null) throw new Error('not explained');
  const score = explainPair(input, pair)?.score;
  return { joint, alone: new Map([...(score?.perMarker ?? []).filter((one) => one.dropped === undefined), ...(score?.linked ?? []).map((one) => ({ marker: one.markers.join(' + '), lnLr: one.lnLr }))].map((one) => [one.marker, one.lnLr])) };
}

describe('the joint result of a pair, marker by marker', () => {
  it('alone has the numbers of the pair by itself, and with the brother in his place is stronger, by which markers is told', async () => {
    const { joint, alone } = await explained(sons(parameters));
    expect(joint.others).toEqual([{ remains: ids.secondBag, person: ids.two, isSameFamily: true }]);
    // Linked markers are one row here, and two in a pair of mother and son, where linkage cannot bear.
    for (const row of joint.rows.filter((one) => one.dropped === null)) expect(row.lnAlone, row.marker).toBeCloseTo(row.marker.split(' + ').reduce((sum, name) => sum + (alone.get(name) ?? NaN), 0), 9);
    expect(joint.rows.reduce((sum, row) => sum + (row.lnAmong ?? 0), 0)).toBeCloseTo(joint.lnAmong, 9);
    expect(joint.lnAmong).toBeGreaterThan(joint.lnAlone + 1);
  });

  it('differs from the pair by itself by the subpopulation correction too, which takes everybody together', async () => {
    const { joint, alone } = await explained(sons({ ...parameters, theta: 0.01 }));
    expect(joint.method.theta).toBeDefined();
    const differing = joint.rows.filter((row) => Math.abs((row.lnAmong ?? 0) - (alone.get(row.marker) ?? 0)) > 1e-6);
    expect(differing.length).toBeGreaterThan(0);
  });

  it('takes a second bag of the same person as such, and needs no more of the run than its own group', async () => {
    const input = assembleRunInput(subjects(), europe(), parameters);
    const { joint } = await explained(input);
    const { pairs } = await runDna(input, { inputsHash: 'a'.repeat(64) });
    const asked = askJointly(input, pairs, pair);
    expect(asked?.input.remains.map((one) => one.of)).toEqual([ids.bag, ids.secondBag]);
    const [whole, part] = [solveGroupOf(input, pairs, { key: pair, view: runView }), asked === null ? null : solveGroupOf(asked.input, asked.pairs, { key: pair, view: runView })];
    expect(part?.kind === 'solved' && answerOfGroup(part, pair)).toEqual(whole?.kind === 'solved' && answerOfGroup(whole, pair));
    expect(joint.others).toEqual([{ remains: ids.secondBag, person: ids.one, isSameFamily: true }]);
    expect(joint.lnAmong).toBeGreaterThan(joint.lnAlone);
  });

  it('is nothing for a pair that the run does not list', async () => {
    const input = sons(parameters);
    const { pairs } = await runDna(input, { inputsHash: 'a'.repeat(64) });
    expect(askJointly(input, pairs, { remains: ids.strangerBag, person: ids.one })).toBeNull();
  });
});
