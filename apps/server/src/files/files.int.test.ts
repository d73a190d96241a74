import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTidyingUploads } from './tidy-uploads.ts';
import { graveStatement, held, siteStatement, startWholeServer, type Member, type WholeServer } from '../testing/test-server.ts';

let whole: WholeServer;
let site: string;
let grave: string;

beforeAll(async () => {
  whole = await startWholeServer();
  [site, grave] = [randomUUID(), randomUUID()];
  await whole.coordinator.state(siteStatement(site), graveStatement(site, '1', grave));
});
afterAll(() => whole.close());

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function call(member: Member, method: 'HEAD' | 'PATCH' | 'GET', url: string, part?: { offset: number; length: number; bytes: Uint8Array }) {
  return whole.server.app.inject({
    method, url,
    headers: {
      'x-imena': '1', cookie: `imena_session=${member.person.cookie ?? ''}`,
      ...(part === undefined ? {} : { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(part.offset), 'upload-length': String(part.length) }),
    },
    ...(part === undefined ? {} : { payload: Buffer.from(part.bytes) }),
  });
}

/** Uploads bytes and logs them as a photograph of the grave; answers the entry's id. */
async function photograph(member: Member, bytes: Uint8Array): Promise<string> {
  const sha256 = hashOf(bytes);
  await call(member, 'PATCH', `/api/files/${sha256}`, { offset: 0, length: bytes.length, bytes });
  const entry = member.device.sign({
    scope: site, subject: grave, kind: 'grave', files: [bytes],
    body: { type: 'subject.photographed', basis: 'observed', file: 0, mediaType: 'image/jpeg', sensitive: false, synthetic: true },
  });
  const { results } = await member.send([entry]);
  expect(results[0]?.status).toBe('logged');
  return entry.id;
}

describe('a file', () => {
  it('arrives in parts, goes on where it was cut off, and is whole only when its hash is right', async () => {
    const bytes = randomBytes(300_000);
    const url = `/api/files/${hashOf(bytes)}`;
    const { coordinator } = whole;
    expect((await call(coordinator, 'HEAD', url)).statusCode).toBe(404);
    expect((await call(coordinator, 'PATCH', url, { offset: 0, length: bytes.length, bytes: bytes.subarray(0, 100_000) })).statusCode).toBe(200);
    const head = await call(coordinator, 'HEAD', url);
    expect([head.headers['upload-offset'], head.headers['upload-length']].map(Number)).toEqual([100_000, 300_000]);
    expect((await call(coordinator, 'PATCH', url, { offset: 5, length: bytes.length, bytes: bytes.subarray(5) })).json()).toMatchObject({ code: 'files.offset', details: { offset: 100_000 } });
    expect((await call(coordinator, 'PATCH', url, { offset: 100_000, length: bytes.length, bytes: bytes.subarray(100_000) })).json()).toEqual({ offset: 300_000, length: 300_000, whole: true });
    expect(await whole.server.context.files.check(hashOf(bytes))).toBe(hashOf(bytes));
  });

  it('of which nothing more arrived for sixty days is removed at the start and daily; what still grows stays', async () => {
    const { files } = whole.server.context;
    const [given, going] = [randomBytes(300_000), randomBytes(300_000)];
    for (const bytes of [given, going]) await call(whole.coordinator, 'PATCH', `/api/files/${hashOf(bytes)}`, { offset: 0, length: bytes.length, bytes: bytes.subarray(0, 100_000) });
    const folder = path.join(files.folder, 'uploads');
    const name = readdirSync(folder).find((one) => one.startsWith(hashOf(given))) ?? '';
    const old = new Date(Date.now() - 61 * 24 * 60 * 60 * 1000);
    utimesSync(path.join(folder, name), old, old);
    const lines: string[] = [];
    await startTidyingUploads({ files, now: () => new Date(), log: (line) => lines.push(line) }).stop();
    expect(lines).toEqual([expect.stringContaining('removed 1 ')]);
    expect((await call(whole.coordinator, 'HEAD', `/api/files/${hashOf(given)}`)).statusCode).toBe(404);
    expect((await call(whole.coordinator, 'HEAD', `/api/files/${hashOf(going)}`)).headers['upload-offset']).toBe('100000');
    // The device that comes back begins anew and ends whole.
    expect((await call(whole.coordinator, 'PATCH', `/api/files/${hashOf(given)}`, { offset: 0, length: given.length, bytes: given })).json()).toMatchObject({ whole: true });
  });

  it('whose bytes are others than announced is refused and can be sent again', async () => {
    const bytes = randomBytes(1000);
    const url = `/api/files/${hashOf(bytes)}`;
    expect((await call(whole.coordinator, 'PATCH', url, { offset: 0, length: 1000, bytes: randomBytes(1000) })).json()).toMatchObject({ code: 'files.hash' });
    expect((await call(whole.coordinator, 'PATCH', url, { offset: 0, length: 1000, bytes })).statusCode).toBe(200);
  });

  it('is seen without EXIF and turned upright; the original is an export and logged', async () => {
    const original = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#888' } })
      .jpeg().withMetadata({ orientation: 6 }).withExif({ IFD0: { Make: 'synthetic-camera' } }).toBuffer();
    const entry = await photograph(whole.coordinator, original);
    const url = `/api/files/${hashOf(original)}?entry=${entry}`;
    const view = await call(whole.coordinator, 'GET', `${url}&view=thumb`);
    const meta = await sharp(view.rawPayload).metadata();
    expect([meta.width, meta.height, meta.exif]).toEqual([160, 320, undefined]);
    expect(view.rawPayload.includes('synthetic-camera')).toBe(false);
    const download = await call(whole.coordinator, 'GET', `${url}&view=original`);
    expect(hashOf(download.rawPayload)).toBe(hashOf(original));
    const log = await whole.coordinator.person.expect<{ items?: { action: string }[]; lines?: { action: string }[] }>(200, 'GET', '/api/access-log');
    expect(JSON.stringify(log)).toContain('file.exported');
  });

  it('is not there for who may not read the subject, nor under another entry', async () => {
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#123' } }).png().toBuffer();
    const entry = await photograph(whole.coordinator, bytes);
    const stranger = await whole.member([held('recovery', randomUUID())]);
    expect((await call(stranger, 'GET', `/api/files/${hashOf(bytes)}?entry=${entry}`)).statusCode).toBe(404);
    const other = await photograph(whole.coordinator, randomBytes(64));
    expect((await call(whole.coordinator, 'GET', `/api/files/${hashOf(bytes)}?entry=${other}`)).statusCode).toBe(404);
  });

  it('named by an entry that has not arrived is said to be missing', async () => {
    const bytes = randomBytes(70);
    const { coordinator } = whole;
    const entry = coordinator.device.sign({ scope: site, subject: grave, kind: 'grave', files: [bytes], body: { type: 'subject.attached', basis: 'document', file: 0, mediaType: 'application/pdf', name: 'plan.pdf' } });
    await coordinator.send([entry]);
    expect((await call(coordinator, 'GET', `/api/files/${hashOf(bytes)}?entry=${entry.id}&view=original`)).json()).toMatchObject({ code: 'files.missing' });
  });
});

