import { makeMatchingSet } from '@imena/synth';
import { describe, expect, test } from 'vitest';
import { FileWeigher, type FiledPair } from '../match/file-weight.ts';
import { openMatching } from '../match/open-matching.ts';
import type { RemainsTables } from '../weigh/remains-tables.ts';
import { parseMissing, parseRemains } from '../records/parse-record.ts';
import { emptyRemains, emptyReport } from '../records/types.ts';
import { countShares } from './counted-shares.ts';
import { explainFiled, tellingOf } from './explain-filed.ts';
import { kindsOfFile, sumOfFiled, weighFiled } from './kinds-of-file.ts';
import { LiveLists } from './live-lists.ts';
import { OpenedFile } from './opened-file.ts';
import { ReportFiles } from './report-files.ts';

const set = makeMatchingSet({ seed: 73, reports: 60, remains: 40, evidence: 'all' });
const reports = set.missing.map((row, i) => parseMissing(JSON.stringify(row), { file: 'missing.jsonl', line: i + 1 }));
const remains = set.remains.map((row, i) => parseRemains(JSON.stringify(row), { file: 'remains.jsonl', line: i + 1 }));
const shares = countShares(reports, remains, { number: 1 });
const pairOf = (a: number, b: number, together = 1) => ({ ids: [reports[a]?.id ?? '', reports[b]?.id ?? ''], file: { parts: [0, 1], reports: [0, 1], together } as const });
const openPair = (a: number, b: number, together?: number): OpenedFile => new OpenedFile(pairOf(a, b, together), [reports[a] ?? emptyReport(''), reports[b] ?? emptyReport('')], shares);

describe('reports of one person, opened and read as one file', () => {
  test('kinds of a file add up to what the joint solution of lists weighs it, for any two reports with any remains', () => {
    const matching = openMatching(reports, remains, shares);
    const weigher = new FileWeigher(matching);
    let different = 0;
    for (let a = 0; a < 12; a++) {
      const b = a + 20;
      const opened = openPair(a, b);
      remains.forEach((found, i) => {
        const [pairs, tables]: [FiledPair[], RemainsTables | null] = [[], matching.tablesAt(i)];
        if (tables !== null) weigher.weigh({ i, tables }, pairs, [{ parts: [a, b], reports: [a, b], together: 1 }]);
        const [one, other] = opened.weigh(found);
        const sum = [...(one?.kinds[0]?.values() ?? [])].reduce((all, weight) => all + weight, 0);
        expect(sum).toBeCloseTo(pairs.find(({ report }) => report === a)?.ofPerson ?? NaN, 4); // tables are single precision
        const alone = [...(other?.kinds[1]?.values() ?? [])].reduce((all, weight) => all + weight, 0);
        expect(alone).toBeCloseTo(pairs.find(({ report }) => report === b)?.weight ?? NaN, 4);
        if (Math.abs(sum - alone) > 0.1) different++;
      });
    }
    expect(different).toBeGreaterThan(100);
  });

  test('the kinds that are told add up to the weight of the person, the doubt whether it is one among them', () => {
    for (const together of [0.6, 0.9976, 1]) {
      const opened = openPair(3, 4, together);
      for (const found of remains.slice(0, 10)) {
        const { filed, log10Lr } = weighFiled(opened, found, 0);
        const kinds = kindsOfFile(opened, found, { at: 0, filed, log10Lr });
        expect(kinds.reduce((sum, one) => sum + one.log10Lr, 0)).toBeCloseTo(log10Lr, 9);
        const doubt = kinds.find(({ kind }) => kind === 'reports');
        expect(doubt?.words.en[0]).toContain(together === 1 ? 'people settled' : together === 0.6 ? '60 %' : '99.7 %');
        if (together === 1) expect(doubt?.log10Lr).toBeCloseTo(0, 9);
      }
    }
  });

  test('how the reports agree is told: the same, more exactly, differing, one list, or told by one alone', () => {
    const told = (one: object, other: object): OpenedFile => new OpenedFile(pairOf(0, 1), [{ ...emptyReport('A'), ...one }, { ...emptyReport('B'), ...other }], shares);
    const why = (opened: OpenedFile, kind: Parameters<typeof tellingOf>[1]): string => tellingOf(opened, kind).map(({ en }) => en).join(' ');
    expect(why(told({ hair: 'fair' }, { hair: 'fair' }), 'hair')).toBe('They say the same; it counts once.');
    expect(why(told({ hair: 'fair' }, { hair: 'black' }), 'hair')).toContain('They differ');
    expect(why(told({ hair: 'fair' }, {}), 'hair')).toBe('Told in 1 of 2 reports of this person.');
    expect(why(told({ birth: { year: 1961, month: null, day: null } }, { birthYears: { from: 1960, to: 1969, isDoubtful: false } }), 'age')).toContain('more exactly');
    expect(why(told({ heightCm: 170 }, { heightCm: 174 }), 'height')).toContain('their mean counts');
    expect(why(told({ heightCm: 160 }, { heightCm: 184 }), 'height')).toContain('They differ');
    expect(why(told({ clothing: ['чорна куртка'] }, { clothing: ['чоботи'] }), 'clothing')).toContain('one list');
    expect(why(told({ name: 'Вигадько Іван' }, { name: 'Іван Вигадько' }), 'name')).toContain('the same');
    expect(why(told({}, {}), 'sex')).toBe('');
    const explained = explainFiled(told({ sex: null }, { sex: 'F' }), 'sex', { log10Lr: 0.3, found: { ...emptyRemains('F'), sex: 'F' }, report: 0 });
    expect(explained.sides?.reported.en).toBe('female');
  });
});

