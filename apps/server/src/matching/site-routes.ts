import { z } from 'zod';
import { accountOf, logAccess, withAccount } from '../access/index.ts';
import type { ServerContext } from '../http/context.ts';
import type { App } from '../http/type-provider.ts';
import { KeptAnswers } from './kept-answers.ts';
import { reconcileSite, type ReconciledSite } from './reconcile-site.ts';

/** Those who see graves and the journal whole: an examiner does not, before findings are signed. */
const reconcilers = ['coordinator', 'analyst', 'board', 'auditor'] as const;
const params = z.strictObject({ id: z.uuid() });

/** What is computed of a site from its own subjects. */
export function addSiteRoutes(app: App, { db, now }: ServerContext): void {
  const kept = new KeptAnswers<ReconciledSite>();

  app.get('/sites/:id/reconciliation', { config: { access: reconcilers }, schema: { params } }, (request) => {
    const account = accountOf(request).id;
    return withAccount(db, account, async (tx) => {
      const answer = await reconcileSite(tx, { site: request.params.id, account, kept });
      await logAccess(tx, { account, action: 'reconciliation.read', subject: request.params.id, kind: 'site', address: request.ip, at: now() });
      return answer;
    });
  });
}
