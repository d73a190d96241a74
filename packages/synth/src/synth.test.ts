import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familyShapes, fullName, inventFamily, layOutRows, makeRandom, makeUuidV4, makeUuidV7, misspell, noisyName, shuffledSurnames, toPassportLatin } from './index.ts';

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('the stream of random numbers', () => {
  it('is the same for the same seed, and equals an independent implementation (Python)', () => {
    const random = makeRandom(2022);
    expect([random.int(0, 999), random.int(0, 999), random.int(0, 999)]).toEqual([728, 286, 921]);
  });

  it('is spread evenly: 100 classes of 100,000 numbers, chi-square below the 0.1 % point of 99 degrees (148.2)', () => {
    const random = makeRandom('evenly');
    const counts = new Array<number>(100).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const cell = Math.floor(random.next() * 100);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    expect(counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(148.2);
  });

  it('forks into streams that do not move each other', () => {
    const first = makeRandom(7);
    const second = makeRandom(7);
    second.next();
    expect(first.fork('a').next()).toBe(second.fork('a').next());
    expect(first.fork('a').next()).not.toBe(first.fork('b').next());
  });

  it('makes UUIDs of the right version and variant', () => {
    const random = makeRandom(1);
    expect(makeUuidV4(random)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(makeUuidV7(random, 0x0123456789ab)).toMatch(/^01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('invented families', () => {
  const family = (value: number, shape: (typeof familyShapes)[number]) => {
    const random = makeRandom(value);
    const [surname, maiden, married] = shuffledSurnames(random);
    if (surname === undefined || maiden === undefined || married === undefined) throw new Error('no surnames');
    return inventFamily(random, { shape, surname, otherSurnames: [maiden, married], sex: random.chance(0.5) ? 'male' : 'female', birthYear: 1960, furtherSibling: 'unknown' });
  };

  it('are pedigrees: parents come first, are of the right sex and older, and both or none is named', () => {
    fc.assert(fc.property(seed, fc.constantFrom(...familyShapes), (value, shape) => {
      const made = family(value, shape);
      const seen = new Map<string, (typeof made.members)[number]>();
      for (const member of made.members) {
        expect(member.father === null).toBe(member.mother === null);
        for (const [parent, sex] of [[member.father, 'male'], [member.mother, 'female']] as const) {
          if (parent === null) continue;
          expect(seen.get(parent)?.sex).toBe(sex);
          expect(seen.get(parent)?.person.birth.year).toBeLessThan(member.person.birth.year - 12);
        }
        seen.set(member.id, member);
      }
      expect(made.missing).toHaveLength(shape === 'two_missing_brothers' ? 2 : 1);
      for (const reference of made.referenceIds) expect(seen.get(reference)?.state).toBe('alive');
    }));
  });

  it('give patronymics by the father’s name, in the right gender', () => {
    fc.assert(fc.property(seed, (value) => {
      const made = family(value, 'mother_and_sibling');
      const father = made.members.find((member) => member.id === 'father');
      for (const child of made.members.filter((member) => member.father === 'father')) {
        expect(child.person.uk.patronymic).toBe(father?.person.givenName.patronymicUk?.[child.sex === 'male' ? 0 : 1]);
      }
    }));
  });
});

describe('invented names', () => {
  it('are written in Latin letters as a passport would', () => {
    expect(toPassportLatin('Вигаденко Юрій Згурійович')).toBe('Vyhadenko Yurii Zghuriiovych');
    expect(toPassportLatin('Прикладівська Євгенія')).toBe('Prykladivska Yevheniia');
  });

  it('exist 140 times, and none comes twice', () => {
    const all = shuffledSurnames(makeRandom(3)).map((surname) => surname.uk[0]);
    expect(new Set(all).size).toBe(140);
  });

  it('change by one letter when misspelt, never in the first', () => {
    fc.assert(fc.property(seed, (value) => {
      const wrong = misspell(makeRandom(value), 'Вигаденко');
      expect(wrong).not.toBe('Вигаденко');
      expect(wrong.charAt(0)).toBe('В');
    }));
  });

  it('appear in another language with another spelling of the same person', () => {
    const random = makeRandom(5);
    const surname = shuffledSurnames(random)[0];
    if (surname === undefined) throw new Error('no surname');
    const person = inventFamily(random, { shape: 'mother', surname, otherSurnames: [surname, surname], sex: 'male', birthYear: 1970, furtherSibling: 'none' }).members.find((member) => member.id === 'missing')?.person;
    if (person === undefined) throw new Error('nobody missing');
    expect(noisyName(random, person, 'russian').full).toBe(fullName(person.ru));
    expect(noisyName(random, person, 'latin').script).toBe('Latn');
  });
});

describe('the invented ground', () => {
  it('holds as many graves as asked for, none on top of another', () => {
    fc.assert(fc.property(seed, (value) => {
      const graves = layOutRows(makeRandom(value), { graves: 440, rows: 20, origin: { xMm: 0, yMm: 0 } });
      expect(graves).toHaveLength(440);
      for (const row of new Set(graves.map((grave) => grave.row))) {
        const inRow = graves.filter((grave) => grave.row === row);
        inRow.slice(1).forEach((grave, at) => expect(grave.xMm - (inRow[at]?.xMm ?? 0)).toBeGreaterThan(2250));
      }
    }), { numRuns: 20 });
  });
});
