import { cueTable, phrases, words } from '../word-table.ts';

/** The forms of regular verbs: "announce" → announce announces announced. */
const regular = (list: string): string => list.split(/\s+/).map((verb) => `${verb} ${present(verb)} ${past(verb)}`).join(', ');
const present = (verb: string): string => (/(?:s|sh|ch|x)$/.test(verb) ? `${verb}es` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`);
const past = (verb: string): string => (verb.endsWith('e') ? `${verb}d` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`);
/** "announce" → "announce:announcing": the form that carries a second report, with its lemma. */
const going = (list: string): string => list.split(/\s+/).map((verb) => `${verb}:${verb.endsWith('e') && !verb.endsWith('ee') ? verb.slice(0, -1) : verb}ing`).join(', ');

/** Finite forms of reporting verbs; the first of each group is the lemma. */
export const cues = cueTable([
  { forms: `say says said, write writes wrote written, recount recounts recounted, quip quips quipped, retort retorted, cry cries cried, sob sobs sobbed, underscore underscored, tweet tweets tweeted, retweet retweeted, testify testifies testified, clarify clarifies clarified, reply replies replied, admit admits admitted,
    ${regular('add state explain insist stress claim remark continue assert argue contend reiterate conclude emphasize emphasise underline recall relate elaborate comment respond lament whisper counter joke murmur declare concede muse confide answer reckon opine shout sigh exclaim interject volunteer echo enthuse protest object fume mutter stammer summarise summarize theorise theorize speculate hypothesise hypothesize marvel wail plead repeat')}` },
  { forms: `tell tells told, ${regular('inform assure brief')}`, kind: 'tell' },
  { forms: regular('warn caution') },
  { forms: `foresee foresees foresaw, forecast forecasts, ${regular('predict expect anticipate project')}`, takes: 'object', modality: 'forecast' },
  { forms: `vow vows vowed, swear swears swore, ${regular('pledge promise')}`, takes: 'object', modality: 'intent' },
  { forms: regular('urge appeal implore beseech'), kind: 'ask', takes: 'object', modality: 'intent' },
  { forms: `think thinks thought, ${regular('estimate believe suspect fear assume suppose presume')}`, modality: 'estimate' },
  { forms: regular('allege charge'), takes: 'clause', modality: 'allegation' },
  { forms: regular('announce report confirm acknowledge reveal disclose describe'), takes: 'object' },
  { forms: `show shows showed shown, find finds found, know knows knew, hear hears heard, hold holds held, understand understands understood, imply implies implied, certify certifies certified, specify specifies specified, verify verifies verified, hint hints hinted, reportedly,
    ${regular('note suggest indicate maintain point agree observe mention remember recommend complain post proclaim affirm establish determine cite calculate record rule decide learn realize realise wonder signal guess document discover demonstrate detail outline count list accept apologise apologize hope attest corroborate deduce infer recognise recognize worry doubt profess notify share')}`, takes: 'clause' },
  { forms: `deny denies denied, ${regular('dismiss reject refute dispute contest rebut')}`, kind: 'deny', takes: 'object', modality: 'denial' },
  { forms: regular('ask order request demand instruct'), kind: 'ask', takes: 'object', modality: 'intent' },
  { forms: regular('accuse blame'), kind: 'blame', takes: 'object', modality: 'allegation' },
  { forms: `${regular('call term brand')}, label labels labelled labeled, dub dubs dubbed`, kind: 'call', takes: 'clause', modality: 'allegation' },
  { forms: 'speak speaks spoke spoken, talk talks talked', kind: 'speak', takes: 'object' },
  { forms: `put puts, set sets, cut cuts, ${regular('lower raise revise update place increase reduce')}`, kind: 'figure', takes: 'object' },
]);

/** Forms that carry a second report of the same speaker. */
export const participles = cueTable([
  { forms: `admit:admitting, clarify:clarifying, testify:testifying, specify:specifying, reply:replying, ${going('say add note explain warn stress state claim insist confirm write point tell argue report suggest recall reveal emphasize emphasise acknowledge announce caution describe indicate underline remark observe lament declare assert conclude maintain complain disclose mention reiterate continue concede contend affirm post respond comment recount joke repeat')}`, takes: 'clause' },
  { forms: going('estimate believe think fear suspect'), takes: 'clause', modality: 'estimate' },
  { forms: going('predict expect anticipate'), takes: 'clause', modality: 'forecast' },
  { forms: going('vow pledge promise'), takes: 'clause', modality: 'intent' },
  { forms: `deny:denying, ${going('dismiss reject dispute')}`, kind: 'deny', takes: 'object', modality: 'denial' },
  { forms: going('accuse blame'), kind: 'blame', takes: 'object', modality: 'allegation' },
  { forms: going('call allege'), takes: 'clause', modality: 'allegation' },
]);

/** Forms of reporting words that are nouns as well: "conservative estimates", "the state of Veracruz". */
export const nounCues = words(`state states claim claims report reports comment comments estimate estimates charge order orders post posts record records call calls term terms label labels brand brands cry cries
  note notes answer answers reply remark remarks forecast forecasts show shows find finds point points hint hints place places set sets cut cuts signal signals guess update updates question fear fears blame request demand urge tweet tweets
  project projects account detail details document documents object objects protest stress doubt worry hope hopes share shares rule count counts list lists raise pledge promise vow echo counter brief tell hold charges orders details hints requests demands joke talk talks shout sigh whisper judge`);


export const accordingTo = phrases('according to, in the words of, as per, in the estimate of, in the account of, in the view of, in the opinion of, by the account of, by the estimate of');
export const pronounSources = phrases('in his words, in her words, in his view, in her view, in his opinion, in her opinion, in their words, in his estimate, in her estimate, by his account, by her account, by their account, by his own account, by her own account, by his count, by her count, by their count, by his estimate, by her estimate');
export const reportsBack = phrases('that is, this is');
