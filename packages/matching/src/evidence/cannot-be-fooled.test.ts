import { expect, test } from 'vitest';
import { openMatching } from '../match/open-matching.ts';
import { emptyRemains, emptyReport, type FoundRemains, type MissingReport } from '../records/types.ts';
import { kindWeight } from '../weigh/add-up.ts';
import { tableKinds, type TableKind } from '../weigh/remains-tables.ts';
import { chartOf, type ToothChart } from './tooth-chart.ts';

const places = ['Вигадане', 'Уявне', 'Зразкове', 'Задумка', 'Ескізне', 'Нарисне'];
// A population that the weights are counted on; invented.
const people: MissingReport[] = Array.from({ length: 60 }, (_, i) => ({
  ...emptyReport(`P${i}`), sex: i % 2 === 0 ? 'M' : 'F', birth: { year: 1940 + i, month: 1 + (i % 12), day: 1 + (i % 28) }, heightCm: 158 + (i % 25), lastSeen: 19_000 + i, place: places[i % 6] ?? null, isMilitary: i % 5 === 0,
  hair: i % 3 === 0 ? 'fair' : 'brown', eyes: i % 2 === 0 ? 'blue' : 'brown', marks: [`шрам ${i % 7}`], clothing: [`куртка ${i % 4}`], belongings: [`перстень ${i % 9}`],
  numbers: [{ kind: 'passport', number: `AB${100_000 + i}` }],
}));

const others: FoundRemains[] = Array.from({ length: 40 }, (_, i): FoundRemains => ({ ...emptyRemains(`R${i}`), marks: [`шрам ${i % 7}`], clothing: [`куртка ${i % 4}`], belongings: [`перстень ${i % 9}`], place: places[(i + 2) % 6] ?? null, death: { from: 18_900 + 6 * i, to: 18_903 + 6 * i } }));

const chart = (tooth: string, finding: 'missing_antemortem' | 'present_sound'): ToothChart => chartOf(new Map([[tooth, [{ finding, surfaces: '' }]]]));

/** For each kind what was reported, what agrees with it, and what contradicts it as strongly as can be. */
const said: Readonly<Record<TableKind, { readonly report: Partial<MissingReport>; readonly agrees: Partial<FoundRemains>; readonly contradicts: Partial<FoundRemains> }>> = {
  sex: { report: { sex: 'M' }, agrees: { sex: 'M' }, contradicts: { sex: 'F' } },
  birth: { report: { birth: { year: 1980, month: 5, day: 5 } }, agrees: { birth: { year: 1980, month: 5, day: 5 } }, contradicts: { birth: { year: 1941, month: 1, day: 1 } } },
  age: { report: { birth: { year: 1980, month: 5, day: 5 } }, agrees: { age: { low: 35, high: 50 } }, contradicts: { age: { low: 75, high: 90 } } },
  height: { report: { heightCm: 190 }, agrees: { stature: { cm: 189, sdCm: 3 } }, contradicts: { stature: { cm: 140, sdCm: 1 } } },
  hair: { report: { hair: 'black' }, agrees: { hair: 'black' }, contradicts: { hair: 'fair' } },
  eyes: { report: { eyes: 'blue' }, agrees: { eyes: 'blue' }, contradicts: { eyes: 'brown' } },
  teeth: { report: { teeth: chart('36', 'missing_antemortem') }, agrees: { teeth: chart('36', 'missing_antemortem') }, contradicts: { teeth: chart('36', 'present_sound') } },
  seen: { report: { lastSeen: 19_030 }, agrees: { death: { from: 19_030, to: 19_035 } }, contradicts: { death: { from: 18_900, to: 18_901 } } },
  place: { report: { place: 'Уявне' }, agrees: { place: 'Уявне' }, contradicts: { place: 'Нарисне' } },
  military: { report: { isMilitary: true }, agrees: { isMilitary: true }, contradicts: { isMilitary: false } },
  marks: { report: { marks: ['шрам 3'] }, agrees: { marks: ['шрам 3'] }, contradicts: { marks: [], absences: { marks: 'absent' } } },
  clothing: { report: { clothing: ['куртка 2'] }, agrees: { clothing: ['куртка 2'] }, contradicts: { clothing: [], absences: { clothing: 'absent' } } },
  belongings: { report: { belongings: ['перстень 2'] }, agrees: { belongings: ['перстень 2'] }, contradicts: { belongings: [], absences: { belongings: 'absent' } } },
  numbers: { report: { numbers: [{ kind: 'passport', number: 'AB123456' }] }, agrees: { numbers: [{ kind: 'passport', number: 'AB123456' }] }, contradicts: { numbers: [{ kind: 'passport', number: 'XZ987654' }] } },
};

