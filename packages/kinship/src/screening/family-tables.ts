import { KinshipError } from '../kinship-error.ts';
import { prepareMissingPerson } from '../missing-person/prepare.ts';
import { scoreRemains } from '../missing-person/score.ts';
import { defaultPolicies, type Individual, type Profile, type Sex } from '../types.ts';
import { compileShape } from './compile-shape.ts';
import type { DescentCode } from './descent-code.ts';
import type { AllelesSeen } from './descent-graph.ts';
import type { TableMachine } from './reference-machine.ts';
import type { RemainsIndex } from './remains-index.ts';
import { decodeObservation, observationOfCode, type ScreenMarker } from './screen-marker.ts';
import type { TableStore } from './table-store.ts';

/** The shape of one missing person's family: people by number, parents -1 where unknown (both or none). */
export interface FamilyStructure {
  readonly father: readonly number[];
  readonly mother: readonly number[];
  readonly sex: readonly Sex[];
  /** People with a profile, in the order of their profiles. */
  readonly relatives: readonly number[];
  readonly missing: number;
}

/** Observations of a family's typed relatives, relative-major: relative r at marker m is codes[at + r * markers + m]. */
export interface FamilyCodes {
  readonly codes: Uint16Array;
  readonly at: number;
}

interface Shape {
  readonly structure: FamilyStructure;
  /** Compiled descent by how many alleles of each relative were seen at the marker (a digit each; empty: both of all); null: the general engine calculates it. */
  readonly codes: Map<string, DescentCode | null>;
}

/**
 * Makes and keeps the tables of missing persons: families of the same shape whose relatives show the same genotypes share
 * one. Shapes run compiled (docs/methods/screening.md); those that are too large go through the general engine. Both give the
 * same numbers to 1e-9.
 */
export class FamilyTables {
  readonly #markers: readonly ScreenMarker[];
  readonly #theta: number;
  readonly #store: TableStore;
  readonly #machine: TableMachine;
  readonly #remains: Pick<RemainsIndex, 'seen' | 'codes'>;
  /** Alleles of each code, by marker: entries 2 c and 2 c + 1. */
  readonly #alleles: readonly Int16Array[];
  readonly #shapes: Shape[] = [];
  readonly #known = new Map<string, number>();
  /** How many tables were made by the compiled path and by the general engine. */
  readonly made = { compiled: 0, general: 0 };

