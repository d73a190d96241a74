import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { codeLists } from '@imena/record';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessExpectations } from '../access/testing/access-expectations.ts';
import { makeSeats, type Seats } from '../access/testing/seats.ts';
import { walkRoutes, type Expectations, type Seat } from '../access/testing/walk-routes.ts';
import { openDatabase } from '../database/open-database.ts';
import type { Database } from '../database/tables.ts';
import { matchingExpectations } from '../matching/testing/matching-expectations.ts';
import { makeMatchingWorld } from '../matching/testing/matching-world.ts';
import { serverParts } from '../server-parts.ts';
import { reads, registerExpectations } from '../testing/register-expectations.ts';
import { makeSiteWorld, type SiteWorld } from '../testing/register-world.ts';
import { startWholeServer, type WholeServer } from '../testing/test-server.ts';

let webFolder: string;
let whole: WholeServer;
let owner: Database;
let seats: Seats;
let worlds: Record<'own' | 'foreign', SiteWorld>;
let expectations: Expectations;

const everySeat: readonly Seat[] = codeLists.roles.flatMap((role) => [{ role, scope: 'own' }, { role, scope: 'every' }] as const);

beforeAll(async () => {
  webFolder = await mkdtemp(path.join(tmpdir(), 'imena-pages-'));
  await writeFile(path.join(webFolder, 'index.html'), '<title>Imena</title>');
  // With every part that is served, pages too: a part whose routes nobody wrote down fails the walk.
  whole = await startWholeServer({ parts: serverParts, webFolder });
  const { author, ledger, now, db } = whole.server.context;
  owner = openDatabase(whole.database.owner, { max: 2, onError: () => undefined });
  worlds = { own: await makeSiteWorld(author, 'A'), foreign: await makeSiteWorld(author, 'B') };
  await ledger.folder.waitFor(ledger.state.size - 1);
  const { context } = whole.server;
  const runs = { own: await makeMatchingWorld(context, worlds.own, 1), foreign: await makeMatchingWorld(context, worlds.foreign, 2) };
  seats = await makeSeats({ db, now, random: (length) => randomBytes(length), owner, ownScope: worlds.own.scope });
  expectations = {
    ...accessExpectations({ owner, now, ownScope: worlds.own.scope, foreignScope: worlds.foreign.scope, bystander: whole.coordinator.account }),
    ...registerExpectations(worlds),
    ...matchingExpectations({ owner, worlds, runs, bystander: whole.coordinator.account }),
  };
});
afterAll(async () => {
  await owner.destroy();
  await whole.close();
  await rm(webFolder, { recursive: true });
});

const get = async (seat: Seat, url: string) => whole.server.app.inject({ method: 'GET', url, headers: { cookie: await seats.cookieOf(seat) } });

