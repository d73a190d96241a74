import { describe, expect, it } from 'vitest';
import { inventSurnames, makeMatchingSet, makeRandom } from '../index.ts';

const set = makeMatchingSet({ seed: 'test', reports: 600, remains: 400 });

describe('two invented lists to be matched', () => {
  it('have the sizes asked for, and every line says that it is synthetic', () => {
    expect([set.missing.length, set.remains.length]).toEqual([600, 400]);
    for (const row of [...set.missing, ...set.remains]) expect(row).toHaveProperty('synthetic', true);
    expect(set.truth.SYNTHETIC).toBe(true);
  });

  it('are the same for the same seed and others for another', () => {
    expect(makeMatchingSet({ seed: 'test', reports: 600, remains: 400 })).toEqual(set);
    expect(makeMatchingSet({ seed: 'other', reports: 600, remains: 400 }).missing[0]).not.toEqual(set.missing[0]);
  });

  it('have a truth that fits: links join one person, and as many remains were reported as planned', () => {
    const { am_person, pm_person, links } = set.truth;
    for (const [pm, am] of links) expect(pm_person[pm]).toBe(am_person[am]);
    expect(Object.values(pm_person).filter((person) => person !== null)).toHaveLength(240);
    expect(new Set(Object.values(am_person)).size).toBe(528);
  });

  it('hold each kind of difficulty: both languages, Latin letters, initials, unread parts, nameless remains', () => {
    expect(new Set(set.missing.map(({ lang, script }) => `${lang} ${script}`)).size).toBe(4);
    const kinds = new Set(Object.values(set.truth.pm_source));
    for (const kind of ['nameless:none', 'marker:initials', 'marker:surname-only', 'document:full', 'list:full']) expect(kinds).toContain(kind);
    expect([...kinds].some((kind) => kind.endsWith('+illegible'))).toBe(true);
    const exact = set.truth.links.filter(([pm, am]) => set.remains.find(({ id }) => id === pm)?.name_raw === set.missing.find(({ id }) => id === am)?.name);
    expect(exact.length / set.truth.links.length).toBeLessThan(0.3);
  });

  it('estimate ages that people reach, the lower bound below the upper', () => {
    for (const { age_min: low, age_max: high } of makeMatchingSet({ seed: 'ages', reports: 500, remains: 3000 }).remains) {
      if (low === null || high === null) continue;
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThan(high);
      expect(high).toBeLessThanOrEqual(105);
    }
  });

  it('of the second world share no surname and no place with the first, and know names by which people were called', () => {
    const other = makeMatchingSet({ seed: 'test', reports: 600, remains: 400, world: 'second' });
    expect([other.missing.length, other.remains.length]).toEqual([600, 400]);
    for (const row of [...other.missing, ...other.remains]) expect(row).toHaveProperty('synthetic', true);
    const words = (rows: typeof set): Set<string> => new Set([...rows.missing.map(({ surname }) => surname), ...rows.missing.map(({ place }) => place), ...rows.remains.map(({ place }) => place)].filter((word) => word !== null));
    const first = words(set);
    expect([...words(other)].filter((word) => first.has(word))).toEqual([]);
    for (const [pm, am] of other.truth.links) expect(other.truth.pm_person[pm]).toBe(other.truth.am_person[am]);
    expect(other.missing.filter(({ place }) => place === null).length).toBeGreaterThan(100);
    expect(makeMatchingSet({ seed: 'test', reports: 600, remains: 400, world: 'second' })).toEqual(other);
  });

  it('of the third world are another world with every seed: few surnames a village, and errors that the others do not have', () => {
    const worlds = [1, 2, 3].map((seed) => makeMatchingSet({ seed, reports: 600, remains: 400, world: 'third' }));
    for (const { missing, remains, truth } of worlds) {
      for (const row of [...missing, ...remains]) expect(row).toHaveProperty('synthetic', true);
      for (const [pm, am] of truth.links) expect(truth.pm_person[pm]).toBe(truth.am_person[am]);
    }
    const patronymics = worlds.map(({ missing }) => missing.filter(({ patronymic }) => patronymic === null).length / missing.length);
    expect(Math.max(...patronymics) - Math.min(...patronymics)).toBeGreaterThan(0.1);
    const reported = worlds.flatMap(({ missing }) => missing.map(({ surname }) => surname ?? ''));
    expect(reported.length / new Set(reported).size).toBeGreaterThan(1.7);
    expect(worlds.flatMap(({ remains }) => remains).filter(({ name_raw }) => /[а-яіїєґ][a-z0-9][а-яіїєґ]/u.test(name_raw ?? '')).length).toBeGreaterThan(5);
    expect(makeMatchingSet({ seed: 3, reports: 600, remains: 400, world: 'third' })).toEqual(worlds[2]);
  });

  it('have surnames enough for any size, each different', () => {
    const surnames = inventSurnames(makeRandom(1), 20_000);
    expect(new Set(surnames.map(({ uk }) => uk[0])).size).toBe(20_000);
  });
});
