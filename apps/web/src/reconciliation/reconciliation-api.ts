import { codeLists } from '@imena/record';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { askWhileMaking, freshAnswer, json, request } from '../api/index.ts';

const link = z.object({
  journal: z.string(), grave: z.string(), weights: z.array(z.object({ kind: z.enum(['number', 'marker_name', 'papers_name', 'sex', 'birth', 'death']), log10Lr: z.number() })),
  log10Lr: z.number(), standing: z.enum(['proposed', 'decided']),
});
/** A line of the journal and a grave that it may be about. */
export type Link = z.infer<typeof link>;

const line = z.object({
  grave: z.string().nullable(), journal: z.array(z.string()), markers: z.array(z.string()), individuals: z.array(z.string()), listed: z.number().nullable(), found: z.number().nullable(),
  links: z.array(link), alternatives: z.array(link), mismatches: z.array(z.string()),
});
/** A grave with all that is said of it, or what has no grave. */
export type ReconciledLine = z.infer<typeof line>;

const stated = { entry: z.string(), by: z.string(), at: z.string(), on: z.string(), reason: z.string() };
const mismatchKinds = [
  'number_missing', 'number_twice', 'number_not_read', 'numbers_differ', 'marker_number_differs', 'markers_swapped', 'sex_differs', 'marker_names_another', 'papers_name_another', 'dates_differ', 'markers_disagree',
  'more_found_than_listed', 'fewer_found_than_listed', 'nobody_found', 'grave_without_journal', 'journal_without_grave', 'marker_without_grave', 'individual_without_grave',
] as const;
const mismatch = z.object({
  key: z.string(), kind: z.enum(mismatchKinds), words: z.object({ en: z.string(), uk: z.string() }), explained: z.object(stated).nullable(),
});
export type Mismatch = z.infer<typeof mismatch>;
export type MismatchKind = Mismatch['kind'];

const decision = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['link', 'apart']), journal: z.string(), grave: z.string(), ...stated, followed: z.boolean(), stale: z.boolean() }),
  z.object({ kind: z.literal('explained'), mismatch: z.string(), ...stated, followed: z.boolean(), stale: z.boolean() }),
]);
export type Decision = z.infer<typeof decision>;

const journalLine = z.object({ id: z.string(), number: json, name: json, sex: json, birth: json, death: json, people: json, disputed: z.boolean() });
export type JournalLine = z.infer<typeof journalLine>;

const named = z.object({ id: z.string(), kind: z.enum(codeLists.subjectKinds), code: z.string(), title: z.string() });
export type Named = z.infer<typeof named>;

const reconciliation = z.object({
  lines: z.array(line), journal: z.array(journalLine), markers: z.array(z.object({ id: z.string(), number: z.string().nullable(), name: z.string().nullable() })),
  individuals: z.array(z.object({ id: z.string(), remains: z.array(z.string()) })), mismatches: z.array(mismatch), decisions: z.array(decision), names: z.array(named), synthetic: z.boolean(),
});
export type Reconciliation = z.infer<typeof reconciliation>;

/** Refreshed with every statement that is made here, because it begins with `subjects`. */
export function reconciliationQuery(site: string) {
  return queryOptions({ queryKey: ['subjects', 'reconciliation', site], queryFn: ({ signal }) => request(`/sites/${site}/reconciliation`, freshAnswer(reconciliation), { signal }), refetchInterval: askWhileMaking });
}
