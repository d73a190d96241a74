import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerCase } from '../index.ts';

const folder = join(import.meta.dirname, '../../../../../shared/cases/kinship');
const present = existsSync(folder);
if (!present) console.log(`reference cases are not here (${folder}); joint identification is not compared with the other program`);

type Tree = string | number | boolean | null | readonly Tree[] | { readonly [key: string]: Tree };
interface Top {
  readonly assignment: readonly string[];
  readonly lnLik: number | string;
}
interface DviCase {
  readonly id: string;
  readonly category: string;
  readonly dvi?: unknown;
  readonly expected: { readonly joint?: { readonly top: readonly Top[] }; readonly [key: string]: unknown };
}

/** The peer's wording is not asked for; `type` says how the peer counted (ours is exact; so is the number it calls a lower bound). */
const skipped = new Set(['note', 'type', 'dviSolve', 'top']);

/** Places where ours is not the peer's value within 1e-6 relative: the databases of the peer's own sets sum to 1 only so far. */
function differences(peer: Tree, ours: Tree | undefined, path: string): { path: string; count: number }[] {
  if (typeof peer === 'object' && peer !== null) {
    const entries = Object.entries(peer) as readonly [string, Tree][];
    return entries.filter(([key]) => !skipped.has(key)).flatMap(([key, value]) => differences(value, (ours as Record<string, Tree> | undefined)?.[key], `${path}.${key}`));
  }
  const same = peer === ours || (typeof peer === 'number' && typeof ours === 'number' && Math.abs(peer - ours) <= 1e-6 * Math.abs(peer));
  return [{ path: same ? '' : `${path}: peer ${JSON.stringify(peer)}, ours ${JSON.stringify(ours ?? 'absent')}`, count: 1 }];
}

const cases = present
  ? readdirSync(folder)
      .filter((name) => /^(d|e)-.*\.json$/.test(name))
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as DviCase)
      .filter((c) => c.dvi !== undefined)
  : [];

describe.skipIf(!present)('joint identification against the numbers of another program', () => {
  it('every case of several remains and several missing is answered exactly, every number within 1e-6', () => {
    let compared = 0;
    const times: Record<string, string> = {};
    for (const given of cases) {
      const start = performance.now();
      const answer = answerCase(given);
      times[given.id] = `${(performance.now() - start).toFixed(0)} ms`;
      if ('refused' in answer) throw new Error(`${given.id}: ${answer.refused.code}`);
      const ours = answer.expected as DviCase['expected'];
      const found = differences(given.expected as Tree, ours as Tree, given.id);
      compared += found.length;
      expect(found.map((f) => f.path).filter((p) => p !== '')).toEqual([]);
      compared += compareTop(given.id, given.expected.joint?.top ?? [], ours.joint?.top ?? []);
      expect(ours.method).toMatchObject({ kind: 'exact' });
    }
    expect(cases.length).toBeGreaterThan(20);
    expect(compared).toBeGreaterThan(3000);
    console.log(`joint identification: ${String(compared)} numbers agree`);
    console.table(times);
  });
});

/** Ties stand in any order: each of the peer's assignments, impossible ones included, but ties with its last, must be among ours. */
function compareTop(id: string, peer: readonly Top[], ours: readonly Top[]): number {
  if (peer.length === 0) return 0;
  const shape = (list: readonly Top[]): readonly number[] => [list.length, list.filter((one) => one.lnLik === '-Infinity').length];
  expect([id, ...shape(ours)]).toEqual([id, ...shape(peer)]);
  const last = peer.at(-1)?.lnLik;
  let compared = 0;
  for (const top of peer) {
    const own = ours.find((o) => o.assignment.join() === top.assignment.join());
    if (own === undefined && typeof top.lnLik === 'number' && typeof last === 'number' && Math.abs(top.lnLik - last) < 1e-6) continue;
    expect(differences(top as unknown as Tree, own as unknown as Tree, `${id} ${top.assignment.join(' ')}`).map((d) => d.path).filter((p) => p !== '')).toEqual([]);
    compared += 4;
  }
  return compared;
}