describe('on the whole server', () => {
  it('every route × every role × own scope, foreign scope, no session answers as the matrix says', async () => {
    expect(await walkRoutes({ app: whole.server.app, expectations, cookieOf: seats.cookieOf })).toEqual([]);
    expect(whole.failures).toEqual([]);
  });

  it('no list, search or overview shows a role anything of a kind or a scope that it may not read', async () => {
    const leaks: string[] = [];
    // Every GET route that names no thing, whatever it is, and the search for each canary.
    const urls = whole.server.app.accessRoutes.filter(({ method, url }) => method === 'GET' && !/[:*]/.test(url)).map(({ url }) => url);
    for (const seat of everySeat) {
      for (const which of ['own', 'foreign'] as const) {
        for (const { kind, canary } of worlds[which].examples) {
          if (reads(seat, kind, which)) continue;
          for (const url of [`/api/search?q=${canary}`, `/api/subjects?q=${canary}`, `/api/subjects?kind=${kind}`, `/api/export?kind=${kind}`]) {
            if ((await get(seat, url)).body.includes(canary)) leaks.push(`${url} shows ${seat.role} of ${seat.scope} scope a ${kind} of ${which} scope`);
          }
        }
      }
      for (const url of urls) {
        const { body } = await get(seat, url);
        for (const which of ['own', 'foreign'] as const) {
          for (const { kind, canary } of worlds[which].examples) {
            if (!reads(seat, kind, which) && body.includes(canary)) leaks.push(`${url} shows ${seat.role} of ${seat.scope} scope a ${kind} of ${which} scope`);
          }
        }
      }
    }
    // What one searched for stands in the access log, which coordinators and auditors of everything read.
    expect(leaks.filter((leak) => !leak.startsWith('/api/access-log'))).toEqual([]);
  });

  it('finds every canary for whoever may read it, so that the test above can fail', async () => {
    const blind: string[] = [];
    for (const seat of everySeat) {
      for (const { kind, canary, subject } of worlds.own.examples) {
        if (!reads(seat, kind, 'own')) continue;
        const urls = [`/api/subjects?kind=${kind}`, `/api/subjects/${subject}`];
        const bodies = await Promise.all(urls.map(async (url) => (await get(seat, url)).body));
        if (!bodies.some((body) => body.includes(canary))) blind.push(`${seat.role} does not see the ${kind}`);
      }
    }
    expect(blind).toEqual([]);
  });

  it('no GET route at all gives genotypes to anybody but laboratory, analyst and board, each in its own scope', async () => {
    const urls = new Map<'own' | 'foreign', string[]>();
    for (const which of ['own', 'foreign'] as const) {
      const { scope } = worlds[which];
      const { rows } = await sql<{ subject: string; entry: string; kind: string; sha256: string | null }>`
        select e.subject, e.id as entry, e.subject_kind as kind, f.sha256 from entries e left join entry_files f on f.entry = e.id where e.scope = ${scope} order by e.log_index`.execute(owner);
      const id = (kind: string): string => rows.filter((row) => row.kind === kind).at(-1)?.subject ?? '';
      const [remains, person] = ['remains', 'person'].map((kind) => worlds[which].examples.find((item) => item.kind === kind)?.subject ?? '');
      const pair = `${id('run')}/${remains ?? ''}/${person ?? ''}`;
      const files = rows.flatMap(({ entry, sha256 }) => (sha256 === null ? [] : [`/api/files/${sha256}?entry=${entry}&view=original`]));
      expect(files.length).toBeGreaterThanOrEqual(3);
      urls.set(which, [
        ...rows.flatMap(({ subject, entry }) => [`/api/subjects/${subject}`, `/api/ledger/entries/${entry}`]), ...files,
        `/api/runs/${id('run')}`, `/api/runs/${id('run')}/candidates`, `/api/candidates/${pair}`, `/api/candidates/${pair}/case.json`, `/api/candidates/${pair}/case.fam`,
        `/api/identifications/${id('identification')}/state`, `/api/identifications/${id('identification')}/certificate.pdf?draft=1`,
      ]);
    }
    const general = whole.server.app.accessRoutes.filter(({ method, url }) => method === 'GET' && !/[:*]/.test(url)).map(({ url }) => url);
    const listed = codeLists.subjectKinds.flatMap((kind) => [`/api/subjects?kind=${kind}`, `/api/export?kind=${kind}`]);
    // A marker's name beside two alleles, however the answer is written.
    const genotype = /D3S1358[^A-Za-z]{1,12}\[[\\" ]*\d/;
    const wrong: string[] = [];
    for (const seat of everySeat) {
      const isReader = ['laboratory', 'analyst', 'board'].includes(seat.role);
      for (const which of ['own', 'foreign'] as const) {
        const found: string[] = [];
        for (const url of urls.get(which) ?? []) {
          const { body } = await get(seat, url);
          if (genotype.test(body) || body.includes('"alleles"')) found.push(url);
        }
        const may = isReader && (which === 'own' || seat.scope === 'every');
        if (!may) wrong.push(...found.map((url) => `${url} shows ${seat.role} of ${seat.scope} scope genotypes of ${which} scope`));
        else if (!['/api/files', '/api/subjects', '/api/ledger', 'case.json'].every((part) => found.some((url) => url.includes(part)))) wrong.push(`${seat.role} of ${seat.scope} scope sees too little: ${found.join(' ')}`);
      }
      if (!isReader) for (const url of [...general, ...listed]) if (genotype.test((await get(seat, url)).body)) wrong.push(`${url} shows ${seat.role} genotypes`);
    }
    expect(wrong).toEqual([]);
  });

  it('the body of an entry is given only to who may read its subject; the envelope to every role of its scope', async () => {
    const wrong: string[] = [];
    for (const seat of everySeat) {
      for (const { kind, entry, canary } of worlds.own.examples) {
        const { body } = await get(seat, `/api/ledger/entries/${entry}`);
        if (body.includes(canary) !== reads(seat, kind, 'own')) wrong.push(`${seat.role} of ${seat.scope} scope, ${kind}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
