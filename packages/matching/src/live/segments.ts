/** Rows that were opened together, and which of them were corrected or taken away since. */
export interface Segment<Row, Opened> {
  readonly rows: readonly Row[];
  readonly opened: Opened;
  /** 1 for each row that does not count any more. */
  readonly gone: Uint8Array;
}

/** So many rows that came last are opened anew with each that comes; so many then make a segment that stays. */
const mostFresh = 32;
const mostRecent = 1024;

/**
 * A long list that is opened once, with the first question, and beside it the rows that came since, in few short lists that are opened like the
 * long one. A row that comes costs opening the shortest of them, when the next question is asked; every question is asked
 * of each. What was corrected or removed stays in the list where it stood and is passed over.
 */
export class Segments<Row extends { readonly id: string }, Opened> {
  readonly #open: (rows: readonly Row[]) => Opened;
  readonly #rows = new Map<string, Row>();
  #segments: Segment<Row, Opened>[] = [];
  /** Not opened yet. */
  #fresh = new Map<string, Row>();
  /** Whether the last two of the segments are still being filled. */
  #isFilling = { recent: false, fresh: false };
  #isOpened = false;
  #isLongOpened = false;
  /** Where each row stands that is opened. */
  readonly #at = new Map<string, { readonly segment: Segment<Row, Opened>; readonly place: number }>();

  constructor(rows: readonly Row[], open: (rows: readonly Row[]) => Opened) {
    this.#open = open;
    for (const row of rows) this.#rows.set(row.id, row);
  }

  get size(): number {
    return this.#rows.size;
  }

  get(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  rows(): Row[] {
    return [...this.#rows.values()];
  }

  /** Adds a row, or puts it in the place of the one with its id. */
  put(row: Row): void {
    this.#retire(row.id);
    this.#rows.set(row.id, row);
    this.#fresh.set(row.id, row);
    this.#isOpened = false;
  }

  /** False where there was none. */
  remove(id: string): boolean {
    this.#retire(id);
    if (this.#fresh.delete(id)) this.#isOpened = false;
    return this.#rows.delete(id);
  }

  /** Everything opened, the long list first. */
  opened(): readonly Segment<Row, Opened>[] {
    if (this.#isOpened) return this.#segments;
    this.#isOpened = true;
    this.#openLong();
    if (this.#isFilling.fresh) this.#segments.pop();
    this.#isFilling.fresh = this.#fresh.size > 0 && this.#fresh.size <= mostFresh;
    if (this.#fresh.size > mostFresh) {
      const before = this.#isFilling.recent ? this.#segments.pop() : undefined;
      const kept = before?.rows.filter((_, place) => before.gone[place] === 0) ?? [];
      const rows = [...kept, ...this.#fresh.values()];
      this.#fresh = new Map();
      this.#isFilling.recent = rows.length < mostRecent;
      this.#add(rows);
    } else if (this.#fresh.size > 0) this.#add([...this.#fresh.values()]);
    return this.#segments;
  }

  /** Rows that came or were corrected before the first question are opened beside it. */
  #openLong(): void {
    if (this.#isLongOpened) return;
    this.#isLongOpened = true;
    const rows = this.rows().filter(({ id }) => !this.#fresh.has(id));
    if (rows.length > 0) this.#add(rows);
  }

  #add(rows: readonly Row[]): void {
    const segment = { rows, opened: this.#open(rows), gone: new Uint8Array(rows.length) };
    this.#segments.push(segment);
    rows.forEach(({ id }, place) => this.#at.set(id, { segment, place }));
  }

  #retire(id: string): void {
    const at = this.#at.get(id);
    if (at !== undefined) at.segment.gone[at.place] = 1;
    this.#at.delete(id);
  }
}
