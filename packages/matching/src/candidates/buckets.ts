import type { TableKind } from '../weigh/remains-tables.ts';
import type { ReportColumns } from '../weigh/report-columns.ts';
import { highestCode, rowsOf, type Codes } from '../weigh/coded-rows.ts';
import { placesByKey, type LaidOutPlaces } from './place-lists.ts';
import { leadWidth } from './search-kernel.ts';
import { groupBits, WhoCodes } from './who-codes.ts';
import { lasting } from '../evidence/room.ts';

/** Kinds of which a few codes say much and most say little. */
export const tellingKinds = ['numbers', 'teeth', 'belongings', 'marks', 'clothing'] as const satisfies readonly TableKind[];
export type TellingKind = (typeof tellingKinds)[number];
/** Those of them that nearly every report states: they are asked of each that a search comes to, exactly. */
export const leadingKinds = ['marks', 'clothing'] as const satisfies readonly TellingKind[];

/** Who has each code of one kind: of code c `places[starts[c]] .. places[starts[c + 1]]`, in the order of buckets. */
export type CodedRows = LaidOutPlaces;

/** Service, hair and eyes as one code: few are different. */
export interface Looks {
  readonly military: Uint8Array;
  readonly hair: Uint8Array;
  readonly eyes: Uint8Array;
}

/** Reports gathered by place and week of last seen and sex, in these by who they ask for (`WhoCodes`), so that whole groups can be passed over by a bound. */
export interface Buckets {
  readonly order: Int32Array;
  /** By place in that order the codes of who, looks and `leadingKinds`, which are asked first: so few bytes stay near at hand. */
  readonly leads: Codes;
  readonly count: number;
  /** Groups of bucket b: `groups[b] .. groups[b + 1]`. */
  readonly groups: Int32Array;
  readonly places: Int32Array;
  readonly weeks: Int32Array;
  readonly sexes: Uint8Array;
  /** Reports of group g: `order[starts[g] .. starts[g + 1])`, with codes of who that begin alike. */
  readonly starts: Int32Array;
  readonly whos: Int32Array;
  /** By place in that order the codes of looks, height, day last seen and `tellingKinds` side by side, so that a bucket is read from end to end. */
  readonly rows: Codes;
  /** Of each report its bucket, its place in that order and its codes of `leadingKinds`. */
  readonly bucketOf: Int32Array;
  readonly placeOf: Int32Array;
  readonly marksOf: Int32Array;
  readonly clothingOf: Int32Array;
  readonly who: WhoCodes;
  /** Codes of days last seen lie below it. */
  readonly seenCodes: number;
  readonly telling: Readonly<Record<TellingKind, CodedRows>>;
  readonly looks: Looks;
  /** Weeks of which nothing was found. */
  readonly silentWeeks: Float32Array;
}

const days = 7;
/** Codes of a lead (`leadWidth`). */
export const [marksAtLead, clothingAtLead] = [2, 3] as const;
/** Codes of a row; what follows looks, height and day last seen are those of `tellingKinds`. */
export const rowWidth = 8;
export const [lookAtRow, heightAtRow, seenAtRow, tellingAtRow] = [0, 1, 2, 3] as const;

