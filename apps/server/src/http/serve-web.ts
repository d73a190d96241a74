import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import { makeProblem } from '@imena/problem';
import { sendProblem } from './answer-problems.ts';
import type { App } from './type-provider.ts';

/**
 * Serves the built web application; every path that is neither a file nor the API is a screen of it.
 * @param folder `apps/web/dist`; where it is not built, pages answer in words and the API works all the same.
 */
export async function serveWeb(app: App, folder: string): Promise<void> {
  const isBuilt = existsSync(path.join(folder, 'index.html'));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: folder, serve: false, cacheControl: false, preCompressed: true,
      setHeaders: (response, file) => {
        void response.setHeader('cache-control', cachingOf(file.replace(/\.(br|gz)$/, '')));
      },
    });
    // Not left to the plugin: it cannot be told to say who may use its routes.
    for (const file of filesIn(folder)) app.get(`/${file}`, { config: { access: 'public' }, schema: { hide: true } }, (_request, reply) => reply.sendFile(file));
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/') && path.extname(request.url.split('?')[0] ?? '') === '';
    if (!isPage) return sendProblem(request, reply, makeProblem('server.not_found'));
    if (!isBuilt) return reply.code(503).type('text/plain; charset=utf-8').send('The pages of Imena are not built yet: npm run build\n');
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

/** Names with a hash never change; the rest is asked for anew. */
function cachingOf(file: string): string {
  return /[-.][0-9A-Za-z_-]{8,}\.(js|css|woff2|wasm|png|svg)$/.test(file) && file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
