/**
 * A number cell as text: whole numbers keep their digits, others get the shortest text that means the same float64, so
 * that 9.3 stored as 9.3000000000000007 is 9.3 again. null when it is no finite number.
 */
export function numberText(raw: string): string | null {
  const trimmed = raw.trim();
  if (/^-?\d+$/.test(trimmed)) return trimmed;
  const value = Number(trimmed);
  return trimmed === '' || !Number.isFinite(value) ? null : String(value);
}

/** Formats of dates and times that have a number and no text in the file (ECMA-376 part 1, 18.8.30). */
const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 47, 50, 51, 52, 53, 54, 55, 56, 57,
  58,
]);

/** Whether a number format shows a date or a time of day; elapsed times (`[h]:mm`) stay numbers. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates.has(id);
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return false;
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').replace(/general/gi, '');
  return /[dmyhs]/i.test(bare);
}

const dayMs = 86_400_000;

/**
 * The ISO text of a spreadsheet's day number: `YYYY-MM-DD`, with `THH:MM:SS` where there is a time, or the time alone
 * for day 0. null outside the years 1900 to 9999 and for 29 February 1900, which that calendar has and the world had not.
 */
export function dateText(serial: number, epoch: '1900' | '1904'): string | null {
  if (!Number.isFinite(serial) || serial < 0) return null;
  const seconds = Math.round(serial * 86_400);
  const day = Math.floor(seconds / 86_400);
  const time = seconds % 86_400;
  if (day === 0 && epoch === '1900') return clockText(time);
  if (epoch === '1900' && day === 60) return null;
  const start = epoch === '1904' ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  const moment = start + day * dayMs;
  if (moment >= Date.UTC(10_000, 0, 1)) return null;
  const date = new Date(moment).toISOString().slice(0, 10);
  return time === 0 ? date : `${date}T${clockText(time)}`;
}

function clockText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
