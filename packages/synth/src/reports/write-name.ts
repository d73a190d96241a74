import type { NameForm, SynthPerson } from '../person.ts';
import type { Random } from '../random.ts';
import { shortNames } from './lexicon.ts';

export type Hand = 'pen' | 'paint' | 'print' | 'typed';

/** Probabilities of what happens to a name on its way to paper; rates are guesses, not measured. */
export interface NameNoiseRates {
  readonly russian: number;
  readonly latin: number;
  readonly short: number;
  /** Each letter, by hand. */
  readonly letter: Readonly<Record<Hand, number>>;
  readonly byEar: number;
  readonly lookAlikes: number;
  readonly otherSurname: number;
}

export interface WrittenName extends NameForm {
  readonly lang: 'uk' | 'ru';
  readonly script: 'Cyrl' | 'Latn';
}

const misread: Readonly<Record<Hand, readonly string[]>> = {
  pen: ['ин', 'ни', 'ти', 'пн', 'нп', 'шт', 'тш', 'ао', 'оа', 'ле', 'ел', 'вд', 'дв', 'гч', 'чг', 'уи', 'зв', 'сі', 'мт', 'кн', 'хк', 'бд'],
  paint: ['ос', 'со', 'ео', 'ес', 'вб', 'бв', 'іт', 'ті', 'нк', 'рв', 'лп', 'пл', 'дл', 'цш', 'гт', 'юо', 'ав'],
  print: ['шщ', 'щш', 'іи', 'нп', 'пн', 'зе', 'ое', 'цд', 'ло', 'вб', 'єе', 'їі'],
  typed: ['ав', 'ва', 'ен', 'не', 'ор', 'ро', 'ит', 'ти', 'пр', 'ла', 'ол', 'см', 'кн', 'ук', 'гш', 'дж'],
};

const heard: readonly (readonly [string, string])[] = [['е', 'и'], ['и', 'е'], ['о', 'а'], ['ськ', 'цьк'], ['ов', 'ав'], ['г', 'х'], ['ьо', 'йо'], ['дж', 'ж'], ['я', 'йа'], ['нн', 'н'], ['ч', 'щ'], ['в', 'у']];

const latinHabits: Readonly<Record<'uk' | 'ru', readonly Readonly<Record<string, string>>[]>> = {
  uk: [
    { г: 'h', ґ: 'g', є: 'ie', и: 'y', і: 'i', ї: 'i', й: 'i', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ю: 'iu', я: 'ia', ж: 'zh', в: 'v' },
    { г: 'g', ґ: 'g', є: 'ye', и: 'y', і: 'i', ї: 'yi', й: 'y', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sch', ю: 'yu', я: 'ya', ж: 'zh', в: 'v' },
    { г: 'h', ґ: 'g', є: 'je', и: 'y', і: 'i', ї: 'ji', й: 'j', х: 'ch', ц: 'c', ч: 'cz', ш: 'sz', щ: 'szcz', ю: 'ju', я: 'ja', ж: 'z', в: 'w' },
  ],
  ru: [
    { г: 'g', е: 'e', ё: 'e', и: 'i', й: 'i', ы: 'y', э: 'e', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ю: 'iu', я: 'ia', ж: 'zh', в: 'v' },
    { г: 'g', е: 'e', ё: 'yo', и: 'i', й: 'y', ы: 'y', э: 'e', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ю: 'yu', я: 'ya', ж: 'zh', в: 'v' },
    { г: 'g', е: 'e', ё: 'jo', и: 'i', й: 'j', ы: 'y', э: 'e', х: 'ch', ц: 'z', ч: 'tsch', ш: 'sch', щ: 'schtsch', ю: 'ju', я: 'ja', ж: 'sh', в: 'w' },
  ],
};
const plainLatin: Readonly<Record<string, string>> = { а: 'a', б: 'b', д: 'd', е: 'e', з: 'z', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', ь: '', ъ: '', "'": '', '’': '' };
const lookLatin: Readonly<Record<string, string>> = { а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', х: 'x', і: 'i', у: 'y' };

/** Writes a person's name as somebody else would: language, script, short forms, what was heard, what the hand did. */
export function writeName(random: Random, person: SynthPerson, { rates, hand, otherSurname }: { readonly rates: NameNoiseRates; readonly hand: Hand; readonly otherSurname?: readonly [uk: string, ru: string] }): WrittenName {
  const lang = random.chance(rates.russian) ? 'ru' : 'uk';
  const form = lang === 'ru' ? person.ru : person.uk;
  const short = random.chance(rates.short) ? shortNames[person.uk.given] : undefined;
  const given = short === undefined ? form.given : short[lang === 'ru' ? 1 : 0];
  const surname = otherSurname !== undefined && random.chance(rates.otherSurname) ? otherSurname[lang === 'ru' ? 1 : 0] : form.surname;
  const isLatin = random.chance(rates.latin);
  const habit = random.pick(latinHabits[lang]);
  const rate = rates.letter[hand];
  const write = (text: string): string => {
    const spoken = random.chance(rates.byEar) ? hear(random, text) : text;
    const spelt = isLatin ? toLatin(spoken, habit) : spoken;
    const worn = wear(random, spelt, { hand, rate });
    return !isLatin && random.chance(rates.lookAlikes) ? mixScripts(random, worn) : worn;
  };
  return { lang, script: isLatin ? 'Latn' : 'Cyrl', surname: write(surname), given: write(given), patronymic: write(form.patronymic) };
}

function hear(random: Random, text: string): string {
  const possible = heard.filter(([from]) => text.indexOf(from) > 0);
  if (possible.length === 0) return text;
  const [from, to] = random.pick(possible);
  const at = text.indexOf(from, 1);
  return text.slice(0, at) + to + text.slice(at + from.length);
}

function toLatin(text: string, habit: Readonly<Record<string, string>>): string {
  const latin = Array.from(text, (letter) => habit[letter.toLowerCase()] ?? plainLatin[letter.toLowerCase()] ?? letter).join('');
  return latin.charAt(0).toUpperCase() + latin.slice(1).toLowerCase();
}

const latinAlphabet = 'abcdefghijklmnopqrstuvwxyz';

function wear(random: Random, text: string, { hand, rate }: { readonly hand: Hand; readonly rate: number }): string {
  let result = '';
  for (const letter of text) {
    if (!random.chance(rate)) {
      result += letter;
      continue;
    }
    const lower = letter.toLowerCase();
    const candidates = misread[hand].filter((pair) => pair.startsWith(lower)).map((pair) => pair.charAt(1));
    const kind = random.next();
    const worn = kind < 0.15 ? '' : kind < 0.27 ? letter + letter.toLowerCase() : candidates.length > 0 ? random.pick(candidates) : /[a-z]/.test(lower) ? latinAlphabet.charAt(random.int(0, 25)) : letter;
    result += letter === lower ? worn : worn.charAt(0).toUpperCase() + worn.slice(1);
  }
  if (random.chance(rate / 2) && result.length > 4) {
    const at = random.int(1, result.length - 3);
    result = result.slice(0, at) + result.charAt(at + 1) + result.charAt(at) + result.slice(at + 2);
  }
  return result;
}

function mixScripts(random: Random, text: string): string {
  return Array.from(text, (letter, at) => (at > 0 && random.chance(0.4) ? (lookLatin[letter] ?? letter) : letter)).join('');
}
