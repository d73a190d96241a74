import { daysInMonth, valueSpan, type Span } from './edtf-span.ts';
import type { Edtf, EdtfDate, EdtfInterval, EdtfPoint } from './edtf-types.ts';
import { refuse } from './problem.ts';

/** Orders dates by earliest day, then latest day, then text; what has no earliest day comes first. */
export function compareEdtf(a: Edtf, b: Edtf): number {
  return (
    compareText(a.earliest ?? '', b.earliest ?? '') ||
    compareText(a.latest ?? '\uffff', b.latest ?? '\uffff') ||
    compareText(a.text, b.text)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Whether two dates can be the same time: `yes` when their days meet; `perhaps` when they do not meet but one of them
 * is stated as approximate or uncertain; `no` otherwise. How far "about" reaches is nowhere stated, so it is not guessed.
 */
export function edtfOverlaps(a: Edtf, b: Edtf): 'yes' | 'perhaps' | 'no' {
  const bSpans = memberSpans(b);
  if (memberSpans(a).some((x) => bSpans.some((y) => meet(x, y)))) return 'yes';
  return a.approximate || a.uncertain || b.approximate || b.uncertain ? 'perhaps' : 'no';
}

/**
 * How far two dates say the same: `same`; `within` where every day that one can mean is a day of the other (a year and a
 * day of it); `overlap` where some are; otherwise as `edtfOverlaps` answers. Two moments are the same or not.
 */
export function edtfAgreement(a: Edtf, b: Edtf): 'same' | 'within' | 'overlap' | 'perhaps' | 'no' {
  if (a.text === b.text) return 'same';
  if (a.value.kind === 'instant' && b.value.kind === 'instant' && (a.value.offset === '') === (b.value.offset === '')) {
    return Date.parse(a.text) === Date.parse(b.text) ? 'same' : 'no';
  }
  const overlaps = edtfOverlaps(a, b);
  if (overlaps !== 'yes') return overlaps;
  return covers(a, b) || covers(b, a) ? 'within' : 'overlap';
}

function covers(outer: Edtf, inner: Edtf): boolean {
  const spans = memberSpans(outer);
  const isInside = (one: Span): boolean =>
    spans.some(
      ({ earliest, latest }) =>
        (earliest === null || (one.earliest !== null && earliest <= one.earliest)) &&
        (latest === null || (one.latest !== null && one.latest <= latest)),
    );
  return memberSpans(inner).every(isInside);
}

interface Member extends Span {
  readonly value: EdtfPoint | EdtfInterval;
}

/** A one-of set has gaps between its members, and the winter of a year between its two ends: each counts by itself. */
function memberSpans({ value, text }: Edtf): readonly Member[] {
  const members = value.kind === 'one-of' ? value.members : [value];
  return members.flatMap((member): Member[] => {
    const span = { ...valueSpan(member, text), value: member };
    if (member.kind !== 'season' || member.season !== '24') return [span];
    const days = daysInMonth(Number(member.year), 2);
    return [{ ...span, latest: `${member.year}-02-${String(days)}` }, { ...span, earliest: `${member.year}-12-01` }];
  });
}

function meet(a: Member, b: Member): boolean {
  if (a.latest !== null && b.earliest !== null && a.latest < b.earliest) return false;
  if (b.latest !== null && a.earliest !== null && b.latest < a.earliest) return false;
  return a.value.kind !== 'date' || b.value.kind !== 'date' || digitsMeet(a.value, b.value);
}

/** The 15th of some month is not the 10th of March, though the first and the last 15th of the year lie around it. */
function digitsMeet(a: EdtfDate, b: EdtfDate): boolean {
  return (['year', 'month', 'day'] as const).every((part) => {
    const [x, y] = [a[part], b[part]];
    return x === null || y === null || Array.from(x, (digit, at) => digit === 'X' || y[at] === 'X' || digit === y[at]).every(Boolean);
  });
}

/** An age in completed years; null where the dates give no bound on that side. */
export interface AgeRange {
  readonly minYears: number | null;
  readonly maxYears: number | null;
}

/**
 * The ages in completed years a person can have had `at` a time, from every reading of the two dates.
 *
 * Refuses with `edtf.age_backwards` when the person was certainly born after that time.
 */
export function edtfAgeRange(birth: Edtf, at: Edtf): AgeRange {
  const oldest = completedYears(birth.earliest, at.latest);
  if (oldest !== null && oldest < 0) refuse('edtf.age_backwards', { birth: birth.text, at: at.text });
  const youngest = completedYears(birth.latest, at.earliest);
  return { minYears: youngest === null ? null : Math.max(0, youngest), maxYears: oldest };
}

/** Born on 29 February, a person completes a year on 1 March of common years. */
function completedYears(birth: string | null, at: string | null): number | null {
  if (birth === null || at === null) return null;
  const years = Number(at.slice(0, 4)) - Number(birth.slice(0, 4));
  return at.slice(5) < birth.slice(5) ? years - 1 : years;
}
