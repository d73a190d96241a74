import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import { makeProblem } from '@imena/problem';
import { z } from 'zod';
import { sendProblem } from './answer-problems.ts';
import type { App } from './type-provider.ts';

/**
 * Serves the built web application as it stands on the disk at each request, so that pages that are built anew while the
 * server runs are the ones that people get; every path that is neither a file nor the API is a screen of it.
 * @param folder `apps/web/dist`; while it is not built, pages answer in words and the API works all the same.
 */
export async function serveWeb(app: App, folder: string): Promise<void> {
  // Without routes of its own: the plugin cannot be told to say who may use them, and it would list the files only once.
  await app.register(fastifyStatic, {
    serve: false, cacheControl: false, preCompressed: true, dotfiles: 'ignore', index: false,
    setHeaders: (response, file) => {
      void response.setHeader('cache-control', cachingOf(file.replace(/\.(br|gz)$/, '')));
    },
  });
  app.get('/*', { config: { access: 'public' }, schema: { hide: true, params: anyPath } }, (request, reply) => {
    const { '*': asked } = request.params;
    if (asked.startsWith('api/')) {
      reply.callNotFound();
      return reply;
    }
    // A file that has gone since is not found: for the first page in its place a browser would take it for the program.
    if (path.extname(asked) !== '') return reply.sendFile(asked, folder);
    if (!existsSync(path.join(folder, 'index.html'))) return reply.code(503).type('text/plain; charset=utf-8').send('The pages of Imena are not built yet: npm run build\n');
    return reply.sendFile('index.html', folder);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, makeProblem('server.not_found')));
}

const anyPath = z.object({ '*': z.string() });

/** Names with a hash never change; the rest is asked for anew. */
function cachingOf(file: string): string {
  return /[-.][0-9A-Za-z_-]{8,}\.(js|css|woff2|wasm|png|svg)$/.test(file) && file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
