import type { Json } from '@imena/problem';
import { agreedValue, type ListItem, type Subject } from '@imena/record';
import { reasonsAgainst, type AgainstReason } from '../reassociation/reasons-against.ts';
import type { Specimen } from '../reassociation/types.ts';
import { sizedBag, sizesBetween, type SizeReason } from './size-of-parts.ts';

/** Two bags whose profiles a run found to be of one person. */
export interface SameProfile {
  readonly a: string;
  readonly b: string;
  readonly log10Lr: number;
}

/** What a person said of two bags. */
export interface StatedPair {
  readonly entry: string;
  readonly on: string;
  readonly verdict: 'together' | 'apart';
  readonly by: string;
  readonly at: string;
  readonly ground: string | null;
  readonly reason: string;
}

/** Two bags that may hold parts of one individual; a person decides. */
export interface PartsProposal {
  readonly a: string;
  readonly b: string;
  /**
   * `dna`: one profile; `joint`: two bones were laid together and fit; `complement`: out of one grave, and their bones complete
   * each other; `size`: of no known grave, and of one size; `stated`: only people said it.
   */
  readonly basis: 'dna' | 'joint' | 'complement' | 'size' | 'stated';
  /** What the profiles say together; null where no run compared them. */
  readonly log10Lr: number | null;
  /** What sizes and joints say, with each of them; null where nothing was measured or tried. */
  readonly sizes: { readonly log10Lr: number; readonly reasons: readonly SizeReason[] } | null;
  readonly against: readonly AgainstReason[];
  readonly stated: readonly StatedPair[];
}

/** The bones of one bag, as they are counted. */
export interface Bag {
  readonly specimens: readonly Specimen[];
  readonly rests: 'inventory' | 'assumed_whole' | 'nothing' | 'disputed';
}

/** Sizes alone propose from ten times more probable in one person on, and hold apart what only completes itself from as much against. */
const leastBySize = 1;
/** People of one size are common: of a bag no more than its best fitting others are proposed by size alone. */
const mostBySize = 3;

/**
 * Pairs of bags that may hold parts of one individual, the undecided first, each with what speaks for and against it.
 * What sizes say is shown beside every pair, whatever it is proposed on.
 */
