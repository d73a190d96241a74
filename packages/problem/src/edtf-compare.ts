import { valueSpan, type Span } from './edtf-span.ts';
import type { Edtf } from './edtf-types.ts';
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

/** A one-of set has gaps between its members, so each member counts by itself. */
function memberSpans(edtf: Edtf): readonly Span[] {
  if (edtf.value.kind !== 'one-of') return [edtf];
  return edtf.value.members.map((member) => valueSpan(member, edtf.text));
}

function meet(a: Span, b: Span): boolean {
  if (a.latest !== null && b.earliest !== null && a.latest < b.earliest) return false;
  return !(b.latest !== null && a.earliest !== null && b.latest < a.earliest);
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
