import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decodeHex, verifyTlogProof } from '@imena/ledger';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../database/open-database.ts';
import { markDemonstration } from '../ledger/log-identity.queries.ts';
import { recordHeads } from '../ledger/record-heads.ts';
import { graveStatement, held, siteStatement, startWholeServer, type WholeServer } from '../testing/test-server.ts';
import { startServer } from '../start-server.ts';
import { backUp } from './backup.ts';
import { runDoctor } from './commands.ts';
import { examine, type Finding } from './doctor.ts';
import { eraseEntries } from './erase-entries.ts';
import { digestRegister } from './operate.queries.ts';
import { restore } from './restore.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (let next = open.pop(); next !== undefined; next = open.pop()) await next();
});

interface Filled {
  readonly whole: WholeServer;
  readonly site: string;
  readonly grave: string;
  readonly photograph: { readonly entry: string; readonly sha256: string };
}

/** A server with a site, graves, and a photograph. */
async function filled(): Promise<Filled> {
  const whole = await startWholeServer();
  open.push(() => whole.close());
  const [site, grave] = [randomUUID(), randomUUID()];
  await whole.coordinator.state(siteStatement(site), graveStatement(site, '1', grave), graveStatement(site, '2'));
  const bytes = randomBytes(1000);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await whole.server.context.files.put(bytes);
  const entry = whole.coordinator.device.sign({ scope: site, subject: grave, kind: 'grave', files: [bytes], body: { type: 'subject.attached', basis: 'document', file: 0, mediaType: 'application/pdf', name: 'plan.pdf' } });
  await whole.coordinator.send([entry]);
  const { ledger } = whole.server.context;
  await ledger.folder.waitForAll(ledger.state.size);
  return { whole, site, grave, photograph: { entry: entry.id, sha256 } };
}

const examineServer = ({ server }: WholeServer): Promise<Finding[]> => {
  const { ledger, files } = server.context;
  return examine({ worker: ledger.worker, identity: ledger.identity, files });
};
/** What is wrong but the settings of the test server, which is fast and not durable on purpose. */
const wrongOf = (findings: readonly Finding[]) => Object.fromEntries(findings.filter((finding) => !finding.ok && finding.check !== 'database').map((finding) => [finding.check, finding.wrong]));

describe('the doctor', () => {
  it('finds a sound installation sound, having looked at every entry', async () => {
    const { whole } = await filled();
    const findings = await examineServer(whole);
    expect(wrongOf(findings)).toEqual({});
    const { rows } = await sql<{ fsync: string }>`select current_setting('fsync') as fsync`.execute(whole.server.context.db);
    expect(findings.find((finding) => finding.check === 'database')?.ok).toBe(rows[0]?.fsync === 'on');
    expect(findings.find((finding) => finding.check === 'signatures')?.count).toBe(whole.server.context.ledger.state.size);
  });

  it('finds a changed body, a lost body, a damaged file and a missing file', async () => {
    const { whole, photograph, grave } = await filled();
    const owner = openDatabase(whole.targets.owner, { max: 1, onError: () => undefined });
    open.push(() => owner.destroy());
    await sql`update entry_bodies set body = replace(body, '"1"', '"7"') where subject = ${grave} and type = 'grave.marked'`.execute(owner);
    await sql`delete from entry_bodies where type = 'site.registered'`.execute(owner);
    await writeFile(whole.server.context.files.path(photograph.sha256), 'damaged');
    const wrong = wrongOf(await examineServer(whole));
    expect(Object.keys(wrong).sort()).toEqual(['content', 'files']);
    expect(wrong['content']).toHaveLength(3);
  });

  it('finds an entry that was exchanged in the log, though triggers were switched off for it', async () => {
    const { whole } = await filled();
    const owner = openDatabase(whole.targets.owner, { max: 1, onError: () => undefined });
    open.push(() => owner.destroy());
    await sql`alter table entries disable trigger all`.execute(owner).catch(() => sql`alter table entries disable trigger user`.execute(owner));
    await sql`update entries set signature = set_byte(signature, 3, get_byte(signature, 3) # 1) where log_index = 3`.execute(owner);
    expect(Object.keys(wrongOf(await examineServer(whole))).sort()).toEqual(['signatures', 'tree']);
    await sql`update entries set leaf_hash = set_byte(leaf_hash, 3, get_byte(leaf_hash, 3) # 1) where log_index = 4`.execute(owner);
    expect(Object.keys(wrongOf(await examineServer(whole)))).toContain('checkpoints');
    await expect(whole.restart()).rejects.toThrow('server.log_differs');
  });
});

