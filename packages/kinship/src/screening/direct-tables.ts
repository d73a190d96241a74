import { unrelatedProbability, type Seen } from './machine-marker.ts';
import type { RemainsIndex } from './remains-index.ts';
import { decodeObservation, type ScreenMarker } from './screen-marker.ts';
import type { TableStore } from './table-store.ts';

/**
 * Tables of a profile against others: P(observation | same person as this profile) / P(observation). With probability
 * `error` a marker is taken to say nothing (one of the two typings is wrong, or from another source): no single marker can
 * then make two profiles of one person impossible. Without error the ratio is P(both) / (P(one) P(other)), Hardy-Weinberg.
 */
export class DirectTables {
  readonly #markers: readonly ScreenMarker[];
  readonly #remains: RemainsIndex;
  readonly #error: number;
  readonly #store: TableStore;

  constructor(input: { markers: readonly ScreenMarker[]; remains: RemainsIndex; error: number; store: TableStore }) {
    this.#markers = input.markers;
    this.#remains = input.remains;
    this.#error = input.error;
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
        const same = both === null ? 0 : unrelatedProbability(freqs, both) / (unrelatedProbability(freqs, own) * unrelatedProbability(freqs, other));
        ln = Math.log((1 - this.#error) * same + this.#error);
      }
      this.#store.values[at + 1 + i] = ln;
    });
    this.#store.seal(at, marker);
    return at;
  }
}

/** What both observations say of one genotype; null when none fits both. */
function meet(a: Seen, b: Seen): Seen | null {
  if (a.b >= 0 && b.b >= 0) return a.a === b.a && a.b === b.b ? a : null;
  if (a.b < 0 && b.b < 0) return a.a === b.a ? a : { a: Math.min(a.a, b.a), b: Math.max(a.a, b.a) };
  const [full, part] = a.b >= 0 ? [a, b] : [b, a];
  return full.a === part.a || full.b === part.a ? full : null;
}