describe('who has a file', () => {
  const upload = (member: Member, bytes: Uint8Array, part = bytes, offset = 0) => call(member, 'PATCH', `/api/files/${hashOf(bytes)}`, { offset, length: bytes.length, bytes: part });

  it('is told of its own uploads only, whole or under way', async () => {
    const bytes = randomBytes(2000);
    const url = `/api/files/${hashOf(bytes)}`;
    const other = await whole.member([held('coordinator')]);
    await upload(whole.coordinator, bytes, bytes.subarray(0, 500));
    expect((await call(other, 'HEAD', url)).statusCode).toBe(404);
    await upload(whole.coordinator, bytes, bytes.subarray(500), 500);
    expect((await call(whole.coordinator, 'HEAD', url)).headers['upload-offset']).toBe('2000');
    expect((await call(other, 'HEAD', url)).statusCode).toBe(404);
  });

  it('is not whoever only knows its hash: the file is neither taken as sent nor handed out under their entry', async () => {
    const bytes = randomBytes(3000);
    await photograph(whole.coordinator, bytes);
    const other = await whole.member([held('coordinator', site)]);
    // As if the whole had been sent: nothing but the last byte, then one byte.
    expect((await upload(other, bytes, bytes.subarray(2999), 2999)).json()).toMatchObject({ code: 'files.offset', details: { offset: 0 } });
    expect((await upload(other, bytes, bytes.subarray(0, 1))).json()).toEqual({ offset: 1, length: 3000, whole: false });
    const entry = other.device.sign({ scope: site, subject: grave, kind: 'grave', files: [bytes], body: { type: 'subject.attached', basis: 'document', file: 0, mediaType: 'text/plain', name: 'x.txt' } });
    expect((await other.send([entry])).results[0]?.status).toBe('logged');
    const url = `/api/files/${hashOf(bytes)}?entry=${entry.id}&view=original`;
    expect((await call(other, 'GET', url)).json()).toMatchObject({ code: 'files.missing' });
    await upload(other, bytes, bytes.subarray(1), 1);
    expect((await call(other, 'GET', url)).rawPayload.equals(bytes)).toBe(true);
  });

  it('may send so much in a day and not more, however many requests come at once; the next day it goes on', async () => {
    let today = new Date();
    const small = await startWholeServer({ uploadBytesPerDay: 10_000, now: () => today });
    try {
      const put = (bytes: Uint8Array) => small.server.app.inject({
        method: 'PATCH', url: `/api/files/${hashOf(bytes)}`, payload: Buffer.from(bytes),
        headers: { 'x-imena': '1', cookie: `imena_session=${small.coordinator.person.cookie ?? ''}`, 'content-type': 'application/octet-stream', 'upload-offset': '0', 'upload-length': String(bytes.length) },
      });
      const answers = await Promise.all(Array.from({ length: 5 }, () => put(randomBytes(3000))));
      expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 200, 200, 429, 429]);
      expect((await put(randomBytes(3000))).json()).toMatchObject({ code: 'files.quota' });
      expect((await put(randomBytes(900))).statusCode).toBe(200);
      today = new Date(today.getTime() + 11 * 3_600_000);
      await small.coordinator.person.expect(200, 'GET', '/api/session');
      today = new Date(today.getTime() + 11 * 3_600_000);
      await small.coordinator.person.expect(200, 'GET', '/api/session');
      today = new Date(today.getTime() + 3 * 3_600_000);
      expect((await put(randomBytes(3000))).statusCode).toBe(200);
    } finally {
      await small.close();
    }
  });
});

