import type { Readable } from 'node:stream';
import { createReadStream } from 'node:fs';
import { refuse } from '@imena/problem';
import { loggedKinds } from '@imena/record';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { accountOf, logAccess, withAccount, type RequestAccount } from '../access/index.ts';
import type { ServerContext } from '../http/context.ts';
import { isEntryShown } from '../ledger/read-entry.ts';
import { findFileOfEntry, type FileOfEntry } from './files.queries.ts';
import { makeView } from './make-view.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const bytes = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** Bytes of files: resumable parts in, views and originals out. */
export const filesRoutes: FastifyPluginAsyncZod<{ readonly context: ServerContext }> = async (app, { context }) => {
  const { files } = context;
  // The parts are streamed to the disk, never held in memory.
  for (const type of ['application/offset+octet-stream', 'application/octet-stream']) app.addContentTypeParser(type, (_, payload, done) => done(null, payload));
  const busy = new Set<string>();

  app.head('/files/:sha256', { config: { access: 'account' }, schema: { params: z.strictObject({ sha256 }) } }, async (request, reply) => {
    const whole = await files.size(request.params.sha256);
    const upload = whole === null ? await files.upload(request.params.sha256) : { offset: whole, length: whole };
    if (upload === null) return reply.code(404).send();
    return reply.headers({ 'upload-offset': upload.offset, 'upload-length': upload.length }).send();
  });

  const partHeaders = z.object({ 'upload-offset': bytes, 'upload-length': bytes });
  app.patch('/files/:sha256', { config: { access: 'account' }, schema: { params: z.strictObject({ sha256 }), headers: partHeaders } }, async (request, reply) => {
    const name = request.params.sha256;
    const body = request.body as Readable | undefined;
    if (body === undefined || typeof body.pipe !== 'function') return refuse('server.media_type');
    // Two parts of one file at once would be written into each other.
    if (busy.has(name)) return refuse('files.offset', { offset: (await files.upload(name))?.offset ?? 0 });
    busy.add(name);
    try {
      const { 'upload-offset': offset, 'upload-length': length } = request.headers;
      const state = await files.append(name, { offset, length, bytes: body });
      return await reply.code(200).headers({ 'upload-offset': state.offset, 'upload-length': length }).send({ offset: state.offset, length, whole: state.isWhole });
    } finally {
      busy.delete(name);
    }
  });

  const query = z.strictObject({ entry: id, view: z.enum(['thumb', 'screen', 'original']).default('screen') });
  app.get('/files/:sha256', { exposeHeadRoute: false, config: { access: 'account' }, schema: { params: z.strictObject({ sha256 }), querystring: query } }, async (request, reply) => {
    const account = accountOf(request);
    const { view, entry } = request.query;
    const name = request.params.sha256;
    const file = await openFile(context, { account, sha256: name, entry, view, address: request.ip });
    // One entry's file never changes, but the right to see it can end: no shared cache, and asked for anew each day.
    reply.header('cache-control', 'private, max-age=86400');
    if (view !== 'original') return reply.type('image/jpeg').send(createReadStream(await makeView(files.path(name), { folder: files.folder, sha256: name, view })));
    const attachment = `attachment; filename*=UTF-8''${encodeURIComponent(file.name ?? name)}`;
    return reply.type('application/octet-stream').header('content-disposition', attachment).send(files.read(name));
  });

  await Promise.resolve();
};

/** Finds the file under the wall, and logs what must be: originals are exports, covered images and persons are reads. */
async function openFile(
  { db, files, now }: ServerContext,
  { account, sha256: name, entry, view, address }: { account: RequestAccount; sha256: string; entry: string; view: string; address: string },
): Promise<FileOfEntry> {
  const file = await withAccount(db, account.id, async (tx) => {
    const found = await findFileOfEntry(tx, name, entry);
    if (found === null || !(await isEntryShown(tx, account, { id: entry, subject: found.subject }))) return refuse('server.not_found');
    const isCovered = (JSON.parse(found.body) as { sensitive?: boolean }).sensitive === true || (loggedKinds as readonly string[]).includes(found.kind);
    const action = view === 'original' ? 'file.exported' : 'file.viewed';
    if (view === 'original' || (isCovered && view === 'screen')) await logAccess(tx, { account: account.id, action, subject: found.subject, kind: found.kind, detail: { entry, file: name }, address, at: now() });
    return found;
  });
  if ((await files.size(name)) === null) return refuse('files.missing');
  return file;
}
