import { refuse } from '@imena/problem';
import { codeLists, loggedKinds, type SubjectKind } from '@imena/record';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { accountOf, logAccess, withAccount } from '../access/index.ts';
import type { ServerContext } from '../http/context.ts';
import { findLines } from './find-lines.ts';
import { listSubjects, searchSubjects, type ListRequest } from './list-subjects.ts';
import { readSubject, readSubjects } from './read-subject.ts';
import { RememberedCounts } from './remembered-counts.ts';

const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const listFields = z
  .object({
    kind: z.enum(codeLists.subjectKinds).optional(),
    scope: id.optional(),
    q: z.string().max(200).optional(),
    status: z.string().max(60).optional(),
    sort: z.enum(['code', '-updated', 'title']).default('code'),
    after: z.string().max(1000).optional(),
    limit: z.coerce.number().int().min(1).max(2000).default(100),
  });
const listQuery = listFields.catchall(z.string().max(200)).describe('Besides these: link.REL=ID and facet.NAME=VALUE');

/** Ids with commas between them. */
const idsQuery = (most: number) => z.strictObject({ ids: z.string().max(37 * most).refine((text) => text.split(',').every((one) => id.safeParse(one).success)) })
  .describe(`Ids with commas between them, at most ${most}`);

/** The register: lists, single subjects, search. */
export const registerRoutes: FastifyPluginAsyncZod<{ readonly context: ServerContext }> = async (app, { context }) => {
  const { db, ledger, now } = context;
  const counts = new RememberedCounts(() => ledger.folder.revision);

  app.get('/subjects', { config: { access: 'account' }, schema: { querystring: listQuery } }, async (request) => {
    const account = accountOf(request);
    const wanted = listRequest(request.query);
    return withAccount(db, account.id, async (tx) => {
      if (isLogged(wanted.kind)) {
        const detail = { ...(wanted.q === undefined ? {} : { q: wanted.q }), ...(wanted.scope === undefined ? {} : { scope: wanted.scope }) };
        await logAccess(tx, { account: account.id, action: 'subjects.listed', kind: wanted.kind ?? null, detail, address: request.ip, at: now() });
      }
      return listSubjects(tx, account, wanted, counts);
    });
  });

  app.get('/subjects/lines', { config: { access: 'account' }, schema: { querystring: idsQuery(100) } }, async (request) => {
    const account = accountOf(request);
    return withAccount(db, account.id, async (tx) => {
      const items = await findLines(tx, account, request.query.ids.split(','));
      for (const kind of loggedKinds) {
        const count = items.filter((item) => item.kind === kind).length;
        if (count > 0) await logAccess(tx, { account: account.id, action: 'subjects.listed', kind, detail: { count }, address: request.ip, at: now() });
      }
      return { items };
    });
  });

  app.get('/subjects/details', { config: { access: 'account' }, schema: { querystring: idsQuery(50) } }, async (request) => {
    const account = accountOf(request);
    return withAccount(db, account.id, async (tx) => {
      const details = await readSubjects(tx, account, [...new Set(request.query.ids.split(','))]);
      for (const { subject: { id: subject, kind } } of details) if (isLogged(kind)) await logAccess(tx, { account: account.id, action: 'subject.read', subject, kind, address: request.ip, at: now() });
      return { details };
    });
  });

  const oneQuery = z.strictObject({ waitFor: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional() });
  app.get('/subjects/:id', { config: { access: 'account' }, schema: { params: z.strictObject({ id }), querystring: oneQuery } }, async (request) => {
    const account = accountOf(request);
    if (request.query.waitFor !== undefined && request.query.waitFor < ledger.state.size) await ledger.folder.waitFor(request.query.waitFor);
    return withAccount(db, account.id, async (tx) => {
      const answer = await readSubject(tx, account, request.params.id);
      const { kind } = answer.subject;
      if (isLogged(kind)) await logAccess(tx, { account: account.id, action: 'subject.read', subject: request.params.id, kind, address: request.ip, at: now() });
      return answer;
    });
  });

  const searchQuery = z.strictObject({ q: z.string().max(200), limit: z.coerce.number().int().min(1).max(100).default(20) });
  app.get('/search', { config: { access: 'account' }, schema: { querystring: searchQuery } }, async (request) => {
    const account = accountOf(request);
    return withAccount(db, account.id, async (tx) => {
      await logAccess(tx, { account: account.id, action: 'register.searched', detail: { q: request.query.q }, address: request.ip, at: now() });
      return { items: await searchSubjects(tx, account, request.query) };
    });
  });

  await Promise.resolve();
};

function isLogged(kind: SubjectKind | undefined): boolean {
  return kind !== undefined && loggedKinds.includes(kind);
}

function listRequest(query: z.infer<typeof listFields> & Readonly<Record<string, unknown>>): ListRequest {
  const { kind, scope, q, status, sort, after, limit, ...rest } = query;
  const links: { rel: string; to: string }[] = [];
  const facets: Record<string, string> = {};
  for (const [name, value] of Object.entries(rest)) {
    const [, group, key] = /^(link|facet)\.([A-Za-z_-]{1,40})$/.exec(name) ?? [];
    if (typeof value !== 'string' || key === undefined) refuse('register.filter', { name });
    if (group === 'facet') facets[key] = value;
    else if (id.safeParse(value).success) links.push({ rel: key, to: value });
    else refuse('register.filter', { name });
  }
  return { kind, scope, q, status, sort, after, limit, links, facets };
}
