import { toPassportLatin } from '../latin.ts';
import type { NameForm } from '../person.ts';
import type { Random } from '../random.ts';
import { shortNames } from '../reports/lexicon.ts';
import type { Conditions } from './conditions.ts';
import type { Villager } from './people.ts';

/** Who writes: a clerk types a form, a painter letters a cross, a machine reads a paper, a digger keeps a journal. */
export type Hand = 'form' | 'cross' | 'paper' | 'journal';

export interface WrittenForm extends NameForm {
  readonly lang: 'uk' | 'ru';
  readonly script: 'Cyrl' | 'Latn';
}

/** How much of the letter errors and of Latin each hand has. */
const wear: Readonly<Record<Hand, number>> = { form: 0.3, cross: 1.3, paper: 0.4, journal: 1 };
const latinShare: Readonly<Record<Hand, number>> = { form: 0.5, cross: 0, paper: 2, journal: 0.2 };

/** Writes the parts of a name as one hand would under the conditions of the list. */
export function writeVillager(random: Random, villager: Villager, { hand, conditions }: { readonly hand: Hand; readonly conditions: Conditions }): WrittenForm {
  const { person } = villager;
  const lang = random.chance(conditions.russian) ? 'ru' : 'uk';
  const at = lang === 'ru' ? 1 : 0;
  const gender = person.sex === 'male' ? 0 : 1;
  const own = lang === 'ru' ? person.ru : person.uk;
  // Half of the women bear another surname somewhere; a clerk may leave the man's form; men seldom change theirs.
  const isOther = random.chance(gender === 1 ? conditions.otherSurname : conditions.otherSurname / 10);
  const isManly = gender === 1 && random.chance(0.03);
  const surname = isOther ? (lang === 'ru' ? villager.otherSurname.ru : villager.otherSurname.uk)[gender] : isManly ? (lang === 'ru' ? person.surname.ru : person.surname.uk)[0] : own.surname;
  const short = hand !== 'paper' && random.chance(conditions.short) ? shortNames[person.uk.given]?.[at] : undefined;
  const form = { surname, given: short ?? own.given, patronymic: own.patronymic };
  const cased = hand !== 'form' && hand !== 'paper' && random.chance(conditions.genitive) ? genitive(form, lang) : form;
  const isLatin = random.chance(conditions.latin * latinShare[hand]);
  const isScanned = hand === 'paper' && random.chance(conditions.scanned);
  const system = random.pick(systems);
  const rate = conditions.letter * wear[hand];
  const put = (text: string): string => {
    const worn = misread(random, text, rate);
    const written = isLatin ? (lang === 'uk' ? toPassportLatin(worn) : system(worn)) : random.chance(0.02) ? backFromLatin(worn) : worn;
    return isScanned ? scan(random, written) : written;
  };
  return { lang, script: isLatin ? 'Latn' : 'Cyrl', surname: put(cased.surname), given: put(cased.given), patronymic: put(cased.patronymic) };
}

/** The genitive of both languages, by the ending alone, as far as the endings of these names need it. */
function genitive({ surname, given, patronymic }: NameForm, lang: 'uk' | 'ru'): NameForm {
  const of = (word: string): string => {
    if (/(ський|ский)$/u.test(word)) return word.replace(/ий$/u, 'ого');
    if (/(ська|ская)$/u.test(word)) return lang === 'uk' ? word.replace(/а$/u, 'ої') : word.replace(/ая$/u, 'ой');
    if (/(ова|ева|іна|ина)$/u.test(word)) return word.replace(/а$/u, lang === 'uk' ? 'ої' : 'ой');
    if (/[бвгджзклмнпрстфхцчшщ]$/u.test(word)) return `${word}а`;
    if (word.endsWith('ко')) return lang === 'uk' ? word.replace(/о$/u, 'а') : word;
    if (/[йь]$/u.test(word)) return word.replace(/.$/u, 'я');
    if (word.endsWith('ія') || word.endsWith('ия')) return word.replace(/я$/u, lang === 'uk' ? 'ї' : 'и');
    if (word.endsWith('а')) return word.replace(/а$/u, lang === 'uk' ? 'и' : 'ы');
    return word;
  };
  return { surname: of(surname), given: of(given), patronymic: of(patronymic) };
}

const plain: Readonly<Record<string, string>> = { а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', і: 'i', ї: 'i', й: 'j', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'ch', ш: 'sh', щ: 'sch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'ju', я: 'ja', '’': '' };
const polish: Readonly<Record<string, string>> = { ...plain, в: 'w', ж: 'ż', ч: 'cz', ш: 'sz', щ: 'szcz', х: 'ch', и: 'y', г: 'h', л: 'ł' };
const typed: Readonly<Record<string, string>> = { ...plain, я: 'ia', ю: 'iu', й: 'y', х: 'x', ж: 'j', ц: 'ts', щ: 'shch' };
const byTable = (table: Readonly<Record<string, string>>) => (text: string): string => {
  const latin = Array.from(text.toLowerCase(), (letter) => table[letter] ?? letter).join('');
  return latin.charAt(0).toUpperCase() + latin.slice(1);
};
const systems: readonly ((text: string) => string)[] = [toPassportLatin, byTable(plain), byTable(polish), byTable(typed)];

