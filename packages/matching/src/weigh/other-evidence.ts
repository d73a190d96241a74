import type { SearchEvidence } from '../candidates/search-evidence.ts';
import type { RowBounds } from '../candidates/row-bounds.ts';
import { searchBuckets } from '../candidates/search-buckets.ts';
import { birthdayCode, birthdayWeight } from '../evidence/birthday.ts';
import type { Matching } from '../match/open-matching.ts';
import type { StatedDate } from '../records/types.ts';
import { addUpAll, pairWeight } from './add-up.ts';
import type { RemainsTables } from './remains-tables.ts';

/** Everything besides what names say by themselves, for a search through the reports with the tables of one individual; `bounding` may hold what is weighed with names otherwise. */
export function otherEvidence(tables: RemainsTables, { columns, bounds }: Pick<Matching, 'columns' | 'bounds'>, bounding = tables): Pick<SearchEvidence, 'total' | 'bounds' | 'all' | 'highest'> {
  let own: RowBounds | null = null;
  const opened = (): RowBounds => {
    if (own === null) (own = bounds()).open(bounding);
    return own;
  };
  return {
    total: (report, name) => pairWeight(tables, columns, { report, name }),
    bounds: opened,
    all: (sums) => { addUpAll(tables, columns, sums); },
    highest: (most, wanted) => searchBuckets(tables, columns, { groups: opened().groups, most }, wanted),
  };
}

/** The day of birth as evidence beside a name: the day where reports state it, what that says, and the most that another can. */
export function birthdayEvidence(birth: StatedDate | null, { birthdays, settings }: Pick<Matching, 'birthdays' | 'settings'>): Pick<SearchEvidence, 'day' | 'dayWeight' | 'daysMost'> {
  const code = birthdayCode(birth);
  if (birth === null || code === 0) return nothingOfDays;
  // Month and day in the other order are the only other writing that may speak for a pair.
  const turned = birthdayWeight({ ...birth, month: 1, day: 2 }, { ...birth, month: 2, day: 1 }, settings.birthDayError);
  return { day: birthdays.of(code).length === 0 ? 0 : code, dayWeight: birthdayWeight(birth, birth, settings.birthDayError), daysMost: Math.max(0, turned) };
}

const nothingOfDays = { day: 0, dayWeight: 0, daysMost: 0 } as const;
