import * as crypto from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { afterEach, describe, expect, it } from 'vitest';
import {
  ed25519PublicKey, encodeHex, isAcceptableKey, portablePrimitives, primitivesFromNode, sha256, signEd25519, usePrimitives, verifyEd25519,
} from './index.ts';
import { fromHex, hasCases, readCases } from './testing/shared-cases.ts';

interface Wycheproof {
  readonly numberOfTests: number;
  readonly testGroups: readonly {
    readonly publicKey: { readonly pk: string };
    readonly tests: readonly { readonly tcId: number; readonly comment: string; readonly msg: string; readonly sig: string; readonly result: string }[];
  }[];
}
interface EdgeCase { readonly number: number; readonly key: string; readonly sig: string; readonly msg: string; readonly flags: readonly string[] | null }

const native = primitivesFromNode(crypto);
const runtimes = [['portable', portablePrimitives], ['node:crypto', native]] as const;
afterEach(() => usePrimitives(portablePrimitives));

describe.skipIf(!hasCases).each(runtimes)('Ed25519 with %s primitives', (_, primitives) => {
  it('gives the verdict of every Wycheproof case', () => {
    usePrimitives(primitives);
    const file = readCases<Wycheproof>('crypto/wycheproof/ed25519_test.json');
    let count = 0;
    for (const group of file.testGroups) {
      for (const test of group.tests) {
        count += 1;
        const verdict = verifyEd25519(fromHex(group.publicKey.pk), fromHex(test.msg), fromHex(test.sig));
        expect(verdict, `case ${test.tcId} ${test.comment}`).toBe(test.result === 'valid');
      }
    }
    expect(count).toBe(file.numberOfTests);
  });

  it('decides every edge case of the curve by our one rule', () => {
    usePrimitives(primitives);
    const cases = readCases<readonly EdgeCase[]>('crypto/cctv-ed25519/ed25519vectors.json');
    expect(cases.length).toBe(914);
    const refused = ['low_order_A', 'non_canonical_A', 'non_canonical_R', 'low_order_residue', 'reencoded_k'];
    for (const { number, key, sig, msg, flags } of cases) {
      const expected = !(flags ?? []).some((flag) => refused.includes(flag));
      expect(verifyEd25519(fromHex(key), new TextEncoder().encode(msg), fromHex(sig)), `vector ${number} ${(flags ?? []).join(' ')}`).toBe(expected);
    }
  });
});

describe('without the rule on keys the runtimes would disagree', () => {
  it.skipIf(!hasCases)('node:crypto alone accepts keys of small order, the cofactored check alone what the other refuses', () => {
    const cases = readCases<readonly EdgeCase[]>('crypto/cctv-ed25519/ed25519vectors.json');
    let nativeOnly = 0;
    let cofactoredOnly = 0;
    for (const { key, sig, msg } of cases) {
      const [publicKey, message, signature] = [fromHex(key), new TextEncoder().encode(msg), fromHex(sig)];
      const byNode = native.ed25519Verify(publicKey, message, signature);
      const byCofactor = ed25519.verify(signature, message, publicKey, { zip215: false });
      if (byNode && !byCofactor) nativeOnly += 1;
      if (byCofactor && !byNode) cofactoredOnly += 1;
    }
    process.stderr.write(`Ed25519 edge cases: node:crypto alone accepts ${nativeOnly}, @noble with zip215:false alone ${cofactoredOnly} of ${cases.length}\n`);
    expect(nativeOnly).toBeGreaterThan(0);
    expect(cofactoredOnly).toBeGreaterThan(0);
  });
});

describe('keys', () => {
  it('no key of small order is accepted, and no other way of writing one', () => {
    const torsion = ed25519.Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a');
    let point = ed25519.Point.ZERO;
    const seen = new Set<string>();
    for (let i = 0; i < 8; i++) {
      seen.add(point.toHex());
      expect(isAcceptableKey(point.toBytes())).toBe(false);
      point = point.add(torsion);
    }
    expect(seen.size).toBe(8);
    expect(isAcceptableKey(fromHex('edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f'))).toBe(false);
    expect(isAcceptableKey(fromHex('0100000000000000000000000000000000000000000000000000000000000080'))).toBe(false);
    expect(isAcceptableKey(ed25519PublicKey(new Uint8Array(32).fill(1)))).toBe(true);
    expect(isAcceptableKey(new Uint8Array(31))).toBe(false);
  });

  it('both runtimes hash and sign to the same bytes and accept each other', () => {
    const seed = new Uint8Array(32).map((_, i) => i);
    const publicKey = ed25519PublicKey(seed);
    const results = runtimes.map(([, primitives]) => {
      usePrimitives(primitives);
      return Array.from({ length: 200 }, (_, length) => {
        const message = new Uint8Array(length).fill(length);
        const signature = signEd25519(seed, message);
        expect(verifyEd25519(publicKey, message, signature)).toBe(true);
        return `${encodeHex(sha256(message))} ${encodeHex(signature)}`;
      });
    });
    expect(results[0]).toEqual(results[1]);
  });

  it('a key or signature of another length is refused, not an error', () => {
    const key = ed25519PublicKey(new Uint8Array(32));
    expect(verifyEd25519(key, new Uint8Array(), new Uint8Array(63))).toBe(false);
    expect(verifyEd25519(key.slice(1), new Uint8Array(), new Uint8Array(64))).toBe(false);
    expect(verifyEd25519(new Uint8Array(32).fill(2), new Uint8Array(), new Uint8Array(64))).toBe(false);
  });
});
