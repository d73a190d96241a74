import { expect, it } from 'vitest';
import { overlayCharts, sidesCharted, toothLines } from './tooth-overlay.ts';

const finding = (...codes: readonly string[]) => codes.map((one) => ({ finding: one }));

it('both charts are laid over each other tooth by tooth; what nobody examined is no difference', () => {
  const reported = { 16: finding('filling_amalgam'), 26: finding('present_sound'), 36: finding('no_information'), 46: finding('crown_metal', 'root_filling') };
  const found = { 16: finding('filling_amalgam'), 26: finding('missing_antemortem'), 36: finding('present_sound'), 46: finding('root_filling', 'crown_metal') };
  expect(overlayCharts(reported, found).map(({ tooth, stands }) => [tooth, stands])).toEqual([['16', 'same'], ['26', 'differs'], ['46', 'same'], ['36', 'one_side']]);
});

it('what is said of all other teeth counts for those not named; without a chart nothing is shown', () => {
  const teeth = overlayCharts({ others: finding('present_sound'), 11: finding('crown_ceramic') }, { 11: finding('crown_ceramic') });
  expect(teeth).toHaveLength(32);
  expect(teeth.filter(({ stands }) => stands === 'same').map(({ tooth }) => tooth)).toEqual(['11']);
  expect(overlayCharts(undefined, { absent: 'not_observed' })).toEqual([]);
});

it('teeth at which the charts differ stand first in words, then what both have and what one has alone; sound teeth are not listed', () => {
  const teeth = overlayCharts({ others: finding('present_sound'), 11: finding('crown_ceramic') }, { others: finding('present_sound'), 11: finding('crown_ceramic'), 26: finding('missing_antemortem') });
  expect(toothLines(teeth).map(({ tooth }) => tooth)).toEqual(['26', '11']);
  expect([sidesCharted(teeth), sidesCharted(overlayCharts(undefined, { 11: finding('crown_ceramic') })), sidesCharted(overlayCharts({ 11: finding('crown_ceramic') }, undefined))]).toEqual(['both', 'found', 'reported']);
});
