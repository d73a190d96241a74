import type { Language } from './language.ts';
import { arabic, arabicLanguage } from './arabic.ts';
import type { Community } from './community.ts';
import { eastSlavic } from './east-slavic.ts';
import { armenian, georgian, greek } from './other-scripts.ts';
import { russian } from './russian.ts';
import { serbian, southSlavic } from './south-slavic.ts';
import { spanish } from './spanish.ts';
import { ukrainian } from './ukrainian.ts';

/** Every language that names are read in; of those of one script the first reads what none of them claims. */
export const languages: readonly Language[] = [ukrainian, russian, serbian, greek, georgian, armenian, arabicLanguage];

/** The communities that names belong to; a name that speaks for none belongs to the first. To add one, add its table here; nothing else changes. */
export const communities: readonly Community[] = [eastSlavic, arabic, spanish, southSlavic];

export { besideWords, type BesideWords } from './beside-words.ts';
export { confusionTables, letterErrors, lookAlikes, signsForLetters } from './confusions.ts';
export { latinKeyboard } from './latin-conventions.ts';
export { asideLatin, particles } from './particles.ts';
export type { Community, GivenColumn, GivenNameTable, NameCustoms, NameShares } from './community.ts';
export type { ConfusionTable, Language, LatinConvention, Letters } from './language.ts';
