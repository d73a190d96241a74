import { expect, test } from 'vitest';
import { openMatching } from '../match/open-matching.ts';
import { parseMissing, parseRemains } from '../records/parse-record.ts';
import { kindWeight } from '../weigh/add-up.ts';
import type { TableKind } from '../weigh/remains-tables.ts';

// Pairs of records as forensic anthropologists have them, with what a reasonable expert says of one kind of evidence.
// Written beside the models, not from them; all people are invented.

type Row = Readonly<Record<string, unknown>>;
type Verdict = 'strongly for' | 'for' | 'neutral' | 'against' | 'strongly against';
type Pair = readonly [kind: TableKind, reported: Row, found: Row, verdict: Verdict];

/** log10 LR of each verdict; neighbours overlap, as experts do. */
const bounds: Readonly<Record<Verdict, readonly [number, number]>> = {
  'strongly for': [0.9, 7], 'for': [0.12, 1.6], 'neutral': [-0.3, 0.3], 'against': [-1.6, -0.1], 'strongly against': [-4, -0.8],
};

const features = (...texts: readonly string[]): Row => ({ features: texts });
const clothing = (...texts: readonly string[]): Row => ({ clothing: texts });
const belongings = (...texts: readonly string[]): Row => ({ belongings: texts });
const number = (kind: string, text: string): Row => ({ numbers: [{ kind, number: text }] });
const age = (low: number, high: number): Row => ({ age_min: low, age_max: high, death_to: '2022-04-01' });
const teeth = (chart: Row): Row => ({ teeth: chart });

