import { prepareJoint, seededRandom, simulateFamily, solveJoint, type Individual, type JointInput, type Profile } from '@imena/kinship';
import { printTable } from './figures.ts';
import { alone, fusion6c } from './kinship-families.ts';

const man = (id: string, father: string | null = null, mother: string | null = null): Individual => ({ id, father, mother, sex: 'male' });
const woman = (id: string, father: string | null = null, mother: string | null = null): Individual => ({ id, father, mother, sex: 'female' });
const nuclear = [man('F'), woman('M'), man('A', 'F', 'M')];

interface Shape {
  readonly people: readonly Individual[];
  readonly typed: readonly string[];
  readonly missing: readonly string[];
}

const shapes: Readonly<Record<string, Shape>> = {
  mother: { people: nuclear, typed: ['M'], missing: ['A'] },
  sister: { people: [...nuclear, woman('S', 'F', 'M')], typed: ['S'], missing: ['A'] },
  half: { people: [...nuclear, man('G'), woman('S', 'G', 'M')], typed: ['S'], missing: ['A'] },
  uncle: { people: [man('GF'), woman('GM'), man('F', 'GF', 'GM'), woman('M'), man('A', 'F', 'M'), man('U', 'GF', 'GM')], typed: ['U'], missing: ['A'] },
  two: { people: [...nuclear, man('B', 'F', 'M')], typed: ['M'], missing: ['A', 'B'] },
  three: { people: [...nuclear, man('B', 'F', 'M'), man('C', 'F', 'M'), woman('S', 'F', 'M')], typed: ['M', 'S'], missing: ['A', 'B', 'C'] },
};

const repeat = (count: number, names: readonly string[]): string[] => Array.from({ length: count }, (_, i) => names[i % names.length] ?? '');

const problems: Readonly<Record<string, { readonly families: readonly string[]; readonly remains: number }>> = {
  '30 x 30, mothers and sisters': { families: [...repeat(12, ['mother', 'sister']), ...repeat(6, ['two']), ...repeat(2, ['three'])], remains: 30 },
  '30 x 30, half sisters and uncles': { families: [...repeat(12, ['half', 'uncle']), ...repeat(6, ['two']), ...repeat(2, ['three'])], remains: 30 },
  '50 x 40, mothers and sisters': { families: repeat(40, ['mother', 'sister']), remains: 50 },
  '50 x 40, half sisters and uncles': { families: repeat(40, ['half', 'uncle']), remains: 50 },
};

function drawProblem({ families, remains }: { readonly families: readonly string[]; readonly remains: number }): JointInput {
  const random = seededRandom(2);
  const markers = fusion6c();
  const profiles: Record<string, Profile> = {};
  const found: Profile[] = [];
  const made = families.map((name, f) => {
    const shape = shapes[name];
    if (shape === undefined) throw new Error(`no family ${name}`);
    const drawn = simulateFamily({ pedigree: { name, individuals: shape.people }, markers, random });
    for (const id of shape.typed) profiles[`${String(f)} ${id}`] = drawn[id] ?? {};
    found.push(...shape.missing.map((id) => drawn[id] ?? {}));
    return { name: String(f), missing: shape.missing, pedigree: { name, individuals: shape.people.map((i) => (shape.typed.includes(i.id) ? { ...i, profile: `${String(f)} ${i.id}` } : i)) } };
  });
  while (found.length < remains) found.push(simulateFamily({ pedigree: alone, markers, random }).R ?? {});
  const missing = made.reduce((n, f) => n + f.missing.length, 0);
  return { families: made, remains: found.map((profile, i) => ({ id: String(i), sex: 'male', profile })), profiles, markers, lnPriorOdds: new Float64Array(remains * missing).fill(-Math.log(remains)) };
}

/** Joint problems of the size of goals.md, tables and sum apart, in processor time; one table. */
export function timeJointProblems(): void {
  const rows: Record<string, Record<string, string | number>> = {};
  const timed = <T>(make: () => T): { readonly value: T; readonly ms: number } => {
    const start = process.cpuUsage();
    const value = make();
    const { user, system } = process.cpuUsage(start);
    return { value, ms: Math.round((user + system) / 1000) };
  };
  for (const [name, problem] of Object.entries(problems)) {
    const input = drawProblem(problem);
    const prepared = timed(() => prepareJoint(input));
    const { value: { method }, ms } = timed(() => solveJoint(prepared.value));
    rows[name] = { 'tables, CPU ms': prepared.ms, 'sum, CPU ms': ms, method: method.kind, error: method.kind === 'exact' ? 0 : method.kind === 'certified' ? method.relativeError : `standard error ${method.standardError.toFixed(4)}` };
  }
  printTable('Joint identification of drawn problems, stepwise mutation, first run of each:', rows);
}
