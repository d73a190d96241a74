import type { Json } from '@imena/problem';
import { describe, expect, it } from 'vitest';
import { agreementOf } from './value-agreement.ts';

const ivan = { kind: 'legal', script: 'Cyrl', surname: 'Вигадайко', given: 'Роман' };

describe('what two reports say of one field', () => {
  it.each<[string, Json, Json, string]>([
    ['birthDate', '2000', '2000-02-07', 'as_far_as_said'],
    ['birthDate', '2000-02', '2000-02-07', 'as_far_as_said'],
    ['birthDate', '199X', '1994', 'as_far_as_said'],
    ['birthDate', '1999/2001', '2000-02-07', 'as_far_as_said'],
    ['birthDate', '1999/2001', '2001/2003', 'overlap'],
    ['birthDate', '1950~', '1951', 'inexact'],
    ['birthDate', '2000', '2001-02-07', 'differ'],
    ['lastSeen', { when: '2022-21', place: { asSaid: 'Ізюм' } }, { when: '2022-04-03', place: { asSaid: 'ізюм ' } }, 'as_far_as_said'],
    ['lastSeen', { when: '2022-21', place: { asSaid: 'Ізюм' } }, { when: '2022-07', place: { asSaid: 'Ізюм' } }, 'differ'],
    ['residence', { asSaid: 'Ізюм, вул. Вигадана 5' }, { asSaid: 'Изюм, вул. Вигадана, 5' }, 'same'],
    ['residence', { asSaid: 'Ізюм' }, { asSaid: 'Izium' }, 'same'],
    ['residence', { asSaid: 'Ізюм, вул. Вигадана 5' }, { asSaid: 'Ізюм, вул. Вигадана 7' }, 'differ'],
    ['residence', { asSaid: 'Ізюм' }, { asSaid: 'Балаклія' }, 'differ'],
    ['residence', { asSaid: 'м. Харків' }, { asSaid: 'Харьков' }, 'same'],
    ['lastSeen', { when: '2022-04', place: { asSaid: 'Харків' } }, { when: '2022-04', place: { asSaid: 'Харьков, ул. Вигадана 5' } }, 'as_far_as_said'],
    ['residence', { asSaid: 'Петрівка' }, { asSaid: 'Петровка' }, 'overlap'],
    ['lastSeen', { when: '2022-04' }, { place: { asSaid: 'Ізюм' } }, 'overlap'],
    ['statureMm', { low: 1700, high: 1800 }, { low: 1750, high: 1750, method: 'as told' }, 'as_far_as_said'],
    ['statureMm', { low: 1700, high: 1750 }, { low: 1740, high: 1800 }, 'overlap'],
    ['statureMm', { low: 1700, high: 1750 }, { low: 1760, high: 1800 }, 'differ'],
    ['names', [ivan], [{ ...ivan, patronymic: 'Іванович' }], 'as_far_as_said'],
    ['names', [ivan], [{ ...ivan, kind: 'other', given: 'РОМАН' }], 'same'],
    ['names', [ivan], [ivan, { ...ivan, script: 'Latn', surname: 'Vyhadaiko', given: 'Roman' }], 'as_far_as_said'],
    ['names', [ivan], [{ ...ivan, script: 'Latn', surname: 'Vyhadaiko', given: 'Roman' }], 'overlap'],
    ['names', [ivan], [{ ...ivan, given: 'Іван' }], 'differ'],
    ['numbers', [{ thing: 'phone', number: '1' }], [{ thing: 'passport', number: '2' }], 'overlap'],
    ['numbers', [{ thing: 'phone', number: '1' }], [{ thing: 'phone', number: '2' }], 'differ'],
    ['toothChart', { t16: [{ finding: 'filled' }] }, { t16: [{ finding: 'filled', surfaces: 'MO' }], t26: [{ finding: 'crowned' }] }, 'as_far_as_said'],
    ['toothChart', { t16: [{ finding: 'filled' }] }, { t16: [{ finding: 'sound' }] }, 'differ'],
    ['military', { absent: 'not_asked' }, 'civilian', 'same'],
    ['military', 'unknown', 'civilian', 'same'],
    ['numbers', { absent: 'absent' }, [{ thing: 'phone', number: '1' }], 'differ'],
    ['hair', 'русяве', ' Русяве', 'same'],
    ['hair', 'русяве', 'чорне', 'differ'],
  ])('%s: %j beside %j: %s, in either order', (field, a, b, agreement) => {
    expect([agreementOf(field, [a, b]), agreementOf(field, [b, a])]).toEqual([agreement, agreement]);
  });

  it('is as bad as the worst of any two of them, and nothing where one alone speaks', () => {
    expect(agreementOf('birthDate', ['2000', undefined, '2000-02', '2000-03-01'])).toBe('differ');
    expect(agreementOf('birthDate', ['2000', undefined, '2000-02', '2000-02-01'])).toBe('as_far_as_said');
    expect(agreementOf('birthDate', [undefined, '2000'])).toBe('same');
  });
});
