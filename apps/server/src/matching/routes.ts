import { randomUUID } from 'node:crypto';
import { refuse } from '@imena/problem';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { accountOf, logAccess, withAccount } from '../access/index.ts';
import type { ServerContext } from '../http/context.ts';
import type { App } from '../http/type-provider.ts';
import { describeJob } from '../jobs/describe-job.ts';
import type { JobDesk } from '../jobs/job-desk.ts';
import { addTable, listTables } from './frequency-tables.ts';
import { describeCandidate } from './describe-candidate.ts';
import { describeJoint, jointView } from './describe-joint.ts';
import type { EvidenceBases } from './evidence-bases.ts';
import { KeptAnswers } from './kept-answers.ts';
import { listDuplicates, type DuplicatesTools } from './list-duplicates.ts';
import { comparers, requestDuplicates } from './request-duplicates.ts';
import { listRunCandidates } from './list-candidates.ts';
import { computeCandidate, exportCandidate, famOfCandidate, readRun, type CandidateKey } from './read-candidate.ts';
import { describeRun } from './describe-run.ts';
import { requestRun } from './request-run.ts';
import type { RegisterFiles } from './register-files.ts';
import type { RunInputs } from './run-files.ts';
import { refuseWithheld, withheldFamilies, withoutWithheldRivals } from './withheld-families.ts';
import { completeParameters, runDefaults, runRequest } from './run-parameters.ts';
import { countMissing } from './run-subjects.queries.ts';

/** Genotypes and what follows from them: these roles and no other. */
const readers = ['laboratory', 'analyst', 'board'] as const;
const askers = ['laboratory', 'analyst'] as const;
const id = z.uuid();

export interface MatchingTools {
  readonly desk: JobDesk;
  readonly inputs: RunInputs;
  readonly bases: EvidenceBases;
  readonly files: RegisterFiles;
}