describe('the original of a page or a drawing with a script', () => {
  it.each([['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'image/svg+xml', 'план «1».svg'], ['<!doctype html><script>alert(1)</script>', 'text/html', 'x"\r\nset-cookie: a=b.html']])(
    'is saved, never shown: no type of its own, no sniffing, no cache (%s)', async (text, mediaType, name) => {
      const bytes = Buffer.from(text);
      await call(whole.coordinator, 'PATCH', `/api/files/${hashOf(bytes)}`, { offset: 0, length: bytes.length, bytes });
      const entry = whole.coordinator.device.sign({ scope: site, subject: grave, kind: 'grave', files: [bytes], body: { type: 'subject.attached', basis: 'document', file: 0, mediaType, name: 'drawing' } });
      const [file] = entry.files;
      if (file === undefined) throw new Error('no file');
      // The name beside the file is not signed: a client may send what it likes.
      const { results } = await whole.coordinator.send([{ ...entry, files: [{ ...file, name, mediaType }] }]);
      expect(results[0]?.status).toBe('logged');
      const { headers, statusCode } = await call(whole.coordinator, 'GET', `/api/files/${hashOf(bytes)}?entry=${entry.id}&view=original`);
      expect(statusCode).toBe(200);
      expect(headers).toMatchObject({ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
      expect(headers['content-disposition']).toMatch(/^attachment; filename="[A-Za-z0-9._ -]*"; filename\*=UTF-8''[A-Za-z0-9._~%-]*$/);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['set-cookie']).toBeUndefined();
      expect((await call(whole.coordinator, 'GET', `/api/files/${hashOf(bytes)}?entry=${entry.id}&view=screen`)).statusCode).toBe(415);
    });
});

const badImages = path.resolve(import.meta.dirname, '../../../../../shared/cases/badinput/own/image');

describe.skipIf(!existsSync(badImages))('every damaged or hostile image of the shared cases (skipped where the cases are absent)', () => {
  it('is answered with a view or a refusal, never with a failure', async () => {
    const names = readdirSync(badImages, { recursive: true, withFileTypes: true }).filter((item) => item.isFile()).map((item) => path.join(item.parentPath, item.name));
    expect(names.length).toBeGreaterThan(10);
    const statuses = new Map<string, number[]>();
    for (const name of names) {
      const bytes = readFileSync(name);
      const entry = await photograph(whole.coordinator, bytes);
      for (const view of ['thumb', 'screen']) {
        const { statusCode } = await call(whole.coordinator, 'GET', `/api/files/${hashOf(bytes)}?entry=${entry}&view=${view}`);
        statuses.set(path.relative(badImages, name), [...(statuses.get(path.relative(badImages, name)) ?? []), statusCode]);
      }
    }
    expect([...statuses].filter(([, codes]) => codes.some((code) => code >= 500))).toEqual([]);
    expect(statuses.get('ok.jpg')).toEqual([200, 200]);
    expect(statuses.get('svg-script.svg')).toEqual([415, 415]);
    expect(statuses.get('pixel-flood.png')?.every((code) => code === 415)).toBe(true);
    expect(whole.failures).toEqual([]);
  });
});
