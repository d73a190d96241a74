import type { Readable } from 'node:stream';
import { createReadStream } from 'node:fs';
import { refuse } from '@imena/problem';
import { loggedKinds } from '@imena/record';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { accountOf, logAccess, withAccount, type RequestAccount } from '../access/index.ts';
import { attachmentHeader } from '../http/content-disposition.ts';
import type { ServerContext } from '../http/context.ts';
import { isEntryShown } from '../ledger/read-entry.ts';
import { findFileOfEntry, hasUploaded, noteUpload, reserveBytes, returnBytes, type FileOfEntry } from './files.queries.ts';
import { makeView } from './make-view.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const bytes = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** Bytes of files: resumable parts in, views and originals out. */
export const filesRoutes: FastifyPluginAsyncZod<{ readonly context: ServerContext }> = async (app, { context }) => {
  const { db, files, now } = context;
  // The parts are streamed to the disk, never held in memory.
  for (const type of ['application/offset+octet-stream', 'application/octet-stream']) app.addContentTypeParser(type, (_, payload, done) => done(null, payload));
  const busy = new Set<string>();

  // Only of one's own uploads: whether somebody else's file is here is nobody's business.
  app.head('/files/:sha256', { config: { access: 'account', swagger: { exposeHeadRoute: true } }, schema: { params: z.strictObject({ sha256 }) } }, async (request, reply) => {
    const account = accountOf(request).id;
    const name = request.params.sha256;
    const whole = (await withAccount(db, account, (tx) => hasUploaded(tx, name))) ? await files.size(name) : null;
    const upload = whole === null ? await files.upload(name, account) : { offset: whole, length: whole };
    if (upload === null) return reply.code(404).send();
    return reply.headers({ 'upload-offset': upload.offset, 'upload-length': upload.length }).send();
  });

  const partHeaders = z.object({ 'upload-offset': bytes, 'upload-length': bytes, 'content-length': bytes.optional() });
  app.patch('/files/:sha256', { config: { access: 'account' }, schema: { params: z.strictObject({ sha256 }), headers: partHeaders } }, async (request, reply) => {
    const account = accountOf(request).id;
    const name = request.params.sha256;
    const body = request.body as Readable | undefined;
    if (body === undefined || typeof body.pipe !== 'function') return refuse('server.media_type');
    // Two parts of one upload at once would be written into each other.
    const key = `${name} ${account}`;
    if (busy.has(key)) return refuse('files.offset', { offset: (await files.upload(name, account))?.offset ?? 0 });
    busy.add(key);
    try {
      const { 'upload-offset': offset, 'upload-length': length } = request.headers;
      const announced: unknown = request.headers['content-length'];
      const day = { account, at: now(), bytes: typeof announced === 'number' ? announced : Math.max(0, length - offset) };
      if (!(await withAccount(db, account, (tx) => reserveBytes(tx, day, context.uploadBytesPerDay)))) return refuse('files.quota', { maximum: context.uploadBytesPerDay });
      const counted = new CountedBytes(body);
      try {
        const state = await files.append(name, { owner: account, offset, length, bytes: counted });
        if (state.isWhole) await withAccount(db, account, (tx) => noteUpload(tx, { sha256: name, account, at: now() }));
        return await reply.code(200).headers({ 'upload-offset': state.offset, 'upload-length': length }).send({ offset: state.offset, length, whole: state.isWhole });
      } finally {
        const left = day.bytes - counted.count;
        if (left > 0) await withAccount(db, account, (tx) => returnBytes(tx, { ...day, bytes: left }));
      }
    } finally {
      busy.delete(key);
    }
  });

  const query = z.strictObject({ entry: id, view: z.enum(['thumb', 'screen', 'original']).default('screen') });
  app.get('/files/:sha256', { exposeHeadRoute: false, config: { access: 'account' }, schema: { params: z.strictObject({ sha256 }), querystring: query } }, async (request, reply) => {
    const account = accountOf(request);
    const { view, entry } = request.query;
    const name = request.params.sha256;
    const file = await openFile(context, { account, sha256: name, entry, view, address: request.ip });
    if (view !== 'original') return reply.type('image/jpeg').send(createReadStream(await makeView(files.path(name), { folder: files.folder, sha256: name, view })));
    // Never by the type that its sender gave: a page or a drawing could hold a script.
    return reply.type('application/octet-stream').header('content-disposition', attachmentHeader(file.name ?? name)).send(files.read(name));
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
    // An entry can name any hash; what its author never sent is not handed out under it.
    if (!found.arrived) return refuse('files.missing');
    const isCovered = (JSON.parse(found.body) as { sensitive?: boolean }).sensitive === true || (loggedKinds as readonly string[]).includes(found.kind);
    const action = view === 'original' ? 'file.exported' : 'file.viewed';
    if (view === 'original' || (isCovered && view === 'screen')) await logAccess(tx, { account: account.id, action, subject: found.subject, kind: found.kind, detail: { entry, file: name }, address, at: now() });
    return found;
  });
  if ((await files.size(name)) === null) return refuse('files.missing');
  return file;
}

/** Counts the bytes of a part as they pass. */
class CountedBytes implements AsyncIterable<Uint8Array> {
  count = 0;
  readonly #bytes: AsyncIterable<Uint8Array>;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#bytes = bytes;
  }

  async *[Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    for await (const part of this.#bytes) {
      this.count += part.length;
      yield part;
    }
  }
}