const pairs: readonly Pair[] = [
  // Marks, as relatives tell them and as they are written at the table.
  ['marks', features('тату якір ліве передпліччя'), features('Татуировка синего цвета в виде якоря на левом предплечье'), 'strongly for'],
  ['marks', features('наколка на руці'), features('татуювання на правому передпліччі «роза»'), 'for'],
  ['marks', features('tattoo of a wolf on the chest'), features('татуювання вовк, груди'), 'strongly for'],
  ['marks', features('татуювання вовк на грудях'), features('татуювання троянда на спині'), 'against'],
  ['marks', features('шрам після апендициту'), features('старий рубець у правій здухвинній ділянці після апендектомії'), 'for'],
  ['marks', features('шрам на животі'), features('післяопераційний рубець на животі'), 'for'],
  ['marks', features('шрам на лівій брові'), features('шрам на правій гомілці'), 'against'],
  ['marks', features('операція на серці, стент'), features('коронарный стент'), 'strongly for'],
  ['marks', features('ендопротез лівого кульшового суглоба'), features('total hip replacement, left'), 'strongly for'],
  ['marks', features('ендопротез кульшового суглоба'), features('ендопротез колінного суглоба'), 'against'],
  ['marks', features('нет указательного пальца на левой руке'), features('відсутній вказівний палець лівої кисті'), 'strongly for'],
  ['marks', features('нет указательного пальца на левой руке'), features('ампутація лівої гомілки'), 'against'],
  ['marks', features('ламав ключицю у дитинстві'), features('загоєний перелом лівої ключиці'), 'strongly for'],
  ['marks', features('титанова пластина у стегні'), features('металева пластина з гвинтами, права стегнова кістка'), 'strongly for'],
  ['marks', features('родимка на шиї зліва'), features('родимое пятно на шее слева'), 'strongly for'],
  ['marks', features('особливих прикмет немає'), features('татуювання на обох передпліччях'), 'against'],
  ['marks', features('не знаю'), features('татуювання на обох передпліччях'), 'neutral'],
  ['marks', features('пірсинг лівого вуха'), features('прокол мочки лівого вуха'), 'strongly for'],
  ['marks', features('кардіостимулятор'), features('ЭКС (кардиостимулятор) слева под ключицей'), 'strongly for'],
  ['marks', features('золоті зуби спереду'), features('коронки жовтого металу на передніх зубах'), 'strongly for'],
  ['marks', features('вставна щелепа'), features('повний знімний протез верхньої щелепи'), 'for'],
  // Clothes.
  ['clothing', clothing('чорна куртка'), clothing('куртка чорного кольору на блискавці'), 'for'],
  ['clothing', clothing('куртка'), clothing('чорна куртка'), 'for'],
  ['clothing', clothing('темно-синя куртка'), clothing('куртка чорна, забруднена'), 'neutral'],
  ['clothing', clothing('червона куртка'), clothing('чорна куртка'), 'neutral'],
  ['clothing', clothing('чорна шкіряна куртка'), clothing('черная кожаная куртка'), 'strongly for'],
  ['clothing', clothing('джинсы синие'), clothing('сині джинси'), 'for'],
  ['clothing', clothing('джинси'), clothing('спортивні штани'), 'neutral'],
  ['clothing', clothing('спортивний костюм Adidas'), clothing('tracksuit, adidas'), 'strongly for'],
  ['clothing', clothing('светр сірий в’язаний'), clothing('свитер вязаный серый'), 'strongly for'],
  ['clothing', clothing('халат і тапочки'), clothing('домашній халат', 'капці'), 'for'],
  ['clothing', clothing('вишиванка'), clothing('сорочка вишита'), 'strongly for'],
  ['clothing', clothing('кросівки білі 43 розмір'), clothing('взуття спортивне (кросівки), розмір 43'), 'for'],
  ['clothing', clothing('пальто'), clothing('шорти', 'сланці'), 'against'],
  ['clothing', clothing('жилетка'), clothing('жилет утеплений'), 'for'],
  ['clothing', clothing('зимова шапка'), clothing('black knitted hat'), 'for'],
  // Belongings.
  ['belongings', belongings('обручка золота'), belongings('кільце з жовтого металу на безіменному пальці'), 'strongly for'],
  ['belongings', belongings('обручка'), belongings('каблучка білого металу'), 'for'],
  ['belongings', belongings('хрестик на ланцюжку'), belongings('крестик нательный'), 'for'],
  ['belongings', belongings('годинник на лівій руці'), belongings('наручний годинник'), 'for'],
  ['belongings', belongings('окуляри'), belongings('очки в футляре'), 'for'],
  ['belongings', belongings('ключі від машини'), belongings('связка ключей'), 'for'],
  ['belongings', belongings('телефон самсунг'), belongings('мобільний телефон Samsung'), 'strongly for'],
  // Numbers.
  ['numbers', number('phone', '+38 (067) 123-45-67'), number('phone', '0671234567'), 'strongly for'],
  ['numbers', number('passport', 'МТ 123456'), number('passport', 'MT123456'), 'strongly for'],
  ['numbers', number('passport', 'МТ123456'), number('passport', 'МТ123465'), 'strongly for'],
  ['numbers', number('passport', 'МТ123456'), number('passport', 'ВК998877'), 'against'],
  ['numbers', number('implant', 'LOT 88O12'), number('implant', 'lot 88012'), 'strongly for'],
  // Age, height, looks.
  ['age', { dob: '1985' }, age(35, 45), 'for'],
  ['age', { dob: '1985' }, age(18, 120), 'neutral'],
  ['age', { dob: '1985' }, age(60, 75), 'strongly against'],
  ['age', { dob: '1985' }, age(8, 10), 'strongly against'],
  ['age', { age: 40 }, age(46, 55), 'against'],
  ['height', { height_cm: '1,80' }, { stature_cm: 178 }, 'for'],
  ['height', { height_cm: 180 }, { stature_cm: 165, stature_sd: 4 }, 'strongly against'],
  ['height', { height_cm: 171 }, { stature_cm: 174, stature_sd: 4 }, 'for'],
  ['hair', { hair: 'темно-русе, сивина на скронях' }, { hair: 'русяве' }, 'neutral'],
  ['hair', { hair: 'лисий' }, { hair: 'довге чорне' }, 'against'],
  ['eyes', { eyes: 'сіро-блакитні' }, { eyes: 'голубые' }, 'for'],
  // Days, places, service.
  ['seen', { last_seen: '2022-03-05' }, { death_from: '2022-03-06', death_to: '2022-03-12' }, 'for'],
  ['seen', { last_seen: '2022-05-20' }, { death_from: '2022-03-01', death_to: '2022-03-20' }, 'strongly against'],
  ['seen', { last_seen: '2022' }, { death_from: '2022-03-01', death_to: '2022-03-20' }, 'neutral'],
  ['place', { place: 'м. Вигадань' }, { place: 'г. Выгадань' }, 'for'],
  ['military', { military: 'військовий' }, { military: 'цивільний' }, 'against'],
  // Teeth.
  ['teeth', teeth({ 36: 'missing_antemortem' }), teeth({ 36: 'filling_amalgam:MO' }), 'strongly against'],
  ['teeth', teeth({ 36: 'filling_amalgam:MO', 16: 'present_sound' }), teeth({ 36: 'crown_metal', 16: 'filling_tooth_coloured:O' }), 'against'],
  ['teeth', teeth({ 11: 'crown_ceramic', 21: 'crown_ceramic' }), teeth({ 11: 'crown_metal_ceramic', 21: 'crown_metal_ceramic' }), 'strongly for'],
];

