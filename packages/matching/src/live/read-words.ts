import { birthdayCode, birthdayWeight } from '../evidence/birthday.ts';
import { wordSlack } from '../candidates/search-by-bounds.ts';
import type { Matching } from '../match/open-matching.ts';
import type { FoundRemains, MissingReport } from '../records/types.ts';
import type { MarkerTables } from '../weigh/marker-tables.ts';
import { birthCodes } from '../weigh/report-columns.ts';
import { highest } from '../weigh/highest.ts';
import { mostOfMarker } from '../weigh/marker-tables.ts';

/** A report with a span of years fits the best of them at the most, and a little of the years beside them. */
const spanSlack = 0.3;

/** What was read for remains beside their bodies, in columns, so that what one report can gain by it is bounded for all at once. */
export class ReadWords {
  readonly #count: number;
  /** What a marker that contradicts its body adds at the most. */
  readonly #excess: Float64Array;
  readonly #isRead: Uint8Array;
  readonly #isNamed: Uint8Array;
  /** By sex of the report, three of each remains. */
  readonly #sex: Float64Array;
  /** What was written of the birth: number of its table, from 1. */
  readonly #written: Int32Array;
  readonly #tables: readonly Float32Array[];
  readonly #least: number;
  /** Day and month of birth that were read, by `birthdayCode`. */
  readonly #days: Int16Array;
  readonly #dayWeights = new Float64Array(dayCodes);

  constructor(rows: readonly FoundRemains[], markers: readonly (MarkerTables | null)[], names: readonly (readonly unknown[])[]) {
    this.#count = rows.length;
    this.#isRead = Uint8Array.from(markers, (marker) => (marker === null ? 0 : 1));
    this.#isNamed = Uint8Array.from(names, (list) => (list.length === 0 ? 0 : 1));
    this.#excess = Float64Array.from(markers, (marker) => (marker === null ? 0 : mostOfMarker(marker)));
    this.#sex = new Float64Array(3 * rows.length);
    markers.forEach((marker, place) => { if (marker !== null) this.#sex.set(marker.sex, 3 * place); });
    const numbers = new Map<Float32Array, number>();
    this.#written = Int32Array.from(markers, (marker) => {
      if (marker?.written == null) return 0;
      const number = numbers.get(marker.written) ?? numbers.size + 1;
      numbers.set(marker.written, number);
      return number;
    });
    this.#tables = [...numbers.keys()];
    // Between two reports nothing stands with another body, and what was read counts in full.
    this.#least = markers.some((marker) => marker?.model.misplaced === 0) ? -Infinity : 0;
    this.#days = Int16Array.from(rows, ({ birth }) => birthdayCode(birth));
  }

  /** Weighs the day of birth of one report with that of any remains, by place. Holds until the next report. */
  openBirthdays({ birth }: MissingReport, error: number): (place: number) => number {
    const [days, weights] = [this.#days, this.#dayWeights.fill(0)];
    if (birthdayCode(birth) === 0) return () => 0;
    for (let month = 1; month <= 12; month++) for (let day = 1; day <= 31; day++) weights[birthdayCode({ year: 0, month, day })] = birthdayWeight({ year: 0, month, day }, birth, error);
    return (place) => weights[days[place] as number] as number;
  }

  /**
   * Adds to `sums` the most that can be read for one report, log10.
   * @param names - the most that names say, of each remains @param birthdays - of `openBirthdays`
   */
  addBounds(sums: Float64Array, { columns }: Matching, { names, birthdays }: { readonly names: Float64Array; readonly birthdays: (place: number) => number }): void {
    const [code, sex] = [columns.birth[0] ?? 0, columns.sex[0] ?? 0];
    const written = new Float64Array(this.#tables.length + 1);
    this.#tables.forEach((table, at) => { written[at + 1] = code >= birthCodes ? highest(table) + spanSlack : (table[code] ?? 0); });
    const [isRead, isNamed, ofTable, bySex, excess, least] = [this.#isRead, this.#isNamed, this.#written, this.#sex, this.#excess, this.#least];
    for (let place = 0; place < this.#count; place++) {
      if (isRead[place] === 0) continue;
      const name = isNamed[place] === 0 ? 0 : (names[place] as number) + wordSlack;
      const read = name + birthdays(place) + (written[ofTable[place] as number] as number) + (bySex[3 * place + sex] as number);
      sums[place] = (sums[place] as number) + (excess[place] as number) + (read > least ? read : least);
    }
  }
}

/** Above every `birthdayCode`. */
const dayCodes = 32 * 13;
