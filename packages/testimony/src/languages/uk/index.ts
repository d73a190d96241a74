import type { Language } from '../language.ts';
import { phrases, words } from '../word-table.ts';
import * as cueWords from './cues.ts';
import * as cases from './cases.ts';
import { dates, numberWords } from './dates.ts';
import * as grammar from './grammar.ts';
import { quantities } from './quantities.ts';
import * as scenes from './scene.ts';
import * as names from './names.ts';
import * as speakers from './speakers.ts';

/** Ukrainian. */
export const ukrainian: Language = {
  code: 'uk',
  ...cueWords,
  quotedAs: { quoted: words('цитують цитує'), by: words(''), as: words(''), saying: words('') },
  whatCalled: { what: words('що те'), called: words('назвав назвала назвали') },
  speaking: words('виступаючи спілкуючись відповідаючи коментуючи звертаючись'),
  reports: words('повідомлення чутки твердження звинувачення'),
  blamePrepositions: words('у в за'),
  askedFor: words(''),
  infinitive: words(''),
  namedAs: phrases("на ім'я, назвався, назвалася"),
  citing: words('посилаючись'),
  putIt: [],
  contrasts: words('а але тоді однак проте'),
  joins: words('та і й але а'),
  figureNouns: words('кількість число'),
  ...grammar,
  ...speakers,
  ...names,
  ...cases,
  dates,
  numbers: numberWords,
  quantities,
  ...scenes,
};
