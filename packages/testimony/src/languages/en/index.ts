import type { Language } from '../language.ts';
import { phrases, words } from '../word-table.ts';
import * as cueWords from './cues.ts';
import { dates, numberWords } from './dates.ts';
import * as grammar from './grammar.ts';
import { quantities } from './quantities.ts';
import { reconciliation } from './reconciliation.ts';
import { channels, modality, scene } from './scene.ts';
import * as speakers from './speakers.ts';

/** English. */
export const english: Language = {
  code: 'en',
  ...cueWords,
  quotedAs: { quoted: words('quoted'), by: words('by'), as: words('as'), saying: words('saying') },
  whatCalled: { what: words('what'), called: words('called calls described termed dubbed labelled labeled') },
  speaking: words('speaking addressing writing talking testifying appearing responding replying commenting briefing posting tweeting'),
  reports: words('reports claims allegations suggestions accusations rumors rumours assertions'),
  blamePrepositions: words('of for'),
  askedFor: words('for on upon'),
  infinitive: words('to'),
  namedAs: phrases('identified only as, identified as, name only as, name as, known as, named only as, identified himself as, identified herself as, introduced himself as, introduced herself as, known only as'),
  citing: words('citing quoting'),
  putIt: phrases('put it, puts it'),
  contrasts: words('but while whereas though although'),
  joins: words('and but'),
  figureNouns: words('toll number numbers figure figures count tally estimate total losses damage probability likelihood chance chances cost costs share proportion age'),
  ...grammar,
  ...speakers,
  baseName: (name) => name,
  nominative: (phrase) => phrase,
  placeKey: (word) => word,
  nameKey: (word) => word.toLowerCase().replace(/[’ʼ]/g, "'"),
  dates,
  numbers: numberWords,
  quantities,
  modality,
  scene,
  channels,
  reconciliation,
};
