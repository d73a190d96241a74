import { edtfAgeRange, parseEdtf, ProblemError, type Json } from '@imena/problem';
import { compareNames } from '@imena/names';
import { agreedValue, distinctValues, nameTexts, readingText, type Subject } from '@imena/record';

export type Verdict = 'agrees' | 'contradicts' | 'unclear' | 'unknown';

/** One kind of evidence besides DNA: what was found beside what was reported. Words are made by the reader's side. */
export interface EvidenceRow {
  readonly key: 'sex' | 'age' | 'stature' | 'marker_name' | 'presumption' | 'amelogenin';
  readonly verdict: Verdict;
  readonly found: Json;
  readonly reported: Json;
  /** Stable code of the reason, with its details. */
  readonly reason: string;
  readonly details: Readonly<Record<string, Json>>;
}

export interface EvidenceInput {
  readonly remains: Subject;
  readonly grave: Subject | null;
  readonly person: Subject;
  readonly amelogenin: string | null;
}

/** Margin beyond the stated interval before an age contradicts, years: reported birth dates and estimates both err. */
const ageMarginYears = 5;
/** The same for stature: reported heights are commonly off by several centimetres. */
const statureMarginMm = 60;
/** Name similarity from which a marker agrees, and below which it contradicts. */
const nameAgrees = 0.82;
const nameContradicts = 0.5;

/**
 * Compares what was found with what was reported, kind by kind. It gives verdicts, not weights: those are made by
 * `weighEvidence`, and nothing here lifts or filters DNA.
 */
export function compareEvidence(input: EvidenceInput): EvidenceRow[] {
  return [compareSex(input), compareAmelogenin(input), compareAge(input), compareStature(input), compareMarker(input), ...comparePresumptions(input)];
}

/** One contradiction as a proposal lists it. */
export interface Contradiction {
  readonly key: string;
  readonly found: string;
  readonly reported: string;
}

/**
 * What contradicts, in the form a proposal lists it; each with a key of its own: the kind of evidence, with the code of
 * the remains where several are proposed, and a number where one kind contradicts twice.
 */
export function contradictionsOf(compared: readonly { readonly code: string; readonly rows: readonly EvidenceRow[] }[]): Contradiction[] {
  const seen = new Map<string, number>();
  return compared.flatMap(({ code, rows }) =>
    rows.filter((row) => row.verdict === 'contradicts').map((row) => {
      const stem = compared.length === 1 ? row.key : `${row.key} ${code}`.slice(0, 76);
      const count = (seen.get(stem) ?? 0) + 1;
      seen.set(stem, count);
      return { key: count === 1 ? stem : `${stem} ${count}`, found: evidenceText(row.found), reported: evidenceText(row.reported) };
    }));
}

function compareSex({ remains, person }: EvidenceInput): EvidenceRow {
  // Two examiners who name different methods agree all the same when they name the same sex.
  const observed = new Set((remains.fields['sex'] ?? []).map((standing) => value(standing.value)).filter(isSex));
  const found = observed.size === 1 ? [...observed][0] : undefined;
  const reported = agreedValue(person, 'sex');
  const row = { key: 'sex', found: found ?? null, reported: reported ?? null, details: {} } as const;
  if (observed.size > 1 || disagrees(person, 'sex')) return { ...row, verdict: 'unclear', reason: 'people_disagree' };
  if (!isSex(found) || !isSex(reported)) return { ...row, verdict: 'unknown', reason: 'not_recorded' };
  return { ...row, verdict: found === reported ? 'agrees' : 'contradicts', reason: found === reported ? 'same' : 'different' };
}

function compareAmelogenin({ amelogenin, person }: EvidenceInput): EvidenceRow {
  const reported = agreedValue(person, 'sex') ?? null;
  const row = { key: 'amelogenin', found: amelogenin, reported, details: {} } as const;
  if (amelogenin === null || !isSex(reported)) return { ...row, verdict: 'unknown', reason: 'not_recorded' };
  // A lone X may be a male whose Y dropped out, so it speaks neither way.
  if (amelogenin === 'X') return { ...row, verdict: 'unclear', reason: 'y_may_have_dropped_out' };
  const found = amelogenin.includes('Y') ? 'male' : 'female';
  return { ...row, verdict: found === reported ? 'agrees' : 'contradicts', reason: found === reported ? 'same' : 'different' };
}

