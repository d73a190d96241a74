import type { Random } from '../random.ts';
import type { OtherPerson } from './people.ts';

/** How a name is written down: by a relative on the telephone, on a board, in a passport, on a list of a funeral service. */
export type Writer = 'telephone' | 'board' | 'passport' | 'service';

export interface Written {
  readonly lang: 'uk' | 'ru';
  readonly script: 'Cyrl' | 'Latn';
  readonly surname: string;
  readonly given: string;
  readonly patronymic: string;
}

/** Letters of latinisations that the first world does not use: Soviet French, Duden, scientific, and one typed by feeling. */
const latin: readonly Readonly<Record<string, string>>[] = [
  { г: 'gu', ґ: 'g', є: 'ie', ж: 'j', и: 'y', і: 'i', ї: 'i', й: 'i', у: 'ou', х: 'kh', ц: 'ts', ч: 'tch', ш: 'ch', щ: 'chtch', ю: 'iou', я: 'ia', ы: 'y', э: 'e', ё: 'e', в: 'v' },
  { г: 'h', ґ: 'g', є: 'je', ж: 'sch', з: 's', и: 'y', і: 'i', ї: 'ji', й: 'j', х: 'ch', ц: 'z', ч: 'tsch', ш: 'sch', щ: 'schtsch', ю: 'ju', я: 'ja', ы: 'y', э: 'e', ё: 'jo', в: 'w' },
  { г: 'h', ґ: 'g', є: 'je', ж: 'ž', и: 'y', і: 'i', ї: 'ï', й: 'j', х: 'x', ц: 'c', ч: 'č', ш: 'š', щ: 'šč', ю: 'ju', я: 'ja', ы: 'y', э: 'è', ё: 'ë', в: 'v' },
  { г: 'g', ґ: 'g', є: 'e', ж: 'zh', и: 'i', і: 'i', ї: 'i', й: 'y', х: 'h', ц: 'c', ч: 'ch', ш: 'sh', щ: 'sch', ю: 'u', я: 'ya', ы: 'i', э: 'e', ё: 'e', в: 'v' },
];
const common: Readonly<Record<string, string>> = { а: 'a', б: 'b', г: 'h', д: 'd', е: 'e', з: 'z', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', ь: '', ъ: '', '’': '' };

/** What a letter is taken for: worn paint, quick pens, a tired ear and a small keyboard in one. */
const taken: Readonly<Record<string, string>> = {
  а: 'оди', б: 'бвв', в: 'вбз', г: 'гтх', д: 'длб', е: 'еиє', є: 'эе', ж: 'жшх', з: 'звэ', и: 'нйші', і: 'иіїт', к: 'кнх', л: 'лпд', м: 'мтн', н: 'нпик', о: 'оае', п: 'пнл', р: 'рфп', с: 'соє', т: 'тгш', у: 'учд', х: 'хжк', ц: 'цщп', ч: 'чгу', ш: 'шщт', щ: 'щшц', ь: 'ьв', ю: 'юое', я: 'яле',
};

const wear: Readonly<Record<Writer, number>> = { telephone: 0.015, board: 0.045, passport: 0.006, service: 0.03 };
const russian: Readonly<Record<Writer, number>> = { telephone: 0.45, board: 0.3, passport: 0.5, service: 0.2 };

/** Writes the name of a person as such a writer would. Rates are guesses, other ones than those of the first world. */
export function writeOtherName(random: Random, person: OtherPerson, writer: Writer): Written {
  const lang = random.chance(russian[writer]) ? 'ru' : 'uk';
  const own = lang === 'ru' ? person.ru : person.uk;
  const isLatin = writer === 'passport' ? random.chance(0.5) : writer === 'telephone' && random.chance(0.1);
  const system = random.pick(latin);
  const write = (text: string): string => {
    const worn = spoil(random, writer === 'telephone' && random.chance(0.05) ? text.replace(/[ьʼ’]/gu, '') : text, wear[writer]);
    return isLatin ? latinOf(worn, system) : worn;
  };
  const surname = random.chance(person.otherSurname === null ? 0 : writer === 'passport' ? 0.25 : 0.12) ? (person.otherSurname?.[lang === 'ru' ? 1 : 0] ?? own.surname) : own.surname;
  const given = (writer === 'board' || writer === 'telephone') && random.chance(0.12) ? random.pick(person.called) : own.given;
  return { lang, script: isLatin ? 'Latn' : 'Cyrl', surname: write(surname), given: write(given), patronymic: write(own.patronymic) };
}

function latinOf(text: string, system: Readonly<Record<string, string>>): string {
  return Array.from(text, (letter) => {
    const written = system[letter.toLowerCase()] ?? common[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? written : written.charAt(0).toUpperCase() + written.slice(1);
  }).join('');
}

function spoil(random: Random, text: string, rate: number): string {
  let result = '';
  for (const letter of text) {
    if (!random.chance(rate)) {
      result += letter;
      continue;
    }
    const kind = random.next();
    const choices = taken[letter.toLowerCase()];
    const other = kind < 0.2 || choices === undefined ? '' : kind < 0.3 ? letter + letter.toLowerCase() : random.pick(Array.from(choices));
    result += letter === letter.toLowerCase() ? other : other.charAt(0).toUpperCase() + other.slice(1);
  }
  return result.length > 1 ? result : text;
}

/** A name as one text: which parts, in what order, with what beside it. */
export function wholeName(random: Random, { surname, given, patronymic }: Written, writer: Writer): { readonly text: string; readonly form: string } {
  const short = (text: string): string => `${text.charAt(0)}${random.chance(0.7) ? '.' : ''}`;
  const kind = random.next();
  const [form, parts] =
    writer === 'passport' || kind < 0.25 ? (['full', random.chance(0.5) ? [surname, given, patronymic] : [given, patronymic, surname]] as const)
    : kind < 0.55 ? (['full', random.chance(0.5) ? [surname, given] : [given, surname]] as const)
    : kind < 0.75 ? (['initials', random.chance(0.5) ? [surname, short(given) + short(patronymic)] : [short(given), short(patronymic), surname]] as const)
    : kind < 0.88 ? (['surname-only', [surname]] as const)
    : (['given-patronymic', [given, patronymic]] as const);
  const text = parts.join(' ');
  const dressed = writer === 'board' && random.chance(0.3) ? text.toUpperCase() : writer === 'service' && random.chance(0.15) ? `гр. ${text}` : text;
  if (writer === 'board' && random.chance(0.12)) {
    const at = random.int(1, Math.max(1, dressed.length - 3));
    return { text: `${dressed.slice(0, at)}${random.pick(['…', '?', '[нерозб.]', '***'])}${dressed.slice(at + random.int(1, 3))}`, form: `${form}+illegible` };
  }
  return { text: dressed, form };
}