function weigh(kind: TableKind, report: Partial<MissingReport>, found: Partial<FoundRemains>): number {
  const { columns, tablesAt } = openMatching([...people, { ...emptyReport('X'), ...report }], [{ ...emptyRemains('R'), ...found }, ...others]);
  const tables = tablesAt(0);
  if (tables === null) throw new Error('an individual has no tables');
  return kindWeight(kind, tables, columns, people.length);
}

test.each(tableKinds)('%s: agreement speaks for, contradiction against, both finitely; silence of either side says nothing', (kind) => {
  const { report, agrees, contradicts } = said[kind];
  const [forIt, against] = [weigh(kind, report, agrees), weigh(kind, report, contradicts)];
  expect(forIt).toBeGreaterThan(0);
  expect(forIt).toBeLessThan(7);
  expect(against).toBeLessThan(0);
  // One contradiction is outweighed by a rare surname and a day of birth that agree: any record can be wrong.
  expect(against).toBeGreaterThan(-4);
  // An empty list is partly silence, by shares counted on the lists; what is said not to have been looked at or asked is silence.
  const isList = kind === 'marks' || kind === 'clothing' || kind === 'belongings';
  expect(weigh(kind, report, isList ? { absences: { [kind]: 'not_assessable' } } : {})).toBe(0);
  expect(weigh(kind, isList ? { absences: { [kind]: 'refused' } } : {}, agrees)).toBe(0);
});

test('an informant who lists everything, and one who lists a thing ten times, gain nothing by it', () => {
  const everything = Array.from({ length: 7 }, (_, i) => `шрам ${i}`);
  expect(weigh('marks', { marks: everything }, { marks: ['шрам 3'] })).toBeLessThan(weigh('marks', { marks: ['шрам 3'] }, { marks: ['шрам 3'] }) - 0.5);
  expect(weigh('marks', { marks: Array.from({ length: 10 }, () => 'шрам 3') }, { marks: ['шрам 3'] })).toBe(weigh('marks', { marks: ['шрам 3'] }, { marks: ['шрам 3'] }));
});

test('an estimate so wide that everybody is inside says next to nothing', () => {
  expect(Math.abs(weigh('age', { birth: { year: 1980, month: 5, day: 5 } }, { age: { low: 15, high: 100 } }))).toBeLessThan(0.1);
  expect(Math.abs(weigh('height', { heightCm: 170 }, { stature: { cm: 170, sdCm: 40 } }))).toBeLessThan(0.15);
  expect(Math.abs(weigh('seen', { lastSeen: 19_030 }, { death: { from: 18_000, to: 20_000 } }))).toBeLessThan(0.2);
});

test('a pocket with the papers of several people is no proof of any: one wallet counts once, and a contradicting number counts beside it', () => {
  const own = { kind: 'passport', number: 'AB123456' } as const;
  const alone = weigh('numbers', { numbers: [own] }, { numbers: [own] });
  const crowd = weigh('numbers', { numbers: [own, { kind: 'phone', number: '0501112233' }] }, { numbers: [own, { kind: 'phone', number: '0679998877' }] });
  expect(crowd).toBeLessThan(alone);
});