  /** @param remains the observations that each table is made for; the machine writes into the store */
  constructor(input: { markers: readonly ScreenMarker[]; theta: number; store: TableStore; machine: TableMachine; remains: Pick<RemainsIndex, 'seen' | 'codes'> }) {
    this.#markers = input.markers;
    this.#theta = input.theta;
    this.#store = input.store;
    this.#machine = input.machine;
    this.#remains = input.remains;
    this.#alleles = input.markers.map(({ k, codes }) => {
      const out = new Int16Array(2 * codes).fill(-1);
      for (let code = 1; code < codes; code++) {
        const seen = decodeObservation(k, code);
        out[2 * code] = seen?.a ?? -1;
        out[2 * code + 1] = seen?.b ?? -1;
      }
      return out;
    });
  }

  /** The number of a shape, the same for equal structures. */
  shapeOf(structure: FamilyStructure): number {
    const key = JSON.stringify(structure);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const shape = this.#shapes.push({ structure, codes: new Map() }) - 1;
    this.#known.set(key, shape);
    return shape;
  }

  relativesOf(shape: number): number {
    return this.#shape(shape).structure.relatives.length;
  }

  #shape(shape: number): Shape {
    const found = this.#shapes[shape];
    if (found === undefined) throw new KinshipError('kinship.not_a_number');
    return found;
  }

  /**
   * Place in the store of ln P(observation | relatives) / P(observation) for each observation of the marker, entry 0 (not typed) first.
   */
  tableOf(shape: number, marker: number, data: FamilyCodes): number {
    const width = this.#markers.length;
    const radix = this.#markers[marker]?.codes ?? 0;
    const count = this.#shape(shape).structure.relatives.length;
    let key = 0;
    for (let r = 0; r < count; r++) key = key * radix + (data.codes[data.at + r * width + marker] ?? 0);
    const space = shape * width + marker;
    const length = 1 + (this.#remains.seen[marker]?.length ?? 0);
    // Codes of many relatives do not fit one number; that another family shows the same is then not to be expected.
    const isKept = key < Number.MAX_SAFE_INTEGER;
    const known = isKept ? this.#store.find(space, key) : -1;
    if (known >= 0) return known;
    const at = isKept ? this.#store.take(space, key, length) : this.#store.takeUnkept(length);
    this.#make(shape, marker, { codes: data.codes, at: data.at, to: at });
    return at;
  }

  #make(shape: number, marker: number, work: FamilyCodes & { readonly to: number }): void {
    const { structure } = this.#shape(shape);
    const { relatives } = structure;
    const width = this.#markers.length;
    const alleles = this.#alleles[marker];
    const { genotypes } = this.#machine;
    let typed = 0;
    let isWhole = true;
    for (let r = 0; r < relatives.length; r++) {
      const code = work.codes[work.at + r * width + marker] ?? 0;
      const person = relatives[r] ?? 0;
      const b = alleles?.[2 * code + 1] ?? -1;
      if (b < 0) isWhole = false;
      if (code > 0) typed += 1;
      genotypes[2 * person] = alleles?.[2 * code] ?? -1;
      genotypes[2 * person + 1] = b;
    }
    if (typed === 0) {
      this.#store.values.fill(0, work.to + 1, work.to + 1 + (this.#remains.seen[marker]?.length ?? 0));
      this.#store.seal(work.to, marker);
      return;
    }
    const code = this.#descentOf(shape, isWhole ? null : relatives.map((person) => (genotypes[2 * person] === -1 ? 0 : genotypes[2 * person + 1] === -1 ? 1 : 2)));
    if (code !== null) {
      this.made.compiled += 1;
      this.#machine.fill(marker, code, work.to);
      return;
    }
    this.made.general += 1;
    const observed = relatives.map((_, r) => work.codes[work.at + r * width + marker] ?? 0);
    this.#makeGeneral(structure, marker, { observed, at: work.to + 1 });
    this.#store.seal(work.to, marker);
  }

  /** @param counts alleles seen, by relative; null where both of all were, as is most common */
  #descentOf(shape: number, counts: readonly AllelesSeen[] | null): DescentCode | null {
    const { structure, codes } = this.#shape(shape);
    const key = counts === null ? '' : counts.join('');
    const known = codes.get(key);
    if (known !== undefined) return known;
    const seen = structure.father.map((): AllelesSeen => 0);
    structure.relatives.forEach((person, r) => (seen[person] = counts?.[r] ?? 2));
    const made = compileShape(structure, seen, { target: structure.missing, theta: this.#theta });
    const code = made !== null && this.#machine.canRun(made, structure.father.length) ? made : null;
    codes.set(key, code);
    return code;
  }

  #makeGeneral(structure: FamilyStructure, marker: number, work: { observed: readonly number[]; at: number }): void {
    const screenMarker = this.#markers[marker];
    if (screenMarker === undefined) throw new KinshipError('kinship.not_a_number');
    const profiles: Record<string, Profile> = {};
    work.observed.forEach((code, r) => {
      if (code > 0) profiles[`p${structure.relatives[r] ?? 0}`] = { [screenMarker.name]: observationOfCode(screenMarker, code) };
    });
    const name = (i: number): string | null => (i < 0 ? null : `p${i}`);
    const individuals = structure.father.map((father, i): Individual => {
      const person = { id: `p${i}`, father: name(father), mother: name(structure.mother[i] ?? -1), sex: structure.sex[i] ?? 'unknown' };
      return profiles[person.id] === undefined ? person : { ...person, profile: person.id };
    });
    const given = screenMarker.prepared.marker;
    const prepared = prepareMissingPerson({
      pedigree: { name: 'family', individuals }, missing: `p${structure.missing}`, profiles, markers: [given], theta: this.#theta, policies: defaultPolicies,
    });
    this.#remains.codes[marker]?.forEach((code, i) => {
      this.#store.values[work.at + i] = scoreRemains(prepared, { [screenMarker.name]: observationOfCode(screenMarker, code) }).lnLr;
    });
  }
}
