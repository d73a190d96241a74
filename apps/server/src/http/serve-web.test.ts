import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerProblems } from './answer-problems.ts';
import { serveWeb } from './serve-web.ts';
import type { App } from './type-provider.ts';

let outside: string;
let folder: string;
let app: App;
let failures: string[];

beforeEach(async () => {
  outside = await mkdtemp(path.join(tmpdir(), 'imena-pages-'));
  folder = path.join(outside, 'dist');
  failures = [];
  app = Fastify().withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app, (line) => failures.push(line));
  app.get('/api/known', () => ({ known: true }));
  await serveWeb(app, folder);
});
afterEach(async () => {
  await app.close();
  await rm(outside, { recursive: true });
  expect(failures).toEqual([]);
});

/** What a build leaves behind: a first page that names a program by the hash of its content, and nothing of an earlier build. */
async function build(hash: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, 'assets'), { recursive: true });
  await writeFile(path.join(folder, 'index.html'), `<script type="module" src="/assets/index-${hash}.js"></script>`);
  await writeFile(path.join(folder, 'assets', `index-${hash}.js`), `// ${hash}`);
  await writeFile(path.join(folder, 'assets', `index-${hash}.js.gz`), gzipSync(`// ${hash}`));
}

const get = (url: string, headers: Readonly<Record<string, string>> = {}) => app.inject({ method: 'GET', url, headers });

describe('the pages', () => {
  it('are those of the newest build, with every file that it names, though the server was not started again', async () => {
    for (const hash of ['AAAAAAAA', 'BBBBBBBB']) {
      await build(hash);
      const page = await get('/matches');
      expect(page.headers['cache-control']).toBe('no-cache');
      const program = /src="([^"]+)"/.exec(page.body)?.[1] ?? '';
      const answer = await get(program);
      expect([answer.statusCode, answer.body]).toEqual([200, `// ${hash}`]);
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      const packed = await get(program, { 'accept-encoding': 'gzip' });
      expect([packed.statusCode, packed.headers['content-encoding'], packed.headers['content-type']]).toEqual([200, 'gzip', 'application/javascript; charset=utf-8']);
    }
    const gone = await get('/assets/index-AAAAAAAA.js', { 'accept-encoding': 'gzip, br' });
    expect([gone.statusCode, gone.json<{ code: string }>().code]).toEqual([404, 'server.not_found']);
  });

  it('are said not to be built while they are not, and are there as soon as they are', async () => {
    expect([(await get('/')).statusCode, (await get('/api/known')).statusCode]).toEqual([503, 200]);
    await build('AAAAAAAA');
    expect([(await get('/')).statusCode, (await get('/missing/0190a000-0000-7000-8000-000000000001?tab=1.2')).statusCode]).toEqual([200, 200]);
  });

  it('are never the answer of the API, and nothing outside their folder is one of them', async () => {
    await build('AAAAAAAA');
    await writeFile(path.join(outside, 'secret.txt'), 'secret');
    await writeFile(path.join(folder, '.hidden.txt'), 'secret');
    for (const url of ['/api/unknown', '/api/unknown.js', '/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/.hidden.txt', '/assets.js/']) {
      const answer = await get(url);
      expect([url, answer.statusCode >= 400 && answer.statusCode < 500, answer.headers['content-type']]).toEqual([url, true, 'application/problem+json; charset=utf-8']);
      expect(answer.body).not.toContain('secret');
    }
  });
});