/** People whose records the shares are counted on; invented, of plain habits. */
function others(): { readonly reports: Row[]; readonly found: Row[] } {
  const pick = <T>(list: readonly T[], at: number): T[] => list.filter((_, i) => i === (at * 11 + 3) % list.length);
  const marks = ['шрам на животі', 'татуювання на передпліччі', 'операційний шов', 'зубний протез', 'золота коронка', 'перелом ребра', 'відсутній передній зуб'];
  const garments = ['чорна куртка', 'синя куртка', 'джинси', 'спортивні штани', 'светр', 'халат', 'капці', 'кросівки', 'сорочка', 'шапка', 'чоботи', 'пальто', 'футболка'];
  const things = ['телефон', 'ключі', 'обручка', 'окуляри', 'годинник', 'хрестик', 'паспорт'];
  const row = (i: number): Row => ({
    ...(i % 2 === 0 ? { features: pick(marks, i) } : {}), ...(i % 3 !== 0 ? { clothing: [...pick(garments, i), ...pick(garments, i + 5)] } : {}), ...(i % 4 === 0 ? { belongings: pick(things, i) } : {}),
    hair: ['чорне', 'русяве', 'каштанове', 'сиве'][i % 4], eyes: ['карі', 'блакитні', 'сірі'][i % 3], military: i % 4 === 0, place: ['Вигадань', 'Уявне', 'Зразкове', 'Нарисне', 'Ескізне'][i % 5],
  });
  const day = (i: number): string => `2022-${String(2 + (i % 5)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
  const people = Array.from({ length: 240 }, (_, i) => i);
  return {
    reports: people.map((i) => ({ ...row(i), dob: String(1935 + ((i * 13) % 75)), height_cm: 158 + ((i * 5) % 31), sex: i % 3 === 0 ? 'F' : 'M', last_seen: day(i) })),
    found: people.map((i) => ({ ...row(i + 1), death_from: day(i + 2), death_to: day(i + 2), sex_estimate: i % 3 === 0 ? 'F' : 'M' })),
  };
}

const { reports, found } = others();
const lines = <T>(rows: readonly Row[], of: string, parse: (text: string, place: { file: string; line: number }) => T): T[] => rows.map((row, i) => parse(JSON.stringify({ id: `${of}${i}`, ...row }), { file: of, line: i + 1 }));
const matching = openMatching(lines([...pairs.map(([, reported]) => reported), ...reports], 'R', parseMissing), lines([...pairs.map(([, , seen]) => seen), ...found], 'P', parseRemains));

function weigh(at: number): number {
  const [kind] = pairs[at] ?? ['sex'];
  const tables = matching.tablesAt(at);
  return tables === null ? NaN : kindWeight(kind, tables, matching.columns, at);
}

test.each(pairs.map(([kind, reported, seen, verdict], at) => [kind, JSON.stringify(reported), JSON.stringify(seen), verdict, at] as const))('%s: %s against %s speaks %s', (_, __, ___, verdict, at) => {
  const [low, high] = bounds[verdict];
  const log10Lr = weigh(at);
  expect([log10Lr.toFixed(2), log10Lr >= low && log10Lr <= high]).toEqual([log10Lr.toFixed(2), true]);
});
