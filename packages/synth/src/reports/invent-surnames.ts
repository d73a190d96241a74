import type { Random } from '../random.ts';
import type { Surname } from '../surnames.ts';

const onsets = ['Б', 'В', 'Г', 'Д', 'Ж', 'З', 'К', 'Л', 'М', 'Н', 'П', 'Р', 'С', 'Т', 'Х', 'Ц', 'Ч', 'Ш', 'Бр', 'Гл', 'Др', 'Кр', 'Пл', 'Св', 'Ст', 'Тр', 'Хр', 'Шт'];
const nuclei: readonly (readonly [uk: string, ru: string])[] = [['а', 'а'], ['о', 'о'], ['у', 'у'], ['е', 'е'], ['и', 'ы'], ['і', 'и']];
const codas = ['б', 'в', 'г', 'д', 'ж', 'з', 'к', 'л', 'м', 'н', 'п', 'р', 'с', 'т', 'х', 'ч', 'ш', 'рд', 'лб', 'нч', 'рх', 'ст', 'мб', 'рш'];
const endings: readonly { readonly uk: readonly [string, string]; readonly ru: readonly [string, string]; readonly weight: number }[] = [
  { uk: ['енко', 'енко'], ru: ['енко', 'енко'], weight: 24 },
  { uk: ['ук', 'ук'], ru: ['ук', 'ук'], weight: 11 },
  { uk: ['чук', 'чук'], ru: ['чук', 'чук'], weight: 7 },
  { uk: ['івський', 'івська'], ru: ['овский', 'овская'], weight: 10 },
  { uk: ['инський', 'инська'], ru: ['инский', 'инская'], weight: 5 },
  { uk: ['ов', 'ова'], ru: ['ов', 'ова'], weight: 16 },
  { uk: ['ін', 'іна'], ru: ['ин', 'ина'], weight: 6 },
  { uk: ['ик', 'ик'], ru: ['ик', 'ик'], weight: 6 },
  { uk: ['ець', 'ець'], ru: ['ец', 'ец'], weight: 5 },
  { uk: ['ак', 'ак'], ru: ['ак', 'ак'], weight: 6 },
  { uk: ['ило', 'ило'], ru: ['ыло', 'ыло'], weight: 4 },
];

/**
 * Invents so many different surnames, the most frequent first: two syllables without meaning and a common ending. Unlike
 * `shuffledSurnames` there is no end to them, and they do not say that they are invented: use them in data marked so.
 */
export function inventSurnames(random: Random, count: number): Surname[] {
  const known = new Set<string>();
  const made: Surname[] = [];
  while (made.length < count) {
    const parts = Array.from({ length: random.chance(0.75) ? 1 : 2 }, (_, at) => {
      const onset = random.pick(onsets);
      const [uk, ru] = random.pick(nuclei);
      const coda = random.pick(codas);
      return { uk: (at === 0 ? onset : onset.toLowerCase()) + uk + coda, ru: (at === 0 ? onset : onset.toLowerCase()) + ru + coda };
    });
    const stem = { uk: parts.map(({ uk }) => uk).join(''), ru: parts.map(({ ru }) => ru).join('') };
    const ending = pickWeighted(random, endings);
    const surname: Surname = { uk: [stem.uk + ending.uk[0], stem.uk + ending.uk[1]], ru: [stem.ru + ending.ru[0], stem.ru + ending.ru[1]] };
    if (known.has(surname.uk[0])) continue;
    known.add(surname.uk[0]);
    made.push(surname);
  }
  return made;
}

function pickWeighted<T extends { readonly weight: number }>(random: Random, items: readonly T[]): T {
  let left = random.next() * items.reduce((sum, { weight }) => sum + weight, 0);
  for (const item of items) {
    left -= item.weight;
    if (left < 0) return item;
  }
  return random.pick(items);
}

/** Picks early elements more often: the share of rank r falls like 1 / (r + flatness) (Zipf and Mandelbrot). */
export function pickByRank<T>(random: Random, items: readonly T[], flatness: number): T {
  const span = Math.log((items.length + flatness) / flatness);
  const rank = Math.floor(flatness * (Math.exp(random.next() * span) - 1));
  return items[Math.min(items.length - 1, rank)] ?? random.pick(items);
}
