import type { Language } from './language.ts';
import { arabic, armenian, georgian, greek } from './other-scripts.ts';
import { russian } from './russian.ts';
import { ukrainian } from './ukrainian.ts';

/** Every language that names are read in. To add one, add its table here; nothing else changes. */
export const languages: readonly Language[] = [ukrainian, russian, greek, georgian, armenian, arabic];

export { confusionTables, letterErrors, lookAlikes, signsForLetters } from './confusions.ts';
export { particles } from './particles.ts';
export { latinConventions } from './latin-conventions.ts';
export type { ConfusionTable, Language, LatinConvention } from './language.ts';