/** Gathers the reports of a list. Cost: one sort. @param sureRoles - by report (`WordIndex`) */
export function gatherBuckets(columns: ReportColumns, sureRoles: Uint8Array): Buckets {
  const weeks = Int32Array.from(columns.seen, (code) => Math.ceil(code / days));
  const { place, sex, birth } = columns;
  const who = new WhoCodes(birth, sureRoles);
  const by = (column: ArrayLike<number>, a: number, b: number): number => (column[a] ?? 0) - (column[b] ?? 0);
  const order = Int32Array.from({ length: columns.count }, (_, i) => i).sort((a, b) => by(place, a, b) || by(weeks, a, b) || by(sex, a, b) || by(who.codes, a, b) || a - b);
  const buckets: number[] = [];
  const groups: number[] = [];
  const starts: number[] = [];
  const [bucketOf, placeOf] = [new Int32Array(columns.count), new Int32Array(columns.count)];
  order.forEach((report, at) => {
    const before = order[at - 1];
    const isSame = (column: ArrayLike<number>): boolean => before !== undefined && column[before] === column[report];
    const isBucket = !isSame(place) || !isSame(weeks) || !isSame(sex);
    if (isBucket) {
      buckets.push(report);
      groups.push(starts.length);
    }
    if (isBucket || before === undefined || (who.codes[before] ?? 0) >> groupBits !== (who.codes[report] ?? 0) >> groupBits) starts.push(at);
    bucketOf[report] = buckets.length - 1;
    placeOf[report] = at;
  });
  groups.push(starts.length);
  const whos = Int32Array.from(starts, (at) => (who.codes[order[at] ?? 0] ?? 0) >> groupBits);
  starts.push(columns.count);
  const ofOrder = (column: ArrayLike<number>) => (report: number): number => column[report] ?? 0;
  const looks = looksOf(columns);
  const inOrder = (all: readonly ArrayLike<number>[]): Int32Array[] => all.map((column) => order.map(ofOrder(column)));
  const leads = rowsOf(inOrder([who.codes, looks.codes, ...leadingKinds.map((kind) => columns[kind])]), leadWidth);
  const coded = (kind: TellingKind): CodedRows => {
    const codes = order.map(ofOrder(columns[kind]));
    return placesByKey(codes, 1 + highestCode(codes));
  };
  return {
    order, leads, count: buckets.length, groups: Int32Array.from(groups), places: Int32Array.from(buckets, ofOrder(place)), weeks: Int32Array.from(buckets, ofOrder(weeks)), sexes: Uint8Array.from(buckets, ofOrder(sex)),
    starts: Int32Array.from(starts), whos, bucketOf, placeOf, who, marksOf: columns.marks, clothingOf: columns.clothing, rows: rowsOf(inOrder([looks.codes, columns.height, columns.seen, ...tellingKinds.map((kind) => columns[kind])]), rowWidth),
    seenCodes: 1 + highestCode(columns.seen),
    telling: { numbers: coded('numbers'), teeth: coded('teeth'), marks: coded('marks'), clothing: coded('clothing'), belongings: coded('belongings') },
    looks,
    silentWeeks: new Float32Array(1 + highestCode(weeks)),
  };
}

function looksOf({ military, hair, eyes, count }: ReportColumns): Looks & { readonly codes: Int32Array } {
  const numbers = new Map<number, number>();
  const codes = Int32Array.from({ length: count }, (_, report) => {
    const look = ((military[report] ?? 0) << 16) | ((hair[report] ?? 0) << 8) | (eyes[report] ?? 0);
    const known = numbers.get(look) ?? numbers.size;
    numbers.set(look, known);
    return known;
  });
  const looks = [...numbers.keys()];
  return { codes, military: Uint8Array.from(looks, (look) => look >> 16), hair: Uint8Array.from(looks, (look) => (look >> 8) & 0xff), eyes: Uint8Array.from(looks, (look) => look & 0xff) };
}

/** Tables of days that many individuals share are gathered into weeks once. */
const weeksKnown = new WeakMap<Float32Array, Float32Array>();

/** Highest weight of each week; week 0 = not reported, neutral. */
export function weekBounds(seen: Float32Array | null, { silentWeeks }: Buckets): Float32Array {
  if (seen === null) return silentWeeks;
  const known = weeksKnown.get(seen);
  if (known !== undefined) return known;
  const bounds = lasting.floats(Math.ceil((seen.length - 1) / days) + 1).fill(-Infinity);
  bounds[0] = 0;
  for (let code = 1; code < seen.length; code++) {
    const week = Math.ceil(code / days);
    bounds[week] = Math.max(bounds[week] ?? -Infinity, seen[code] ?? 0);
  }
  weeksKnown.set(seen, bounds);
  return bounds;
}