/** Frequency tables, runs, candidates. */
export function addMatchingRoutes(app: App, context: ServerContext, { desk, inputs, bases, files }: MatchingTools): void {
  const { db, now } = context;
  const consents = { worker: context.ledger.worker, inputs };
  const note = (request: FastifyRequest, action: string, subject: string, detail: Readonly<Record<string, string>> = {}) =>
    ({ account: accountOf(request).id, action, subject, kind: 'run', detail, address: request.ip, at: now() });

  app.get('/frequency-tables', { config: { access: readers } }, (request) =>
    withAccount(db, accountOf(request).id, async (tx) => ({
      default: runDefaults.frequencyTable,
      tables: (await listTables(tx)).map(({ table: { markers, ...about }, shipped }) => ({ ...about, shipped, markers: markers.map((marker) => marker.name) })),
    })));

  app.post('/frequency-tables', { config: { access: askers, accessScope: 'every' }, bodyLimit: 4 * 1024 * 1024, schema: { body: z.record(z.string(), z.json()) } }, async (request, reply) => {
    const account = accountOf(request).id;
    const table = await withAccount(db, account, async (tx) => {
      const added = await addTable(tx, request.body, { account, now: now() });
      await logAccess(tx, { account, action: 'frequency_table.added', detail: { table: added.id }, address: request.ip, at: now() });
      return added;
    });
    return reply.code(201).send({ id: table.id, markers: table.markers.length });
  });

  app.get('/runs/defaults', { config: { access: askers }, schema: { querystring: z.strictObject({ scope: id.optional() }) } }, (request) =>
    withAccount(db, accountOf(request).id, async (tx) => completeParameters({}, await countMissing(tx, request.query.scope ?? null))));

  app.post('/runs', { config: { access: askers }, schema: { body: runRequest } }, async (request, reply) => {
    const job = await requestRun(context, { account: accountOf(request), request: request.body, job: randomUUID(), address: request.ip });
    desk.wake();
    return reply.code(202).send({ job: describeJob(job, now()) });
  });

  app.get('/runs/:id', { config: { access: readers }, schema: { params: z.strictObject({ id }) } }, (request) =>
    withAccount(db, accountOf(request).id, async (tx) => {
      const answer = await describeRun(tx, context.files, request.params.id);
      if (answer === null) return refuse('server.not_found');
      await logAccess(tx, note(request, 'run.read', request.params.id));
      return answer;
    }));

  const listQuery = z.strictObject({ remains: id.optional(), person: id.optional(), after: z.coerce.number().int().min(-1).default(-1), limit: z.coerce.number().int().min(1).max(1000).default(100) });
  app.get('/runs/:id/candidates', { config: { access: readers }, schema: { params: z.strictObject({ id }), querystring: listQuery } }, (request) =>
    withAccount(db, accountOf(request).id, async (tx) => {
      const withheld = await withheldFamilies(tx, consents, request.params.id);
      const answer = await listRunCandidates(tx, request.params.id, { ...request.query, withheld });
      await logAccess(tx, note(request, 'candidates.listed', request.params.id));
      return answer;
    }));

  const duplicates: DuplicatesTools['kept'] = new KeptAnswers();
  const pageQuery = z.strictObject({ after: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(200).default(50), person: id.optional() });
  app.get('/duplicates', { config: { access: comparers }, schema: { querystring: pageQuery } }, (request) =>
    withAccount(db, accountOf(request).id, async (tx) => {
      const answer = await listDuplicates(tx, { account: accountOf(request).id, files: context.files, now: now(), weights: await bases.readWeights(), kept: duplicates }, request.query);
      await logAccess(tx, { account: accountOf(request).id, action: 'duplicates.listed', kind: 'person', detail: { count: answer.items.length }, address: request.ip, at: now() });
      return answer;
    }));

  app.post('/duplicates', { config: { access: comparers }, schema: { body: z.strictObject({}) } }, async (request, reply) => {
    const job = await requestDuplicates(context, { account: accountOf(request), job: randomUUID(), address: request.ip });
    desk.wake();
    return reply.code(202).send({ job: describeJob(job, now()) });
  });

  const pairParams = z.strictObject({ run: id, remains: id, person: id });
  const pairQuery = z.strictObject({ family: id.optional() });
  app.get('/candidates/:run/:remains/:person', { config: { access: readers }, schema: { params: pairParams, querystring: pairQuery } }, (request) =>
    withAccount(db, accountOf(request).id, async (tx) => {
      const key = { ...request.params, family: request.query.family };
      const withheld = await withheldFamilies(tx, consents, key.run);
      const computed = await computeCandidate(tx, inputs, key);
      refuseWithheld(computed, withheld);
      const answer = withoutWithheldRivals(await describeCandidate(tx, key, { computed, bases, files: await files.read(tx, accountOf(request).id) }), withheld);
      await logAccess(tx, note(request, 'candidate.read', key.run, { remains: key.remains, person: key.person }));
      return answer;
    }));

  app.get('/candidates/:run/:remains/:person/joint', { config: { access: readers }, schema: { params: pairParams, querystring: pairQuery.extend(jointView.shape) } }, (request) =>
    withAccount(db, accountOf(request).id, async (tx) => {
      const { family, ...view } = request.query;
      const key = { ...request.params, family };
      const withheld = await withheldFamilies(tx, consents, key.run);
      const answer = await describeJoint(tx, key, { readInput: async () => (await readRun(tx, inputs, key.run)).input, withheld, bases, readFiles: () => files.read(tx, accountOf(request).id), view });
      await logAccess(tx, note(request, 'candidate.read', key.run, { remains: key.remains, person: key.person }));
      return answer;
    }));

  const exportAs = async (request: FastifyRequest, key: CandidateKey, form: 'json' | 'fam') =>
    withAccount(db, accountOf(request).id, async (tx) => {
      refuseWithheld(await computeCandidate(tx, inputs, key), await withheldFamilies(tx, consents, key.run));
      const made = await exportCandidate(tx, inputs, key);
      const file = form === 'fam' ? famOfCandidate(made) : { name: made.name, text: JSON.stringify(made.case) };
      await logAccess(tx, note(request, 'candidate.exported', key.run, { remains: key.remains, person: key.person, form }));
      return { text: file.text, disposition: `attachment; filename="${file.name.replace(/[^A-Za-z0-9._-]/g, '_')}"` };
    });

  app.get('/candidates/:run/:remains/:person/case.json', { config: { access: readers }, schema: { params: pairParams, querystring: pairQuery } }, async (request, reply) => {
    const { text, disposition } = await exportAs(request, { ...request.params, family: request.query.family }, 'json');
    return reply.type('application/json; charset=utf-8').header('content-disposition', disposition).send(text);
  });

  app.get('/candidates/:run/:remains/:person/case.fam', { config: { access: readers }, schema: { params: pairParams, querystring: pairQuery } }, async (request, reply) => {
    const { text, disposition } = await exportAs(request, { ...request.params, family: request.query.family }, 'fam');
    return reply.type('text/plain; charset=utf-8').header('content-disposition', disposition).send(text);
  });
}
