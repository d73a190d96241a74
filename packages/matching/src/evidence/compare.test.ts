import { describe, expect, it } from 'vitest';
import { fold, uuid } from '../testing/invented-case.ts';
import { compareEvidence, contradictionsOf, type EvidenceInput, type EvidenceRow } from './compare.ts';

const recovered = { type: 'remains.recovered', site: uuid(1), grave: uuid(5), code: 'X-1', completeness: 'complete' };
const examined = (body: Readonly<Record<string, unknown>>) => ({ type: 'examination.made', examiner: 'Вигадана експертка', exposure: { knew: false }, ...body });
const report = (body: Readonly<Record<string, unknown>>) => ({ type: 'person.reported', basis: 'told', code: 'P-1', informant: { relation: 'mother' }, ...body });
const marked = { type: 'grave.marked', site: uuid(1), number: '7' };
const name = (surname: string, given: string) => ({ kind: 'legal', script: 'Cyrl', surname, given });

function compare(found: readonly Readonly<Record<string, unknown>>[], told: readonly Readonly<Record<string, unknown>>[], more: Partial<EvidenceInput> & { marker?: string } = {}): Map<string, EvidenceRow> {
  const transcribed = more.marker === undefined ? [] : [{ type: 'grave.marker_transcribed', markerType: 'wooden_cross', markerName: { text: more.marker } }];
  const rows = compareEvidence({ remains: fold(uuid(3), [recovered, ...found]), grave: fold(uuid(5), [marked, ...transcribed]), person: fold(uuid(4), told), amelogenin: more.amelogenin ?? null });
  return new Map(rows.map((row) => [row.key, row]));
}

describe('what agrees and contradicts besides DNA', () => {
  it('compares sex, and is silent where either was not recorded or people disagree', () => {
    expect(compare([examined({ sex: { value: 'male' } })], [report({ sex: 'male' })]).get('sex')?.verdict).toBe('agrees');
    expect(compare([examined({ sex: { value: 'female' } })], [report({ sex: 'male' })]).get('sex')?.verdict).toBe('contradicts');
    expect(compare([], [report({ sex: 'male' })]).get('sex')?.verdict).toBe('unknown');
    expect(compare([examined({ sex: { absent: 'not_assessable' } })], [report({ sex: 'male' })]).get('sex')?.verdict).toBe('unknown');
    expect(compare([examined({ sex: { value: 'male' } }), examined({ sex: { value: 'female' } })], [report({ sex: 'male' })]).get('sex')?.verdict).toBe('unclear');
    expect(compare([examined({ sex: { value: 'male', method: 'pelvis' } }), examined({ sex: { value: 'male', method: 'skull' } })], [report({ sex: 'male' })]).get('sex')?.verdict).toBe('agrees');
  });

  it('takes a lone X of amelogenin as saying nothing, because a Y may drop out', () => {
    const verdict = (amelogenin: string, sex: string) => compare([], [report({ sex })], { amelogenin }).get('amelogenin')?.verdict;
    expect([verdict('X', 'male'), verdict('XX', 'male'), verdict('XY', 'male'), verdict('Y', 'female')]).toEqual(['unclear', 'contradicts', 'agrees', 'contradicts']);
  });

  it('compares age when last seen with the estimated interval: inside, up to five years beside it, beyond', () => {
    const verdict = (low: number, high: number) =>
      compare([examined({ ageYears: { low, high } })], [report({ birthDate: '1980', lastSeen: { when: '2022-04' } })]).get('age')?.verdict;
    expect([verdict(35, 45), verdict(43, 50), verdict(47, 50), verdict(48, 50), verdict(20, 30)]).toEqual(['agrees', 'unclear', 'unclear', 'contradicts', 'contradicts']);
    const backwards = compare([examined({ ageYears: { low: 30, high: 40 } })], [report({ birthDate: '2022-05', lastSeen: { when: '2022-04' } })]);
    expect(backwards.get('age')).toMatchObject({ verdict: 'unclear', reason: 'born_after_last_seen' });
  });

  it('compares stature with six centimetres of tolerance', () => {
    const verdict = (low: number, high: number) => compare([examined({ statureMm: { low, high } })], [report({ statureMm: { low: 1700, high: 1750 } })]).get('stature')?.verdict;
    expect([verdict(1720, 1800), verdict(1810, 1850), verdict(1811, 1850), verdict(1500, 1600)]).toEqual(['agrees', 'unclear', 'contradicts', 'contradicts']);
  });

  it('compares a name on the marker across spellings, and contradicts on the name of somebody else', () => {
    const told = [report({ names: [name('Вигаданенко', 'Степан')] })];
    expect(compare([], told, { marker: 'Вигаданенко Степан' }).get('marker_name')?.verdict).toBe('agrees');
    expect(compare([], told, { marker: 'Vyhadanenko Stepan' }).get('marker_name')?.verdict).toBe('agrees');
    expect(compare([], told, { marker: 'Примарчук Олександра' }).get('marker_name')?.verdict).toBe('contradicts');
    expect(compare([], told).get('marker_name')?.verdict).toBe('unknown');
  });

  it('gives every contradiction of a proposal a key of its own', () => {
    const presumed = (text: string) => ({ type: 'remains.presumed', ground: 'papers', name: text });
    const rows = [...compare([presumed('Примарчук Олександра')], [report({ names: [name('Вигаданенко', 'Степан')] })]).values()];
    const twice = [...rows, ...rows];
    expect(contradictionsOf([{ code: 'A', rows: twice }]).map((item) => item.key)).toEqual(['presumption', 'presumption 2']);
    expect(contradictionsOf([{ code: 'A', rows }, { code: 'B', rows }]).map((item) => item.key)).toEqual(['presumption A', 'presumption B']);
  });
});
