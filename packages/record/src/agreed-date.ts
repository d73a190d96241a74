import { edtfAgreement, readEdtf, type Edtf, type Json } from '@imena/problem';

/** Fields that say when one thing happened: a year and a day of it are two statements that both can be true. */
const datesOfOneEvent: readonly string[] = ['birthDate', 'deathDate', 'buriedOn'];

/**
 * The most exact of several dates of one event, where each of the others leaves room for all of it: `2000-02-07` of `2000`
 * and `2000-02-07`. Undefined where they disagree, also in part, and in fields that hold no such date.
 */
export function mostExactDate(field: string, values: readonly Json[]): Json | undefined {
  if (!datesOfOneEvent.includes(field)) return undefined;
  const dates = values.map((value) => (typeof value === 'string' ? readEdtf(value) : null));
  const exact = dates.find((date) => date !== null && dates.every((other) => other !== null && isWithin(date, other)));
  return exact?.text;
}

function isWithin(inner: Edtf, outer: Edtf): boolean {
  const agreement = edtfAgreement(inner, outer);
  if (agreement !== 'same' && agreement !== 'within') return false;
  return (outer.earliest ?? '') <= (inner.earliest ?? '') && (inner.latest ?? '\uffff') <= (outer.latest ?? '\uffff');
}
