import { randomUUID } from 'node:crypto';
import { verifyTlogProof, decodeHex, type WireEntry } from '@imena/ledger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graveStatement, held, siteStatement, startWholeServer, type Member, type WholeServer } from '../testing/test-server.ts';
import type { EntryResult } from './receive-entries.ts';

let whole: WholeServer;
let site: string;

beforeAll(async () => {
  whole = await startWholeServer();
  site = randomUUID();
  const [result] = await whole.coordinator.state(siteStatement(site));
  expect(result?.status).toBe('logged');
});
afterAll(() => whole.close());

/** A member of the site's recovery team, with a device that has said nothing yet. */
const recovery = (): Promise<Member> => whole.member([held('recovery', site)]);

const codesOf = (results: readonly EntryResult[]): string[] => results.map((result) => result.problem?.code ?? result.status);

/** Whether the proof of a result shows its leaf to be in the log of this server. */
function isProven(result: EntryResult | undefined): boolean {
  const { origin, vkey } = whole.server.context.ledger.identity;
  return verifyTlogProof(result?.proof ?? '', { leafHash: decodeHex(result?.leafHash ?? ''), origin, vkey });
}

describe('an entry that is sent', () => {
  it('is answered with a place in the log and a proof that verifies against the signed checkpoint', async () => {
    const member = await recovery();
    const results = await member.state(graveStatement(site, '1'), graveStatement(site, '2'), graveStatement(site, '3'));
    expect(codesOf(results)).toEqual(['logged', 'logged', 'logged']);
    expect(results.every(isProven)).toBe(true);
    expect(new Set(results.map((result) => result.index)).size).toBe(3);
  });

  it('gives the same place when the same bytes come again, once, and in parallel', async () => {
    const member = await recovery();
    const entry = member.device.sign(graveStatement(site, '10'));
    const answers = await Promise.all([1, 2, 3, 4].map(() => member.send([entry])));
    const size = whole.server.context.ledger.state.size;
    const again = await member.send([entry]);
    const places = [...answers, again].map((answer) => answer.results[0]?.index);
    expect(new Set(places).size).toBe(1);
    expect(isProven(again.results[0])).toBe(true);
    expect(whole.server.context.ledger.state.size).toBe(size);
  });

  it('with an id that is used for other bytes is refused and kept in quarantine', async () => {
    const member = await recovery();
    const first = member.device.sign(graveStatement(site, '11'));
    await member.send([first]);
    const other = member.device.sign({ ...graveStatement(site, '12'), id: first.id });
    expect(codesOf((await member.send([other])).results)).toEqual(['server.id_collision']);
    const { items } = await whole.coordinator.person.expect<{ items: { entry: string; problem: { code: string } }[] }>(200, 'GET', '/api/ledger/quarantine');
    expect(items.filter((item) => item.entry === first.id).map((item) => item.problem.code)).toEqual(['server.id_collision']);
  });

  it('of a cloned device is refused without losing it: same number, other content', async () => {
    const member = await recovery();
    const heads = new Map(member.device.heads);
    const first = member.device.sign(graveStatement(site, '13'));
    member.device.heads = heads;
    const clone = member.device.sign(graveStatement(site, '14'));
    expect(codesOf((await member.send([first])).results)).toEqual(['logged']);
    expect(codesOf((await member.send([clone])).results)).toEqual(['ledger.chain_behind']);
    const { items } = await whole.coordinator.person.expect<{ items: { entry: string }[] }>(200, 'GET', '/api/ledger/quarantine');
    expect(items.some((item) => item.entry === clone.id)).toBe(true);
  });

  it('whose signature, content or form is wrong is refused by itself; the others of the request are taken', async () => {
    const member = await recovery();
    const good = member.device.sign(graveStatement(site, '15'));
    const changed: WireEntry = { ...good, body: (good.body ?? '').replace('"15"', '"16"') };
    const signature = Buffer.from(good.signature, 'base64');
    signature[5] = (signature[5] ?? 0) ^ 1;
    const forged: WireEntry = { ...good, signature: signature.toString('base64') };
    const { results } = await member.send([changed, forged, { nonsense: true }, good]);
    expect(codesOf(results)).toEqual(['ledger.body_hash', 'ledger.signature', 'ledger.wire_format', 'logged']);
  });
});

describe('an entry that comes before its predecessor', () => {
  it('waits, visibly, and is logged when the gap closes, in the order of its chain', async () => {
    const member = await recovery();
    const entries = ['20', '21', '22', '23'].map((number) => member.device.sign(graveStatement(site, number)));
    const [first, second, third, fourth] = entries;
    expect(codesOf((await member.send([fourth, third])).results)).toEqual(['ledger.chain_gap', 'ledger.chain_gap']);
    expect(codesOf((await member.send([second])).results)).toEqual(['ledger.chain_gap']);
    const held3 = await whole.coordinator.person.expect<{ items: { device: string }[] }>(200, 'GET', '/api/ledger/held');
    expect(held3.items.filter((item) => item.device === member.device.id)).toHaveLength(3);
    await member.send([first]);
    const { results } = await member.send(entries);
    expect(codesOf(results)).toEqual(['logged', 'logged', 'logged', 'logged']);
    const places = results.map((result) => result.index ?? -1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    const none = await whole.coordinator.person.expect<{ items: { device: string }[] }>(200, 'GET', '/api/ledger/held');
    expect(none.items.filter((item) => item.device === member.device.id)).toHaveLength(0);
  });

  it('waits for a subject that nobody has brought into being yet', async () => {
    const [early, late] = [await recovery(), await recovery()];
    const grave = randomUUID();
    const opened = early.device.sign({ scope: site, subject: grave, kind: 'grave', body: { type: 'grave.opened', basis: 'observed', stage: 'opened' } });
    expect(codesOf((await early.send([opened])).results)).toEqual(['server.subject_unknown']);
    expect(codesOf(await late.state(graveStatement(site, '30', grave)))).toEqual(['logged']);
    expect(codesOf((await early.send([opened])).results)).toEqual(['logged']);
  });

  it('is still there after a restart of the server', async () => {
    const member = await recovery();
    const [first, second] = [member.device.sign(graveStatement(site, '40')), member.device.sign(graveStatement(site, '41'))];
    await member.send([second]);
    expect(whole.server.context.ledger.state.waiting).toBeGreaterThan(0);
    const cookie = member.person.cookie;
    await whole.restart();
    const answer = await whole.server.app.inject({ method: 'POST', url: '/api/entries', headers: { 'x-imena': '1', cookie: `imena_session=${cookie ?? ''}` }, payload: { entries: [first, second] } });
    expect(codesOf((JSON.parse(answer.body) as { results: EntryResult[] }).results)).toEqual(['logged', 'logged']);
    expect(whole.server.context.ledger.state.waiting).toBe(0);
  });
});
