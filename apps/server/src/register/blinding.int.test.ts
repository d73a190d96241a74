import { createHash, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverParts } from '../server-parts.ts';
import { graveStatement, held, siteStatement, startWholeServer, type Member, type WholeServer } from '../testing/test-server.ts';
import type { TestStatement } from '../testing/test-device.ts';

/** Whatever names the person in this test holds one of these, in one script or the other. */
const name = 'Ковальчук';
const told = [name, 'KOVALCHUK'];

let whole: WholeServer;
let site: string;
let office: string;
let grave: string;
let remains: string;
let person: string;
let hiddenEntries: string[];
let shownEntries: string[];
let photograph: Uint8Array;
let list: Uint8Array;

async function put(member: Member, bytes: Uint8Array): Promise<void> {
  const answer = await whole.server.app.inject({
    method: 'PATCH', url: `/api/files/${hashOf(bytes)}`, payload: Buffer.from(bytes),
    headers: { 'x-imena': '1', cookie: `imena_session=${member.person.cookie ?? ''}`, 'content-type': 'application/octet-stream', 'upload-offset': '0', 'upload-length': String(bytes.length) },
  });
  expect(answer.statusCode).toBe(200);
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const get = async (member: Member, url: string) => whole.server.app.inject({ url, headers: { cookie: `imena_session=${member.person.cookie ?? ''}` } });

async function stateAll(member: Member, statements: readonly TestStatement[]): Promise<string[]> {
  const entries = statements.map((statement) => member.device.sign(statement));
  const { results } = await member.send(entries);
  expect(results.map((result) => result.problem?.code ?? result.status)).toEqual(statements.map(() => 'logged'));
  return entries.map((entry) => entry.id);
}

beforeAll(async () => {
  whole = await startWholeServer({ parts: serverParts });
  [site, office, grave, remains, person] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const { coordinator } = whole;
  photograph = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#234' } }).png().toBuffer();
  list = Buffer.from('synthetic list of burials');
  await put(coordinator, photograph);
  await put(coordinator, list);
  const onGrave = { scope: site, subject: grave, kind: 'grave' } as const;
  const onRemains = { scope: site, subject: remains, kind: 'remains' } as const;
  shownEntries = await stateAll(coordinator, [
    siteStatement(site), graveStatement(site, '398', grave),
    { scope: office, subject: office, kind: 'site', body: { type: 'office.registered', basis: 'observed', officeKind: 'family_liaison', name: { en: 'Office (synthetic)' } } },
    { ...onRemains, body: { type: 'remains.recovered', basis: 'observed', site, grave, code: 'SYN-A-0001-K', completeness: 'complete', synthetic: true } },
  ]);
  const liaison = await whole.member([held('family_liaison', office)]);
  await stateAll(liaison, [{
    scope: office, subject: person, kind: 'person',
    body: { type: 'person.reported', basis: 'told', code: 'P-0001', informant: { relation: 'mother' }, names: [{ kind: 'legal', script: 'Cyrl', surname: name, given: 'Іван' }], synthetic: true },
  }]);
  hiddenEntries = await stateAll(coordinator, [
    { ...onGrave, body: { type: 'grave.marker_transcribed', basis: 'observed', markerType: 'wooden_cross', markerName: { text: `${name} Іван` } } },
    { ...onGrave, body: { type: 'subject.aliased', basis: 'document', alias: `Cross of KOVALCHUK`, origin: 'synthetic list' } },
    { ...onGrave, files: [photograph], body: { type: 'subject.photographed', basis: 'observed', file: 0, mediaType: 'image/png', name: `${name}.png`, sensitive: false } },
    { ...onRemains, body: { type: 'remains.presumed', basis: 'observed', ground: 'marker', name: `${name} Іван`, person } },
    { ...onRemains, body: { type: 'subject.noted', basis: 'observed', text: `The papers say ${name}.` } },
    { ...onRemains, body: { type: 'subject.aliased', basis: 'document', alias: `${name} 398`, origin: 'synthetic list' } },
    { scope: site, subject: site, kind: 'site', body: { type: 'subject.noted', basis: 'document', text: `In the cemetery’s book 398 is ${name}.` } },
    { scope: site, subject: site, kind: 'site', files: [list], body: { type: 'subject.attached', basis: 'document', file: 0, mediaType: 'text/csv', name: `burials ${name}.csv` } },
  ]);
  const [wrong = ''] = await stateAll(coordinator, [{ ...onGrave, body: { type: 'subject.noted', basis: 'observed', text: `${name}?` } }]);
  const [taken = ''] = await stateAll(coordinator, [{ ...onGrave, supersedes: [wrong], body: { type: 'statement.withdrawn', basis: 'observed', explanation: `It was ${name}, as the cross says.` } }]);
  const analyst = await whole.member([held('analyst', site), held('analyst', office)]);
  const [excluded = ''] = await stateAll(analyst, [{ ...onRemains, kind: 'decision', body: { type: 'pair.excluded', basis: 'observed', person, explanation: `Not ${name}: stature.` } }]);
  hiddenEntries.push(wrong, taken, excluded);
  const { ledger } = whole.server.context;
  await ledger.folder.waitForAll(ledger.state.size);
});
afterAll(() => whole.close());

/** Every answer that holds the name or the person's id. */
async function leaks(member: Member, urls: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const url of urls) {
    const { body } = await get(member, url);
    // Who has a role everywhere sees that every subject has entries; the list ties none to remains.
    const words = url === '/api/ledger/entries' ? told : [...told, person];
    if (words.some((word) => body.includes(word))) found.push(url);
  }
  return found;
}

