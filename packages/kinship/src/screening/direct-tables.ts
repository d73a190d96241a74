import type { Seen } from './machine-marker.ts';
import type { RemainsIndex } from './remains-index.ts';
import { decodeObservation, type ScreenMarker } from './screen-marker.ts';
import type { TableStore } from './table-store.ts';

/**
 * Tables of a profile against others: P(observation | same person as this profile) / P(observation). With probability
 * `error` a marker is taken to say nothing (one of the two typings is wrong, or from another source): no single marker can
 * then make two profiles of one person impossible. Without error the ratio is P(both) / P(one, other), with theta as Balding
 * and Nichols 1994 (doi:10.1016/0379-0738(94)90222-4) have it: two strangers of one subpopulation share alleles too.
 */
export class DirectTables {
  readonly #markers: readonly ScreenMarker[];
  readonly #remains: RemainsIndex;
  readonly #error: number;
  readonly #theta: number;
  readonly #store: TableStore;

  constructor(input: { markers: readonly ScreenMarker[]; remains: RemainsIndex; error: number; theta: number; store: TableStore }) {
    this.#markers = input.markers;
    this.#remains = input.remains;
    this.#error = input.error;
    this.#theta = input.theta;
    this.#store = input.store;
  }

  /** Place in the store of the table of one observation at a marker. */
  tableOf(marker: number, code: number): number {
    const known = this.#store.find(marker, code);
    if (known >= 0) return known;
    const seen = this.#remains.seen[marker] ?? [];
    const at = this.#store.take(marker, code, 1 + seen.length);
    const freqs = this.#markers[marker]?.prepared.locus.freqs;
    const own = decodeObservation(this.#markers[marker]?.k ?? 0, code);
    seen.forEach((other, i) => {
      let ln = 0;
      if (own !== null && freqs !== undefined) {
        const both = meet(own, other);
        const same = both === null ? 0 : probabilityOf([both], { freqs, theta: this.#theta }) / probabilityOf([own, other], { freqs, theta: this.#theta });
        ln = Math.log((1 - this.#error) * same + this.#error);
      }
      this.#store.values[at + 1 + i] = ln;
    });
    this.#store.seal(at, marker);
    return at;
  }
}

/** P(what is seen of one person or of two strangers): the alleles are drawn in turn, each more probable the more often it was drawn. */
function probabilityOf(seen: readonly Seen[], { freqs, theta }: { readonly freqs: Float64Array; readonly theta: number }): number {
  const drawn: number[] = [];
  const draw = (allele: number): number => {
    const before = drawn.reduce((n, x) => n + (x === allele ? 1 : 0), 0);
    const p = (before * theta + (1 - theta) * (freqs[allele] ?? NaN)) / (1 + (drawn.length - 1) * theta);
    drawn.push(allele);
    return p;
  };
  const from = (i: number): number => {
    const one = seen[i];
    if (one === undefined) return 1;
    const kept = drawn.length;
    const genotype = (b: number): number => {
      const p = (one.a === b ? 1 : 2) * draw(one.a) * draw(b) * from(i + 1);
      drawn.length = kept;
      return p;
    };
    // One known allele: the other may be any.
    return one.b >= 0 ? genotype(one.b) : freqs.reduce((sum, _, x) => sum + genotype(x), 0);
  };
  return from(0);
}

/** What both observations say of one genotype; null when none fits both. */
function meet(a: Seen, b: Seen): Seen | null {
  if (a.b >= 0 && b.b >= 0) return a.a === b.a && a.b === b.b ? a : null;
  if (a.b < 0 && b.b < 0) return a.a === b.a ? a : { a: Math.min(a.a, b.a), b: Math.max(a.a, b.a) };
  const [full, part] = a.b >= 0 ? [a, b] : [b, a];
  return full.a === part.a || full.b === part.a ? full : null;
}
