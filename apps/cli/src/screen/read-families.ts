import type { Candidates, FamilyStructure } from '@imena/kinship';
import { FamilyRows, type CellField } from './family-rows.ts';
import type { ScreenPlan } from './plan.ts';
import { ProfileReader, readSex } from './read-profile.ts';
import { RefusedAt } from './refused-at.ts';
import { RowScanner, textOf } from './row-scanner.ts';
import { ShapeNumbers } from './shape-numbers.ts';
import type { TableForm } from './table-form.ts';
import { WordValues } from './word-values.ts';

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
  /** First byte of the candidate's row in the file. */
  readonly placeOf: (candidate: number) => number;
  readonly withoutReferences: number;
  /** Hash and first byte of each family. */
  readonly families: readonly number[];
}

/** Reads families, row by row, into candidates for a screen. Makes no objects a row: a file has tens of millions of them. */
export class FamilyReader {
  readonly #form: TableForm;
  readonly #profiles: ProfileReader;
  readonly #width: number;
  readonly #shapeOf: (structure: FamilyStructure) => number;
  readonly #shapes = new ShapeNumbers();
  readonly #sexes = new WordValues(readSex);
  readonly #statuses = new WordValues((text) => (missingWords.has(text.toLowerCase()) ? 1 : otherWords.has(text.toLowerCase()) ? 0 : -1));
  readonly #rows = new FamilyRows();

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
    const rows = this.#rows;
    let [nameFrom, nameTo] = [0, 0];
    rows.clear();
    while (scanner.next(true)) {
      const from = scanner.cells[2 * family] ?? 0;
      const to = scanner.cells[2 * family + 1] ?? 0;
      if (rows.count === 0 || !isEqual(bytes, from, to, nameFrom, nameTo)) {
        if (rows.count > 0) this.#addFamily(bytes, batch, { from: nameFrom, to: nameTo, base: range.base });
        rows.clear();
        if (scanner.rowStart >= range.to) return batch.done(bytes, range.base);
        if (from === to) this.#fail('screen.empty_cell', { column: 'family' }, scanner.rowStart + range.base);
        [nameFrom, nameTo] = [from, to];
        batch.beginFamily(hashOf(bytes, from, to), scanner.rowStart + range.base);
      }
      this.#readRow(scanner, batch, range.base);
    }
    if (rows.count > 0) this.#addFamily(bytes, batch, { from: nameFrom, to: nameTo, base: range.base });
    return batch.done(bytes, range.base);
  }

  #fail(code: string, details: Readonly<Record<string, string | number>>, at: number): never {
    throw new RefusedAt(code, details, { file: this.#form.file, at });
  }

  #readRow(scanner: RowScanner, batch: BatchBuilder, base: number): void {
    const { person, father, mother, sex, missing } = this.#form.named;
    const start = scanner.rowStart;
    if (scanner.count !== this.#form.columns) this.#fail('screen.cells', { cells: scanner.count, columns: this.#form.columns }, start + base);
    if (scanner.isEmpty(person)) this.#fail('screen.empty_cell', { column: 'person' }, start + base);
    const sexCode = sex < 0 ? 0 : this.#sexes.of(scanner, sex);
    if (sexCode < 0) this.#fail('screen.sex', { value: scanner.text(sex) }, start + base);
    const status = missing < 0 ? 0 : this.#statuses.of(scanner, missing);
    if (status < 0) this.#fail('screen.status', { value: scanner.text(missing).toLowerCase() }, start + base);
    let typed = 0;
    try {
      typed = this.#profiles.read(scanner, batch.room(), batch.used);
    } catch (error) {
      throw error instanceof RefusedAt ? error.movedBy(base) : error;
    }
    if (typed > 0) batch.keep();
    if (status === 1 && typed > 0) this.#fail('screen.missing_typed', { person: scanner.text(person) }, start + base);
    const rows = this.#rows;
    rows.begin(start);
    rows.setCell('personFrom', scanner, person);
    rows.setCell('fatherFrom', scanner, father);
    rows.setCell('motherFrom', scanner, mother);
    rows.set('sex', sexCode);
    rows.set('isMissing', status);
    rows.set('typed', typed);
  }

  #addFamily(bytes: Uint8Array, batch: BatchBuilder, name: { readonly from: number; readonly to: number; readonly base: number }): void {
    const rows = this.#rows;
    const start = batch.familyStart;
    let targets = 0;
    let typed = 0;
    for (let i = 0; i < rows.count; i++) {
      targets += rows.get(i, 'isMissing');
      typed += rows.get(i, 'typed');
    }
    if (targets === 0) return;
    if (typed === 0) {
      batch.withoutReferences += targets;
      return;
    }
    const key = this.#shapes.begin(2 + 4 * rows.count);
    key[1] = rows.count;
    for (let i = 0; i < rows.count; i++) {
      for (let j = 0; j < i; j++)
        if (this.#isSamePerson(bytes, j, i, 'personFrom')) this.#fail('screen.person_twice', { person: this.#word(bytes, i, 'personFrom') }, rows.get(i, 'start') + name.base);
      key[4 * i + 2] = this.#find(bytes, i, 'fatherFrom', name.base);
      key[4 * i + 3] = this.#find(bytes, i, 'motherFrom', name.base);
      key[4 * i + 4] = rows.get(i, 'sex');
      key[4 * i + 5] = rows.get(i, 'typed') > 0 ? 1 : 0;
    }
    for (let i = 0; i < rows.count; i++) {
      if (rows.get(i, 'isMissing') === 0) continue;
      key[0] = i;
      let shape = this.#shapes.find();
      if (shape < 0) {
        shape = this.#shapeOf(this.#structure(bytes, key, name.base));
        this.#shapes.add(shape);
      }
      batch.add([shape, rows.get(i, 'sex'), start, name.from, name.to, rows.get(i, 'personFrom'), rows.get(i, 'personTo'), rows.get(i, 'start')]);
    }
  }

  /** The row of the family that is the parent of row i; -1 where none is named. */
  #find(bytes: Uint8Array, i: number, parent: 'fatherFrom' | 'motherFrom', base: number): number {
    const rows = this.#rows;
    if (rows.get(i, parent) === rows.getEnd(i, parent)) return -1;
    for (let j = 0; j < rows.count; j++) if (this.#isSamePerson(bytes, j, i, parent)) return j;
    this.#fail('screen.parent_unknown', { person: this.#word(bytes, i, 'personFrom'), parent: this.#word(bytes, i, parent) }, rows.get(i, 'start') + base);
  }

  /** Whether row j is the person named in a cell of row i. */
  #isSamePerson(bytes: Uint8Array, j: number, i: number, cell: CellField): boolean {
    const rows = this.#rows;
    return isEqual(bytes, rows.get(j, 'personFrom'), rows.get(j, 'personTo'), rows.get(i, cell), rows.getEnd(i, cell));
  }

  #word(bytes: Uint8Array, i: number, cell: CellField): string {
    return textOf(bytes, this.#rows.get(i, cell), this.#rows.getEnd(i, cell));
  }

  /** Completes and checks a shape; only its first family is looked at, the others are equal. */
  #structure(bytes: Uint8Array, key: Int32Array, base: number): FamilyStructure {
    const rows = this.#rows;
    const each = Array.from({ length: rows.count }, (_, i) => i);
    const father = each.map((i) => key[4 * i + 2] ?? -1);
    const mother = each.map((i) => key[4 * i + 3] ?? -1);
    const sex: FamilyStructure['sex'][number][] = each.map((i) => sexNames[rows.get(i, 'sex')] ?? 'unknown');
    const refuse = (code: string, i: number): never => this.#fail(code, { person: this.#word(bytes, i, 'personFrom') }, rows.get(i, 'start') + base);
    for (const i of each) {
      const f = father[i] ?? -1;
      const m = mother[i] ?? -1;
      if (f < 0 && m < 0) continue;
      if (f === m || sex[f] === 'female' || sex[m] === 'male') refuse('screen.parent_sex', i);
      if (f >= 0 && m >= 0) continue;
      // A parent known alone has an untyped, unnamed partner.
      (f < 0 ? father : mother)[i] = sex.push(f < 0 ? 'male' : 'female') - 1;
      father.push(-1);
      mother.push(-1);
    }
    for (const i of each) {
      const open = [father[i] ?? -1, mother[i] ?? -1];
      const met = new Set<number>();
      for (let p = open.pop(); p !== undefined; p = open.pop()) {
        if (p === i) refuse('screen.own_ancestor', i);
        if (p < 0 || met.has(p)) continue;
        met.add(p);
        open.push(father[p] ?? -1, mother[p] ?? -1);
      }
    }
    return { father, mother, sex, relatives: each.filter((i) => rows.get(i, 'typed') > 0), missing: key[0] ?? -1 };
  }
}

