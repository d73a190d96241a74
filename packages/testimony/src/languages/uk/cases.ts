/*
 * Names and descriptions that stand in another case, brought back to the nominative: "за словами Сергія Болвінова",
 * "в обласній прокуратурі".
 */
import { femaleNames, maleNames } from './names.ts';

const lastNames: readonly (readonly [RegExp, string])[] = [
  [/ської$/, 'ська'], [/цької$/, 'цька'], [/ського$/, 'ський'], [/цького$/, 'цький'], [/ової$/, 'ова'], [/євої$/, 'єва'], [/ної$/, 'на'], [/ана$/, 'ан'], [/енка$/, 'енко'], [/ука$/, 'ук'], [/юка$/, 'юк'], [/яка$/, 'як'], [/ича$/, 'ич'], [/ова$/, 'ов'], [/єва$/, 'єв'], [/ка$/, 'ко'],
  [/нього$/, 'ній'], [/ого$/, 'ий'], [/ая$/, 'ай'], [/ія$/, 'ій'], [/ля$/, 'ль'], [/ця$/, 'ець'], [/(?<=[бвгґджзклмнпрстфхцчшщ])а$/, ''],
];
const firstNames: readonly (readonly [RegExp, string])[] = [[/ія$/, 'ій'], [/ії$/, 'ія'], [/ини$/, 'ина'], [/ени$/, 'ена'], [/ани$/, 'ана'], [/ли$/, 'ла'], [/оря$/, 'ор'], [/рія$/, 'рій'], [/тра$/, 'тро'], [/ила$/, 'ило'], [/іла$/, 'іло'], [/їла$/, 'їло'], [/ьги$/, 'ьга'], [/дії$/, 'дія'], [/на$/, 'н'], [/га$/, 'г'], [/ра$/, 'р'], [/па$/, 'п'], [/са$/, 'с'], [/ла$/, 'л'], [/ка$/, 'к'], [/ва$/, 'в'], [/ня$/, 'нь'], [/ля$/, 'ль'], [/ки$/, 'ка'], [/сі$/, 'ся'], [/жі$/, 'жа'], [/ви$/, 'ва'], [/ари$/, 'ара']];

/** The nominative of a name in the genitive. A woman's first name decides her last name. */
export function baseName(name: readonly string[]): readonly string[] {
  const first = name[0] ?? '';
  const base = maleNames.has(first.toLowerCase()) || femaleNames.has(first.toLowerCase()) ? first : change(first, firstNames);
  const isFemale = femaleNames.has(base.toLowerCase());
  return name.map((word, index) => (index === 0 ? base : isFemale && /(?:ова|єва|ка|на|а)$/.test(word) ? word : base === first ? word : change(word, lastNames)));
}

function change(word: string, rules: readonly (readonly [RegExp, string])[]): string {
  const rule = rules.find(([ending]) => ending.test(word));
  return rule === undefined ? word : word.replace(rule[0], rule[1]);
}

/** The part of a name that its cases share. */
export const nameKey = (word: string): string => word.toLowerCase().replace(/[’ʼ]/g, "'").replace(/(?:ого|ої|ому|ою|ем|єм|ом|ій|ий|ія|ію|ії|ієм|а|у|и|і|о|я|ю|й|ь|е|є)$/, '');

/** The part of a place's name that its cases share: its last vowel changes too (Харків, Харкова). */
export const placeKey = (word: string): string => nameKey(word).replace(/[іоеєї](?=[^аеєиіїоуюя]*$)/, '*');