describe('heads', () => {
  it('say how long every chain of a scope is, once for each change', async () => {
    const { whole, site } = await filled();
    const { context } = whole.server;
    expect(await recordHeads(context)).toBe(2);
    expect(await recordHeads(context)).toBe(0);
    await whole.coordinator.state(graveStatement(site, '3'));
    expect(await recordHeads(context)).toBe(1);
    const { rows } = await sql<{ body: string }>`select body from entry_bodies where type = 'heads.recorded' order by log_index desc limit 1`.execute(context.ledger.worker);
    const heads = JSON.parse(rows[0]?.body ?? '{}') as { ofScope: string; chains: { device: string; length: number }[] };
    expect(heads.ofScope).toBe(site);
    expect(heads.chains.find((chain) => chain.device === whole.coordinator.device.id)?.length).toBe(5);
  });
});

describe('erasure', () => {
  it('removes body, salt and file; the entry, its proof and a tombstone stay', async () => {
    const { whole, grave, photograph } = await filled();
    const { context } = whole.server;
    const approvers = [whole.coordinator.account, (await whole.member([held('board')])).account];
    await eraseEntries(context, { entries: [photograph.entry], ground: 'wrong person in the document', legalBasis: 'request of the person', approvers });
    await context.ledger.folder.waitForAll(context.ledger.state.size);
    expect(await context.files.size(photograph.sha256)).toBeNull();
    const { subject } = await whole.coordinator.person.expect<{ subject: { history: { entry: string; state: string; body: { ground?: string } }[] } }>(200, 'GET', `/api/subjects/${grave}`);
    expect(subject.history.find((item) => item.entry === photograph.entry)).toMatchObject({ state: 'erased', body: { ground: 'wrong person in the document' } });
    const entry = await whole.coordinator.person.expect<{ readable: boolean; leafHash: string; proof: string }>(200, 'GET', `/api/ledger/entries/${photograph.entry}`);
    expect(entry.readable).toBe(false);
    const { origin, vkey } = context.ledger.identity;
    expect(verifyTlogProof(entry.proof, { leafHash: decodeHex(entry.leafHash), origin, vkey })).toBe(true);
    expect(wrongOf(await examineServer(whole))).toEqual({});
    expect(await context.ledger.worker.transaction().execute((tx) => digestRegister(tx))).toEqual(await digestRegister(context.ledger.worker));
  });
});

describe('the demonstration', () => {
  it('is removed with everything in the log; accounts stay and go on in a new log of another origin', async () => {
    const { whole, site } = await filled();
    const { context } = whole.server;
    expect(await whole.coordinator.person.refusal('POST', '/api/demonstration/remove')).toBe('operate.no_demonstration');
    await markDemonstration(context.ledger.worker, true);
    const before = context.ledger.identity.origin;
    const local = await whole.member([held('coordinator', site)]);
    expect(await local.person.refusal('POST', '/api/demonstration/remove')).toBe('access.role_missing');
    await whole.coordinator.person.expect(204, 'POST', '/api/demonstration/remove');
    expect(context.ledger.identity.origin).not.toBe(before);
    whole.coordinator.device.heads.clear();
    const [result] = await whole.coordinator.state(siteStatement());
    expect(result?.status).toBe('logged');
    await context.ledger.folder.waitForAll(context.ledger.state.size);
    expect((await whole.coordinator.person.expect<{ total: number }>(200, 'GET', '/api/subjects?kind=grave')).total).toBe(0);
    expect(wrongOf(await examineServer(whole))).toEqual({});
    await whole.restart();
    expect(whole.server.context.ledger.state.size).toBe(result === undefined ? -1 : (result.index ?? 0) + 1);
  });
});

