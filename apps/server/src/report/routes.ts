import { makeProblem, ProblemError, refuse } from '@imena/problem';
import { decisionState } from '@imena/record';
import { certificatePdf, labelPdf, type CertificateInput } from '@imena/report';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { accountOf, hasRole, logAccess, withAccount } from '../access/index.ts';
import type { ServerContext } from '../http/context.ts';
import type { App } from '../http/type-provider.ts';
import type { RunInputs } from '../matching/run-files.ts';
import { codeOf } from '../register/read-fields.ts';
import { findFolded } from '../register/read-subject.queries.ts';
import { gatherCertificate } from './gather-certificate.ts';
import { gatherLabel } from './gather-label.ts';

const params = z.strictObject({ id: z.uuid() });
const language = z.enum(['uk', 'en']).default('uk');

/** Certificates and labels; every one is a logged print. */
export function addReportRoutes(app: App, context: ServerContext, { inputs }: { readonly inputs: RunInputs }): void {
  const { db, ledger, now } = context;

  const certificateQuery = z.strictObject({ language, draft: z.enum(['0', '1', 'true', 'false']).default('0') });
  app.get('/identifications/:id/certificate.pdf', { config: { access: ['coordinator', 'family_liaison', 'analyst', 'board'] }, schema: { params, querystring: certificateQuery } }, async (request, reply) => {
    const account = accountOf(request);
    const asDraft = request.query.draft === '1' || request.query.draft === 'true';
    const input = await withAccount(db, account.id, async (tx) => {
      const identification = await findFolded(tx, request.params.id);
      if (identification?.kind !== 'identification') return refuse('server.not_found');
      const { stage } = decisionState(identification);
      const stands = stage === 'established' || stage === 'certified';
      if (!stands && !asDraft) return refuse('decision.not_for_certificate', { stage });
      const mayDraft = account.memberships.some(({ role }) => role === 'analyst' || role === 'board');
      if (!stands && !mayDraft) throw new ProblemError(makeProblem('access.role_missing', { roles: ['analyst', 'board'] }));
      const gathered = await gatherCertificate(context, inputs, tx, { identification, language: request.query.language, printedAt: now() });
      await logAccess(tx, {
        account: account.id, action: stands ? 'certificate.printed' : 'certificate.drafted', subject: identification.id, kind: 'identification',
        detail: { language: request.query.language, stage }, address: request.ip, at: now(),
      });
      return hasRole(account, ['laboratory', 'analyst', 'board'], identification.scope) ? gathered : withoutMarkerWeights(gathered);
    });
    return sendPdf(reply, await certificatePdf(input), input.code);
  });

  const labelQuery = z.strictObject({ language, size: z.enum(['bag', 'a6']).default('bag') });
  app.get('/remains/:id/label.pdf', { config: { access: ['coordinator', 'recovery', 'mortuary', 'laboratory', 'analyst'] }, schema: { params, querystring: labelQuery } }, async (request, reply) => {
    const account = accountOf(request).id;
    const input = await withAccount(db, account, async (tx) => {
      const remains = await findFolded(tx, request.params.id);
      if (remains?.kind !== 'remains') return refuse('server.not_found');
      const { language: wanted, size } = request.query;
      await logAccess(tx, { account, action: 'label.printed', subject: remains.id, kind: 'remains', detail: { code: codeOf(remains) }, address: request.ip, at: now() });
      return gatherLabel(tx, { remains, language: wanted, size, installation: ledger.identity.installation, printedAt: now() });
    });
    return sendPdf(reply, await labelPdf(input), input.code);
  });
}

/** The copy for those who may not see genotypes: which markers were compared, and only their joint weight. */
function withoutMarkerWeights(input: CertificateInput): CertificateInput {
  if (input.dna === undefined) return input;
  return { ...input, dna: { ...input.dna, markersUsed: input.dna.markersUsed.map(({ marker }) => ({ marker, log10Lr: null })) } };
}

function sendPdf(reply: FastifyReply, bytes: Uint8Array, code: string): FastifyReply {
  return reply.type('application/pdf').header('content-disposition', `inline; filename="${code.replace(/[^A-Za-z0-9._-]/g, '_')}.pdf"`).send(Buffer.from(bytes));
}
