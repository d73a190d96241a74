/**
 * Words that stand beside a name or in its place, and are none, in one language. Lower case, without apostrophes and dots;
 * `-` at the end stands for any ending, a space divides the words of a phrase.
 */
export interface BesideWords {
  /** ISO 639-1 */
  readonly language: string;
  /** By which somebody says that it is not known who this is. */
  readonly nobody: readonly string[];
  /** The same, only where nothing else is written: short for words that may be initials elsewhere. */
  readonly nobodyAlone: readonly string[];
  /** By which a copyist says that something could not be read. */
  readonly unread: readonly string[];
  /** What a person is called without a name: by sex, and without. */
  readonly male: readonly string[];
  readonly female: readonly string[];
  readonly anybody: readonly string[];
  /** Where no more is written than the letter of a sex. */
  readonly maleAlone: readonly string[];
  readonly femaleAlone: readonly string[];
}

const none = { nobodyAlone: [], maleAlone: [], femaleAlone: [] } as const;

/** From general knowledge of the languages, not reviewed by native speakers. */
export const besideWords: readonly BesideWords[] = [
  {
    language: 'uk',
    nobody: [
      'невідом-', 'невстановл-', 'не встановл-', 'неопізн-', 'не опізн-', 'невпізн-', 'не впізн-', 'неідентиф-', 'не ідентиф-', 'безіменн-', 'безімянн-', 'без імен-', 'без імя', 'без прізвищ-',
      'без документ-', 'немає імен-', 'нема імен-', 'немає даних', 'невід',
    ],
    nobodyAlone: ['н/в', 'б/н', 'б/і', 'б/д', 'н/д', 'немає', 'нема', 'відсутн-', 'не вказан-', 'не зазначен-'],
    unread: ['нерозб-', 'нечітк-', 'незрозуміл-', 'нечит-', 'не чит-', 'не прочит-', 'стерт-'],
    male: ['чоловік', 'чоловіка', 'чол', 'чоловіча', 'хлопець', 'хлопчик', 'хлопчика', 'хлопця', 'юнак', 'дід', 'дідусь', 'дядько', 'батько', 'тато', 'син', 'брат', 'солдат', 'солдата', 'військовий', 'військового', 'військовослужбовець', 'боєць', 'воїн', 'захисник', 'загиблий', 'померлий'],
    female: ['жінка', 'жінки', 'жін', 'жіноча', 'дівчина', 'дівчинка', 'дівчини', 'дівчинки', 'баба', 'бабуся', 'бабця', 'тітка', 'мати', 'мама', 'дочка', 'донька', 'сестра', 'військова', 'військовослужбовиця', 'загибла', 'померла'],
    anybody: [
      'особа', 'особи', 'особу', 'людина', 'людини', 'цивільний', 'цивільна', 'дитина', 'дитини', 'дитя', 'немовля', 'підліток', 'тіло', 'тіла', 'труп', 'трупа', 'останки', 'решти', 'рештки', 'сімя', 'сімї', 'родина', 'родини', 'подружжя', 'статі', 'ім', 'імя', 'імені', 'прізвище',
      'сержант', 'лейтенант', 'капітан', 'майор', 'полковник', 'підполковник', 'прапорщик', 'рядовий', 'матрос', 'старшина', 'єфрейтор',
    ],
    maleAlone: ['ч'],
    femaleAlone: ['ж'],
  },
  {
    language: 'ru',
    nobody: ['неизв', 'неизвестн-', 'неустановл-', 'не установл-', 'неопозн-', 'не опозн-', 'неидентиф-', 'не идентиф-', 'безымянн-', 'без имени', 'без фамили-', 'без документ-', 'нет имени', 'нет данных'],
    nobodyAlone: ['н/у', 'н/и', 'нет', 'отсутств-', 'не указан-'],
    unread: ['неразб-', 'нечетк-', 'непонятн-', 'нечит-', 'не чит-', 'не прочит-', 'стёрт-'],
    male: ['мужчина', 'мужчины', 'муж', 'мужской', 'мальчик', 'мальчика', 'парень', 'юноша', 'дед', 'дедушка', 'дядя', 'отец', 'папа', 'сын', 'солдат', 'солдата', 'военный', 'военного', 'военнослужащий', 'боец', 'погибший', 'умерший'],
    female: ['женщина', 'женщины', 'жен', 'женский', 'девочка', 'девочки', 'девушка', 'девушки', 'бабушка', 'бабка', 'тётя', 'тетя', 'тётка', 'мать', 'дочь', 'военнослужащая', 'погибшая', 'умершая'],
    anybody: ['лицо', 'лица', 'человек', 'человека', 'ребенок', 'ребёнок', 'ребенка', 'ребёнка', 'младенец', 'подросток', 'тело', 'останки', 'семья', 'семьи', 'супруги', 'пола', 'имя', 'имени', 'фамилия', 'гражданский', 'гражданская', 'капитан', 'подполковник', 'прапорщик', 'рядовой', 'ефрейтор'],
    maleAlone: ['м'],
    femaleAlone: [],
  },
  {
    language: 'en',
    nobody: ['unknown', 'unidentified', 'unnamed', 'no name', 'nameless', 'not identified', 'without documents', 'no documents', 'jane doe', 'john doe'],
    nobodyAlone: ['nn', 'n/n', 'n/a', 'none', 'no'],
    unread: ['illeg-', 'unread-', 'unclear', 'not legible', 'unintellig-'],
    male: ['man', 'male', 'boy', 'soldier', 'grandfather', 'uncle', 'father', 'son', 'brother'],
    female: ['woman', 'female', 'girl', 'grandmother', 'aunt', 'mother', 'daughter', 'sister'],
    anybody: ['person', 'body', 'corpse', 'remains', 'human', 'child', 'infant', 'baby', 'teenager', 'family', 'name', 'surname', 'civilian', 'sergeant', 'lieutenant', 'captain', 'major', 'colonel', 'private'],
    maleAlone: [],
    femaleAlone: [],
  },
  {
    ...none,
    language: 'es',
    nobody: ['desconocid-', 'no identificad-', 'sin nombre', 'sin identificar', 'sin documentos'],
    unread: ['ilegib-', 'no legible'],
    male: ['hombre', 'niño', 'varón', 'soldado', 'abuelo'],
    female: ['mujer', 'niña', 'abuela'],
    anybody: ['persona', 'cuerpo', 'cadáver', 'restos', 'familia'],
  },
  {
    ...none,
    language: 'ar',
    nobody: ['مجهول', 'مجهولة', 'مجهول الهوية', 'مجهولة الهوية', 'غير معروف', 'غير معروفة', 'بدون اسم'],
    unread: ['غير مقروء', 'غير واضح'],
    male: ['رجل', 'طفل'],
    female: ['امرأة', 'طفلة'],
    anybody: ['جثة', 'شخص', 'عائلة'],
  },
  {
    ...none,
    language: 'sr',
    nobody: ['непознат-', 'nepoznat-', 'неидентификован-', 'neidentifikovan-', 'neidentificiran-', 'без имена', 'bez imena', 'nn lice', 'nn osoba'],
    unread: ['нечитк-', 'nečitk-', 'nečitljiv-', 'нечитљив-'],
    male: ['мушкарац', 'muškarac', 'дечак', 'dječak', 'војник', 'vojnik'],
    female: ['жена', 'žena', 'девојчица', 'djevojčica'],
    anybody: ['особа', 'osoba', 'дете', 'dijete', 'тело', 'tijelo', 'лице', 'породица', 'porodica', 'obitelj'],
  },
];
