import { highestCode } from '../weigh/coded-rows.ts';
import type { ReportColumns } from '../weigh/report-columns.ts';
import { AskedPlaces } from './asked-places.ts';
import { gatherBuckets, tellingKinds, type Buckets } from './buckets.ts';
import { GroupBounds } from './group-bounds.ts';
import { RowBounds } from './row-bounds.ts';
import { SearchKernel } from './search-kernel.ts';
import type { WordIndex } from './word-index.ts';

/** Places gathered at most, as many as so many times all places of words: 192 MiB at the most, of which what is not used costs nothing. */
const [gatheredTimes, mostGathered] = [64, 1 << 23] as const;

/** What searches of a list go by: made when it is first asked for, and then kept. */
export function openBounds(columns: ReportColumns, index: WordIndex): () => RowBounds {
  let made: RowBounds | null = null;
  return () => (made ??= boundsOf(gatherBuckets(columns, index.sureRoles), index));
}

/** The same of reports that are gathered. */
export function boundsOf(buckets: Buckets, index: WordIndex): RowBounds {
  const kernel = kernelFor(buckets, index);
  return new RowBounds(new GroupBounds(buckets, kernel), new AskedPlaces(index.wordPlaces, buckets, kernel));
}

function kernelFor(buckets: Buckets, { wordPlaces: { starts, places } }: WordIndex): SearchKernel {
  const { who, telling, order, leads } = buckets;
  return new SearchKernel({
    reports: order.length, words: starts.length - 1, entries: places.length,
    gathered: Math.max(places.length, Math.min(gatheredTimes * places.length, mostGathered)),
    buckets: buckets.count, groups: buckets.whos.length, whos: who.count, birthBits: who.birthBits, groupWhos: 1 + highestCode(buckets.whos),
    looks: buckets.looks.hair.length, marks: telling.marks.starts.length - 1, clothing: telling.clothing.starts.length - 1,
    kinds: tellingKinds.length, leadBytes: leads.BYTES_PER_ELEMENT === 2 ? 2 : 4,
  });
}
