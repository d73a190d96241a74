import { codeLists, type Subject } from '@imena/record';
import type { Json, Problem } from '@imena/problem';
import { z } from 'zod';
import { currentLanguage } from '../i18n/index.ts';

/** What the server answers, parsed once here; members this application does not know are passed over. */
const role = z.enum(codeLists.roles);
const kind = z.enum(codeLists.subjectKinds);

export const membership = z.object({ id: z.string().optional(), scope: z.string().nullable(), role });
export type Membership = z.infer<typeof membership>;

export const session = z.object({
  account: z.object({ id: z.string(), login: z.string(), displayName: z.string() }),
  memberships: z.array(membership),
  log: z.object({ origin: z.string(), vkey: z.string() }),
  installation: z.object({ id: z.string(), device: z.string(), demonstration: z.boolean() }),
});
export type Session = z.infer<typeof session>;

export const link = z.object({ rel: z.string(), to: z.string() });

export const item = z.object({
  id: z.string(), kind, scope: z.string(), code: z.string(), title: z.string(), status: z.string(),
  facets: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  xMm: z.number().nullable(), yMm: z.number().nullable(),
  lastIndex: z.number(), updatedAt: z.string(),
  links: z.array(link),
}).transform((line) => ({ ...line, title: currentLanguage() === 'en' && typeof line.facets['titleEn'] === 'string' ? line.facets['titleEn'] : line.title }));
/** A line of a list: what plans, tables and search need of a subject. */
export type Item = z.infer<typeof item>;

export const subjectPage = z.object({
  items: z.array(item), next: z.string().nullable(), total: z.number(), statuses: z.record(z.string(), z.number()),
});
export type SubjectPage = z.infer<typeof subjectPage>;

const linked = z.object({ rel: z.string(), direction: z.enum(['in', 'out']), item });
export type Linked = z.infer<typeof linked>;

export const subject = z.custom<Subject>(isSubject, 'not a subject');

export const subjectDetail = z.object({
  subject,
  item, linked: z.array(linked), blinded: z.boolean(),
});
export type SubjectDetail = z.infer<typeof subjectDetail>;
export const subjectDetails = z.object({ details: z.array(subjectDetail) });

function isSubject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'id' in value && 'kind' in value && 'scope' in value
    && 'fields' in value && 'lists' in value && 'history' in value && Array.isArray(value.history);
}

export const items = z.object({ items: z.array(item) });

export const json = z.custom<Json>((value) => value !== undefined);
export const problem = z.custom<Problem>((value) => typeof value === 'object' && value !== null && 'code' in value, 'not a problem');

export const overview = z.object({
  asOf: z.object({ size: z.union([z.number(), z.string()]), time: z.string().nullable() }),
  counts: z.array(z.object({ unit: z.string(), state: z.string(), value: z.number(), scope: z.string().nullable(), query: z.string() })),
  waiting: z.array(z.object({ task: z.string(), role: z.string(), count: z.number() })),
});
export type Overview = z.infer<typeof overview>;

export const tasks = z.object({
  tasks: z.array(z.object({ key: z.string(), task: z.string(), role: z.string(), subject: item, since: z.string() })),
});
export type Task = z.infer<typeof tasks>['tasks'][number];

export const wireEntry = z.object({
  envelope: z.string(), signature: z.string(), body: z.string().nullable(), salt: z.string().nullable(),
  files: z.array(z.object({ sha256: z.string(), salt: z.string(), size: z.number(), name: z.string().optional(), mediaType: z.string().optional() })),
});
