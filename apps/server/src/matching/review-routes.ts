import { mayRead } from '@imena/record';
import { z } from 'zod';
import { accountOf, logAccess, withAccount } from '../access/index.ts';
import type { ServerContext } from '../http/context.ts';
import type { App } from '../http/type-provider.ts';
import { auditRegister, type AuditTools } from './audit-register.ts';
import type { Calculator } from './calculator.ts';
import { countPlace, type CountTools } from './count-individuals.ts';
import type { EvidenceBases } from './evidence-bases.ts';
import { FreshAnswers } from './fresh-answers.ts';
import { reconcileSite, type ReconcileTools } from './reconcile-site.ts';
import type { RegisterFiles } from './register-files.ts';
import type { RunInputs } from './run-files.ts';

/** Those who see graves and the journal whole: an examiner does not, before findings are signed. */
const reconcilers = ['coordinator', 'analyst', 'board', 'auditor'] as const;
/** Everybody who reads remains and graves. */
const counters = ['coordinator', 'recovery', 'mortuary', 'analyst', 'board', 'auditor'] as const;
const params = z.strictObject({ id: z.uuid() });

/** Whoever looks at identities with all their evidence, DNA among it. */
const auditors = ['analyst', 'board'] as const;

/** What is computed from the register as it stands: a site's lists laid over each other, identities that evidence speaks against. */
export function addReviewRoutes(app: App, { db, ledger, now }: ServerContext, { inputs, calculator, bases, files }: { readonly inputs: RunInputs; readonly calculator: Calculator; readonly bases: EvidenceBases; readonly files: RegisterFiles }): void {
  const audits: AuditTools['kept'] = new FreshAnswers();
  app.get('/audit', { config: { access: auditors } }, (request) => {
    const account = accountOf(request).id;
    return withAccount(db, account, async (tx) => {
      const answer = await auditRegister(tx, { account, inputs, worker: ledger.worker, db, calculator, weights: await bases.readWeights(), kept: audits, files });
      await logAccess(tx, { account, action: 'audit.read', kind: 'identification', detail: { count: answer.answer?.items.length ?? 0 }, address: request.ip, at: now() });
      return answer;
    });
  });

  const counts: CountTools['kept'] = new FreshAnswers();
  app.get('/individuals/:id', { config: { access: counters }, schema: { params } }, (request) => {
    const account = accountOf(request);
    return withAccount(db, account.id, async (tx) => {
      const answer = await countPlace(tx, request.params.id, { account: account.id, db, calculator, inputs, kept: counts, seesDna: account.memberships.some(({ role }) => mayRead(role, 'run') && mayRead(role, 'profile')) });
      await logAccess(tx, { account: account.id, action: 'individuals.counted', subject: request.params.id, kind: 'remains', address: request.ip, at: now() });
      return answer;
    });
  });

  const kept: ReconcileTools['kept'] = new FreshAnswers();

  app.get('/sites/:id/reconciliation', { config: { access: reconcilers }, schema: { params } }, (request) => {
    const account = accountOf(request).id;
    return withAccount(db, account, async (tx) => {
      const answer = await reconcileSite(tx, { site: request.params.id, account, db, calculator, kept });
      await logAccess(tx, { account, action: 'reconciliation.read', subject: request.params.id, kind: 'site', address: request.ip, at: now() });
      return answer;
    });
  });
}
