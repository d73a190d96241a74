import type { Json, Language } from '@imena/problem';
import { codeLists } from '@imena/record';
import { codeLabel, formatNumber, recordOf } from '../format/index.ts';

type Measurement = (typeof codeLists.boneMeasurements)[number];

/** What is measured of each bone; a test holds this against what the matching weighs. Other bones are not weighed by size. */
export const measurementsOf: Readonly<Partial<Record<string, readonly Measurement[]>>> = {
  humerus: ['maximum_length', 'head_diameter', 'epicondylar_breadth'], radius: ['maximum_length', 'head_diameter'], ulna: ['maximum_length'],
  femur: ['maximum_length', 'head_diameter', 'epicondylar_breadth'], tibia: ['maximum_length', 'proximal_breadth'], os_coxae: ['height', 'acetabulum_diameter'],
};

/** Sizes as a bone has them, with one put in, corrected or taken out; undefined where none is left. */
export function withSize(sizes: Json | undefined, name: Measurement, typed: string): Record<string, Json> | undefined {
  const value = typed.trim().replace(',', '.').replace(/\.0$/u, '');
  const next = Object.fromEntries(Object.entries(recordOf(sizes)).filter((entry): entry is [string, Json] => entry[0] !== name));
  if (value !== '') next[name] = value;
  return Object.keys(next).length === 0 ? undefined : next;
}

/** Whether a typed size is one: millimetres, 1 to 999, to a tenth. Nothing typed is right too. */
export function isSize(typed: string): boolean {
  return /^([1-9][0-9]{0,2}([.,][0-9])?)?$/u.test(typed.trim());
}

/** ` · greatest length 452 mm, ...`, or nothing where nothing was measured. */
export function sizeWords(sizes: Json | undefined, language: Language): string {
  const said = codeLists.boneMeasurements.flatMap((name) => {
    const value = recordOf(sizes)[name];
    return typeof value === 'string' ? [`${codeLabel('boneMeasurements', name)} ${formatNumber(Number(value), language)}`] : [];
  });
  return said.length === 0 ? '' : ` · ${said.join(', ')}\u00a0${language === 'uk' ? 'мм' : 'mm'}`;
}
