/**
 * Sounds: the common ground of all scripts. One character a sound; `Z` ж, `C` ч, `S` ш, `x` х, `c` ц, `y` the Ukrainian и
 * and Russian ы, `j` й. Two signs stand for what cannot be read: `?` one letter, `*` any number of letters. A letter that
 * no language of the table reads keeps itself, so that unknown scripts are still compared letter by letter.
 */
const soundSigns = 'abvghdeZzijklmnoprstufxcCSywq';

/** Codes are below this number, so that a table of pairs has `soundCount * soundCount` cells. */
export const soundCount = 64;
/** The place of a vowel that the script does not write: it may have been any, or none. */
export const unwrittenVowel = '˘';
export const unwritten = 61;
/** One letter that cannot be read. */
export const oneUnread = 62;
/** Any number of letters that cannot be read. */
export const someUnread = 63;

/** Whether some letters of a word could not be read. */
export function isInPart(sounds: string): boolean {
  return sounds.includes('?') || sounds.includes('*');
}

/** A word of more sounds is cut here: no name is that long, and the cost of a comparison stays bounded. */
export const longestWord = 40;

const codeOfSign = new Map<number, number>(Array.from(soundSigns, (sign, at) => [sign.charCodeAt(0), at + 1]));
for (const [sign, code] of [[unwrittenVowel, unwritten], ['?', oneUnread], ['*', someUnread]] as const) codeOfSign.set(sign.charCodeAt(0), code);

/** The code of a sound; letters outside the table share the codes 32 to 60 by their number. */
export function soundCode(sign: string): number {
  return codeOf(sign.codePointAt(0) ?? 0);
}

function codeOf(sign: number): number {
  return codeOfSign.get(sign) ?? 32 + (sign % 29);
}

/** The codes of the signs below 128: nearly all. */
const plainCodes: readonly number[] = Array.from({ length: 128 }, (_, sign) => codeOf(sign));

/** Turns sounds into codes, at most `longestWord` of them. */
export function encodeSounds(sounds: string): Uint8Array {
  let count = 0;
  for (let at = 0; at < sounds.length && count < longestWord; at++) {
    const sign = sounds.codePointAt(at) ?? 0;
    if (sign > 0xffff) at++;
    encoded[count++] = plainCodes[sign] ?? codeOf(sign);
  }
  return encoded.slice(0, count);
}

const encoded = new Uint8Array(longestWord);

/** Groups of sounds that common spellings of one name confuse; a group is written as one sign. Vowels stay apart. */
const looseGroups = new Map([['y', 'i'], ['j', ''], ['g', 'h'], ['x', 'h'], ['w', 'v'], [unwrittenVowel, '']]);
/** The loose signs of the first signs by their number: of all sounds of the table. */
const looseSigns: readonly string[] = Array.from({ length: unwrittenVowel.charCodeAt(0) + 1 }, (_, code) => looseGroups.get(String.fromCharCode(code)) ?? String.fromCharCode(code));

/**
 * A looser form in which the spellings of one name by different rules meet: и, і, ї, ы as one, й left out, г ґ х as one,
 * doubled letters once. Equal loose forms are a reason to look closer, never an answer.
 */
export function looseSounds(sounds: string): string {
  let result = '';
  let last = '';
  for (let at = 0; at < sounds.length; at++) {
    const code = sounds.codePointAt(at) ?? 0;
    if (code > 0xffff) at++;
    const loose = looseSigns[code] ?? String.fromCodePoint(code);
    if (loose === '' || loose === last) continue;
    result += loose;
    last = loose;
  }
  return result;
}

/** A loose form without its vowels, for names that are also written without them. */
export function withoutVowels(loose: string): string {
  const bare = Array.from(loose).filter((sign) => !vowels.includes(sign)).join('');
  return bare === '' ? loose : bare;
}

/** One bit for each sound of a loose form; bits are shared where there are more sounds than bits. */
export function soundMask(loose: string): number {
  let mask = 0;
  for (let at = 0; at < loose.length; at++) {
    const sign = loose.codePointAt(at) ?? 0;
    if (sign > 0xffff) at++;
    mask |= 1 << ((plainCodes[sign] ?? codeOf(sign)) & 31);
  }
  return mask;
}

export const vowels = 'aeiouy';

/** Whether a sound is a vowel of the table. */
export function isVowel(sign: string): boolean {
  return vowels.includes(sign);
}