export function proposeParts({ remains, same }: { readonly remains: readonly Subject[]; readonly same: readonly SameProfile[] }, bags: ReadonlyMap<string, Bag>): PartsProposal[] {
  const found = new Map<string, PartsProposal>();
  const stated = statedPairs(remains);
  const sized = new Map(remains.map((bag) => [bag.id, { id: bag.id, ...sizedBag(bag) }]));
  const sizesOf = (pair: readonly [string, string]): PartsProposal['sizes'] => {
    const [one, other] = [sized.get(pair[0]), sized.get(pair[1])];
    const sizes = one === undefined || other === undefined ? null : sizesBetween(one, other);
    return sizes === null || sizes.reasons.length === 0 ? null : sizes;
  };
  /** @param more.sizes - where they were weighed already */
  const add = (pair: readonly [string, string], { basis, log10Lr, sizes }: Pick<PartsProposal, 'basis'> & { readonly log10Lr?: number; readonly sizes?: PartsProposal['sizes'] }): void => {
    const key = pair.join(' ');
    const [left, right] = [bags.get(pair[0]), bags.get(pair[1])];
    if (found.has(key) || left === undefined || right === undefined) return;
    found.set(key, { a: pair[0], b: pair[1], basis, log10Lr: log10Lr ?? null, sizes: sizes === undefined ? sizesOf(pair) : sizes, against: reasonsAgainst(left.specimens, right.specimens, []), stated: stated.get(key) ?? [] });
  };
  for (const { a, b, log10Lr } of same) add(inOrder(a, b), { basis: 'dna', log10Lr });
  for (const { id, fits } of sized.values()) for (const fit of fits) if (fit.reason.log10Lr > 0) add(inOrder(id, fit.with), { basis: 'joint' });
  const bySize: { readonly pair: readonly [string, string]; readonly sizes: PartsProposal['sizes']; readonly log10Lr: number }[] = [];
  remains.forEach((one, i) => {
    for (const other of remains.slice(i + 1)) {
      const together = mayBeParts(one, other, bags);
      if (together === null) continue;
      const pair = inOrder(one.id, other.id);
      const sizes = sizesOf(pair);
      const log10Lr = sizes?.log10Lr ?? 0;
      if (together === 'complement') { if (log10Lr > -leastBySize) add(pair, { basis: 'complement', sizes }); }
      else if (log10Lr >= leastBySize) bySize.push({ pair, sizes, log10Lr });
    }
  });
  const proposed = new Map<string, number>();
  for (const { pair, sizes } of bySize.sort((x, y) => y.log10Lr - x.log10Lr || (x.pair.join(' ') < y.pair.join(' ') ? -1 : 1))) {
    if (pair.some((id) => (proposed.get(id) ?? 0) >= mostBySize)) continue;
    for (const id of pair) proposed.set(id, (proposed.get(id) ?? 0) + 1);
    add(pair, { basis: 'size', sizes });
  }
  for (const key of stated.keys()) {
    const [a = '', b = ''] = key.split(' ');
    add([a, b], { basis: 'stated' });
  }
  const weight = ({ log10Lr, sizes }: PartsProposal): number => log10Lr ?? sizes?.log10Lr ?? 0;
  return [...found.values()].sort((x, y) => Number(x.stated.length > 0) - Number(y.stated.length > 0) || Number(y.basis === 'dna') - Number(x.basis === 'dna') || weight(y) - weight(x) || (x.a + x.b < y.a + y.b ? -1 : 1));
}

/** How remains are recorded of which more may lie in another bag. */
const parts = ['body_part', 'fragments', 'partial'];

/**
 * Both listed, nothing against it, and one of them only a part: out of one grave they complete each other; where no grave is
 * known of either (bones of a surface, a store, a spoil heap) only sizes can propose them.
 */
function mayBeParts(a: Subject, b: Subject, bags: ReadonlyMap<string, Bag>): 'complement' | 'size' | null {
  const grave = agreedValue(a, 'grave');
  const [left, right] = [bags.get(a.id), bags.get(b.id)];
  if (grave !== agreedValue(b, 'grave') || left?.rests !== 'inventory' || right?.rests !== 'inventory') return null;
  const isPart = [a, b].some((bag) => parts.some((completeness) => completeness === agreedValue(bag, 'completeness')));
  if (!isPart || reasonsAgainst(left.specimens, right.specimens, []).length > 0) return null;
  return grave === undefined ? 'size' : 'complement';
}

/** A pair of bags has one key, from whichever side it is named. */
function inOrder(a: string, b: string): readonly [string, string] {
  return a < b ? [a, b] : [b, a];
}

function statedPairs(remains: readonly Subject[]): Map<string, StatedPair[]> {
  const pairs = new Map<string, StatedPair[]>();
  const add = (bag: Subject, item: ListItem, verdict: StatedPair['verdict'], other: Json | undefined): void => {
    if (typeof other !== 'string') return;
    const key = inOrder(bag.id, other).join(' ');
    const { ground, explanation } = item.value;
    pairs.set(key, [...(pairs.get(key) ?? []), { entry: item.entry, on: bag.id, verdict, by: item.by, at: item.at, ground: typeof ground === 'string' ? ground : null, reason: typeof explanation === 'string' ? explanation : '' }]);
  };
  for (const bag of remains) {
    for (const item of bag.lists['reassociations'] ?? []) add(bag, item, 'together', item.value['with']);
    for (const item of bag.lists['keptApart'] ?? []) add(bag, item, 'apart', item.value['from']);
  }
  return pairs;
}
