import { expect, test } from 'vitest';
import { defaultSettings } from '../evidence/parameters.ts';
import { inventedLists } from '../testing/invented-lists.ts';
import { weightBesidesName } from '../weigh/add-up.ts';
import { openMatching } from '../match/open-matching.ts';
import { gatherBuckets } from './buckets.ts';
import { boundsOf } from './open-bounds.ts';
import { searchBuckets } from './search-buckets.ts';

test.each([2, 4])('passing over groups by their bound loses nobody: the best equal those of the whole list, with codes of %i bytes', (bytes) => {
  const { missing, remains } = inventedLists(7, 400, 60);
  const { columns, tablesAt, index, birthdays } = openMatching(missing, remains, { settings: defaultSettings() });
  const buckets = gatherBuckets(columns, index.sureRoles);
  const { groups } = boundsOf({ ...buckets, leads: bytes === 2 ? buckets.leads : Int32Array.from(buckets.leads) }, index, birthdays);
  for (let at = 0; at < remains.length; at++) {
    const own = tablesAt(at);
    if (own === null) throw new Error('an individual has no tables');
    groups.open(own);
    const weights = missing.map((_, j) => weightBesidesName(own, columns, j)).sort((a, b) => b - a).slice(0, 10);
    const found = searchBuckets(own, columns, { groups, most: 10 }).map((j) => weightBesidesName(own, columns, j));
    expect(found).toEqual(weights);
  }
});
