import type { RowScanner } from './row-scanner.ts';

/** A cell of a row: its first byte stands in this field, the byte behind it in the next. */
export type CellField = 'personFrom' | 'fatherFrom' | 'motherFrom';
export type RowField = CellField | 'start' | 'personTo' | 'sex' | 'isMissing' | 'typed';

const place: Readonly<Record<RowField, number>> = { start: 0, personFrom: 1, personTo: 2, fatherFrom: 3, motherFrom: 5, sex: 7, isMissing: 8, typed: 9 };
const stride = 10;

/** The rows of one family as numbers, used again for the next. */
export class FamilyRows {
  #numbers = new Int32Array(64 * stride);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  /** Begins a row at this byte; `set` and `setCell` fill it. */
  begin(start: number): void {
    this.count += 1;
    if (this.count * stride > this.#numbers.length) {
      const larger = new Int32Array(2 * this.#numbers.length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.set('start', start);
  }

  set(field: RowField, value: number): void {
    this.#numbers[(this.count - 1) * stride + place[field]] = value;
  }

  /** Where a cell begins and ends; an empty one does both at 0. */
  setCell(field: CellField, scanner: RowScanner, column: number): void {
    const isEmpty = scanner.isEmpty(column);
    const at = (this.count - 1) * stride + place[field];
    this.#numbers[at] = isEmpty ? 0 : (scanner.cells[2 * column] ?? 0);
    this.#numbers[at + 1] = isEmpty ? 0 : (scanner.cells[2 * column + 1] ?? 0);
  }

  get(row: number, field: RowField): number {
    return this.#numbers[row * stride + place[field]] ?? 0;
  }

  getEnd(row: number, field: CellField): number {
    return this.#numbers[row * stride + place[field] + 1] ?? 0;
  }
}
