import { genotypeCode, singleAlleleCode, type Candidates, type FamilyStructure } from '@imena/kinship';
import { cellKinds, makeLadder, readAllele, type Ladder } from './read-alleles.ts';
import type { ScreenPlan } from './plan.ts';
import { RefusedAt } from './refused-at.ts';
import { RowScanner } from './row-scanner.ts';
import type { TableForm } from './table-form.ts';

/** Codes of one row's observations, marker by marker. */
export class ProfileReader {
  readonly #ladders: readonly Ladder[];
  readonly #columns: readonly { readonly name: string; readonly first: number; readonly second: number }[];
  readonly #single: ScreenPlan['singleAllele'];
  readonly #file: string;

  constructor(form: TableForm, plan: Pick<ScreenPlan, 'markers' | 'singleAllele'>) {
    this.#file = form.file;
    this.#single = plan.singleAllele;
    this.#ladders = plan.markers.map((m) => makeLadder(m.alleles));
    this.#columns = plan.markers.map((m) => form.markers.find((f) => f.name === m.name) ?? { name: m.name, first: -1, second: -1 });
  }

  /** Writes the codes of the present row from `at` on; gives the number of typed markers. */
  read(scanner: RowScanner, codes: Uint16Array, at: number): number {
    let typed = 0;
    for (let m = 0; m < this.#ladders.length; m++) {
      const ladder = this.#ladders[m];
      const column = this.#columns[m];
      if (ladder === undefined || column === undefined) continue;
      const a = this.#allele(scanner, column, ladder, column.first);
      const b = this.#allele(scanner, column, ladder, column.second);
      const code = this.#code(a, b, ladder);
      codes[at + m] = code;
      if (code > 0) typed += 1;
    }
    return typed;
  }

  #code(a: number, b: number, ladder: Ladder): number {
    if (a >= 0 && b >= 0) return genotypeCode(a, b);
    const known = Math.max(a, b);
    if (known < 0) return 0;
    const other = Math.min(a, b);
    return this.#single === 'homozygote' && other === cellKinds.empty ? genotypeCode(known, known) : singleAlleleCode(ladder.k, known);
  }

  #allele(scanner: RowScanner, marker: { readonly name: string }, ladder: Ladder, column: number): number {
    const found = readAllele(scanner, column, ladder);
    if (found === cellKinds.outside) throw new RefusedAt('screen.allele', { marker: marker.name, allele: scanner.text(column) }, { file: this.#file, at: scanner.rowStart });
    return found;
  }
}

/** 0 unknown, 1 male, 2 female; -1 for what is none of these. */
export function readSex(text: string): number {
  const plain = text.toLowerCase();
  if (plain === '' || plain === '?' || plain === 'u' || plain === 'unknown' || plain === '0') return 0;
  if (plain === 'm' || plain === 'male' || plain === 'xy' || plain === '1' || plain === 'ч') return 1;
  if (plain === 'f' || plain === 'female' || plain === 'xx' || plain === '2' || plain === 'ж') return 2;
  return -1;
}

const missingWords = new Set(['missing', 'yes', 'true', '1', 'x', 'зниклий', 'зникла', 'так']);
const otherWords = new Set(['', 'no', 'false', '0', 'reference', 'relative', 'alive', 'dead', 'ні']);
const sexNames = ['unknown', 'male', 'female'] as const;

/** One missing person of the chunk, for what is written about a hit. */
export interface CandidateRow {
  readonly at: number;
  readonly family: string;
  readonly person: string;
}

export interface FamilyBatch extends Candidates {
  readonly rows: (candidate: number) => CandidateRow;
  readonly withoutReferences: number;
  /** Hash and first byte of each family. */
  readonly families: readonly number[];
}

interface Row {
  start: number;
  person: [number, number];
  father: [number, number];
  mother: [number, number];
  sex: number;
  isMissing: boolean;
  typed: number;
}

/** Reads families, row by row, into candidates for a screen. */
export class FamilyReader {
  readonly #form: TableForm;
  readonly #profiles: ProfileReader;
  readonly #width: number;
  readonly #shapeOf: (structure: FamilyStructure) => number;
  readonly #shapes = new Map<string, number>();

  constructor(plan: ScreenPlan, shapeOf: (structure: FamilyStructure) => number) {
    this.#form = plan.familiesForm;
    this.#profiles = new ProfileReader(plan.familiesForm, plan);
    this.#width = plan.markers.length;
    this.#shapeOf = shapeOf;
  }

