import { comparePlaces } from '@imena/names';
import { edtfAgreement, readEdtf, type Json } from '@imena/problem';
import { stableText } from '@imena/record';
import { isAbsent, isRecord, numberOf } from '../format/index.ts';

/**
 * How far statements about one field agree: the `same`; `as_far_as_said` where one says more than another (a day of the
 * year, one form of a name more); `overlap` where both leave room for the same; `inexact` where only "about" lies between
 * them; or they `differ`. From the best to the worst.
 */
export const agreements = ['same', 'as_far_as_said', 'overlap', 'inexact', 'differ'] as const;
export type Agreement = (typeof agreements)[number];

const worst = (all: readonly Agreement[]): Agreement => agreements[Math.max(0, ...all.map((one) => agreements.indexOf(one)))] ?? 'differ';

/** How far all who say anything of a field agree; who does not know, was not asked or would not say has said nothing. */
export function agreementOf(field: string, values: readonly (Json | undefined)[]): Agreement {
  const said = values.filter((value): value is Json => value !== undefined && !isSilence(value));
  return worst(said.flatMap((a, at) => said.slice(at + 1).map((b) => compareValues(field, a, b))));
}

/** That there is nothing of the kind is said; all other reasons for no value, and a code for "not known", are silence. */
function isSilence(value: Json): boolean {
  return value === null || value === 'unknown' || (isAbsent(value) && isRecord(value) && value['absent'] !== 'absent');
}

const dates = new Set(['birthDate', 'when']);

function compareValues(field: string, a: Json, b: Json): Agreement {
  if (stableText(a) === stableText(b)) return 'same';
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(field, a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(field, a, b);
  if (!isRecord(a) || !isRecord(b) || isAbsent(a) || isAbsent(b)) return 'differ';
  return rangeOf(a) === null || rangeOf(b) === null ? compareParts(a, b) : compareRanges(a, b);
}

function compareTexts(field: string, a: string, b: string): Agreement {
  if (dates.has(field)) return compareDates(a, b);
  if (field === 'asSaid') return ofPlaces[comparePlaces(a, b)];
  return plain(a) === plain(b) ? 'same' : 'differ';
}

/** Capitals, spaces and the kind of apostrophe say nothing. */
function plain(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase().replaceAll(/[’ʼ`]/gu, "'").replaceAll(/\s+/gu, ' ').trim();
}

const ofPlaces = { same: 'same', within: 'as_far_as_said', perhaps: 'overlap', no: 'differ' } as const;

const ofDates = { same: 'same', within: 'as_far_as_said', overlap: 'overlap', perhaps: 'inexact', no: 'differ' } as const;

function compareDates(a: string, b: string): Agreement {
  const [x, y] = [readEdtf(a), readEdtf(b)];
  return x === null || y === null ? 'differ' : ofDates[edtfAgreement(x, y)];
}

function rangeOf(value: Readonly<Record<string, Json>>): { readonly low: number; readonly high: number } | null {
  const [low, high] = [numberOf(value['low']), numberOf(value['high'])];
  return low === undefined || high === undefined ? null : { low, high };
}

/** By whatever method a height was estimated, it is the same height. */
function compareRanges(a: Readonly<Record<string, Json>>, b: Readonly<Record<string, Json>>): Agreement {
  const [x, y] = [rangeOf(a), rangeOf(b)];
  if (x === null || y === null || x.high < y.low || y.high < x.low) return 'differ';
  if (x.low === y.low && x.high === y.high) return 'same';
  const holds = (outer: typeof x, inner: typeof x): boolean => outer.low <= inner.low && inner.high <= outer.high;
  return holds(x, y) || holds(y, x) ? 'as_far_as_said' : 'overlap';
}

/** What kind of thing a value is and how it came about: no part of what is compared. */
const aboutValues = new Set(['kind', 'script', 'thing', 'method', 'population', 'uncertaintyM']);

/**
 * Part by part, as far as both name it: a name without a patronymic does not differ from the same name with one. A name in
 * two scripts and numbers of two kinds of paper are not held against each other.
 */
function compareParts(a: Readonly<Record<string, Json>>, b: Readonly<Record<string, Json>>): Agreement {
  const parts = [a, b].map((value) => Object.keys(value).filter((part) => !aboutValues.has(part)));
  const both = parts[0]?.filter((part) => b[part] !== undefined) ?? [];
  if (both.length === 0 || a['script'] !== b['script'] || a['thing'] !== b['thing']) return 'overlap';
  const isWhole = parts.every(({ length }) => length === both.length);
  return worst([isWhole ? 'same' : 'as_far_as_said', ...both.map((part) => compareValues(part, a[part] ?? null, b[part] ?? null))]);
}

/** Each thing of the shorter list beside the thing of the longer that it agrees with best. */
function compareLists(field: string, a: readonly Json[], b: readonly Json[]): Agreement {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  const best = shorter.map((one) => longer.map((other) => compareValues(field, one, other)).sort((x, y) => agreements.indexOf(x) - agreements.indexOf(y))[0] ?? 'differ');
  return worst([shorter.length === longer.length ? 'same' : 'as_far_as_said', ...best]);
}