describe('lists that stay open, with reports of one person', () => {
  // What the name says is told by one report, what the body says by the other.
  const whole = { ...emptyReport('R0'), name: 'Вигадько Марія Олексіївна', sex: 'F', birth: { year: 1952, month: 3, day: 4 }, heightCm: 158, place: 'Вигадане', lastSeen: 19_080 } as const;
  const [first, second] = [{ ...whole, id: 'R1', heightCm: null, place: null, lastSeen: null }, { ...whole, id: 'R2', name: null, birth: null }];
  const found = { ...emptyRemains('F1'), name: 'Вигадько Марія', birth: { year: 1952, month: null, day: null }, sex: 'F', stature: { cm: 158, sdCm: 3 }, place: 'Вигадане', death: { from: 19_085, to: 19_090 } } as const;
  const files = new ReportFiles([{ a: 'R1', b: 'R2', probability: 1 }]);
  const live = new LiveLists([...reports, first, second], [...remains, found]);

  test('two reports of one person are one answer that weighs more than either, about what one report would that tells all', () => {
    const alone = live.reportsFor(found, { most: 60 });
    const [best, ...rest] = live.reportsFor(found, { most: 60, files });
    expect([best?.report, best?.others].flat().sort()).toEqual(['R1', 'R2']);
    expect(rest.some(({ report }) => report === 'R1' || report === 'R2')).toBe(false);
    const weightOf = (id: string): number => alone.find(({ report }) => report === id)?.log10Lr ?? -Infinity;
    expect(best?.log10Lr).toBeGreaterThan(Math.max(weightOf('R1'), weightOf('R2')) + 0.3);
    const one = new LiveLists([...reports, whole], [...remains, found], { shares: live.shares }).reportsFor(found, { most: 1 })[0];
    expect(best?.log10Lr).toBeCloseTo(one?.log10Lr ?? NaN, 1);
    // All others weigh what they weighed before.
    const others = alone.filter(({ report }) => report !== 'R1' && report !== 'R2');
    expect(rest.slice(0, 20)).toEqual(others.slice(0, 20));
  });

  test('the pair weighs the same asked from the person, whichever of the two reports is asked', () => {
    const [best] = live.reportsFor(found, { most: 1, files });
    for (const report of [first, second]) {
      const [of] = live.remainsFor(report, { most: 3, files });
      expect([of?.remains, of?.log10Lr.toFixed(9)]).toEqual(['F1', best?.log10Lr.toFixed(9)]);
    }
    expect(live.remainsFor(second, { most: 1 })[0]?.log10Lr).toBeLessThan((best?.log10Lr ?? 0) - 0.3);
  });

  test('a file of which a report is not in the list is not read: each stands for itself', () => {
    const strange = new ReportFiles([{ a: 'R1', b: 'nobody', probability: 1 }]);
    expect(live.reportsFor(found, { most: 5, files: strange })).toEqual(live.reportsFor(found, { most: 5 }));
  });
});