  /** Reads the families whose first row begins in [from, to) of these bytes; `base` is the byte of the file at which they begin. */
  read(bytes: Uint8Array, range: { readonly from: number; readonly to: number; readonly base: number }): FamilyBatch {
    const { family } = this.#form.named;
    const scanner = new RowScanner(bytes, range.from, { separator: this.#form.separator, columns: this.#form.columns });
    const batch = new BatchBuilder(this.#width);
    let rows: Row[] = [];
    let members = 0;
    let name: [number, number] = [0, 0];
    const finish = (): void => {
      if (members > 0) this.#addFamily(bytes, rows, { batch, name, base: range.base });
      rows = [];
      members = 0;
    };
    while (scanner.next(true)) {
      const at: [number, number] = [scanner.cells[2 * family] ?? 0, scanner.cells[2 * family + 1] ?? 0];
      if (members === 0 || !isEqual(bytes, at, name)) {
        finish();
        if (scanner.rowStart >= range.to) return batch.done(bytes, range.base);
        if (at[0] === at[1]) this.#fail('screen.empty_cell', { column: 'family' }, scanner.rowStart + range.base);
        name = at;
        batch.beginFamily(hashOf(bytes, name), scanner.rowStart + range.base);
      }
      members += 1;
      rows.push(this.#readRow(scanner, batch, range.base));
    }
    finish();
    return batch.done(bytes, range.base);
  }

  #fail(code: string, details: Readonly<Record<string, string | number>>, at: number): never {
    throw new RefusedAt(code, details, { file: this.#form.file, at });
  }

  #readRow(scanner: RowScanner, batch: BatchBuilder, base: number): Row {
    const { person, father, mother, sex, missing } = this.#form.named;
    const place = (column: number): [number, number] => (scanner.isEmpty(column) ? [0, 0] : [scanner.cells[2 * column] ?? 0, scanner.cells[2 * column + 1] ?? 0]);
    const start = scanner.rowStart;
    if (scanner.count > this.#form.columns) this.#fail('screen.too_many_cells', { cells: scanner.count, columns: this.#form.columns }, start + base);
    if (scanner.isEmpty(person)) this.#fail('screen.empty_cell', { column: 'person' }, start + base);
    const sexCode = sex < 0 ? 0 : readSex(scanner.text(sex));
    if (sexCode < 0) this.#fail('screen.sex', { value: scanner.text(sex) }, start + base);
    const word = missing < 0 ? '' : scanner.text(missing).toLowerCase();
    const isMissing = missingWords.has(word);
    if (!isMissing && !otherWords.has(word)) this.#fail('screen.status', { value: word }, start + base);
    let typed = 0;
    try {
      typed = this.#profiles.read(scanner, batch.room(), batch.used);
    } catch (error) {
      throw error instanceof RefusedAt ? error.movedBy(base) : error;
    }
    if (typed > 0) batch.keep();
    if (isMissing && typed > 0) this.#fail('screen.missing_typed', { person: scanner.text(person) }, start + base);
    return { start, person: place(person), father: place(father), mother: place(mother), sex: sexCode, isMissing, typed };
  }

  #addFamily(bytes: Uint8Array, rows: readonly Row[], about: { batch: BatchBuilder; name: [number, number]; base: number }): void {
    const { batch, base } = about;
    const targets = rows.flatMap((row, i) => (row.isMissing ? [i] : []));
    const start = batch.familyStart;
    if (targets.length === 0) return;
    const hasTyped = rows.some((row) => row.typed > 0);
    if (!hasTyped) {
      batch.withoutReferences += targets.length;
      return;
    }
    const father: number[] = [];
    const mother: number[] = [];
    const find = (row: Row, parent: [number, number]): number => {
      if (parent[0] === parent[1]) return -1;
      const at = rows.findIndex((r) => isEqual(bytes, r.person, parent));
      if (at < 0) this.#fail('screen.parent_unknown', { person: word(bytes, row.person), parent: word(bytes, parent) }, row.start + base);
      return at;
    };
    let key = '';
    rows.forEach((row, i) => {
      for (let j = 0; j < i; j++) {
        const other = rows[j];
        if (other !== undefined && isEqual(bytes, other.person, row.person)) this.#fail('screen.person_twice', { person: word(bytes, row.person) }, row.start + base);
      }
      const f = find(row, row.father);
      const m = find(row, row.mother);
      father.push(f);
      mother.push(m);
      key += String.fromCharCode(f + 2, m + 2, 1 + row.sex, row.typed > 0 ? 2 : 1);
    });
    for (const target of targets) {
      const full = String.fromCharCode(target + 1) + key;
      let shape = this.#shapes.get(full);
      if (shape === undefined) {
        shape = this.#shapeOf(this.#structure(bytes, rows, { father, mother, target, base }));
        this.#shapes.set(full, shape);
      }
      const row = rows[target];
      if (row !== undefined) batch.add({ shape, sex: row.sex, start, family: about.name, person: row.person, at: row.start });
    }
  }

  /** Completes and checks a shape; only its first family is looked at, the others are equal. */
  #structure(bytes: Uint8Array, rows: readonly Row[], about: { father: readonly number[]; mother: readonly number[]; target: number; base: number }): FamilyStructure {
    const father = [...about.father];
    const mother = [...about.mother];
    const sex: FamilyStructure['sex'][number][] = rows.map((row) => sexNames[row.sex] ?? 'unknown');
    rows.forEach((row, i) => {
      const f = father[i] ?? -1;
      const m = mother[i] ?? -1;
      if (f < 0 && m < 0) return;
      if (f === m || rows[f]?.sex === 2 || rows[m]?.sex === 1) this.#fail('screen.parent_sex', { person: word(bytes, row.person) }, row.start + about.base);
      if (f >= 0 && m >= 0) return;
      // A parent known alone has an untyped, unnamed partner.
      (f < 0 ? father : mother)[i] = sex.push(f < 0 ? 'male' : 'female') - 1;
      father.push(-1);
      mother.push(-1);
    });
    rows.forEach((row, i) => {
      const open = [father[i] ?? -1, mother[i] ?? -1];
      const met = new Set<number>();
      for (let p = open.pop(); p !== undefined; p = open.pop()) {
        if (p === i) this.#fail('screen.own_ancestor', { person: word(bytes, row.person) }, row.start + about.base);
        if (p < 0 || met.has(p)) continue;
        met.add(p);
        open.push(father[p] ?? -1, mother[p] ?? -1);
      }
    });
    return { father, mother, sex, relatives: rows.flatMap((row, i) => (row.typed > 0 ? [i] : [])), missing: about.target };
  }
}

interface Found {
  readonly shape: number;
  readonly sex: number;
  readonly start: number;
  readonly family: [number, number];
  readonly person: [number, number];
  readonly at: number;
}

class BatchBuilder {
  readonly #width: number;
  readonly #found: Found[] = [];
  readonly #families: number[] = [];
  #codes = new Uint16Array(1 << 16);
  used = 0;
  familyStart = 0;
  withoutReferences = 0;

  constructor(width: number) {
    this.#width = width;
  }

  /** Room for one more profile from `used` on. */
  room(): Uint16Array {
    if (this.used + this.#width > this.#codes.length) {
      const larger = new Uint16Array(2 * this.#codes.length);
      larger.set(this.#codes);
      this.#codes = larger;
    }
    return this.#codes;
  }

  keep(): void {
    this.used += this.#width;
  }

  beginFamily(hash: number, at: number): void {
    this.familyStart = this.used;
    this.#families.push(hash, at);
  }

  add(found: Found): void {
    this.#found.push(found);
  }

  done(bytes: Uint8Array, base: number): FamilyBatch {
    const found = this.#found;
    return {
      count: found.length,
      shapes: Int32Array.from(found, (f) => f.shape),
      sexes: Uint8Array.from(found, (f) => f.sex),
      starts: Int32Array.from(found, (f) => f.start),
      codes: this.#codes,
      rows: (candidate) => {
        const f = found[candidate];
        return { at: base + (f?.at ?? 0), family: word(bytes, f?.family ?? [0, 0]), person: word(bytes, f?.person ?? [0, 0]) };
      },
      withoutReferences: this.withoutReferences,
      families: this.#families,
    };
  }
}

const decoder = new TextDecoder('utf-8');

function word(bytes: Uint8Array, [from, to]: [number, number]): string {
  return decoder.decode(bytes.subarray(from, to)).replaceAll('""', '"').trim();
}

function isEqual(bytes: Uint8Array, a: readonly [number, number], b: readonly [number, number]): boolean {
  const length = a[1] - a[0];
  if (length !== b[1] - b[0]) return false;
  for (let i = 0; i < length; i++) if (bytes[a[0] + i] !== bytes[b[0] + i]) return false;
  return true;
}

/** A 53-bit number of a name (FNV-1a twice with different beginnings). */
function hashOf(bytes: Uint8Array, [from, to]: readonly [number, number]): number {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    low = Math.imul(low ^ byte, 0x01000193);
    high = Math.imul(high ^ byte, 0x85ebca6b) ^ (high >>> 13);
  }
  return (high >>> 11) * 4294967296 + (low >>> 0);
}
