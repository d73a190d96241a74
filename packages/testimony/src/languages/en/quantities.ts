import type { BoundPhrase, QuantityWords } from '../language.ts';
import { pairs, phrases, words } from '../word-table.ts';

const bound = (name: BoundPhrase['bound'], list: string): BoundPhrase[] => phrases(list).map((phrase) => ({ words: phrase, bound: name }));
const longestFirst = (list: BoundPhrase[]): BoundPhrase[] => list.sort((a, b) => b.words.length - a.words.length);

/** Things of the matter itself: an elliptic number can take them up. */
const domain = `graves burials bodies corpses remains skeletons skulls pits trenches people men women children victims soldiers civilians miners prisoners residents villagers passengers coffins crosses sites
  casualties boys girls servicemen detainees captives hostages fighters survivors refugees patients persons individuals families fatalities deaths`;
const identity = (list: string): string => list.split(/\s+/).map((word) => `${word}:${word}`).join(' ');

export const quantities: QuantityWords = {
  before: longestFirst([
    ...bound('at_least', 'at least, no fewer than, no less than, not fewer than, not less than, a minimum of, minimum of, no earlier than, no earlier than in, not earlier than, at a minimum, no sooner than'),
    ...bound('more_than', 'more than, over, above, upwards of, upward of, in excess of, exceeding, exceeded, exceeds, exceed, well over, just over, greater than, older than, longer than, over the age of, higher than, beyond, somewhat more than, a little over, slightly more than, above the age of, past'),
    ...bound('at_most', 'at most, no more than, not more than, a maximum of, maximum of, no later than, not later than, not exceeding, not exceed, never exceed, not exceeded, within, inside of, capped at, no longer than, fewer or equal to, at the most'),
    ...bound('less_than', 'less than, fewer than, under, below, nearly, almost, just under, just short of, younger than, approaching, under the age of, shy of, just shy of, not quite, a little under, slightly less than, below the age of, shorter than'),
    ...bound('up_to', 'up to, as many as, as much as, as high as, anything up to'),
    ...bound('approx', 'about, around, approximately, roughly, some, an estimated, estimated, circa, in the region of, in the order of, on the order of, or so, somewhere around, something like, more or less, in about, in around, close on, perhaps, maybe, possibly, ca, approx, put at about, probably, believed to be, close to, closer to, nearer to'),
    ...bound('exact', 'exactly, precisely, a total of, total of, only, just, a further, another, a mere, all, all of, in all, the'),
  ]),
  tollBounds: words('passed surpassed topped'),
  after: longestFirst([
    ...bound('at_least', 'or more, or longer, and more, plus, at least, and counting, or over, and above, at a minimum, and over'),
    ...bound('at_most', 'or fewer, or less, at most, at the most, or under'),
    ...bound('approx', 'or so, or thereabouts, approximately, give or take, odd, plus or minus, -odd, or more or less'),
  ]),
  rangeBetween: words('between'),
  rangeAnd: words('and'),
  rangeFrom: words('from'),
  rangeTo: words('to or - – —'),
  labels: words('numbered number no nos № # numbers marked tagged tag labelled labeled labels tags'),
  namedThings: words('article articles section chapter paragraph resolution order school highway route road unit brigade battalion regiment room flat apartment page day phase version apollo covid protocol law clause flight hospital brigade building house block mine pit shaft kilometre-post quadrant'),
  units: pairs(`${identity(domain)} dead:dead killed:people missing:missing_persons unaccounted:missing_persons injured:injured wounded:injured percent:percent per_cent:percent
    homes:houses houses:houses body:bodies corpse:bodies grave:graves persons:people person:people man:men woman:women child:children miner:miners soldier:soldiers victim:victims
    experts:people specialists:people staff:people personnel:people officers:people officials:people troops:soldiers km:kilometres kms:kilometres cm:centimetres`),
  unitStems: [],
  skippable: words('the of these those them whom such their his her its possible suspected individual human forensic unmarked fresh other more further additional different separate new old'),
  notNouns: words('fewer less higher lower greater given found taken seen held known still already earlier later together alone here there now today yesterday away ago again apart said reported so far'),
  including: words('including among'),
  modifiers: words('mass probable burial grave body missing war fresh'),
  percent: words('percent per % percentage'),
  agePhrases: words('age aged ages year-old years-old year-olds'),
  tollWords: words('toll tally number count figure total'),
  of: words('of'),
  supersededMarks: words('from previously formerly earlier'),
  isInflected: false,
  changes: words('ris* rose fell fall* grew grow* climb* jump* drop* went increas* decreas* lower* rais* revis* updat* chang* doubl* swell* swollen'),
  countMarks: words('including only just than with least containing and'),
  carriers: words('member members set sets kind kinds'),
  forces: words('military army forces troops brigade guard'),
  labelledBodies: words('body bodies remains bag bags'),
  agedPeople: words('boy boys girl girls children men women those anyone everyone'),
  ageComparisons: words('over under above below'),
  fillersBeforeOld: words('the an about'),
  backReferences: words('them whom which those these us you'),
  massNouns: words('people police staff personnel crew dead injured wounded missing remains troops cattle sheep km kms m cm mm kg percent disappeared displaced deceased bereaved military infantry folk detained unidentified feet offspring aircraft youth clergy elderly'),
  missingLinks: words('are were is was be been being have has had remain remains remained still reported listed as went gone feared presumed declared considered recorded also now yet officially currently had'),
  baseVerbs: words('lie remain live stay come belong show bear carry work need stand sit die go make take give get want think say believe survive escape'),
  adjectiveEndings: [],
  antecedents: words(domain),
  personVerbs: words(`died die killed identified exhumed recovered buried missing injured wounded shot executed tortured survived evacuated rescued detained arrested drowned examined named civilians dead unidentified alive perished murdered
    returned reburied unaccounted unclaimed hospitalised hospitalized unearthed disappeared vanished reinterred repatriated`),
  groundVerbs: words('dug dig excavated marked refilled backfilled'),
  selves: words('i'),
  articles: words('a an'),
  copulas: words('is was were are be been being am'),
  throughout: words('over'),
  zeroMarks: words('new further more additional other'),
  ageSubjects: words('youngest oldest eldest age'),
  ageVerbs: words('turned'),
  labelFillers: words('. : # the a with as high running run going up to reaching ending from reads reading only just'),
  labelledLists: words('list register'),
};
