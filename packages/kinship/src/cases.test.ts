import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerCase } from './index.ts';

const folder = join(import.meta.dirname, '../../../../shared/cases/kinship');
const present = existsSync(folder);
if (!present) console.log(`reference cases are not here (${folder}); the comparison with other programs is skipped`);

type Tree = string | number | boolean | null | readonly Tree[] | { readonly [key: string]: Tree };

interface CaseFile {
  readonly id: string;
  readonly category: string;
  readonly dvi?: unknown;
  readonly expected: Tree;
  readonly [key: string]: unknown;
}

/** Places where ours is not the peer's value: relative 1e-9 for numbers beyond 1, absolute 1e-9 below; texts equal. */
function differences(peer: Tree, ours: Tree | undefined, path: string): { path: string; count: number }[] {
  if (typeof peer === 'object' && peer !== null) {
    const entries = Object.entries(peer) as readonly [string, Tree][];
    return entries.filter(([key]) => key !== 'note' && key !== 'extra').flatMap(([key, value]) => differences(value, (ours as Record<string, Tree> | undefined)?.[key], `${path}.${key}`));
  }
  const same = peer === ours || (typeof peer === 'number' && typeof ours === 'number' && Math.abs(peer - ours) <= 1e-9 * Math.max(1, Math.abs(peer)));
  return [{ path: same ? '' : `${path}: peer ${JSON.stringify(peer)}, ours ${JSON.stringify(ours ?? 'absent')}`, count: 1 }];
}

const files = present ? readdirSync(folder).filter((name) => name.endsWith('.json')).sort() : [];
const cases = files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CaseFile);
const forbidden = new Set(['expected', 'crossCheck', 'peerSeconds', 'tags', 'source']);

/** The case without what a program must not read: reading it throws. */
function blinded(given: CaseFile): object {
  return new Proxy(given, {
    get: (target, key) => {
      if (typeof key === 'string' && forbidden.has(key)) throw new Error(`read ${key}`);
      return target[key as keyof CaseFile];
    },
  });
}

describe.skipIf(!present)('reference cases computed by other programs', () => {
  for (const [letter, title, atLeast] of [
    ['a', 'likelihoods', 500],
    ['b', 'kinship likelihood ratios', 2000],
    ['c', 'missing persons, with exclusion power', 2000],
    ['e', 'partial profiles', 500],
    ['m', 'mutation matrices', 100],
  ] as const)
    it(`category ${letter}, ${title}: every number within 1e-9`, () => {
      let compared = 0;
      for (const given of cases.filter((c) => c.category.startsWith(letter) && c.dvi === undefined)) {
        const answer = answerCase(blinded(given));
        if ('refused' in answer) continue;
        const found = differences(given.expected, answer.expected as Tree, given.id);
        compared += found.length;
        expect(found.map((f) => f.path).filter((p) => p !== '')).toEqual([]);
      }
      expect(compared).toBeGreaterThan(atLeast);
      console.log(`category ${letter}: ${String(compared)} numbers agree`);
    });

  it('refused are only non-genetic cases, which `matching` answers', () => {
    const refused: Record<string, string[]> = {};
    // Joint identification (category d) has its own test beside it.
    for (const given of cases.filter((c) => c.dvi === undefined)) {
      const answer = answerCase(blinded(given));
      if ('refused' in answer) (refused[answer.refused.code] ??= []).push(given.id);
    }
    expect(refused['kinship.unsupported.non_genetic']).toEqual(cases.filter((c) => c.category.startsWith('f')).map((c) => c.id));
    expect(Object.keys(refused)).toHaveLength(1);
    console.table(Object.fromEntries(Object.entries(refused).map(([code, ids]) => [code, ids.length])));
  });
});

describe('a file that is no case', () => {
  it('is refused with the place that is wrong, whatever it holds', () => {
    const good = { schema: 'kinship-case/1', id: 'x', category: 'a.likelihood', markers: [], pedigrees: [], profiles: {} };
    const codes = [null, 1, 'text', [], {}, { ...good, schema: 'kinship-case/2' }, { ...good, markers: [{}] }, { ...good, profiles: [] }, { ...good, theta: 'much' }, { ...good, pedigrees: [{ name: 'H', individuals: [{ id: 'a', sex: 'cat' }] }] }].map((json) => {
      const answer = answerCase(json);
      return 'refused' in answer ? answer.refused.code : 'answered';
    });
    expect(new Set(codes)).toEqual(new Set(['kinship.case.shape']));
    expect(answerCase({ ...good, category: 'd.dvi' })).toEqual({ id: 'x', refused: { code: 'kinship.case.shape', details: { path: 'dvi' } } });
  });
});
