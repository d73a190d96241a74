import { describe, expect, test } from 'vitest';
import { levelsOfReport, ratioOfLevels, ReportFiles, tieReports } from './report-files.ts';

describe('which reports are read as one file', () => {
  test('who was settled to be one is one with all others so settled, and what is proposed for one of them holds for all', () => {
    const settled = [{ a: 'A', b: 'B', verdict: 'same_person' }, { a: 'C', b: 'B', verdict: 'same_person' }] as const;
    expect(tieReports(settled, [{ a: 'A', b: 'B', probability: 0.3 }, { a: 'D', b: 'C', probability: 0.8 }])).toEqual([
      { a: 'A', b: 'B', probability: 1 }, { a: 'A', b: 'C', probability: 1 }, { a: 'A', b: 'D', probability: 0.8 }, { a: 'B', b: 'C', probability: 1 }, { a: 'B', b: 'D', probability: 0.8 }, { a: 'C', b: 'D', probability: 0.8 },
    ]);
    const files = new ReportFiles(tieReports(settled, [{ a: 'D', b: 'C', probability: 0.8 }]));
    expect(files.of('B')?.ids).toEqual(['A', 'B', 'C', 'D']);
    expect(files.of('B')).toBe(files.of('D'));
    expect(files.of('B')?.file.together).toBeCloseTo(0.8, 12);
    expect(files.of('X')).toBeNull();
  });

  test('what people kept apart is not read together, whatever a search proposes, nor with anybody who is one with it', () => {
    const settled = [{ a: 'A', b: 'B', verdict: 'same_person' }, { a: 'B', b: 'C', verdict: 'kept_apart' }] as const;
    expect(tieReports(settled, [{ a: 'A', b: 'C', probability: 0.97 }, { a: 'B', b: 'C', probability: 0.99 }])).toEqual([{ a: 'A', b: 'B', probability: 1 }]);
  });

  test('two reports that are less than even of one person stay apart', () => {
    expect(new ReportFiles([{ a: 'A', b: 'B', probability: 0.45 }]).of('A')).toBeNull();
  });
});

// docs/methods/joint.md, worked example: two reports of one person with 0.9, ratio 1000 as one file, 10 and 200 apart.
test('one of two reports weighs 901 and the other 920: together with 0.9 as one file, else each for itself; parted in two they add up to 921', () => {
  const file = { parts: [0, 1], reports: [0, 1], together: 0.9 } as const;
  const weigh = (report: number, alone: number, places?: readonly number[]): number => 10 ** ratioOfLevels(levelsOfReport(file, report), [3, Math.log10(alone)], places);
  expect([weigh(0, 10), weigh(1, 200)].map((one) => Math.round(one * 1e6) / 1e6)).toEqual([901, 920]);
  expect(weigh(0, 10, [2]) + weigh(1, 200, [2])).toBeCloseTo(921, 9);
  expect(10 ** ratioOfLevels([], [2])).toBeCloseTo(100, 12);
});

test('of three reports each level counts with its own probability', () => {
  const inner = { parts: [0, 2], reports: [0, 2], together: 1 } as const;
  const file = { parts: [inner, 1], reports: [0, 1, 2], together: 0.6 } as const;
  expect(levelsOfReport(file, 2).map(({ file: { reports } }) => reports)).toEqual([[0, 1, 2], [0, 2]]);
  expect(levelsOfReport(file, 1).map(({ file: { reports } }) => reports)).toEqual([[0, 1, 2]]);
  expect(10 ** ratioOfLevels(levelsOfReport(file, 2), [2, 1, 5])).toBeCloseTo(0.6 * 100 + 0.4 * 10, 9);
});
