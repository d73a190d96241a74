import {
  exportCase,
  answerCase,
  kitMarkers,
  markersFrom,
  prepareMissingPerson,
  scoreMatrix,
  shippedFrequencyTables,
  simulateFamily,
  stepwiseMutation,
  type Individual,
  type Marker,
  type Pedigree,
  type Profile,
} from '@imena/kinship';

/** A repeatable source of chance (mulberry32), so that two runs time the same families. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const man = (id: string, father: string | null = null, mother: string | null = null): Individual => ({ id, father, mother, sex: 'male' });
const woman = (id: string, father: string | null = null, mother: string | null = null): Individual => ({ id, father, mother, sex: 'female' });
const nuclear = [man('F'), woman('M'), man('MP', 'F', 'M')];
const extended = [man('GF'), woman('GM'), man('F', 'GF', 'GM'), woman('M'), man('MP', 'F', 'M')];

const families: readonly { name: string; individuals: readonly Individual[]; typed: readonly string[] }[] = [
  { name: 'mother', individuals: nuclear, typed: ['M'] },
  { name: 'father and mother', individuals: nuclear, typed: ['F', 'M'] },
  { name: 'one full sibling', individuals: [...nuclear, woman('S', 'F', 'M')], typed: ['S'] },
  { name: 'half sibling', individuals: [...nuclear, man('F2'), woman('S', 'F2', 'M')], typed: ['S'] },
  { name: 'uncle', individuals: [...extended, man('U', 'GF', 'GM')], typed: ['U'] },
  { name: 'first cousin', individuals: [...extended, man('U', 'GF', 'GM'), woman('A'), woman('C', 'U', 'A')], typed: ['C'] },
  { name: 'two grandparents', individuals: extended, typed: ['GF', 'GM'] },
  { name: 'two siblings and mother', individuals: [...nuclear, woman('S1', 'F', 'M'), man('S2', 'F', 'M')], typed: ['S1', 'S2', 'M'] },
  { name: 'two children and spouse', individuals: [...nuclear, woman('W'), man('C1', 'MP', 'W'), woman('C2', 'MP', 'W')], typed: ['C1', 'C2', 'W'] },
];

function referencesOf(family: (typeof families)[number], markers: readonly Marker[], random: () => number): { pedigree: Pedigree; profiles: Record<string, Profile> } {
  const pedigree: Pedigree = { name: family.name, individuals: family.individuals.map((i) => (family.typed.includes(i.id) ? { ...i, profile: i.id } : i)) };
  return { pedigree, profiles: simulateFamily({ pedigree, markers, random }) };
}

function fusion6c(): Marker[] {
  const table = shippedFrequencyTables().find((t) => t.id === 'nist1036-2017-cauc');
  if (table === undefined) throw new Error('the NIST table is not shipped');
  return markersFrom({ table, mutation: stepwiseMutation, names: kitMarkers()['PowerPlex Fusion 6C'] ?? [] });
}

/** Times the missing-person tables of common families and a run of 120 families against 90 remains; prints one table. */
export function run(): Promise<void> {
  const markers = fusion6c();
  const random = seeded(20221);
  const rows: Record<string, Record<string, number | string>> = {};
  for (const family of families) {
    const row: Record<string, number | string> = {};
    for (const theta of [0, 0.01]) {
      const { pedigree, profiles } = referencesOf(family, markers, random);
      const once = (): void => void prepareMissingPerson({ pedigree, missing: 'MP', profiles, markers, theta });
      once();
      let best = Infinity;
      const until = performance.now() + 400;
      do {
        const start = performance.now();
        once();
        best = Math.min(best, performance.now() - start);
      } while (performance.now() < until);
      row[theta === 0 ? 'tables, us' : 'tables with theta 0.01, us'] = Math.round(best * 1000);
    }
    rows[family.name] = row;
  }
  console.log(`Tables of one missing person, ${String(markers.length)} markers (PowerPlex Fusion 6C, NIST 1036 Caucasian), stepwise mutation, best of many:`);
  console.table(rows);

  const remains = Array.from({ length: 90 }, () => simulateFamily({ pedigree: { name: 'one', individuals: [man('R')] }, markers, random }).R ?? {});
  const start = performance.now();
  const prepared = Array.from({ length: 120 }, (_, i) => {
    const family = families[i % families.length];
    if (family === undefined) throw new Error('no family');
    return prepareMissingPerson({ ...referencesOf(family, markers, random), missing: 'MP', markers });
  });
  const tables = performance.now() - start;
  const begin = performance.now();
  const pairs = scoreMatrix(prepared, remains).length;
  const scored = performance.now() - begin;
  const many = Array.from({ length: 40 }, () => remains).flat();
  const again = performance.now();
  const manyPairs = scoreMatrix(prepared, many).length;
  const rate = manyPairs / (performance.now() - again);
  const first = prepared[0];
  if (first === undefined) throw new Error('no family');
  const third = performance.now();
  answerCase(exportCase({ prepared: first, profile: remains[0] ?? {}, id: 'bench' }));
  console.table({
    'run of 120 families x 90 remains': { 'tables, ms': Math.round(tables), 'scores, ms': Math.round(scored), pairs },
    'scoring alone': { 'pairs/ms': Math.round(rate), pairs: manyPairs },
    'one exported candidate recomputed': { 'tables, ms': Math.round(performance.now() - third) },
  });
  return Promise.resolve();
}

await run();