describe('a person none of whose reports says enough by itself', () => {
  const body = { sex: 'F', heightCm: 158, place: 'Вигадане', lastSeen: 19_080, hair: 'fair' } as const;
  const named = { name: 'Вигадько Марія Олексіївна', birth: { year: 1952, month: 3, day: 4 }, hair: 'fair' } as const;
  const seen = { sex: 'F', stature: { cm: 158, sdCm: 3 }, place: 'Вигадане', death: { from: 19_085, to: 19_090 } } as const;
  const read = { name: 'Вигадько Марія', birth: { year: 1952, month: 3, day: 4 } } as const;
  const files = new ReportFiles([{ a: 'R1', b: 'R2', probability: 0.99 }]);
  const ids = Array.from({ length: 40 }, (_, at) => String(at).padStart(2, '0'));
  // As many others say word for word what either of the two reports says, and stand before it.
  const many = ids.flatMap((n) => [{ ...emptyReport(`A${n}`), ...named }, { ...emptyReport(`B${n}`), ...body }]);
  const two = [{ ...emptyReport('R1'), ...named }, { ...emptyReport('R2'), ...body }];
  const found = { ...emptyRemains('Y1'), ...read, ...seen };
  const others = ids.flatMap((n) => [{ ...emptyRemains(`X${n}`), ...read, sex: 'F' as const, hair: 'fair' as const }, { ...emptyRemains(`W${n}`), ...seen, hair: 'fair' as const }]);
  const live = new LiveLists([...reports, ...many, ...two], [...remains, ...others, found], { shares: new LiveLists(reports, remains).shares });

  test('is found for remains by all of them together', () => {
    expect(live.reportsFor(found, { most: 31 }).some(({ report }) => report === 'R1' || report === 'R2')).toBe(false);
    const [best] = live.reportsFor(found, { most: 1, files });
    expect([best?.report, best?.others].flat().sort()).toEqual(['R1', 'R2']);
  });

  test('and its remains are found for it', () => {
    for (const report of two) {
      expect(live.remainsFor(report, { most: 31 }).some(({ remains: id }) => id === 'Y1')).toBe(false);
      expect(live.remainsFor(report, { most: 1, files })[0]?.remains).toBe('Y1');
    }
  });

  test('but not where nobody asks for its reports', () => {
    const isAsked = (id: string): boolean => !['R1', 'R2', 'Y1'].includes(id);
    expect(live.reportsFor(found, { most: 5, files, isAsked }).flatMap(({ report, others: more = [] }) => [report, ...more]).some((id) => id === 'R1' || id === 'R2')).toBe(false);
  });
});

test('a report alone and a file of the same report told twice weigh the same', () => {
  const [report = emptyReport('')] = reports;
  const twice = new OpenedFile(pairOf(0, 0), [report, { ...report, id: 'again' }], shares);
  for (const found of remains) for (const filed of twice.weigh(found)) {
    const alone = [...(filed.kinds[1]?.values() ?? [])].reduce((sum, weight) => sum + weight, 0);
    expect(sumOfFiled(filed)).toBeCloseTo(alone, 9);
  }
});
