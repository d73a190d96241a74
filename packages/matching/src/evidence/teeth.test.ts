import { expect, test } from 'vitest';
import { defaultSettings } from './parameters.ts';
import { compareTeeth, openTeeth } from './teeth.ts';
import { chartOf, permanentTeeth, toothFindings, toothReplacements, type FindingOfTooth, type ToothChart, type ToothFinding, type ToothReplacement } from './tooth-chart.ts';
import { gapTable, restorationDetail, toothTable } from './tooth-table.ts';

const settings = defaultSettings();
const teeth = openTeeth(settings);
const chart = (findings: Readonly<Record<string, string>>): ToothChart => chartOf(new Map(Object.entries(findings).map(([tooth, text]) => [tooth, text.split('+').map(findingOf)])));

function findingOf(text: string): FindingOfTooth {
  const [code, surfaces = ''] = text.split(':');
  const finding = toothFindings.find((one): one is ToothFinding => one === code);
  if (finding === undefined) throw new Error(`no finding ${text}`);
  return { finding, surfaces };
}
const weigh = (reported: Readonly<Record<string, string>>, found: Readonly<Record<string, string>>): number => teeth.weigh(chart(reported), chart(found));

const relations = (reported: Readonly<Record<string, string>>, found: Readonly<Record<string, string>>): string[] => compareTeeth(chart(reported), chart(found)).map(({ tooth, relation }) => `${tooth} ${relation}`);

