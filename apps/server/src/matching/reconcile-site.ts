import { describeMismatch, reconcileSubjects, type SiteReconciliation } from '@imena/matching';
import { refuse } from '@imena/problem';
import { agreedValue, type Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import type { KeptAnswers } from './kept-answers.ts';
import { markScope, nameSubjects, readScope } from './site-subjects.queries.ts';

const kinds = ['site', 'burial_record', 'grave', 'remains'] as const;

/** Journal, markers, graves and remains of a site in one table, with every mismatch and what people decided. @throws Problem `server.not_found` */
export async function reconcileSite(tx: Database, { site: id, account, kept }: { readonly site: string; readonly account: string; readonly kept: KeptAnswers<ReconciledSite> }): Promise<ReconciledSite> {
  const site = await findFolded(tx, id);
  if (site?.kind !== 'site') return refuse('server.not_found');
  return kept.read(`${account} ${id}`, await markScope(tx, site.scope, kinds), async () => {
    const subjects = await readScope(tx, site.scope, kinds);
    const of = (kind: Subject['kind']): Subject[] => subjects.filter((subject) => subject.kind === kind);
    const burials = of('burial_record');
    const result = reconcileSubjects({ site, burials, graves: of('grave'), remains: of('remains') });
    return { ...describe(result, burials), names: await nameSubjects(tx, subjects.map((subject) => subject.id)), synthetic: subjects.some(({ synthetic }) => synthetic) };
  });
}

export type ReconciledSite = ReturnType<typeof describe> & { readonly names: Awaited<ReturnType<typeof nameSubjects>>; readonly synthetic: boolean };

function describe(result: SiteReconciliation, burials: readonly Subject[]) {
  const stale = new Set(result.stale);
  const explanations = new Map(result.decisions.flatMap(({ decision, entry, at, on }) => (decision.kind === 'explained' ? [[decision.mismatch, { entry, at, on, by: decision.by, reason: decision.reason }] as const] : [])));
  return {
    lines: result.lines,
    journal: burials.map((burial) => ({
      id: burial.id, number: agreedValue(burial, 'number') ?? null, name: agreedValue(burial, 'name') ?? null, sex: agreedValue(burial, 'sex') ?? null, birth: agreedValue(burial, 'birthDate') ?? null,
      death: agreedValue(burial, 'deathDate') ?? null, people: agreedValue(burial, 'people') ?? null, disputed: burial.disagreements.length > 0,
    })),
    markers: result.markers.map(({ id, number, name, grave }) => ({ id, number, name, grave })),
    individuals: result.individuals,
    mismatches: result.mismatches.map((mismatch) => ({
      key: mismatch.key, kind: mismatch.kind, subjects: mismatch.subjects, words: { en: describeMismatch(mismatch, 'en'), uk: describeMismatch(mismatch, 'uk') }, explained: explanations.get(mismatch.key) ?? null,
    })),
    /** Placements and explanations that stand; stale where what they were about is there no more. */
    decisions: result.decisions.map(({ decision, entry, at, on, followed }) => ({ ...decision, entry, at, on, followed, stale: stale.has(decision) })),
  };
}
