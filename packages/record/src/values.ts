import { parseEdtf, ProblemError } from '@imena/problem';
import { z } from 'zod';
import { absences, nameKinds, numberedKinds, positionMethods, scripts, toothFindings } from './code-lists.ts';

/** Lower-case UUID text. */
export const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

/** One line of text without control characters, at most `max` UTF-16 units. */
export const line = (max = 300) => z.string().trim().min(1).max(max).regex(/^[^\u0000-\u001f\u007f]*$/u);

/** Free text of several lines. */
export const prose = z.string().trim().min(1).max(10_000).regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/u);

/** A date or interval in EDTF (ISO 8601-2), as stated. */
export const edtf = z.string().min(1).max(120).refine(isEdtf, 'not a date in EDTF');

function isEdtf(text: string): boolean {
  try {
    parseEdtf(text);
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}

/** Lengths are whole millimetres. */
export const lengthMm = z.int().min(0).max(10_000_000);

export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

/** Either the value or the reason why there is none; the five reasons are different values. */
export const orAbsent = <T extends z.ZodType>(schema: T) => z.union([schema, z.strictObject({ absent: z.enum(absences) })]);

/** Words in one or both languages of the installation; at least one. */
export const bilingual = z
  .strictObject({ en: line(1000).optional(), uk: line(1000).optional() })
  .refine((words) => words.en !== undefined || words.uk !== undefined, 'one language at least');

/** A form of a person's name in one script; the legal form is never rewritten, other forms stand beside it. */
export const personName = z
  .strictObject({
    kind: z.enum(nameKinds),
    script: z.enum(scripts),
    surname: line(120).optional(),
    given: line(120).optional(),
    patronymic: line(120).optional(),
    full: line(300).optional(),
  })
  .refine((name) => name.surname ?? name.given ?? name.full, 'surname, given or full name');
export type PersonName = z.infer<typeof personName>;

/** A place as somebody said it, with a point (degrees times 1e7, WGS 84) and its uncertainty where known. */
export const place = z
  .strictObject({
    asSaid: line(300).optional(),
    point: z.strictObject({ latE7: z.int().min(-900_000_000).max(900_000_000), lonE7: z.int().min(-1_800_000_000).max(1_800_000_000) }).optional(),
    uncertaintyM: z.int().min(0).max(1_000_000).optional(),
  })
  .refine((value) => value.asSaid !== undefined || value.point !== undefined, 'words or a point');
export type Place = z.infer<typeof place>;

/** A point on the site's own grid: whole millimetres east (x) and north (y) of its datum. */
export const gridPoint = z.strictObject({
  xMm: z.int().min(-100_000_000).max(100_000_000),
  yMm: z.int().min(-100_000_000).max(100_000_000),
  uncertaintyMm: lengthMm.optional(),
  method: z.enum(positionMethods).optional(),
});
export type GridPoint = z.infer<typeof gridPoint>;

/** A closed interval of whole numbers with the method that gave it; `low` may equal `high`. */
export const interval = (min: number, max: number) =>
  z
    .strictObject({ low: z.int().min(min).max(max), high: z.int().min(min).max(max), method: line(200).optional(), population: line(200).optional() })
    .refine((value) => value.low <= value.high, 'low is above high');

/**
 * Text read from a marker or paper. `doubts` lists positions (UTF-16 offset) where other characters are possible;
 * an illegible character stands as U+25A1.
 */
export const reading = z.strictObject({
  text: line(300),
  doubts: z.array(z.strictObject({ at: z.int().min(0).max(300), alternatives: z.array(line(8)).max(10) })).max(100).optional(),
});
export type Reading = z.infer<typeof reading>;

/** Numbers on implants, documents and devices, as read. */
export const numberedThings = z.array(z.strictObject({ thing: z.enum(numberedKinds), number: line(60) })).min(1).max(20);

/** Findings by FDI number; `others` stands for every permanent tooth not named. Surfaces are letters of MOIDVLC. */
export const toothChart = z.record(
  z.string().regex(/^(?:[1-4][1-8]|[5-8][1-5]|others)$/),
  z.array(z.strictObject({ finding: z.enum(toothFindings), surfaces: z.string().regex(/^[MOIDVLC]{1,7}$/).optional() })).min(1).max(6),
).refine((chart) => Object.keys(chart).length > 0, 'one tooth at least');
