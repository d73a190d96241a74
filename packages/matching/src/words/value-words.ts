import type { EyeColour, HairColour } from '../evidence/colouring.ts';
import type { NumberedThing, NumberKind } from '../evidence/numbers.ts';
import type { QualityAxis } from '../evidence/quality-table.ts';
import type { ChartedTooth, ToothMaterial, ToothReplacement } from '../evidence/tooth-chart.ts';
import type { StatedDate, YearSpan } from '../records/types.ts';

/** One thing said in both languages. */
export interface Words {
  readonly en: string;
  readonly uk: string;
}

export const hairWords: Readonly<Record<HairColour, Words>> = {
  black: { en: 'black', uk: 'чорне' }, brown: { en: 'brown', uk: 'каштанове' }, fair: { en: 'fair', uk: 'русяве' }, red: { en: 'red', uk: 'руде' },
  grey: { en: 'grey', uk: 'сиве' }, white: { en: 'white', uk: 'біле' }, bald: { en: 'bald', uk: 'немає (облисіння)' },
};
export const eyeWords: Readonly<Record<EyeColour, Words>> = {
  blue: { en: 'blue', uk: 'блакитні' }, grey: { en: 'grey', uk: 'сірі' }, green: { en: 'green', uk: 'зелені' }, hazel: { en: 'hazel', uk: 'горіхові' }, brown: { en: 'brown', uk: 'карі' },
};
export const toothWords: Readonly<Record<ChartedTooth['seen'], Words>> = {
  unrestored: { en: 'no restoration', uk: 'без реставрації' }, filled: { en: 'filling', uk: 'пломба' }, crowned: { en: 'crown', uk: 'коронка' }, gone: { en: 'lost in life', uk: 'втрачено за життя' },
  present: { en: 'present', uk: 'наявний' }, missing: { en: 'missing', uk: 'відсутній' },
};
export const materialWords: Readonly<Record<ToothMaterial, Words>> = {
  amalgam: { en: 'amalgam', uk: 'амальгама' }, tooth_coloured: { en: 'tooth-coloured', uk: 'колір зуба' }, gold_coloured: { en: 'gold-coloured', uk: 'золотистий колір' }, steel: { en: 'steel', uk: 'сталь' }, ceramic: { en: 'ceramic', uk: 'кераміка' },
};
export const replacementWords: Readonly<Record<Exclude<ToothReplacement, 'bare'>, Words>> = {
  implant: { en: 'implant', uk: 'імплант' }, replaced: { en: 'bridge or denture', uk: 'міст або знімний протез' }, root: { en: 'root left', uk: 'залишився корінь' },
};
export const numberWords: Readonly<Record<NumberKind, Words>> = {
  implant: { en: 'implant', uk: 'імплант' }, passport: { en: 'passport', uk: 'паспорт' }, id_card: { en: 'identity card', uk: 'ID-картка' }, military_id: { en: 'military card', uk: 'військовий квиток' },
  tax_number: { en: 'tax number', uk: 'податковий номер' }, bank_card: { en: 'bank card', uk: 'банківська картка' }, phone: { en: 'telephone number', uk: 'номер телефону' }, device: { en: 'device', uk: 'пристрій' }, other: { en: 'other number', uk: 'інший номер' },
};
/** What descriptions say beside the thing. */
export const axisWords: Readonly<Record<QualityAxis, Words>> = {
  colour: { en: 'colour', uk: 'колір' }, pattern: { en: 'pattern', uk: 'візерунок' }, material: { en: 'material', uk: 'матеріал' }, style: { en: 'kind', uk: 'різновид' },
  place: { en: 'place on the body', uk: 'місце на тілі' }, side: { en: 'side', uk: 'бік' }, motif: { en: 'picture', uk: 'малюнок' }, detail: { en: 'other words', uk: 'інші слова' },
};

/** The same words of no language in both: names, numbers, dates. */
export function plain(text: string): Words {
  return { en: text, uk: text };
}

/** Texts in a row, each in its language. */
export function joined(all: readonly Words[], between = ', '): Words {
  return { en: all.map(({ en }) => en).join(between), uk: all.map(({ uk }) => uk).join(between) };
}

/** Numbered things with the word of their kind before each: `passport AB123456`. */
export function numbered(things: readonly NumberedThing[], between = ', '): Words {
  return joined(things.map(({ kind, number }) => joined([numberWords[kind], plain(number)], ' ')), between);
}

/** Years as EDTF writes a span, with its doubt. */
export function years({ from, to, isDoubtful }: YearSpan): string {
  return `${from === to ? String(from) : `${from ?? '..'}/${to ?? '..'}`}${isDoubtful ? '?' : ''}`;
}

/** A stated date as far as it goes. */
export function date({ year, month, day }: StatedDate): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}${month === null ? '' : `-${two(month)}${day === null ? '' : `-${two(day)}`}`}`;
}

/** Days since 1970-01-01 as a date. */
export function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
