import { describe, expect, it } from 'vitest';
import type { Membership } from '../access/index.ts';
import { heldText, RememberedCounts, type Counted } from './remembered-counts.ts';

const board: Membership = { scope: null, role: 'board' };
const mortuary: Membership = { scope: '00000000-0000-4000-8000-000000000001', role: 'mortuary' };

/** Answers 1, 2, 3 ... under the roles given, and says how often it was asked. */
function counter(memberships: readonly Membership[]) {
  let asked = 0;
  return { asked: () => asked, count: (): Promise<Counted<number>> => Promise.resolve({ value: ++asked, held: heldText(memberships) }) };
}

describe('a remembered count', () => {
  it('is made once for accounts with the same roles, in whatever order they hold them', async () => {
    const { count, asked } = counter([board, mortuary]);
    const counts = new RememberedCounts(() => 1);
    await Promise.all([1, 2, 3].map(() => counts.of({ memberships: [board, mortuary], what: 'a' }, count)));
    expect(await counts.of({ memberships: [mortuary, board], what: 'a' }, count)).toBe(1);
    expect(asked()).toBe(1);
  });

  it('is not given to an account with other roles, nor for another question', async () => {
    const counts = new RememberedCounts(() => 1);
    const one = counter([board]);
    const two = counter([mortuary]);
    await counts.of({ memberships: [board], what: 'a' }, one.count);
    await counts.of({ memberships: [mortuary], what: 'a' }, two.count);
    await counts.of({ memberships: [board], what: 'b' }, one.count);
    expect([one.asked(), two.asked()]).toEqual([2, 1]);
  });

  it('is forgotten when the register changes, also while it is being made', async () => {
    let revision = 1;
    const { count, asked } = counter([board]);
    const counts = new RememberedCounts(() => revision);
    const slow = counts.of({ memberships: [board], what: 'a' }, async () => { revision = 2; return count(); });
    expect(await slow).toBe(1);
    expect(await counts.of({ memberships: [board], what: 'a' }, count)).toBe(2);
    revision = 3;
    expect(await counts.of({ memberships: [board], what: 'a' }, count)).toBe(3);
    expect(asked()).toBe(3);
  });

  it('is answered but not kept when the roles changed between the door and the count', async () => {
    const counts = new RememberedCounts(() => 1);
    const ended = counter([]);
    expect(await counts.of({ memberships: [board], what: 'a' }, ended.count)).toBe(1);
    const still = counter([board]);
    await counts.of({ memberships: [board], what: 'a' }, still.count);
    expect(still.asked()).toBe(1);
  });

  it('that failed is made anew, and its failure reaches only the one who made it', async () => {
    const counts = new RememberedCounts(() => 1);
    const { count } = counter([board]);
    const failing = counts.of({ memberships: [board], what: 'a' }, () => Promise.reject(new Error('the database is away')));
    const waiting = counts.of({ memberships: [board], what: 'a' }, count);
    await expect(failing).rejects.toThrow('the database is away');
    expect(await waiting).toBe(1);
  });

  it('gives way when there are too many, the one least used first', async () => {
    const counts = new RememberedCounts(() => 1);
    const { count, asked } = counter([board]);
    for (let n = 0; n < 500; n++) await counts.of({ memberships: [board], what: String(n) }, count);
    await counts.of({ memberships: [board], what: '0' }, count);
    await counts.of({ memberships: [board], what: 'one more' }, count);
    expect(asked()).toBe(501);
    await counts.of({ memberships: [board], what: '0' }, count);
    expect(asked()).toBe(501);
    await counts.of({ memberships: [board], what: '1' }, count);
    expect(asked()).toBe(502);
  });
});
