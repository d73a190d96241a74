import { genotypeCode, singleAlleleCode } from '@imena/kinship';
import { cellKinds, makeLadder, readAllele, type Ladder } from './read-alleles.ts';
import type { ScreenPlan } from './plan.ts';
import { RefusedAt } from './refused-at.ts';
import type { RowScanner } from './row-scanner.ts';
import type { TableForm } from './table-form.ts';

/** Codes of one row's observations, marker by marker. */
export class ProfileReader {
  readonly #ladders: readonly Ladder[];
  readonly #columns: readonly { readonly name: string; readonly first: number; readonly second: number }[];
  readonly #single: ScreenPlan['singleAllele'];
  /** First and last column of the markers. */
  readonly #from: number;
  readonly #to: number;
  readonly #file: string;

  constructor(form: TableForm, plan: Pick<ScreenPlan, 'markers' | 'singleAllele'>) {
    this.#file = form.file;
    this.#single = plan.singleAllele;
    this.#ladders = plan.markers.map((m) => makeLadder(m.alleles));
    this.#columns = plan.markers.map((m) => form.markers.find((f) => f.name === m.name) ?? { name: m.name, first: -1, second: -1 });
    const columns = this.#columns.flatMap((c) => [c.first, c.second]).filter((c) => c >= 0);
    this.#from = Math.min(...columns);
    this.#to = Math.max(...columns);
  }

  /** Writes the codes of the present row from `at` on; gives the number of typed markers. */
  read(scanner: RowScanner, codes: Uint16Array, at: number): number {
    if (this.#isUntyped(scanner)) {
      codes.fill(0, at, at + this.#ladders.length);
      return 0;
    }
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

  /** Whether nothing but separators stands where the markers are, as in the row of anybody without a profile. */
  #isUntyped({ cells, count }: RowScanner): boolean {
    return count > this.#to && (cells[2 * this.#to + 1] ?? 0) - (cells[2 * this.#from] ?? 0) === this.#to - this.#from;
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
