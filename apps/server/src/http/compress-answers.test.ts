import { gunzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { afterAll, expect, it } from 'vitest';
import { compressAnswers } from './compress-answers.ts';

const list = { items: Array.from({ length: 500 }, (_, at) => ({ code: `G-${at}`, title: 'могила' })) };
const app = Fastify();
compressAnswers(app.withTypeProvider());
app.get('/list', () => list);
app.get('/short', () => ({ ok: true }));
app.get('/refused', (_, reply) => reply.status(422).send(list));
app.get('/bytes', (_, reply) => reply.send(Buffer.alloc(5000, 'a')));
afterAll(() => app.close());

const get = (url: string, encodings?: string) => app.inject({ url, headers: encodings === undefined ? {} : { 'accept-encoding': encodings } });

it('a long answer comes compressed to who takes that, and says the same', async () => {
  const [packed, plain] = [await get('/list', 'gzip, deflate, br'), await get('/list')];
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding', 'content-type': plain.headers['content-type'] });
  expect(Number(packed.headers['content-length'])).toBe(packed.rawPayload.length);
  expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.payload);
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 5);
  expect(plain.headers).not.toHaveProperty('content-encoding');
  expect(plain.json()).toEqual(list);
});

it('refusals keep their status; short answers and bytes stay as they are', async () => {
  const refused = await get('/refused', 'gzip');
  expect([refused.statusCode, refused.headers['content-encoding']]).toEqual([422, 'gzip']);
  for (const url of ['/short', '/bytes']) expect((await get(url, 'gzip')).headers).not.toHaveProperty('content-encoding');
});
