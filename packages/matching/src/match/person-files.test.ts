import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personFiles, weighFile } from './person-files.ts';

const pair = (a: number, b: number, probability: number) => ({ a, b, probability, log10Lr: 0, relatives: 0 });

test('a person of three reports is one file of a file: the two most probably of one person first', () => {
  const files = personFiles([0, 1, 0, 0], [pair(0, 2, 0.75), pair(0, 3, 0.5), pair(2, 3, 0.98), pair(1, 2, 0.4)]);
  expect([...files.keys()]).toEqual([0]);
  expect(files[0]).toEqual({ parts: [0, { parts: [2, 3], reports: [2, 3], together: 0.98 }], reports: [0, 2, 3], together: 0.625 });
});

// docs/methods/joint.md, worked example.
test('two reports, of one person with 0.9: together LR 1000, apart 10 and 200; the person weighs 921, the reports have 0.978 and 0.999 of it', () => {
  const { log10Lr, parts } = weighFile({ parts: [0, 1], reports: [0, 1], together: 0.9 }, { report: (report) => Math.log10(report === 0 ? 10 : 200), file: () => 3 });
  expect(10 ** log10Lr).toBeCloseTo(921, 9);
  expect(parts.get(0)).toBeCloseTo(901 / 921, 12);
  expect(parts.get(1)).toBeCloseTo(920 / 921, 12);
});

test('reports surely of one person share all it has; surely of two, they share what each weighs', () => {
  const weights = [2, 5, -3];
  const ask = (together: number) => weighFile({ parts: [{ parts: [0, 1], reports: [0, 1], together }, 2], reports: [0, 1, 2], together }, { report: (report) => weights[report] ?? 0, file: ({ reports }) => reports.length });
  expect(ask(1).log10Lr).toBeCloseTo(3, 12);
  for (const part of ask(1).parts.values()) expect(part).toBe(1);
  const sum = 10 ** 2 + 10 ** 5 + 10 ** -3;
  expect(10 ** ask(0).log10Lr / sum).toBeCloseTo(1, 12);
  weights.forEach((weight, report) => { expect(ask(0).parts.get(report)).toBeCloseTo(10 ** weight / sum, 12); });
});

test('parts are probabilities that add up to one at least, whatever the weights and however many reports', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: -60, max: 120, noNaN: true }), { minLength: 2, maxLength: 6 }), fc.double({ min: 0.5, max: 1, noNaN: true }), fc.double({ min: -60, max: 120, noNaN: true }), (weights, probability, whole) => {
    const pairs = weights.flatMap((_, b) => Array.from({ length: b }, (__, a) => pair(a, b, probability)));
    const file = personFiles(weights.map(() => 0), pairs)[0];
    if (file === undefined) throw new Error('reports that are of one person have a file');
    expect(file.reports).toEqual(weights.map((_, at) => at));
    const { log10Lr, parts } = weighFile(file, { report: (report) => weights[report] ?? 0, file: () => whole });
    expect(Number.isFinite(log10Lr)).toBe(true);
    const all = [...parts.values()];
    expect(all).toHaveLength(weights.length);
    for (const part of all) expect(part >= 0 && part <= 1 + 1e-12).toBe(true);
    expect(all.reduce((sum, part) => sum + part, 0)).toBeGreaterThan(1 - 1e-9);
  }));
});
