import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { answerNonGenetic } from './non-genetic-case.ts';

const folder = path.resolve(import.meta.dirname, '../../../../../shared/cases/kinship');
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.startsWith('f-')) : [];
if (files.length === 0) console.warn(`The reference cases are not at ${folder}; their tests are skipped.`);

interface Case {
  readonly id: string;
  readonly nonGenetic: unknown;
  readonly expected: Record<string, unknown> & { readonly extra?: Record<string, unknown> | null };
}

test.each(files)('the closed form of %s is reproduced', (file) => {
  const reference = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Case;
  // Nothing but id and inputs is handed over.
  const { expected } = answerNonGenetic({ id: reference.id, nonGenetic: reference.nonGenetic });
  const extra = reference.expected.extra ?? {};
  if ('inclusiveLR' in extra || 'exactLR' in extra) {
    const own = { ...(expected['extra'] as Record<string, unknown>), tolerance: 'monte-carlo' };
    closeTo('inclusiveLR' in extra ? expected['extra'] : own, extra);
    return;
  }
  for (const [field, value] of Object.entries(reference.expected)) if (field !== 'extra') closeTo(expected[field], value, field);
});

test('a case of an unknown variable is refused by name, and a broken one by its field', () => {
  expect(() => answerNonGenetic({ id: 'x', nonGenetic: { variable: 'gait', parameters: {} } })).toThrow('matching.case_unknown');
  expect(() => answerNonGenetic({ id: 'x', nonGenetic: { variable: 'sex', parameters: { missing: 'F', errorRate: 'low' } } })).toThrow('matching.case_unreadable');
});

/** Numbers to 1e-12 of their size: closed forms differ from the peer's only in rounding. */
function closeTo(own: unknown, expected: unknown, where = ''): void {
  if (typeof expected === 'number' && typeof own === 'number') expect(Math.abs(own - expected), where).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
  else if (typeof expected === 'object' && expected !== null && typeof own === 'object' && own !== null) {
    expect(Object.keys(own).sort(), where).toEqual(Object.keys(expected).sort());
    for (const [key, value] of Object.entries(expected)) closeTo((own as Record<string, unknown>)[key], value, `${where}.${key}`);
  } else expect(own, where).toEqual(expected);
}