describe('a backup', () => {
  it('made while the server runs brings everything back on an empty machine: log, proofs, accounts, files, register', async () => {
    const { whole, grave, photograph } = await filled();
    const folder = await mkdtemp(path.join(tmpdir(), 'imena-backup-'));
    // As root the database server runs as another user, who must be able to pass through.
    await chmod(folder, 0o711);
    open.push(() => rm(folder, { recursive: true, force: true }));
    const { context } = whole.server;
    const owner = openDatabase(whole.targets.owner, { max: 2, onError: () => undefined });
    open.push(() => owner.destroy());
    const file = path.join(folder, 'backup.tar');
    const manifest = await backUp({ owner, dataDir: whole.dataDir, derivations: context.derivations, file });
    expect(manifest.size).toBe(context.ledger.state.size);
    const register = await digestRegister(context.ledger.worker);
    const { leafHash, proof } = await whole.coordinator.person.expect<{ leafHash: string; proof: string }>(200, 'GET', `/api/ledger/entries/${photograph.entry}`);

    const dataDir = path.join(folder, 'elsewhere');
    const lines: string[] = [];
    await restore(file, { dataDir, databaseUrl: undefined, ownerUrl: undefined, log: (line) => lines.push(line) });
    await expect(restore(file, { dataDir, databaseUrl: undefined, ownerUrl: undefined, log: () => undefined })).rejects.toThrow('operate.not_empty');
    const findings = await runDoctor({ environment: {}, data: dataDir, log: () => undefined }, { isFull: true });
    expect(findings.filter((finding) => !finding.ok)).toEqual([]);

    const restored = await startServer({ dataDir, port: 0 });
    try {
      const ledger = restored.context.ledger;
      expect(ledger.state.size).toBe(manifest.size);
      expect(await digestRegister(ledger.worker)).toEqual(register);
      expect(verifyTlogProof(proof, { leafHash: decodeHex(leafHash), origin: ledger.identity.origin, vkey: ledger.identity.vkey })).toBe(true);
      expect(await restored.context.files.check(photograph.sha256)).toBe(photograph.sha256);
      expect(await restored.makeSetupLink()).toBeNull();
      const login = await restored.app.inject({ method: 'POST', url: '/api/session', headers: { 'x-imena': '1' }, payload: { login: 'coordinator', password: 'eleven herons over the lake' } });
      expect(login.statusCode).toBe(200);
      const read = await restored.app.inject({ url: `/api/subjects/${grave}`, headers: { cookie: `imena_session=${login.cookies[0]?.value ?? ''}` } });
      expect(read.statusCode).toBe(200);
    } finally {
      await restored.stop();
    }
  });

  it('that is damaged is refused', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'imena-backup-'));
    open.push(() => rm(folder, { recursive: true, force: true }));
    await writeFile(path.join(folder, 'bad.tar'), randomBytes(4096));
    await expect(restore(path.join(folder, 'bad.tar'), { dataDir: path.join(folder, 'data'), databaseUrl: undefined, ownerUrl: undefined, log: () => undefined })).rejects.toThrow('operate.backup_damaged');
    await expect(startServer({ dataDir: path.join(folder, 'data'), port: 0 })).rejects.toThrow('operate.restore_cut_off');
  });
});

describe('a second server on the same database', () => {
  it('is refused in words and changes nothing', async () => {
    const { whole } = await filled();
    const size = whole.server.context.ledger.state.size;
    await expect(startServer({ dataDir: whole.dataDir, port: 0, targets: whole.targets })).rejects.toThrow('server.second_writer');
    expect(whole.server.context.ledger.state.size).toBe(size);
  });

  it('does not start with other keys', async () => {
    const { whole } = await filled();
    await whole.server.stop();
    const other = await mkdtemp(path.join(tmpdir(), 'imena-keys-'));
    open.push(() => rm(other, { recursive: true, force: true }));
    await expect(startServer({ dataDir: other, port: 0, targets: whole.targets })).rejects.toThrow('server.keys_missing');
  });
});
