import { expect, test } from 'vitest';
import { termKeys } from './described-thing.ts';
import { compareQualities, countQualities, documentedQualities, qualityRatio, qualityShare } from './quality-weight.ts';
import { qualityAxes, qualityTable } from './quality-table.ts';
import { pairThings, traitWeight, type TraitModel } from './traits.ts';

const documented = { shares: documentedQualities, errors: 1 };
const model: TraitModel = {
  foundIfReported: 0.4, reported: new Map([['jacket', 0.2], ['tattoo', 0.06], ['scar', 0.15]]), found: new Map([['jacket', 0.2], ['tattoo', 0.06], ['scar', 0.15]]), qualities: documented,
  notAsked: 0.3, notExamined: 0.3, rarest: 0.02, ofAnother: 1e-3,
};
const weigh = (reported: readonly string[], found: readonly string[]): number => traitWeight(reported.flatMap(termKeys), found.flatMap(termKeys), model);

test.each([
  ['чорна куртка', 'jacket{colour=black}'], ['куртка, чёрная, кожаная', 'jacket{colour=black;material=leather}'], ['темно-синя куртка', 'jacket{colour=blue}'],
  ['джинсы', 'trousers{style=denim}'], ['каблучка жовтого металу', 'ring{material=gold}'], ['годинник на лівій руці', 'watch{place=hand;side=left}'],
  ['хрестик на ланцюжку', 'cross{detail=necklace}'], ['татуювання «якір», ліве передпліччя', 'tattoo{place=forearm;side=left;motif=anchor}'],
  ['халат і тапочки', 'dressing-gown|slippers'], ['чорна куртка, сині джинси', 'jacket{colour=black}|trousers{colour=blue;style=denim}'],
  ['відсутній палець лівої руки', 'absent finger hand{side=left}'], ['відсутній передній зуб', 'absent tooth{detail=front}'], ['чорна', 'black'], ['якір', 'anchor'], ['', ''],
])('“%s” is the thing and what is said beside it: %s', (text, key) => {
  expect(termKeys(text).join('|')).toBe(key);
});

test('worked example: a black jacket and a jacket agree in the thing, the same colour says more, another only softly less', () => {
  const [same, unsaid, near, another] = [weigh(['чорна куртка'], ['черная куртка']), weigh(['чорна куртка'], ['куртка']), weigh(['чорна куртка'], ['темно-синя куртка']), weigh(['чорна куртка'], ['червона куртка'])];
  // Neither a tattoo nor a scar on either side.
  const besides = Math.log10(1 + (0.06 * 0.4) / 0.94) + Math.log10(1 + (0.15 * 0.4) / 0.85);
  expect(unsaid).toBeCloseTo(Math.log10(0.52 / 0.2) + besides, 2);
  expect(same).toBeCloseTo(Math.log10((0.4 * (0.83 / 0.33 + 0.05)) / 0.2 + 0.6) + besides, 2);
  expect(near).toBeLessThan(unsaid - 0.1);
  expect(another).toBeLessThan(near);
  expect(another).toBeGreaterThan(weigh(['чорна куртка'], ['шарф']) - 0.1);
  expect(another).toBeLessThan(0.05 + besides);
});

test('a tattoo said without its place agrees; at another place of the body it is another tattoo', () => {
  const [whole, plain, elsewhere] = [weigh(['татуювання якір на передпліччі'], ['якорь, татуировка предплечья']), weigh(['татуювання якір на передпліччі'], ['татуировка']), weigh(['татуювання якір на передпліччі'], ['татуировка роза на спине'])];
  expect(whole).toBeGreaterThan(plain + 1);
  expect(plain).toBeGreaterThan(0.4);
  expect(elsewhere).toBeLessThan(0);
});

test('of several things of one name those belong together that fit best', () => {
  const pairs = pairThings(['чорна куртка', 'синя куртка'].flatMap(termKeys), ['куртка синяя', 'куртка чёрная'].flatMap(termKeys), model);
  expect(pairs.map(({ reported, found }) => [reported, found])).toEqual([['jacket{colour=blue}', 'jacket{colour=blue}'], ['jacket{colour=black}', 'jacket{colour=black}']]);
});

test('what is said on an axis is counted on the lists, with the documented shares as imagined things', () => {
  const shares = countQualities([{ keys: ['jacket{colour=blue}'], rows: 80 }]);
  expect(qualityShare(shares, 'jacket', { axis: 'colour', value: 'blue' })).toBeCloseTo((80 + 20 * 0.2) / 100, 12);
  expect(qualityShare(shares, 'coat', { axis: 'colour', value: 'blue' })).toBeCloseTo(0.2, 12);
  expect(qualityRatio('jacket{colour=blue}', 'jacket{colour=blue}', { shares, errors: 1 })).toBeLessThan(qualityRatio('jacket{colour=blue}', 'jacket{colour=blue}', documented));
});

test('on every axis agreement speaks for, a difference against, finitely, and the table’s shares are shares', () => {
  for (const axis of qualityAxes) {
    const { shares, namedNear, namedOtherwise, near } = qualityTable.axes[axis];
    expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-12);
    expect(namedNear + namedOtherwise).toBeLessThan(1);
    for (const one of near.flat()) expect(shares[one]).toBeGreaterThan(0);
    const [a = 'x', b = 'y'] = Object.keys(shares);
    expect(qualityRatio(`t{${axis}=${a}}`, `t{${axis}=${a}}`, documented)).toBeGreaterThan(1);
    const other = compareQualities(`t{${axis}=${a}}`, `t{${axis}=${b}}`)[0];
    const ratio = qualityRatio(`t{${axis}=${a}}`, `t{${axis}=${b}}`, documented);
    expect([axis, other?.relation, ratio < 1 && ratio > 0.01]).toEqual([axis, other?.relation, true]);
    expect(qualityRatio(`t{${axis}=${a}}`, 't', documented)).toBe(1);
  }
});
