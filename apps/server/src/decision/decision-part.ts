import { refuse } from '@imena/problem';
import { codeLists } from '@imena/record';
import { z } from 'zod';
import { accountOf, logAccess, withAccount } from '../access/index.ts';
import type { ServerContext } from '../http/context.ts';
import type { App } from '../http/type-provider.ts';
import type { RunInputs } from '../matching/run-files.ts';
import { checkProposal } from './check-proposal.ts';
import { findDecisionTasks } from './decision-tasks.queries.ts';
import { readDecision } from './read-decision.ts';
import { decisionRule } from './rules.ts';

const id = z.uuid();
const readers = ['coordinator', 'family_liaison', 'analyst', 'board', 'auditor'] as const;

/** Decisions: the rule that guards every entry about them, and what people read before they decide. */
export function addDecisionPart(app: App, { db, ledger, tasks, now }: ServerContext, { inputs }: { readonly inputs: RunInputs }): void {
  ledger.rules.registerKind('decision', decisionRule({ inputs, installation: () => ledger.identity.installation }));
  tasks.add(findDecisionTasks);

  app.get('/identifications/:id/state', { config: { access: readers }, schema: { params: z.strictObject({ id }), querystring: z.strictObject({ waitFor: z.coerce.number().int().min(0).optional() }) } }, async (request) => {
    const account = accountOf(request).id;
    if (request.query.waitFor !== undefined && request.query.waitFor < ledger.state.size) await ledger.folder.waitFor(request.query.waitFor);
    return withAccount(db, account, async (tx) => {
      const answer = await readDecision(tx, ledger.worker, inputs, request.params.id);
      if (answer === null) return refuse('server.not_found');
      await logAccess(tx, { account, action: 'identification.read', subject: request.params.id, kind: 'identification', address: request.ip, at: now() });
      return answer;
    });
  });

  const proposal = z.strictObject({
    remains: z.array(id).min(1).max(50), person: id, run: id.nullish(), family: id.nullish(), ground: z.enum(codeLists.identificationGrounds).default('dna'),
    /** The identification that is being changed, so that it does not stand in its own way. */
    identification: id.optional(),
  });
  app.post('/identifications/check', { config: { access: ['analyst', 'board'] }, schema: { body: proposal } }, (request) => {
    const account = accountOf(request).id;
    const { remains, person, run, family, ground, identification } = request.body;
    return withAccount(db, account, async (tx) => {
      const answer = await checkProposal(tx, inputs, { key: { remains, person, run: run ?? null, family: family ?? null }, ground, identification: identification ?? '00000000-0000-0000-0000-000000000000' });
      await logAccess(tx, { account, action: 'identification.checked', subject: person, kind: 'person', detail: { remains, run: run ?? null }, address: request.ip, at: now() });
      return answer;
    });
  });
}
