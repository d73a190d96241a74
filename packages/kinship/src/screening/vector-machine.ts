import { KinshipError } from '../kinship-error.ts';
import type { DescentCode } from './descent-code.ts';
import { logarithmNumbers } from './logarithm.ts';
import type { MachineMarker } from './machine-marker.ts';
import { machinePeople, type TableMachine } from './reference-machine.ts';

/** The part of the kernel that makes tables (assembly/machine.ts); all arguments are bytes of its memory. */
export interface MachineExports {
  readonly fill: (marker: number, code: number, work: number, genotypes: number, out: number) => number;
}

/** Memory that a machine may use at most; pages that nothing touches cost nothing. */
const codeBytes = 32 << 20;
const scalarBytes = 1 << 20;
const vectorBytes = 16 << 20;
const tableBytes = 32 << 20;
const termBytes = 4 << 20;

const markerFields = 9;
const codeFields = 10;
const workFields = 10;


/** Where the machine's data lie, before there is any memory. */
export interface MachinePlan {
  readonly markers: readonly MachineMarker[];
  readonly at: readonly { readonly about: number; readonly constants: number; readonly there: number; readonly back: number; readonly scales: number }[];
  readonly work: number;
  readonly rooms: readonly number[];
  readonly genotypes: number;
  readonly codes: number;
}

/** @param place takes so many bytes, and gives their beginning */
export function planMachine(markers: readonly MachineMarker[], place: (bytes: number) => number): MachinePlan {
  const largest = Math.max(0, ...markers.map((m) => 8 * m.alleles * m.width));
  return {
    markers,
    at: markers.map((m) => ({
      about: place(4 * markerFields), constants: place(8 * m.constants.length), there: place(4 * m.there.length), back: place(4 * m.there.length), scales: place(8 * m.there.length),
    })),
    work: place(4 * workFields),
    // In the order of the fields of the work area: scalars, places and room of vectors, of tables; joint table, factor; scaled vectors and their partners; constants.
    rooms: [scalarBytes, scalarBytes, vectorBytes, scalarBytes, tableBytes, largest, largest, termBytes, termBytes, 8 * logarithmNumbers.length].map(place),
    genotypes: place(8 * machinePeople),
    codes: place(codeBytes),
  };
}

/** The table machine of the vector kernel; its numbers are those of `makeReferenceMachine`. @param valuesAt first byte of the tables */
export function makeVectorMachine(plan: MachinePlan, kernel: { readonly memory: WebAssembly.Memory; readonly exports: MachineExports; readonly valuesAt: number }): TableMachine {
  const { buffer } = kernel.memory;
  const { markers } = plan;
  markers.forEach((m, i) => {
    const at = plan.at[i];
    if (at === undefined) return;
    new Float64Array(buffer, at.constants, m.constants.length).set(m.constants);
    new Float64Array(buffer, at.scales, m.scales.length).set(m.scales);
    // Places in the joint table as bytes; a single known allele stays a number.
    new Int32Array(buffer, at.there, m.there.length).set(m.there.map((x, e) => (e < m.pairs ? 8 * x : x)));
    new Int32Array(buffer, at.back, m.back.length).set(m.back.map((x, e) => (e < m.pairs ? 8 * x : x)));
    new Int32Array(buffer, at.about, markerFields).set([m.alleles, m.width, at.constants, at.there, at.back, at.scales, m.pairs, m.there.length - m.pairs, m.hasGaps ? 1 : 0]);
  });
  new Int32Array(buffer, plan.work, workFields).set(plan.rooms);
  new Float64Array(buffer, plan.rooms.at(-1) ?? 0, logarithmNumbers.length).set(logarithmNumbers);
  const widest = Math.max(0, ...markers.map((m) => m.width));
  const largest = Math.max(0, ...markers.map((m) => m.alleles * m.width));
  const known = new Map<DescentCode, number>();
  let used = 0;
  const load = (code: DescentCode): number => {
    const size = bytesOf(code);
    if (used + size > codeBytes) {
      known.clear();
      used = 0;
    }
    const at = plan.codes + used;
    used += size;
    writeCode(buffer, at, code);
    known.set(code, at);
    return at;
  };
  return {
    genotypes: new Int32Array(buffer, plan.genotypes, 2 * machinePeople),
    canRun: (code, people) =>
      people <= machinePeople && bytesOf(code) <= codeBytes && 8 * Math.max(code.scalars, code.vectors, code.tables) <= scalarBytes &&
      8 * code.vectors * widest <= vectorBytes && 8 * code.tables * largest <= tableBytes && 8 * code.outerX.length * widest <= termBytes,
    fill: (marker, code, at) => {
      const result = kernel.exports.fill(plan.at[marker]?.about ?? 0, known.get(code) ?? load(code), plan.work, plan.genotypes, kernel.valuesAt + 8 * at);
      if (result < 0) throw new KinshipError('kinship.not_a_number');
    },
  };
}

function bytesOf(code: DescentCode): number {
  const words = codeFields + code.factors.length + 2 * code.outerX.length + code.steps.length;
  return 8 * (code.weights.length + code.outerWeights.length + Math.ceil(words / 2));
}

function writeCode(buffer: ArrayBuffer, at: number, code: DescentCode): void {
  const weights = at + 4 * codeFields;
  const outerWeights = weights + 8 * code.weights.length;
  const factors = outerWeights + 8 * code.outerWeights.length;
  const outer = factors + 4 * code.factors.length;
  const steps = outer + 8 * code.outerX.length;
  new Float64Array(buffer, weights, code.weights.length).set(code.weights);
  new Float64Array(buffer, outerWeights, code.outerWeights.length).set(code.outerWeights);
  new Int32Array(buffer, factors, code.factors.length).set(code.factors);
  new Int32Array(buffer, outer, 2 * code.outerX.length).set(Array.from(code.outerX, (x, r) => [x, code.outerY[r] ?? 0]).flat());
  new Int32Array(buffer, steps, code.steps.length).set(code.steps);
  const end = steps + 4 * code.steps.length;
  new Int32Array(buffer, at, codeFields).set([steps, end, weights, code.references, code.matrix, factors, code.factors.length - 1, outer, outerWeights, code.unrelated]);
}