test('shares of each kind of mouth and tooth sum to one, and so do the kinds of mouths', () => {
  expect(toothTable.classes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  for (const { states } of toothTable.classes) for (const shares of Object.values(states)) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  for (const shares of [...gapTable.habits.map(({ stands }) => Object.values(stands)), gapTable.habits.map(({ share }) => share)]) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  for (const pairs of [Object.values<readonly [number, number]>(restorationDetail.surfaces), Object.values<readonly [number, number]>(restorationDetail.material)]) {
    expect(pairs.reduce((sum, [same]) => sum + same, 0)).toBeCloseTo(1, 12);
    expect(pairs.reduce((sum, [, other]) => sum + other, 0)).toBeCloseTo(1, 12);
  }
});

test('the worked example: one crowned premolar on both charts, and one tooth lost before that is there again', () => {
  expect(weigh({ 14: 'crown_metal' }, { 14: 'crown_metal' })).toBeCloseTo(1.453, 3);
  expect(weigh({ 36: 'missing_antemortem' }, { 36: 'present_sound' })).toBeCloseTo(-1.594, 3);
});

test('an irreversible contradiction weighs heavily but finitely, however many there are: a chart can be of another person', () => {
  const all = Object.fromEntries(permanentTeeth.map((tooth) => [String(tooth), 'missing_antemortem']));
  const sound = Object.fromEntries(permanentTeeth.map((tooth) => [String(tooth), 'present_sound']));
  const one = weigh({ 36: 'missing_antemortem' }, { 36: 'present_sound' });
  expect(one).toBeLessThan(-1);
  expect(weigh(all, sound)).toBeGreaterThanOrEqual(Math.log10(settings.toothChartMixedUp) - 1e-9);
  expect(weigh(all, sound)).toBeLessThan(-1.99);
});

test('later treatment explains one way only: a filling may become a crown, a crown no filling', () => {
  const later = weigh({ 16: 'filling_amalgam:MO' }, { 16: 'crown_metal' });
  const earlier = weigh({ 16: 'crown_metal' }, { 16: 'filling_amalgam:MO' });
  expect(later - earlier).toBeGreaterThan(0.3);
  expect(earlier).toBeLessThan(-0.5);
  expect(relations({ 16: 'filling_amalgam:MO', 17: 'crown_metal', 18: 'present_sound' }, { 16: 'crown_metal', 17: 'filling_amalgam', 18: 'present_sound' })).toEqual(['17 contradicts', '16 later_treatment', '18 agrees']);
});

test.each([
  ['filling_amalgam:MO', 'filling_amalgam:MOD', 'later_treatment'], ['filling_amalgam:MOD', 'filling_amalgam:MO', 'differs'], ['filling_amalgam:MO', 'filling_amalgam:D', 'differs'],
  ['filling_amalgam', 'filling_tooth_coloured', 'later_treatment'], ['filling_tooth_coloured', 'filling_amalgam', 'differs'], ['filling_amalgam:MO', 'filling_amalgam', 'agrees'],
  ['crown_metal', 'crown_metal_ceramic', 'later_treatment'], ['crown_metal_ceramic', 'crown_metal', 'differs'],
  ['implant', 'implant', 'agrees'], ['implant', 'missing_antemortem', 'differs'], ['missing_antemortem', 'implant', 'later_treatment'], ['missing_antemortem', 'root_remnant', 'differs'],
  ['root_remnant', 'missing_antemortem', 'later_treatment'], ['denture_partial', 'missing_antemortem', 'agrees'], ['missing_antemortem', 'missing_unknown_time', 'agrees'],
] as const)('%s before, %s found: %s; the way back weighs less or the same kind', (before, after, relation) => {
  expect(relations({ 16: before }, { 16: after })).toEqual([`16 ${relation}`]);
  const [same, there, back] = [weigh({ 16: before }, { 16: before }), weigh({ 16: before }, { 16: after }), weigh({ 16: after }, { 16: before })];
  if (relation !== 'agrees') expect(there).toBeLessThan(same - 0.2);
  if (relation === 'later_treatment') expect(there).toBeGreaterThan(back);
});

test('an implant on both charts is rarer than a tooth lost on both', () => {
  expect(weigh({ 36: 'implant' }, { 36: 'implant' })).toBeGreaterThan(weigh({ 36: 'missing_antemortem' }, { 36: 'missing_antemortem' }) + 1);
});

test('the same surfaces of a filling say more than a filling, other surfaces less', () => {
  const bare = weigh({ 16: 'filling_unspecified' }, { 16: 'filling_unspecified' });
  expect(weigh({ 16: 'filling_unspecified:MO' }, { 16: 'filling_unspecified:MO' })).toBeGreaterThan(bare + 0.3);
  expect(weigh({ 16: 'filling_unspecified:MO' }, { 16: 'filling_unspecified:D' })).toBeLessThan(bare - 0.3);
});

test('thirty-two sound teeth of two good mouths are not thirty-two findings', () => {
  const log10 = weigh({ others: 'present_sound' }, { others: 'present_sound' });
  expect(log10).toBeGreaterThan(0.5);
  expect(log10).toBeLessThan(2);
});

test('a tooth that only one chart tells of, that was not examined or that has not come through, says nothing', () => {
  expect(weigh({ 16: 'crown_metal' }, { 26: 'crown_metal' })).toBeLessThan(0.25);
  expect(Math.abs(weigh({ 16: 'no_information', 28: 'unerupted' }, { 16: 'crown_metal', 28: 'present_sound' }))).toBeLessThan(1e-12);
});

test('weights average to one over strangers: all charts of two teeth, each by its chance', () => {
  // Σ P(found) LR over every chart that a stranger can show is 1, whatever the report is.
  const codes = ['present_sound', 'filling_unspecified', 'bridge_abutment', 'missing_antemortem', 'implant', 'denture_partial', 'root_remnant'];
  const state = (code: number): number => Math.min(code, 3);
  const gap = (code: number, stands: Readonly<Record<ToothReplacement, number>>): number => (code < 3 ? 1 : stands[toothReplacements[code - 3] ?? 'bare']);
  const chance = ([molar, incisor]: readonly [number, number]): number => toothTable.classes.reduce((sum, { share, states }) => sum + share * (states.molar[state(molar)] ?? 0) * (states.incisor[state(incisor)] ?? 0), 0)
    * gapTable.habits.reduce((sum, { share, stands }) => sum + share * gap(molar, stands) * gap(incisor, stands), 0);
  for (const reported of [{ 16: 'filling_unspecified', 11: 'present_sound' }, { 16: 'missing_antemortem', 11: 'bridge_abutment' }, { 16: 'implant', 11: 'missing_antemortem' }]) {
    let mean = 0;
    codes.forEach((molar, m) => { codes.forEach((incisor, i) => { mean += chance([m, i]) * 10 ** weigh(reported, { 16: molar, 11: incisor }); }); });
    expect(mean).toBeCloseTo(1, 9);
  }
});

test('two toothless mouths are common among the old, and a tooth that was not examined says nothing', () => {
  const toothless = chartOf(new Map([['others', [{ finding: 'missing_antemortem', surfaces: '' }]]]));
  const weight = openTeeth(defaultSettings()).weigh(toothless, toothless);
  expect(weight).toBeGreaterThan(0.5);
  expect(weight).toBeLessThan(2);
  const dentures = chartOf(new Map([['others', [{ finding: 'denture_full_upper', surfaces: '' }]]]));
  expect(openTeeth(defaultSettings()).weigh(dentures, dentures)).toBeLessThan(2.5);
  expect(chartOf(new Map([['others', [{ finding: 'not_examined', surfaces: '' }]]])).size).toBe(0);
});