const back: readonly (readonly [string, string])[] = [['shch', 'щ'], ['zh', 'ж'], ['kh', 'х'], ['ts', 'ц'], ['ch', 'ч'], ['sh', 'ш']];
const single: Readonly<Record<string, string>> = { a: 'а', b: 'б', v: 'в', h: 'г', g: 'г', d: 'д', e: 'е', z: 'з', y: 'и', i: 'і', k: 'к', l: 'л', m: 'м', n: 'н', o: 'о', p: 'п', r: 'р', s: 'с', t: 'т', u: 'у', f: 'ф' };

/** A passport's Latin name typed back into Cyrillic letter by letter: Юрій, Yurii, Иурії. */
function backFromLatin(text: string): string {
  let latin = toPassportLatin(text).toLowerCase();
  for (const [group, letter] of back) latin = latin.replaceAll(group, letter);
  const letters = Array.from(latin, (letter) => single[letter] ?? letter).join('');
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}

const taken: Readonly<Record<string, string>> = { а: 'оя', б: 'ві6', в: 'бн', г: 'тп', д: 'ло', е: 'єос', є: 'е', ж: 'шк', з: 'эе', и: 'іун', і: 'їит', ї: 'і', й: 'и', к: 'нх', л: 'пд', м: 'нл', н: 'пик', о: 'аес', п: 'нл', р: 'ф', с: 'ео', т: 'гл', у: 'ич', х: 'ж', ц: 'щ', ч: 'гц', ш: 'щи', щ: 'ш', ь: 'ъ', ю: 'о', я: 'а' };

function misread(random: Random, text: string, rate: number): string {
  let result = '';
  for (const letter of text) {
    const others = taken[letter.toLowerCase()];
    const kind = random.chance(rate) ? random.next() : 1;
    if (kind >= 0.95 && kind < 1 && result !== '') result = result.slice(0, -1) + letter.toLowerCase() + result.slice(-1).toLowerCase();
    else if (kind < 0.25) continue;
    else if (kind < 0.35) result += letter + letter.toLowerCase();
    else if (kind < 0.95 && others !== undefined) result += letter === letter.toLowerCase() ? random.pick(Array.from(others)) : random.pick(Array.from(others)).toUpperCase();
    else result += letter;
  }
  // Weather takes the end of a board.
  if (random.chance(rate)) result = result.slice(0, Math.max(3, result.length - random.int(1, 3)));
  return result === '' ? text : result;
}

const looks: Readonly<Record<string, string>> = { а: 'a', е: 'e', о: 'o0', р: 'p', с: 'c', х: 'x', і: 'i1', у: 'y', з: '3', ч: '4', б: '6', А: 'A', В: 'B8', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O0', Р: 'P', С: 'C', Т: 'T', Х: 'X', З: '3', l: '1I', o: '0', i: 'l' };

function scan(random: Random, text: string): string {
  return Array.from(text, (letter) => (random.chance(0.12) && looks[letter] !== undefined ? random.pick(Array.from(looks[letter])) : letter)).join('');
}

/** The whole name as one text, and which parts it has. */
export function joinParts(random: Random, { surname, given, patronymic }: WrittenForm, { hand, conditions }: { readonly hand: Hand; readonly conditions: Conditions }): { readonly text: string; readonly form: string } {
  const first = (text: string): string => text.charAt(0) + (random.chance(0.8) ? '.' : '');
  const kind = random.next() * (hand === 'paper' ? 0.3 : 1);
  const { initials, surnameOnly, givenOnly, noPatronymic } = conditions;
  const isFathered = !random.chance(noPatronymic);
  const [form, parts] =
    kind > 1 - initials ? (['initials', random.pick([[surname, first(given), first(patronymic)], [surname, first(given)], [first(given), surname]])] as const)
    : kind > 1 - initials - surnameOnly ? (['surname-only', [surname]] as const)
    : kind > 1 - initials - surnameOnly - givenOnly ? (['given-patronymic', [given, patronymic]] as const)
    : (['full', random.chance(0.7) ? [surname, given, ...(isFathered ? [patronymic] : [])] : [given, ...(isFathered ? [patronymic] : []), surname]] as const);
  const text = parts.join(random.chance(0.02) ? '' : ' ');
  if (hand === 'cross' && random.chance(0.08)) {
    const at = random.int(1, Math.max(1, text.length - 3));
    return { text: text.slice(0, at) + random.pick(['…', '??', '[нерозб.]', '(?)']) + text.slice(at + random.int(1, 4)), form: `${form}+illegible` };
  }
  return { text: hand === 'cross' && random.chance(0.35) ? text.toUpperCase() : text, form };
}