const searches = (): string[] => [...told, 'ковальчук', 'Kovalchuck', 'Cross of KOVALCHUK', 'Іван'].flatMap((typed) =>
  [`/api/search?q=${encodeURIComponent(typed)}`, ...['grave', 'remains', 'person', 'site'].map((kind) => `/api/subjects?kind=${kind}&q=${encodeURIComponent(typed)}`)]);

function readings(): string[] {
  return [
    ...[site, grave, remains, person].map((id) => `/api/subjects/${id}`),
    ...['code', 'title', '-updated'].flatMap((sort) => ['grave', 'remains', 'site', 'person', 'sample', 'identification'].map((kind) => `/api/subjects?kind=${kind}&sort=${sort}`)),
    `/api/subjects?kind=remains&link.grave=${grave}`, `/api/subjects?kind=grave&facet.hasName=true`,
    '/api/overview', '/api/tasks', '/api/tasks?mine=true', ...['grave', 'remains', 'person', 'site'].map((kind) => `/api/export?kind=${kind}`),
    '/api/ledger/entries', `/api/ledger/entries?subject=${grave}`, '/api/ledger/entries?type=grave.marker_transcribed',
    ...hiddenEntries.map((id) => `/api/ledger/entries/${id}`),
    ...['bag', 'a6'].map((size) => `/api/remains/${remains}/label.pdf?size=${size}`),
  ];
}

describe('an examiner who has signed no findings', () => {
  it.each([
    ['mortuary', [held('mortuary', 's')]], ['mortuary everywhere', [held('mortuary')]], ['mortuary and recovery', [held('mortuary', 's'), held('recovery', 's')]],
    ['mortuary here, analyst at another site', [held('mortuary', 's'), held('analyst', randomUUID())]],
  ])('(%s) finds the presumed name by no route: not read, listed, searched, linked, exported, printed', async (_, roles) => {
    const examiner = await whole.member(roles.map((role) => (role.scope === 's' ? { ...role, scope: site } : role)));
    expect(await leaks(examiner, readings())).toEqual([]);
    for (const url of searches()) expect([url, (await get(examiner, url)).json<{ items: unknown[] }>().items]).toEqual([url, []]);
    for (const id of hiddenEntries) expect((await get(examiner, `/api/ledger/entries/${id}`)).json()).toMatchObject({ readable: false, entry: { body: null, files: [] } });
    for (const id of shownEntries.filter((_, i) => i !== 2)) expect((await get(examiner, `/api/ledger/entries/${id}`)).json()).toMatchObject({ readable: true });
  });

  it('cannot ask for the remains presumed to be, or not to be, one person after another', async () => {
    const examiner = await whole.member([held('mortuary', site)]);
    for (const rel of ['presumed', 'excluded']) expect(await examiner.person.refusal('GET', `/api/subjects?kind=remains&link.${rel}=${person}`)).toBe('register.filter');
  });

  it('is given neither the photograph of a marker nor a list of burials, in any view', async () => {
    const examiner = await whole.member([held('mortuary', site)]);
    for (const bytes of [photograph, list]) for (const entry of hiddenEntries) for (const view of ['thumb', 'screen', 'original']) {
      expect((await get(examiner, `/api/files/${hashOf(bytes)}?entry=${entry}&view=${view}`)).statusCode).toBe(404);
    }
  });

  it('is told that something is left out', async () => {
    const examiner = await whole.member([held('mortuary', site)]);
    for (const id of [site, grave, remains]) expect((await get(examiner, `/api/subjects/${id}`)).json()).toMatchObject({ blinded: true });
  });
});

describe('who transcribes markers', () => {
  it('reads and finds them: recovery alone is not blinded, so this test’s routes do show the name', async () => {
    const recovery = await whole.member([held('recovery', site)]);
    const shown = await leaks(recovery, readings());
    for (const url of [`/api/subjects/${grave}`, `/api/subjects/${remains}`, `/api/subjects/${site}`, '/api/subjects?kind=grave&sort=code', '/api/export?kind=grave', ...hiddenEntries.map((id) => `/api/ledger/entries/${id}`)]) {
      expect(shown).toContain(url);
    }
    for (const typed of [...told, 'Cross of KOVALCHUK']) expect((await get(recovery, `/api/search?q=${encodeURIComponent(typed)}`)).body).toContain(grave);
    expect((await get(recovery, `/api/files/${hashOf(photograph)}?entry=${hiddenEntries[2] ?? ''}&view=original`)).statusCode).toBe(200);
    // Missing persons stay with those who look for them.
    expect(shown).not.toContain(`/api/subjects/${person}`);
  });
});
