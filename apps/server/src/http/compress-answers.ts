import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { App } from './type-provider.ts';

const pack = promisify(gzip);
/** Shorter answers fit into one or two packets as they are. */
const leastBytes = 2048;
/** Beyond this a list of a register hardly becomes shorter, and the server waits longer. */
const level = 4;

/**
 * Compresses JSON for browsers that take it: a reconciliation is a fifth as long then, the page of a site an eighth, which a phone on a slow network
 * feels. Files and programs of pages are compressed when they are built, photographs by themselves. What somebody types
 * stands in an answer beside others' data only where the session goes along, which no other site can make it do.
 */
export function compressAnswers(app: App): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < leastBytes || reply.hasHeader('content-encoding')) return payload;
    reply.header('vary', 'accept-encoding');
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return payload;
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return pack(payload, { level });
  });
}
