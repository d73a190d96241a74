import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainKey, checkChain, envelopeHash, makeEnvelope, parseEnvelope, placeInChain, sha256Hex, uuidV7, type ChainHead } from './index.ts';

const idAt = (n: number): string => uuidV7({ timeMs: 1_779_000_000_000 + n, random: new Uint8Array(10).fill(n) });
const scopes = [idAt(1), idAt(2)];
const devices = ['a', 'b'].map((name) => sha256Hex(new TextEncoder().encode(name)));

/** The chain of one device in one scope, `salt` telling otherwise equal chains apart. */
function chainOf(device: string, scope: string, length: number, salt = 0): Uint8Array[] {
  const out: Uint8Array[] = [];
  for (let seq = 0; seq < length; seq++) {
    const before = out.at(-1);
    out.push(makeEnvelope({
      v: 1, id: idAt(1000 * salt + 10 + seq), scope, device, seq, prev: before === undefined ? null : envelopeHash(before), by: idAt(3),
      at: '2026-05-17T09:30:00Z', kind: 'journal', subject: idAt(4), seen: null, body: sha256Hex(new Uint8Array([seq, salt])),
    }));
  }
  return out;
}

const [a = '', b = ''] = devices;
const [site = '', office = ''] = scopes;
const five = chainOf(a, site, 5);

describe('the chain of a device in a scope', () => {
  it('whole, it gives its head, at once or in pieces', () => {
    const heads = checkChain(five);
    expect([...heads.values()]).toEqual([{ device: a, scope: site, seq: 4, envelopeHash: envelopeHash(five[4] ?? new Uint8Array()) }]);
    expect(checkChain(five.slice(2), checkChain(five.slice(0, 2)))).toEqual(heads);
    expect(checkChain([]).size).toBe(0);
  });

  it('chains of other devices and scopes may stand between its entries', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 2 }), { maxLength: 30 }), (order) => {
      const chains = [five.slice(), chainOf(b, site, 3), chainOf(a, office, 4)];
      const mixed: Uint8Array[] = [];
      for (const which of order) mixed.push(...(chains[which]?.splice(0, 1) ?? []));
      for (const rest of chains) mixed.push(...rest);
      const heads = checkChain(mixed);
      expect([...heads.keys()].sort()).toEqual([`${a}/${site}`, `${b}/${site}`, `${a}/${office}`].sort());
      expect(heads.get(`${a}/${office}`)?.seq).toBe(3);
    }));
  });

  it('a missing entry is named by the one that comes too early', () => {
    fc.assert(fc.property(fc.nat({ max: 3 }), (missing) => {
      const after = parseEnvelope(five[missing + 1] ?? new Uint8Array());
      const broken = (): unknown => checkChain(five.filter((_, i) => i !== missing));
      expect(broken).toThrow('ledger.chain_gap');
      expect(broken).toThrow(`"id":"${after.id}"`);
    }));
  });

  it('an entry sent twice or a number used twice is named', () => {
    const first = five[0] ?? new Uint8Array();
    expect(() => checkChain([first, first])).toThrow('ledger.chain_behind');
    const cloned = chainOf(a, site, 2, 7);
    expect(() => checkChain([...five, ...cloned])).toThrow('ledger.chain_behind');
  });

  it('an entry that continues another history is a fork', () => {
    const cloned = chainOf(a, site, 3, 7);
    const broken = (): unknown => checkChain([...five.slice(0, 2), ...cloned.slice(2)]);
    expect(broken).toThrow('ledger.chain_fork');
    expect(broken).toThrow(`"id":"${parseEnvelope(cloned[2] ?? new Uint8Array()).id}"`);
  });

  it('the place of an envelope is told before it is refused', () => {
    const envelopes = five.map(parseEnvelope);
    const head: ChainHead = { device: a, scope: site, seq: 1, envelopeHash: envelopeHash(five[1] ?? new Uint8Array()) };
    expect(envelopes.map((envelope) => placeInChain(head, envelope))).toEqual(['behind', 'behind', 'next', 'gap', 'gap']);
    expect(envelopes.map((envelope) => placeInChain(null, envelope))).toEqual(['next', 'gap', 'gap', 'gap', 'gap']);
    expect(envelopes.map(chainKey)).toEqual(Array(5).fill(`${a}/${site}`));
  });
});