/** Nouns for who speaks, in the nominative. */
const nouns = `прокуратура генпрокуратура поліція нацполіція міністерство служба управління департамент адміністрація агентство комісія комітет рада міськрада суд центр університет інститут організація фонд місія уряд кабмін парламент штаб генштаб армія бригада батальйон
  газета телеканал канал агенція видання компанія лабораторія церква громада товариство об'єднання фундація офіс бюро відомство профспілка держслужба керівництво підприємство посольство розвідка лікарня школа команда група слідство захист сторона москва київ росія україна кремль вашингтон польща німеччина туреччина
  міноборони мер голова начальник начальниця міністр міністерка президент президентка речник речниця прокурор прокурорка слідчий слідча експерт експертка криміналіст археолог антрополог патологоанатом лікар лікарка медик науковець історик аналітик адвокат юрист суддя детектив полковник генерал капітан майор командир
  сапер рятувальник волонтер волонтерка священник мешканець мешканка житель жителька сусід сусідка свідок в'язень полонений полонена військовий солдат офіцер посадовець чиновник фахівець дослідник дослідниця родич директор директорка керівник керівниця очільник очільниця заступник заступниця радник радниця уповноважений уповноважена
  омбудсмен представник представниця координатор координаторка депутат депутатка журналіст журналістка кореспондент кореспондентка староста вчителька вчитель фермер водій шахтар інженер жінка чоловік мати батько син донька брат сестра дружина вдова губернатор секретар секретарка співрозмовник співробітник
  експерти слідчі рятувальники поліцейські чиновники посадовці журналісти правоохоронці прокурори волонтери родичі очевидці свідки археологи антропологи лікарі медики військові сапери сусіди мешканці жителі місцеві криміналісти фахівці дослідники історики активісти науковці адвокати депутати рідні
  звіт документ заява повідомлення довідка протокол реєстр список журнал дослідження доповідь лист пост публікація база перепис`.split(/\s+/);

interface Stem {
  readonly noun: string;
  readonly stem: string;
}

/** Long stems first: "генпрокурор" before "прокурор". */
const stems: readonly Stem[] = nouns.map((noun) => ({ noun, stem: stemOf(noun) })).sort((a, b) => b.stem.length - a.stem.length);

function stemOf(noun: string): string {
  if (/(?:ець|ень)$/.test(noun)) return noun.slice(0, -3);
  return noun.replace(/(?:ія|ії|ння|ття|ок|[аяоеиійь])$/, '');
}

const isPlural = (noun: string): boolean => /[иії]$/.test(noun);
const obliquePlural = /(?:ів|їв|ей|их|іх|ам|ям|им|ами|ями|ими)$/;

/** The dictionary form of the noun that heads a description. */
function baseNoun(word: string): string | null {
  const lower = word.toLowerCase();
  if (nouns.includes(lower)) return lower;
  const wantsPlural = obliquePlural.test(lower);
  const matches = stems.filter(({ stem }) => lower.startsWith(stem) && lower.length - stem.length <= 4);
  const longest = matches[0]?.stem.length;
  const best = matches.filter(({ stem }) => stem.length === longest);
  return (best.find(({ noun }) => isPlural(noun) === wantsPlural) ?? best.find(({ noun }) => genderOf(noun) === genderOfForm(lower)) ?? best[0])?.noun ?? null;
}

type Gender = 'male' | 'female' | 'neuter' | 'plural';

function genderOf(noun: string): Gender {
  if (/(?:ння|ття|[ео])$/.test(noun)) return 'neuter';
  if (/[ая]$/.test(noun)) return noun === 'голова' || noun === 'староста' || noun === 'суддя' ? 'male' : 'female';
  return isPlural(noun) ? 'plural' : 'male';
}

const genderOfForm = (form: string): Gender => (/(?:ої|ою|ці|ки|ці|ині|ині)$/.test(form) ? 'female' : 'male');

const endings: Readonly<Record<Gender, readonly [string, string]>> = { male: ['ий', 'ій'], female: ['а', 'я'], neuter: ['е', 'є'], plural: ['і', 'і'] };

function baseAdjective(word: string, gender: Gender): string {
  const [hard, soft] = endings[gender];
  if (/(?:ього|ьої|ьому|ьою|ніх|нім|німи)$/.test(word)) return word.replace(/(?:ього|ьої|ьому|ьою|іх|ім|іми)$/, soft);
  return word.replace(/(?:ого|ої|ому|ою|ій|их|им|ими)$/, hard);
}

/** "обласній прокуратурі" → "обласна прокуратура"; what depends on the noun stays as it is. */
export function nominative(phrase: string): string {
  const list = phrase.split(' ');
  // "військової адміністрації": an adjective before its noun is not the head.
  const head = list.findIndex((word, index) => baseNoun(word) !== null && !(/(?:ої|ій|ого|ому|их|им)$/.test(word) && baseNoun(list[index + 1] ?? '') !== null));
  const noun = baseNoun(list[head] ?? '');
  if (head < 0 || head > 4 || noun === null) return phrase;
  const gender = genderOf(noun);
  return list.map((word, index) => (index < head ? baseAdjective(word, gender) : index === head ? withCase(word, noun) : word)).join(' ');
}

const withCase = (word: string, noun: string): string => (/^\p{Lu}/u.test(word) ? noun.charAt(0).toUpperCase() + noun.slice(1) : noun);
