import { makeMatchingSet } from '@imena/synth';
import { expect, test } from 'vitest';
import { parseMissing, parseRemains } from '../records/parse-record.ts';
import { matchLists } from './match-lists.ts';

// Lists in which two statements are one error told twice. Counted as two they would make probabilities too high.
const seeds = [51];
type Lists = ReturnType<typeof makeMatchingSet>;
type MissingRow = Lists['missing'][number];
type RemainsRow = Lists['remains'][number];

interface Calibration {
  readonly ece: number;
  /** Mean probability of the most probable person less the share that was right. */
  readonly excess: number;
  readonly rows: readonly string[];
}

/** Calibration by person: the probabilities of all reports of the most probable person together are one claim. */
function calibrate(sets: readonly Lists[]): Calibration {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, said: 0, right: 0 }));
  for (const { missing, remains, truth } of sets) {
    const matched = matchLists(
      missing.map((row, i) => parseMissing(JSON.stringify(row), { file: 'missing', line: i + 1 })),
      remains.map((row, i) => parseRemains(JSON.stringify(row), { file: 'remains', line: i + 1 })),
    );
    for (const { remains: pm, candidates } of matched.remains) {
      const [top] = candidates;
      if (top === undefined) continue;
      const bin = bins[Math.min(9, Math.floor(10 * top.probability))];
      if (bin === undefined) continue;
      bin.count++;
      bin.said += top.probability;
      if (truth.pm_person[pm] !== null && truth.pm_person[pm] === truth.am_person[top.report]) bin.right++;
    }
  }
  const sum = (of: (bin: { count: number; said: number; right: number }) => number): number => bins.reduce((total, bin) => total + of(bin), 0);
  const count = sum((bin) => bin.count);
  return {
    ece: sum(({ said, right }) => Math.abs(said - right)) / count,
    excess: sum(({ said, right }) => said - right) / count,
    rows: bins.flatMap(({ count: n, said, right }, at) => (n === 0 ? [] : [`0.${at}: said ${(said / n).toFixed(2)}, right ${(right / n).toFixed(2)} (${n})`])),
  };
}

function check(what: string, change: (set: Lists) => Lists): Calibration {
  const found = calibrate(seeds.map((seed) => change(makeMatchingSet({ seed, reports: 500, remains: 300 }))));
  console.info(`${what} (seeds ${seeds.join(', ')}): ECE ${found.ece.toFixed(3)}, said less right ${found.excess.toFixed(3)}\n  ${found.rows.join('\n  ')}`);
  return found;
}

const plain = check('as made', (set) => set);

test('one informant who reports twice with the same errors makes nobody more probable', () => {
  const twice = check('every report told again by its informant, word for word', ({ missing, remains, truth }) => {
    const again = missing.map((row): MissingRow => ({ ...row, id: `${row.id}-again` }));
    return { missing: [...missing, ...again], remains, truth: { ...truth, am_person: { ...truth.am_person, ...Object.fromEntries(again.map(({ id }, i) => [id, truth.am_person[missing[i]?.id ?? ''] ?? ''])) } } };
  });
  expect(twice.ece).toBeLessThan(0.08);
  expect(twice.excess).toBeLessThan(plain.excess + 0.03);
});

test('an age reckoned from the year of birth, wrong where that is wrong, is not a second witness', () => {
  const aged = check('reports and papers state an age reckoned from the year they state', ({ missing, remains, truth }) => ({
    missing: missing.map((row): MissingRow => (row.dob === null ? row : { ...row, age: 2031 - Number(row.dob.slice(0, 4)) })),
    remains: remains.map((row): RemainsRow => (row.birth_year === null ? row : { ...row, age_stated: 2031 - row.birth_year })),
    truth,
  }));
  expect(aged.ece).toBeLessThan(0.08);
  expect(aged.excess).toBeLessThan(plain.excess + 0.02);
});

test('a sex that was taken from the name on the marker is not a second witness to that name', () => {
  const ending = /(?:івна|овна|евна|ична|ова|ська|ская)(?:\s|$)/u;
  const masculine = /(?:ович|евич|йович|ський|ский)(?:\s|$)/u;
  const named = check('the sex is written down after the name that was read', ({ missing, remains, truth }) => ({
    missing, truth,
    remains: remains.map((row): RemainsRow => {
      const name = row.name_raw?.toLowerCase() ?? '';
      return ending.test(name) ? { ...row, sex_estimate: 'F' } : masculine.test(name) ? { ...row, sex_estimate: 'M' } : row;
    }),
  }));
  expect(named.ece).toBeLessThan(0.08);
  expect(named.excess).toBeLessThan(plain.excess + 0.02);
});

test('marks and clothes that one informant lists twice in other words are one description', () => {
  const worded = check('every garment and mark is named twice', ({ missing, remains, truth }) => ({
    missing: missing.map((row): MissingRow => ({ ...row, clothing: row.clothing.flatMap((one) => [one, one.toUpperCase()]), features: row.features.flatMap((one) => [one, `${one}.`]) })),
    remains, truth,
  }));
  expect(worded.ece).toBeLessThan(0.08);
  expect(worded.excess).toBeLessThan(plain.excess + 0.02);
});