function compareAge({ remains, person }: EvidenceInput): EvidenceRow {
  const found = interval(agreedValue(remains, 'ageYears'));
  const birth = agreedValue(person, 'birthDate');
  const lastSeen = object(agreedValue(person, 'lastSeen'))['when'];
  const base = { key: 'age', found: found === null ? null : { ...found }, reported: null, details: {} } as const;
  if (disagrees(person, 'birthDate') || disagrees(person, 'lastSeen') || disagrees(remains, 'ageYears')) return { ...base, verdict: 'unclear', reason: 'people_disagree' };
  if (typeof birth !== 'string' || typeof lastSeen !== 'string') return { ...base, verdict: 'unknown', reason: 'not_recorded' };
  const reported = reportedAge(birth, lastSeen);
  if (reported === 'backwards') return { ...base, verdict: 'unclear', reason: 'born_after_last_seen' };
  if (found === null || reported === null) return { ...base, reported, verdict: 'unknown', reason: 'not_recorded' };
  return { ...base, reported, ...overlap(found, reported, ageMarginYears) };
}

/** Completed years when last seen, from every reading of both dates; null where a bound is missing. */
function reportedAge(birth: string, lastSeen: string): { low: number; high: number } | 'backwards' | null {
  try {
    const range = edtfAgeRange(parseEdtf(birth), parseEdtf(lastSeen));
    return range.minYears === null || range.maxYears === null ? null : { low: range.minYears, high: range.maxYears };
  } catch (error) {
    if (error instanceof ProblemError) return 'backwards';
    throw error;
  }
}

function compareStature({ remains, person }: EvidenceInput): EvidenceRow {
  const found = interval(agreedValue(remains, 'statureMm'));
  const reported = interval(agreedValue(person, 'statureMm'));
  const base = { key: 'stature', found: found === null ? null : { ...found }, reported: reported === null ? null : { ...reported }, details: {} } as const;
  if (disagrees(person, 'statureMm') || disagrees(remains, 'statureMm')) return { ...base, verdict: 'unclear', reason: 'people_disagree' };
  if (found === null || reported === null) return { ...base, verdict: 'unknown', reason: 'not_recorded' };
  return { ...base, ...overlap(found, reported, statureMarginMm) };
}

function compareMarker({ grave, person }: EvidenceInput): EvidenceRow {
  const readings = grave === null ? [] : distinctValues(grave.fields['markerName'] ?? []).map((group) => readingText(group.value)).filter(Boolean);
  return compareName('marker_name', readings, person);
}

function comparePresumptions({ remains, person }: EvidenceInput): EvidenceRow[] {
  return (remains.lists['presumptions'] ?? []).flatMap((item) => {
    const name = item.value['name'];
    return typeof name === 'string' ? [compareName('presumption', [name], person)] : [];
  });
}

function compareName(key: 'marker_name' | 'presumption', readings: readonly string[], person: Subject): EvidenceRow {
  const names = nameTexts(person);
  const row = { key, found: readings.join(' / ') || null, reported: names.join(' / ') || null } as const;
  if (readings.length === 0 || names.length === 0) return { ...row, verdict: 'unknown', reason: 'not_recorded', details: {} };
  const scores = readings.flatMap((reading) => names.map((name) => compareNames(reading, name).score));
  const score = Math.max(...scores);
  const details = { score: Math.round(score * 100) };
  if (score >= nameAgrees) return { ...row, verdict: 'agrees', reason: 'name_alike', details };
  return { ...row, verdict: score < nameContradicts ? 'contradicts' : 'unclear', reason: score < nameContradicts ? 'name_of_somebody_else' : 'name_partly_alike', details };
}

function overlap(a: { low: number; high: number }, b: { low: number; high: number }, margin: number): { verdict: Verdict; reason: string } {
  if (a.low <= b.high && b.low <= a.high) return { verdict: 'agrees', reason: 'intervals_overlap' };
  const gap = a.low > b.high ? a.low - b.high : b.low - a.high;
  return gap <= margin ? { verdict: 'unclear', reason: 'just_outside' } : { verdict: 'contradicts', reason: 'far_outside' };
}

function disagrees(subject: Subject, field: string): boolean {
  return subject.disagreements.includes(field);
}

function isSex(sex: Json | undefined): sex is 'male' | 'female' {
  return sex === 'male' || sex === 'female';
}

function value(field: Json | undefined): Json | undefined {
  const found = object(field)['value'];
  return found ?? (typeof field === 'string' ? field : undefined);
}

function object(field: Json | undefined): Readonly<Record<string, Json>> {
  return typeof field === 'object' && field !== null && !Array.isArray(field) ? (field as Readonly<Record<string, Json>>) : {};
}

function interval(field: Json | undefined): { low: number; high: number } | null {
  const { low, high } = object(field);
  return typeof low === 'number' && typeof high === 'number' ? { low, high } : null;
}

/** A found or reported value as one line of text, as proposals and certificates carry it. */
export function evidenceText(field: Json): string {
  if (field === null) return '—';
  const range = interval(field);
  const text = range === null ? (typeof field === 'string' ? field : JSON.stringify(field)) : `${range.low}–${range.high}`;
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

