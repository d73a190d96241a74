import { birthdayCodes } from '../evidence/birthday.ts';
import { highestCode } from '../weigh/coded-rows.ts';
import type { ReportColumns } from '../weigh/report-columns.ts';
import { AskedPlaces } from './asked-places.ts';
import { gatherBuckets, tellingKinds, type Buckets } from './buckets.ts';
import { GroupBounds } from './group-bounds.ts';
import { RowBounds } from './row-bounds.ts';
import type { LaidOutPlaces, PlaceLists } from './place-lists.ts';
import { SearchKernel } from './search-kernel.ts';
import type { WordIndex } from './word-index.ts';

/** Places gathered at most, as many as so many times all places of words: 192 MiB at the most, of which what is not used costs nothing. */
const [gatheredTimes, mostGathered] = [64, 1 << 23] as const;

/** What searches of a list go by: made when it is first asked for, and then kept. */
export function openBounds(columns: ReportColumns, index: WordIndex, birthdays: PlaceLists): () => RowBounds {
  let made: RowBounds | null = null;
  return () => (made ??= boundsOf(gatherBuckets(columns, index.sureRoles), index, birthdays));
}

/** The same of reports that are gathered. */
export function boundsOf(buckets: Buckets, { wordPlaces: words }: WordIndex, birthdays: PlaceLists): RowBounds {
  const days = birthdays.laidOut(birthdayCodes);
  const kernel = kernelFor(buckets, words, days);
  return new RowBounds(new GroupBounds(buckets, kernel), new AskedPlaces({ words, days }, buckets, kernel));
}

function kernelFor(buckets: Buckets, words: LaidOutPlaces, days: LaidOutPlaces): SearchKernel {
  const { who, telling, order, leads } = buckets;
  return new SearchKernel({
    reports: order.length, words: words.starts.length - 1, lists: words.starts.length + days.starts.length - 2, entries: words.places.length + days.places.length,
    gathered: Math.max(words.places.length, Math.min(gatheredTimes * words.places.length, mostGathered)),
    buckets: buckets.count, places: 1 + highestCode(buckets.places), weeks: buckets.silentWeeks.length, groups: buckets.whos.length, whos: who.count, birthBits: who.birthBits, groupWhos: 1 + highestCode(buckets.whos),
    looks: buckets.looks.hair.length, marks: telling.marks.starts.length - 1, clothing: telling.clothing.starts.length - 1,
    kinds: tellingKinds.length, leadBytes: leads.BYTES_PER_ELEMENT === 2 ? 2 : 4,
  });
}
