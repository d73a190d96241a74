import { describe, expect, it } from 'vitest';
import { groupPairs, identifyJointly, seededRandom, simulateFamily, solveRun, type Individual, type JointRunInput, type JointRunGroup, type Marker, type Profile, type RunCandidate } from '../index.ts';

const man = (id: string, father: string | null = null, mother: string | null = null): Individual => ({ id, father, mother, sex: 'male' });
const woman = (id: string): Individual => ({ id, father: null, mother: null, sex: 'female' });
const equal = { model: 'equal' as const, rate: 0.002 };

/** Families of one or two missing with a mother typed; each missing person's remains, and candidates among the neighbours by number. */
function drawnRun(size: { families: number; reach: number; markers: number; seed: number }): JointRunInput {
  const markers: Marker[] = Array.from({ length: size.markers }, (_, i) => ({ name: `M${String(i)}`, chrom: 'autosomal', alleles: ['1', '2', '3', '4', '5'], freqs: [0.1, 0.15, 0.2, 0.25, 0.3], mutation: { female: equal, male: equal } }));
  const random = seededRandom(size.seed);
  const profiles: Record<string, Profile> = {};
  const remains: { id: string; sex: 'male'; profile: Profile }[] = [];
  const families = Array.from({ length: size.families }, (_, f) => {
    const missing = f % 4 === 0 ? ['A', 'B'] : ['A'];
    const people = [man('F'), woman('M'), ...missing.map((id) => man(id, 'F', 'M'))];
    const drawn = simulateFamily({ pedigree: { name: 'x', individuals: people }, markers, random });
    const key = `M${String(f)}`;
    profiles[key] = drawn.M ?? {};
    for (const id of missing) remains.push({ id: `R${String(remains.length)}`, sex: 'male', profile: drawn[id] ?? {} });
    return { name: `family ${String(f)}`, missing, pedigree: { name: 'x', individuals: people.map((i) => (i.id === 'M' ? { ...i, profile: key } : i)) } };
  });
  const pairs: RunCandidate[] = [];
  for (let step = 0; step <= size.reach; step++) for (let r = 0; r < remains.length; r++) for (const m of step === 0 ? [r] : [r - step, r + step]) if (m >= 0 && m < remains.length) pairs.push({ remains: r, missing: m, lnPriorOdds: -Math.log(remains.length) });
  return { families, remains, profiles, markers, pairs };
}

const solved = (group: JointRunGroup | undefined): Extract<JointRunGroup['outcome'], { kind: 'solved' }>['result'] => {
  if (group?.outcome.kind !== 'solved') throw new Error(`not solved: ${JSON.stringify(group?.outcome)}`);
  return group.outcome.result;
};

describe('a whole run at once', () => {
  it('groups have the posteriors of everything solved together, and hold every pair once', () => {
    const run = drawnRun({ families: 9, reach: 0, markers: 4, seed: 3 });
    const more: JointRunInput = { ...run, pairs: [...run.pairs, { remains: 2, missing: 3 }, { remains: 7, missing: 8, extraLnLr: 1 }] };
    const groups = [...solveRun(more)];
    expect(groups.length).toBe(groupPairs(more).length);
    expect(groups.length).toBeGreaterThan(4);
    const columns = more.remains.length;
    const allowed = more.remains.map((_, r) => more.remains.map((__, m) => more.pairs.some((p) => p.remains === r && p.missing === m)));
    const matrix = (of: (p: RunCandidate) => number): Float64Array => Float64Array.from({ length: columns * columns }, (_, i) => { const p = more.pairs.find((q) => q.remains * columns + q.missing === i); return p === undefined ? 0 : of(p); });
    const whole = identifyJointly({ ...more, allowed, lnPriorOdds: matrix((p) => p.lnPriorOdds ?? 0), extraLnLr: matrix((p) => p.extraLnLr ?? 0) });
    for (const group of groups) {
      const result = solved(group);
      group.remains.forEach((r, i) => {
        group.missing.forEach((m, j) => {
          expect(result.posterior[i * (group.missing.length + 1) + j], `remains ${String(r)}, missing ${String(m)}`).toBeCloseTo(whole.posterior[r * (columns + 1) + m] ?? NaN, 11);
        });
        expect(result.posterior[i * (group.missing.length + 1) + group.missing.length]).toBeCloseTo(whole.posterior[r * (columns + 1) + columns] ?? NaN, 11);
      });
    }
    expect(groups.flatMap((g) => g.remains).sort((a, b) => a - b)).toEqual(more.remains.map((_, r) => r));
  });

  it('150 remains that all hang together are solved as one group within the operations given, and the method says how', () => {
    const run = drawnRun({ families: 120, reach: 3, markers: 10, seed: 5 });
    const [group, ...others] = [...solveRun({ ...run, operations: 1e8 })];
    expect(others).toEqual([]);
    expect(group?.remains).toHaveLength(150);
    const { method, posterior, remains } = solved(group);
    console.log(`150 x 150, ${String(run.pairs.length)} pairs in one group: ${JSON.stringify(method)}`);
    expect(['exact', 'certified', 'estimate']).toContain(method.kind);
    const columns = remains.length + 1;
    remains.forEach((_, r) => expect(posterior.subarray(r * columns, (r + 1) * columns).reduce((x, y) => x + y, 0)).toBeCloseTo(1, 6));
  });

  it('fewer operations give an estimate with its standard error, and the same run the same bytes', () => {
    const run = { ...drawnRun({ families: 24, reach: 29, markers: 2, seed: 7 }), operations: 1 };
    const [first] = [...solveRun(run)];
    const { method } = solved(first);
    expect(method.kind).toBe('estimate');
    expect(method.kind === 'estimate' ? method.standardError : 0).toBeGreaterThan(0);
    expect(JSON.stringify([...solveRun(run)])).toBe(JSON.stringify([first]));
  });

  it('a family that could be filled in too many ways keeps its best pairs, and names those left out', () => {
    const run = drawnRun({ families: 1, reach: 0, markers: 3, seed: 9 });
    const [one] = run.remains;
    if (one === undefined) throw new Error('no remains');
    const remains = Array.from({ length: 300 }, (_, i) => ({ ...one, id: `R${String(i)}` }));
    const pairs = remains.flatMap((_, r) => [{ remains: r, missing: 0 }, { remains: r, missing: 1 }]);
    const [group] = [...solveRun({ ...run, remains, pairs, operations: 1e7 })];
    expect(group?.leftOut.length).toBeGreaterThan(100);
    expect(group?.leftOut.every((p) => p.remains > 150)).toBe(true);
    expect(solved(group).allowed.flat().filter((x) => x)).toHaveLength(600 - (group?.leftOut.length ?? 0));
  });

  it('a group that cannot be read is refused by its code, the others are solved', () => {
    const run = drawnRun({ families: 3, reach: 0, markers: 3, seed: 11 });
    const broken = run.remains.map((r, i) => (i === 3 ? { ...r, profile: { M0: ['99', '1'] } } : r));
    const outcomes = [...solveRun({ ...run, remains: broken })].map((g) => (g.outcome.kind === 'refused' ? g.outcome.code : 'solved'));
    expect(outcomes.sort()).toEqual(['kinship.outside_allele', 'solved', 'solved']);
  });
});
