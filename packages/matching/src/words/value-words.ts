import type { EyeColour, HairColour } from '../evidence/colouring.ts';
import type { NumberKind } from '../evidence/numbers.ts';
import type { ChartedTooth } from '../evidence/tooth-chart.ts';

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
export const numberWords: Readonly<Record<NumberKind, Words>> = {
  implant: { en: 'implant', uk: 'імплант' }, passport: { en: 'passport', uk: 'паспорт' }, id_card: { en: 'identity card', uk: 'ID-картка' }, military_id: { en: 'military card', uk: 'військовий квиток' },
  tax_number: { en: 'tax number', uk: 'податковий номер' }, bank_card: { en: 'bank card', uk: 'банківська картка' }, phone: { en: 'telephone number', uk: 'номер телефону' }, device: { en: 'device', uk: 'пристрій' }, other: { en: 'other number', uk: 'інший номер' },
};

/** The same words of no language in both: names, numbers, dates. */
export function plain(text: string): Words {
  return { en: text, uk: text };
}

/** Texts in a row, each in its language. */
export function joined(all: readonly Words[], between = ', '): Words {
  return { en: all.map(({ en }) => en).join(between), uk: all.map(({ uk }) => uk).join(between) };
}
