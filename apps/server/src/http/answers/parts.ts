import { z } from 'zod';

/** The parts that answers are made of, as they stand in the JSON that is sent. */
export const id = z.string().regex(/^[0-9a-f-]{36}$/);
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const instant = z.iso.datetime({ offset: true });
export const count = z.int().min(0);
/** A logarithm; what is not finite is written as a word, because JSON has no number for it. */
export const logarithm = z.union([z.number(), z.enum(['Infinity', '-Infinity'])]);
export const json = z.json();
export const record = z.record(z.string(), json);

export const problem = z.object({ code: z.string(), details: record, place: record.optional() }).describe('What was refused, as data; docs/problems.md has the words');

export const refusal = problem.extend({ status: z.int(), title: z.string().describe('The words in the reader’s language') });

export const item = z.strictObject({
  id, kind: z.string(), scope: id, code: z.string(), title: z.string(), status: z.string(), facets: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  xMm: z.int().nullable(), yMm: z.int().nullable(), lastIndex: count, updatedAt: instant, links: z.array(z.strictObject({ rel: z.string(), to: z.string() })),
});

/** An entry as it travels; see docs/flow/ledger.md. */
export const wireEntry = z.strictObject({
  envelope: z.string(), signature: z.string(), body: z.string().nullable(), salt: z.string().nullable(),
  files: z.array(z.strictObject({ sha256: hash, salt: z.string(), size: count, name: z.string().optional(), mediaType: z.string().optional() })),
});

const fileOf = z.strictObject({ sha256: hash.nullable(), size: count });
const valueOf = z.looseObject({ entry: id, index: count, by: id, at: z.string(), value: json });

/** A folded subject: every standing value with the entry it comes from. */
export const subject = z.strictObject({
  id, kind: z.string(), scope: id, fields: z.record(z.string(), z.array(valueOf)), lists: z.record(z.string(), z.array(valueOf)),
  history: z.array(z.looseObject({ entry: id, index: count, type: z.string(), state: z.string(), files: z.array(fileOf) })),
  disagreements: z.array(z.string()), synthetic: z.boolean(), firstIndex: count, lastIndex: count,
});

/** An answer that is no JSON. */
export function content(type: string, description: string) {
  return { description, content: { [type]: { schema: z.string().meta({ format: type.startsWith('text/') ? undefined : 'binary' }) } } };
}

export const nothing = z.null().describe('No content');
