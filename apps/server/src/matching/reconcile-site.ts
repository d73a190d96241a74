import { describeMismatch, type SiteReconciliation } from '@imena/matching';
import { refuse } from '@imena/problem';
import { agreedValue, type Subject } from '@imena/record';
import type { Database } from '../database/tables.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import { withAccount } from '../access/index.ts';
import type { Calculator } from './calculator.ts';
import type { FreshAnswer, FreshAnswers } from './fresh-answers.ts';
import { markScope, nameSubjects, readScope } from './site-subjects.queries.ts';

const kinds = ['site', 'burial_record', 'grave', 'remains'] as const;

export interface ReconcileTools {
  readonly site: string;
  readonly account: string;
  /** As the application, to read beside the request. */
  readonly db: Database;
  readonly calculator: Calculator;
  readonly kept: FreshAnswers<ReconciledSite>;
}

/**
 * Journal, markers, graves and remains of a site in one table, with every mismatch and what people decided; computed once
 * for each state of the site, beside the request: what is there is given at once.
 * @throws Problem `server.not_found`
 */
export async function reconcileSite(tx: Database, { site: id, account, db, calculator, kept }: ReconcileTools): Promise<FreshAnswer<ReconciledSite>> {
  const site = await findFolded(tx, id);
  if (site?.kind !== 'site') return refuse('server.not_found');
  return kept.read(`${account} ${id}`, await markScope(tx, site.scope, kinds), () => withAccount(db, account, async (own) => {
    const subjects = await readScope(own, site.scope, kinds);
    const of = (kind: Subject['kind']): Subject[] => subjects.filter((subject) => subject.kind === kind);
    const burials = of('burial_record');
    // The site as it stands in the same state as its lists.
    const now = of('site').find((one) => one.id === id) ?? site;
    const result = await calculator.compute('reconcile', { site: now, burials, graves: of('grave'), remains: of('remains') });
    return { ...describe(result, burials), names: await nameSubjects(own, subjects.map((subject) => subject.id)), synthetic: subjects.some(({ synthetic }) => synthetic) };
  }));
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
