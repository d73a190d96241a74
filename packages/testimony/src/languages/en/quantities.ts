import type { BoundPhrase, QuantityWords } from '../language.ts';
import { pairs, phrases, words } from '../word-table.ts';

const bound = (name: BoundPhrase['bound'], list: string): BoundPhrase[] => phrases(list).map((phrase) => ({ words: phrase, bound: name }));
const longestFirst = (list: BoundPhrase[]): BoundPhrase[] => list.sort((a, b) => b.words.length - a.words.length);

/** Nouns of people by what they do: counted together they are people. */
const people = `people villagers men women girls boys experts specialists rescuers officers officials workers volunteers investigators prosecutors engineers doctors medics firefighters residents-of relatives
  families-of mourners worshippers passengers miners divers guests visitors students pupils teachers patients prisoners detainees refugees survivors farmers employees staff personnel searchers
  archaeologists anthropologists scientists technicians inhabitants-of policemen monks pilgrims members participants protesters hostages captives inmates migrants parishioners fishermen tourists drivers crew`;

export const quantities: QuantityWords = {
  before: longestFirst([
    ...bound('at_least', 'at least, no fewer than, no less than, not fewer than, not less than, a minimum of, minimum of, no earlier than, no earlier than in, not earlier than, at a minimum, no sooner than'),
    ...bound('more_than', 'more than, over, above, upwards of, upward of, in excess of, exceeding, exceeded, exceeds, exceed, well over, just over, greater than, older than, longer than, over the age of, higher than, beyond, somewhat more than, a little over, slightly more than, above the age of, past'),
    ...bound('at_most', 'at most, no more than, not more than, a maximum of, maximum of, no later than, not later than, not exceeding, capped at, no longer than, fewer or equal to, at the most'),
    ...bound('less_than', 'less than, fewer than, under, below, nearly, almost, just under, just short of, younger than, approaching, under the age of, shy of, just shy of, not quite, a little under, slightly less than, below the age of, shorter than'),
    ...bound('up_to', 'up to, as many as, as much as, as high as, anything up to'),
    ...bound('approx', 'about, around, approximately, roughly, some, an estimated, estimated, circa, in the region of, in the order of, on the order of, or so, somewhere around, something like, more or less, in about, in around, close on, perhaps, maybe, possibly, ca, approx, put at about, probably, believed to be, close to, closer to, nearer to'),
    ...bound('exact', 'exactly, precisely, a total of, total of, only, just, a further, another, a mere, all, all of, in all, the'),
  ]),
  tollBounds: words('passed surpassed topped'),
  after: longestFirst([
    ...bound('at_least', 'or more, and more, plus, at least, and counting, or over, and above, at a minimum, and over'),
    ...bound('at_most', 'or fewer, or less, at most, at the most, or under'),
    ...bound('approx', 'or so, or thereabouts, approximately, give or take, odd, plus or minus, -odd, or more or less'),
  ]),
  rangeBetween: words('between'),
  rangeAnd: words('and'),
  rangeFrom: words('from'),
  rangeTo: words('to or - – —'),
  labels: words('numbered number no nos № # numbers marked tagged tag labelled labeled'),
  namedThings: words('article articles section chapter paragraph resolution order school highway route road unit brigade battalion regiment room flat apartment page day phase version apollo covid protocol law clause flight hospital brigade building house block mine pit shaft kilometre-post quadrant'),
  units: pairs(`deaths:deaths dead:dead killed:people fatalities:deaths casualties:casualties missing:missing_persons remains:remains unaccounted:missing_persons injured:injured wounded:injured percent:percent per_cent:percent
    homes:houses houses:houses bodies:bodies body:bodies corpses:bodies corpse:bodies graves:graves grave:graves persons:people person:people man:men woman:women child:children miner:miners soldier:soldiers victim:victims
    ${people.split(/\s+/).filter((word) => word !== '' && !word.includes('-') && /^(?:people|experts|specialists|villagers|staff|personnel|officers|officials)$/.test(word)).map((word) => `${word}:people`).join(' ')}`),
  unitStems: [],
  skippable: words('the of these those them whom such their his her its possible suspected individual human forensic unmarked fresh other more further additional different separate new old other'),
  notNouns: words('given found taken seen held known still already earlier later together alone here there now today yesterday away ago again apart said reported so far'),
  including: words('including among'),
  modifiers: words('mass probable burial grave body missing war fresh'),
  percent: words('percent per % percentage'),
  agePhrases: words('age aged year-old years-old year-olds'),
  tollWords: words('toll tally number count figure total'),
  of: words('of'),
  supersededMarks: words('from previously formerly earlier'),
  isInflected: false,
  changes: words('ris* rose fell fall* grew grow* climb* jump* drop* went increas* decreas* lower* rais* revis* updat* chang* doubl* swell* swollen'),
  countMarks: words('including only just than with least containing and'),
  notCounted: words('day night man woman person thing'),
  carriers: words('member members set sets group groups pair pairs piece pieces row rows case cases kind kinds'),
  forces: words('military army forces troops brigade guard'),
  labelledBodies: words('body bodies remains bag bags'),
  agedPeople: words('boy boys girl girls children men women those anyone everyone'),
  ageComparisons: words('over under above below'),
  fillersBeforeOld: words('the an about'),
  backReferences: words('them whom which'),
};
/** Kinds of people: two kinds counted by one number are people. */
export const peopleNouns = words(people.replace(/\S+-of/g, ''));
