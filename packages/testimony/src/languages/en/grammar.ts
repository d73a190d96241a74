import type { Pronoun } from '../language.ts';
import { words } from '../word-table.ts';

export const that = words('that');
export const speechDashes = false;
export const toldOf = words('');
export const commaBeforeThat = false;
export const prepositionalBodies = words('');
export const clauseOpeners = words('whether how why if where when what');
export const as = words('as');
export const and = words('and or & nor');
export const of = words('of');
export const determiners = words('the a an this that these those his her its their our my another one some any no every each other both all several two three');
export const prepositions = words('of in on at by for from with to into over under near during after before since until between among through via about against within without towards toward around across along behind beside beneath above below outside inside amid despite');
export const conjunctions = words('and but while as because after before when since although though whereas if until where so that than or nor yet once unless');
export const relatives = words('who which whose whom where');
const beforeCue = words('always never often frequently long once thus so-far rightly either neither too soon ever almost nonetheless nevertheless instead meanwhile has have had also later then further earlier recently previously subsequently reportedly publicly repeatedly already now still just even again additionally therefore separately initially first finally simply briefly quietly angrily bluntly himself herself itself themselves today yesterday however did does do would could can both all previously since once only specifically explicitly flatly strongly categorically vehemently officially formally firmly calmly similarly');
const notAdverbs = words('family assembly italy july june reply supply daily weekly monthly elderly early bully ally rally anomaly monopoly butterfly lily emily molly sally kelly billy holly polly willy');
export const isAdverb = (norm: string): boolean => beforeCue.has(norm) || (norm.length > 4 && norm.endsWith('ly') && !notAdverbs.has(norm));
export const passive = words('is was were are be been being get got getting');
export const auxiliaries = 'is was were are am has have had will would can could may might must shall should do does did cannot wont isn\'t wasn\'t weren\'t aren\'t hasn\'t haven\'t hadn\'t won\'t wouldn\'t can\'t couldn\'t don\'t didn\'t doesn\'t shouldn\'t it\'s there\'s they\'re we\'re i\'m he\'s she\'s we\'ve they\'ve i\'ve';
const irregular = 'went came took gave made saw knew found told said got left held kept stood lay began became brought sent lost met ran fell grew drew broke spoke wrote rose led hid dug wore fled bore felt heard put set hit cut lies sits stands holds takes says remains seems appears shows includes contains needs wants goes comes makes gives gets continues belongs works lives began think believe know need want expect hope heads bought died fought caught taught sought built burnt swept washed sank froze chose shot bled struck stuck wound';
export const finite = words(`${auxiliaries} ${irregular}`);
const notPast = words('red bed need indeed seed feed weed shed hundred led-by wounded injured dead unmarked armed united displaced deceased unidentified alleged detained hired-retired retired mixed sacred naked unnamed occupied liberated confirmed estimated used so-called named aged based combined limited');
export const isFinite = (norm: string): boolean => finite.has(norm) || (norm.length > 4 && norm.endsWith('ed') && !notPast.has(norm));

const person = (gender: Pronoun['gender'], number: Pronoun['number'] = 'one'): Pronoun => ({ gender, number, stands: 'person' });
export const pronouns: ReadonlyMap<string, Pronoun> = new Map<string, Pronoun>([
  ['he', person('male')],
  ['she', person('female')],
  ['him', person('male')],
  ['her', person('female')],
  ['they', { gender: null, number: 'many', stands: 'any' }],
  ['them', { gender: null, number: 'many', stands: 'any' }],
  ['it', { gender: null, number: 'one', stands: 'thing' }],
]);

export const sentenceOpeners = words(`
  interview analysis opinion exclusive explainer transcript podcast
  the a an this that these those there here it its he she they we i you his her their our my in on at by for from with to of over under near during after before since until between among
  about around against within without more most many much some several few all both each every no not none nobody nothing one two three four five six seven eight nine ten eleven twelve dozens
  hundreds thousands another other others but and or so yet while when where who what which why how if as because although though however meanwhile moreover also still even only just then now
  later earlier today yesterday tomorrow once again further at least nearly almost roughly approximately up down out off asked speaking according until amid despite unlike like per since same such
  residents officials police investigators witnesses experts rescuers survivors relatives families workers volunteers prosecutors authorities soldiers journalists reporters bodies graves people
  men women children forensic local heavy exhumation exhumations excavation work works crews teams evidence searchers signs rain rains snow flood floods villagers townspeople divers rescue
  human remains victims investigations survey individual mass emergency military government state regional city town village mayor governor president minister spokesman spokeswoman doctor
  doctors neighbours neighbors former elderly eyewitnesses satellite images footage photographs video new old first second third last next identification identified found asked pressed
  his none earlier elsewhere nearby inside outside behind beside beyond every everyone everything most-of it's there's that's what's he's she's they're we're i'm don't didn't
  separately additionally asked reports report records documents data figures statement minors toll death deaths part parts half estimates estimate critics opponents unnamed unidentified anonymous senior
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december girls boys servicemen servicewomen civilians miners divers bishops parishioners monks archaeologists anthropologists`);
export const nameParticles = words('de la van von der den bin ibn al el abu da dos del di te ter');
export const abbreviations = words('jan feb mar apr jun jul aug sep sept oct nov dec mr mrs ms dr prof col gen lt capt sgt maj rev fr st no nos sen rep gov pres hon jr sr vs etc inc ltd co approx dept fig est brig cmdr adm supt det insp');

export const particles = words('out up down off away back on in over to not there here then more');
export const attributeParticiples = words('read seen sent given made drawn kept held written shown known hidden taken put');
export const bylines = words('by from published updated share photo photograph image video source press contact tags related also read topics copyright');
export const questionLabels = words('q question interviewer host moderator presenter reporter journalist');
export const answerLabels = words('a answer');
export const interviews = words("interview interviewed interviews spoke speaks talked talks conversation questions question answered answers transcript hearing briefing asked excerpts testimony chat discussion podcast programme program");
export const existential = words('there');
