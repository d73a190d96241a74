import { describeEdtf, parseEdtf, ProblemError, type Language } from '@imena/problem';

const locales: Readonly<Record<Language, string>> = { uk: 'uk-UA', en: 'en-GB' };

export function localeOf(language: Language): string {
  return locales[language];
}

/** A stated date (EDTF) in words; the text itself where it cannot be read. */
export function formatEdtf(text: string, language: Language): string {
  try {
    return describeEdtf(parseEdtf(text), language);
  } catch (error) {
    if (error instanceof ProblemError) return text;
    throw error;
  }
}

/** A moment (RFC 3339) as day and time of this screen's time zone. */
export function formatMoment(text: string, language: Language): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) return text;
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

const days: Readonly<Record<Language, Intl.DateTimeFormatOptions>> = { uk: { day: '2-digit', month: '2-digit', year: 'numeric' }, en: { dateStyle: 'medium' } };

/** The day of a moment, without the time, short enough for a column. */
export function formatDay(text: string, language: Language): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) return text;
  return new Intl.DateTimeFormat(locales[language], days[language]).format(time);
}

/** A moment as RFC 3339 with the offset of the given minutes east of UTC, as an entry's `at` demands. */
export function momentWithOffset(timeMs: number, offsetMinutes: number): string {
  const local = new Date(timeMs + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const absolute = Math.abs(offsetMinutes);
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${part(Math.floor(absolute / 60))}:${part(absolute % 60)}`;
}

/** Today on this screen's calendar, as EDTF; for what is shown and asked, never for a decision. */
export function today(): string {
  const now = new Date();
  return momentWithOffset(now.getTime(), -now.getTimezoneOffset()).slice(0, 10);
}