/** Numbers a candidate has, in this order: shape, sex, first code, family's name from and to, person's name from and to, first byte of the row. */
const candidateNumbers = 8;

class BatchBuilder {
  readonly #width: number;
  #found = new Int32Array(1 << 12);
  #count = 0;
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

  add(numbers: readonly number[]): void {
    const at = candidateNumbers * this.#count++;
    if (at + candidateNumbers > this.#found.length) {
      const larger = new Int32Array(2 * this.#found.length);
      larger.set(this.#found);
      this.#found = larger;
    }
    this.#found.set(numbers, at);
  }

  done(bytes: Uint8Array, base: number): FamilyBatch {
    const count = this.#count;
    const of = (candidate: number, number: number): number => this.#found[candidateNumbers * candidate + number] ?? 0;
    return {
      count,
      shapes: Int32Array.from({ length: count }, (_, i) => of(i, 0)),
      sexes: Uint8Array.from({ length: count }, (_, i) => of(i, 1)),
      starts: Int32Array.from({ length: count }, (_, i) => of(i, 2)),
      codes: this.#codes,
      rows: (candidate) => ({ at: base + of(candidate, 7), family: textOf(bytes, of(candidate, 3), of(candidate, 4)), person: textOf(bytes, of(candidate, 5), of(candidate, 6)) }),
      placeOf: (candidate) => base + of(candidate, 7),
      withoutReferences: this.withoutReferences,
      families: this.#families,
    };
  }
}

function isEqual(bytes: Uint8Array, from: number, to: number, otherFrom: number, otherTo: number): boolean {
  if (to - from !== otherTo - otherFrom) return false;
  for (let i = 0; i < to - from; i++) if (bytes[from + i] !== bytes[otherFrom + i]) return false;
  return true;
}

/** A 53-bit number of a name (FNV-1a twice with different beginnings). */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] ?? 0;
    low = Math.imul(low ^ byte, 0x01000193);
    high = Math.imul(high ^ byte, 0x85ebca6b) ^ (high >>> 13);
  }
  return (high >>> 11) * 4294967296 + (low >>> 0);
}
