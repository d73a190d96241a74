import type { LatinConvention } from './language.ts';

export const latinKeyboard: readonly string[] = ['qvertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** What every habit shares: one letter, one sound. Letters with marks that a habit does not name lose the mark. */
export const plainLatin: Readonly<Record<string, string>> = {
  a: 'a', b: 'b', c: 'k', d: 'd', e: 'e', f: 'f', g: 'g', h: 'h', i: 'i', j: 'j', k: 'k', l: 'l', m: 'm', n: 'n', o: 'o',
  p: 'p', q: 'k', r: 'r', s: 's', t: 't', u: 'u', v: 'v', w: 'v', x: 'ks', y: 'y', z: 'z',
  ß: 'ss', ł: 'l', đ: 'dZ', ø: 'o', æ: 'e', œ: 'e', þ: 't', ð: 'd', ı: 'i',
};

/** With marks, as Czech, Croatian, Bosnian, Serbian and library catalogues write. */
const marked: Readonly<Record<string, string>> = { š: 'S', č: 'C', ž: 'Z', ć: 'C', šč: 'SC', ř: 'r', ě: 'e', ç: 'C', ş: 'S', ğ: 'h', ё: 'jo', ë: 'e' };

const jotted: Readonly<Record<string, string>> = { ya: 'ja', yu: 'ju', ye: 'je', yo: 'jo', iya: 'ija', iyu: 'iju', yi: 'ji' };

/**
 * The habits met in documents: Cabinet resolution 55, ICAO 9303, BGN/PCGN and passports after 1997 (all read by
 * `english`), passports before (French), and German, Polish and South Slavic writing.
 */
export const latinConventions: readonly LatinConvention[] = [
  {
    code: 'english',
    cost: 0,
    letters: {
      ...plainLatin, ...marked, ...jotted,
      shch: 'SC', sch: 'S', sh: 'S', zh: 'Z', zgh: 'zh', kh: 'x', ch: 'C', tch: 'C', tsch: 'C', ts: 'c', tz: 'c', tc: 'c', gh: 'h', ph: 'f', ck: 'k',
      ce: 'ce', ci: 'ci', cy: 'cy', cs: 'C', th: 't', ee: 'i', oo: 'u', shh: 'SC', stch: 'SC',
    },
  },
  {
    code: 'german',
    cost: 0.4,
    letters: {
      ...plainLatin, ...marked, ...jotted,
      schtsch: 'SC', stsch: 'SC', tsch: 'C', sch: 'S', ch: 'x', z: 'c', tz: 'c', ts: 'c', ie: 'i', ei: 'ej', eu: 'oj', ck: 'k', ph: 'f', sh: 'Z', ss: 's', sche: 'Se',
    },
  },
  {
    code: 'french',
    cost: 0.5,
    letters: {
      ...plainLatin, ...marked,
      chtch: 'SC', tch: 'C', ch: 'S', ou: 'u', j: 'Z', kh: 'x', ts: 'c', gu: 'g', gue: 'ge', gui: 'gi', ï: 'ji', ia: 'ja', iou: 'ju', ie: 'je', ff: 'v', ine: 'in', ph: 'f', qu: 'k',
      ce: 'se', ci: 'si', ç: 's', y: 'i',
    },
  },
  {
    code: 'polish',
    cost: 0.4,
    letters: {
      ...plainLatin, ...marked,
      szcz: 'SC', cz: 'C', sz: 'S', rz: 'Z', ż: 'Z', ź: 'z', ś: 's', ń: 'n', ó: 'u', ą: 'on', ę: 'en', ch: 'x', c: 'c', dz: 'dz', ia: 'ja', ie: 'je', io: 'jo', iu: 'ju', ck: 'ck',
    },
  },
  // Scholarly writing and GOST 7.79 have x for х; South Slavic has no x.
  { code: 'south-slavic', cost: 0.4, letters: { ...plainLatin, ...marked, c: 'c', x: 'x', lj: 'l', nj: 'n', h: 'x', dj: 'dZ', dž: 'dZ' } },
];
