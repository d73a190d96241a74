import type { StatedDate } from './types.ts';

/** What a marker, paper or list line says, taken apart; `rest` is the name with nothing corrected. */
export interface NameText {
  readonly rest: string;
  readonly number: string | null;
  readonly birth: StatedDate | null;
  readonly death: StatedDate | null;
  readonly age: number | null;
}

const yearWord = /^(р\.?\s*н\.?|г\.?\s*р\.?|р\.?\s*нар\.?|нар\.?|род\.?|b\.?|born|рожд\.?|народж\.?)$/iu;
const ageWord = /^(р|р\.|років|роки|рік|рока|л|л\.|лет|год|года|г|г\.|years|yrs|y\.?o\.?)$/iu;
const numberSign = /^(№|n|no|nr|#)\.?$/iu;
const yearSpan = /^(1[89]\d\d|20\d\d)\s*[-–—]\s*(20\d\d|19\d\d)$/u;
const fullDate = /^(\d{1,2})[./](\d{1,2})[./](1[89]\d\d|20\d\d)$/u;
const isoDate = /^(1[89]\d\d|20\d\d)-(\d\d)-(\d\d)$/u;

/**
 * Takes number, years, dates and age out of the text of a marker: `№ 384 Іван Петренко 1947-2022`. A year alone is the
 * birth year when it lies at least a year before `latestYear`; a bare number before the name is the number of the grave.
 * Digits inside words stay, they are misread letters.
 */
export function readNameText(text: string, latestYear: number): NameText {
  const words = text
    .normalize('NFC')
    .replace(/(№|#)/gu, ' $1 ')
    .replace(/(?<![\p{L}\d])(?:N|No|Nr)\.?\s?(?=\d)/giu, ' № ')
    .replace(/(\d{4})\s*[-–—]\s*(\d{4})(?!\d)/gu, '$1-$2')
    .split(/[\s,;()†*]+/u)
    .filter((word) => word !== '');
  const state: { number: string | null; dates: StatedDate[]; birth: StatedDate | null; death: StatedDate | null; age: number | null } = { number: null, dates: [], birth: null, death: null, age: null };
  const rest: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const next = words[i + 1] ?? '';
    const span = yearSpan.exec(word);
    const date = dateOf(word);
    if (numberSign.test(word) && /^\d+/u.test(next)) {
      state.number = next;
      i++;
    } else if (span !== null) {
      state.birth = { year: Number(span[1]), month: null, day: null };
      state.death = { year: Number(span[2]), month: null, day: null };
    } else if (date !== null) state.dates.push(date);
    else if (/^\d{1,4}$/u.test(word)) {
      const value = Number(word);
      if (word.length === 4 && value >= 1850 && value <= latestYear + 1) state.dates.push({ year: value, month: null, day: null });
      else if (ageWord.test(next) && value <= 115) {
        state.age = value;
        i++;
      } else if (rest.length === 0) state.number ??= word;
      else if (value <= 115) state.age ??= value;
      if (yearWord.test(words[i + 1] ?? '')) i++;
    } else if (!(yearWord.test(word) && state.dates.length > 0)) rest.push(word);
  }
  const sorted = [...state.dates].sort((a, b) => a.year - b.year);
  const first = sorted[0];
  const last = sorted.at(-1);
  const birth = state.birth ?? (first !== undefined && first.year < latestYear ? first : null);
  const death = state.death ?? (last !== undefined && last !== first ? last : first !== undefined && first.year >= latestYear ? first : null);
  return { rest: rest.join(' '), number: state.number, birth, death, age: state.age };
}

function dateOf(word: string): StatedDate | null {
  const iso = isoDate.exec(word);
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const full = fullDate.exec(word);
  return full === null ? null : { year: Number(full[3]), month: Number(full[2]), day: Number(full[1]) };
}
