import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graveStatement, held, siteStatement, startWholeServer, type Member, type WholeServer } from '../testing/test-server.ts';
import type { TestStatement } from '../testing/test-device.ts';
import type { EntryResult } from './receive-entries.ts';

let whole: WholeServer;
let site: string;
let otherSite: string;
let grave: string;

beforeAll(async () => {
  whole = await startWholeServer();
  [site, otherSite, grave] = [randomUUID(), randomUUID(), randomUUID()];
  const results = await whole.coordinator.state(siteStatement(site), siteStatement(otherSite), graveStatement(site, '1', grave));
  expect(codesOf(results)).toEqual(['logged', 'logged', 'logged']);
});
afterAll(() => whole.close());

const codesOf = (results: readonly EntryResult[]): string[] => results.map((result) => result.problem?.code ?? result.status);
const opened = (subject: string, scope = site): TestStatement => ({ scope, subject, kind: 'grave', body: { type: 'grave.opened', basis: 'observed', stage: 'opened' } });
const described = (depthMm: number, basis = 'observed'): TestStatement => ({ scope: site, subject: grave, kind: 'grave', body: { type: 'grave.described', basis, depthMm } });
const refusedAlone = async (member: Member, statement: TestStatement): Promise<string> => {
  // The refused entry takes no number: the chain goes on where it was.
  const heads = new Map(member.device.heads);
  const [code = ''] = codesOf(await member.state(statement));
  member.device.heads = heads;
  return code;
};

describe('who may state what', () => {
  it('is refused outside the scopes and beyond the roles of the account', async () => {
    const recovery = await whole.member([held('recovery', site)]);
    expect(await refusedAlone(recovery, graveStatement(otherSite, '1'))).toBe('server.may_not_state');
    expect(await refusedAlone(recovery, { scope: site, subject: randomUUID(), kind: 'person', body: { type: 'family.registered', basis: 'told', code: 'F1', missing: [randomUUID()] } })).toBe('server.may_not_state');
    expect(await refusedAlone(recovery, siteStatement())).toBe('server.may_not_state');
    expect(codesOf(await recovery.state(graveStatement(site, '2')))).toEqual(['logged']);
  });

  it('is never what only the installation may state', async () => {
    const statement: TestStatement = { scope: site, subject: randomUUID(), kind: 'heads', body: { type: 'heads.recorded', basis: 'computed', ofScope: site, atSize: '1', chains: [] } };
    expect(await refusedAlone(whole.coordinator, statement)).toBe('server.may_not_state');
  });

  it('ends with the membership and with the device', async () => {
    const member = await whole.member([held('recovery', site)]);
    expect(codesOf(await member.state(graveStatement(site, '3')))).toEqual(['logged']);
    await whole.coordinator.person.expect(200, 'POST', `/api/devices/${member.device.id}/revoke`, { explanation: 'lost in the field (synthetic)' });
    expect(await refusedAlone(member, graveStatement(site, '4'))).toBe('server.device_revoked');
  });

  it('is refused when another person’s device or name is used', async () => {
    const [one, two] = [await whole.member([held('recovery', site)]), await whole.member([held('recovery', site)])];
    const entry = one.device.sign(graveStatement(site, '5'));
    expect(codesOf((await two.send([entry])).results)).toEqual(['server.not_your_device']);
    expect(await refusedAlone(two, { ...graveStatement(site, '6'), by: one.account })).toBe('server.not_your_device');
  });
});

describe('what an entry is about', () => {
  it('must be of the kind, the scope and the coarse kind that the statement has', async () => {
    expect(await refusedAlone(whole.coordinator, { ...opened(site), subject: site })).toBe('server.subject_kind');
    expect(await refusedAlone(whole.coordinator, opened(grave, otherSite))).toBe('server.scope_differs');
    expect(await refusedAlone(whole.coordinator, { ...opened(grave), kind: 'site' })).toBe('server.entry_kind');
    const nowhere = randomUUID();
    expect(await refusedAlone(whole.coordinator, graveStatement(nowhere, '1'))).toBe('server.scope_unknown');
  });

  it('a general statement carries the kind of its subject', async () => {
    const noted = (kind: TestStatement['kind']): TestStatement => ({ scope: site, subject: grave, kind, body: { type: 'subject.noted', basis: 'observed', text: 'seen from the road' } });
    expect(await refusedAlone(whole.coordinator, noted('site'))).toBe('server.entry_kind');
    expect(codesOf(await whole.coordinator.state(noted('grave')))).toEqual(['logged']);
  });
});

describe('taking a statement back', () => {
  it('is for its author, or for somebody entitled who calls it a decision', async () => {
    const author = await whole.member([held('recovery', site)]);
    const colleague = await whole.member([held('recovery', site)]);
    const first = author.device.sign(described(900));
    await author.send([first]);
    expect(await refusedAlone(colleague, { ...described(800), supersedes: [first.id] })).toBe('server.may_not_supersede');
    expect(await refusedAlone(colleague, { ...described(800, 'decided'), supersedes: [first.id] })).toBe('server.may_not_supersede');
    expect(await refusedAlone(whole.coordinator, { ...described(800), supersedes: [first.id] })).toBe('server.may_not_supersede');
    expect(codesOf(await author.state({ ...described(850), supersedes: [first.id] }))).toEqual(['logged']);
    expect(codesOf(await whole.coordinator.state({ ...described(870, 'decided'), supersedes: [first.id] }))).toEqual(['logged']);
  });

  it('needs an entry about the same subject that the log knows', async () => {
    expect(await refusedAlone(whole.coordinator, { ...described(1), supersedes: ['01890000-0000-7000-8000-000000000000'] })).toBe('server.supersedes_unknown');
  });

  it('after a refusal the rest of the same chain in the request is refused too, and nothing waits for ever', async () => {
    const member = await whole.member([held('recovery', site)]);
    expect(codesOf(await member.state({ ...graveStatement(site, '7'), kind: 'site' }, graveStatement(site, '8')))).toEqual(['server.entry_kind', 'server.predecessor_refused']);
    expect(whole.server.context.ledger.state.waiting).toBe(0);
  });
});
