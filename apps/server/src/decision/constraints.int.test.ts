import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessTemplate } from '../access/testing/access-server.ts';
import { problemOfConstraint } from '../database/constraint-problems.ts';
import { openDatabase } from '../database/open-database.ts';
import type { Database } from '../database/tables.ts';
import { createTestDatabase, type TestDatabase } from '../database/testing/test-database.ts';
import { insertSignatures, insertStanding, type SignatureRow, type StandingRow } from './decisions.queries.ts';
import './derive-decisions.ts'; // names the constraints

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase({ template: accessTemplate });
  db = openDatabase(await database.connectionAs('imena_worker'), { max: 8, onError: () => undefined });
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

/** Writes in as many transactions at once, none of which sees another; answers the refusals. */
async function atOnce(works: readonly ((tx: Database) => Promise<void>)[]): Promise<(string | null)[]> {
  return Promise.all(works.map(async (work) => {
    try {
      await db.transaction().execute(work);
      return null;
    } catch (error) {
      return problemOfConstraint(error)?.code ?? String(error);
    }
  }));
}

const refusals = (outcomes: readonly (string | null)[]): string[] => outcomes.filter((outcome) => outcome !== null);
const standing = (changes: Partial<StandingRow>): StandingRow => ({ identification: randomUUID(), person: randomUUID(), stage: 'established', remains: [randomUUID()], accessKey: 'x:identification', ...changes });
const signature = (changes: Partial<SignatureRow>): SignatureRow => ({ entry: randomUUID(), identification: randomUUID(), decisionHash: 'h', signer: randomUUID(), key: randomUUID(), accessKey: 'x:identification', ...changes });

describe('the database, whoever writes past the rules', () => {
  it('lets a person be identified once, of eight who try at the same moment', async () => {
    const person = randomUUID();
    const outcomes = await atOnce(Array.from({ length: 8 }, () => (tx: Database) => insertStanding(tx, standing({ person }))));
    expect(refusals(outcomes)).toEqual(Array.from({ length: 7 }, () => 'decision.person_identified'));
  });

  it('lets remains be of one person, also as one of several', async () => {
    const shared = randomUUID();
    const outcomes = await atOnce(Array.from({ length: 8 }, () => (tx: Database) => insertStanding(tx, standing({ remains: [randomUUID(), shared] }))));
    expect(refusals(outcomes)).toEqual(Array.from({ length: 7 }, () => 'decision.remains_identified'));
  });

  it('lets a person sign a decision once, and a key once; another decision or another text is another matter', async () => {
    const one = signature({});
    const { identification, signer, key } = one;
    const same = { identification, signer };
    expect(refusals(await atOnce([one, signature(same), signature(same)].map((row) => (tx: Database) => insertSignatures(tx, [row]))))).toEqual(['decision.same_signer', 'decision.same_signer']);
    const byKey = Array.from({ length: 3 }, () => signature({ identification: randomUUID(), key }));
    expect(refusals(await atOnce(byKey.map((row) => (tx: Database) => insertSignatures(tx, [row]))))).toEqual([]);
    const sharedKey = Array.from({ length: 3 }, () => signature({ identification: one.identification, decisionHash: 'h2', key }));
    expect(refusals(await atOnce(sharedKey.map((row) => (tx: Database) => insertSignatures(tx, [row]))))).toEqual(['decision.same_key', 'decision.same_key']);
    expect(refusals(await atOnce([(tx) => insertSignatures(tx, [signature({ ...same, decisionHash: 'h3' })])]))).toEqual([]);
  });
});
