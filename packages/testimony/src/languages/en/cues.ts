import { cueTable, phrases } from '../word-table.ts';

/** Finite forms of reporting verbs; the first of each group is the lemma. */
export const cues = cueTable([
  { forms: 'say says said, add adds added, state states stated, write writes wrote written, explain explains explained, insist insists insisted, stress stresses stressed, claim claims claimed, tweet tweets tweeted, remark remarks remarked, reply replies replied, continue continued, recount recounts recounted, assert asserts asserted, argue argues argued, contend contends contended, testify testifies testified, reiterate reiterates reiterated, conclude concludes concluded, emphasize emphasizes emphasized, emphasise emphasises emphasised, underline underlines underlined, quip quipped, recall recalls recalled, relate related, elaborate elaborated, clarify clarifies clarified, comment comments commented, respond responds responded, lament laments lamented, whisper whispered, warn warned, counter countered, joke joked, admit admitted, murmur murmured, declare declares declared, posit posited, concede concedes conceded, retort retorted, muse mused, confide confided, answer answers answered, reckon reckons reckoned, opine opined, joke joked, shout shouted, cry cried, sob sobbed, sigh sighed, exclaim exclaimed, interject interjected, volunteer volunteered' },
  { forms: 'tell tells told, inform informs informed, assure assures assured, brief briefed', kind: 'tell' },
  { forms: 'warn warns warned, caution cautions cautioned', takes: 'anything' },
  { forms: 'predict predicts predicted, expect expects expected, forecast forecasts', takes: 'object', modality: 'forecast' },
  { forms: 'vow vows vowed, pledge pledges pledged, promise promises promised, urge urges urged', takes: 'object', modality: 'intent' },
  { forms: 'estimate estimates estimated, believe believes believed, think thinks thought, suspect suspects suspected, fear fears feared, assume assumes assumed', takes: 'anything', modality: 'estimate' },
  { forms: 'allege alleges alleged, charge charged', takes: 'clause', modality: 'allegation' },
  { forms: 'announce announces announced, report reports reported, confirm confirms confirmed, acknowledge acknowledges acknowledged, admit admits admitted, reveal reveals revealed, disclose discloses disclosed, describe describes described', takes: 'object' },
  { forms: 'note notes noted, suggest suggests suggested, indicate indicates indicated, show shows showed shown, find finds found, maintain maintains maintained, point pointed, agree agrees agreed, hint hinted, observe observed, mention mentioned, know knows knew, remember remembers remembered, recommend recommended, order ordered, complain complains complained, post posts posted, proclaim proclaimed, affirm affirmed, hear heard, establish established, determine determined, reportedly, cite cited, specify specified, calculate calculated, record recorded, rule ruled, decide decided, swear swears swore, learn learned, realize realized, ask asks asked, wonder wondered, imply implied, signal signalled, guess guessed', takes: 'clause' },
  { forms: 'deny denies denied, dismiss dismisses dismissed, reject rejects rejected, refute refutes refuted, dispute disputes disputed', kind: 'deny', takes: 'object', modality: 'denial' },
  { forms: 'accuse accuses accused, blame blames blamed', kind: 'blame', takes: 'object', modality: 'allegation' },
  { forms: 'call calls called, term terms termed, brand brands branded, label labelled, dub dubbed', kind: 'call', takes: 'clause', modality: 'allegation' },
  { forms: 'speak speaks spoke spoken, talk talks talked', kind: 'speak', takes: 'object' },
  { forms: 'put puts, lower lowers lowered, raise raises raised, revise revises revised, update updates updated, place places placed, set sets, cut cuts, increase increased, reduce reduced', kind: 'figure', takes: 'object' },
]);

/** Forms that carry a second report of the same speaker. */
export const participles = cueTable([
  { forms: 'say saying, add adding, note noting, explain explaining, warn warning, stress stressing, state stating, claim claiming, insist insisting, confirm confirming, write writing, point pointing, tell telling, argue arguing, report reporting, suggest suggesting, recall recalling, reveal revealing, emphasize emphasizing, emphasise emphasising, clarify clarifying, acknowledge acknowledging, announce announcing, caution cautioning, admit admitting, describe describing', takes: 'clause' },
  { forms: 'estimate estimating, believe believing', takes: 'clause', modality: 'estimate' },
  { forms: 'predict predicting', takes: 'clause', modality: 'forecast' },
  { forms: 'vow vowing, pledge pledging, promise promising', takes: 'clause', modality: 'intent' },
  { forms: 'deny denying, dismiss dismissing, reject rejecting', kind: 'deny', takes: 'object', modality: 'denial' },
  { forms: 'accuse accusing, blame blaming', kind: 'blame', takes: 'object', modality: 'allegation' },
  { forms: 'call calling, allege alleging', takes: 'clause', modality: 'allegation' },
]);

export const accordingTo = phrases('according to, in the words of, as per, in the estimate of, in the account of');
export const pronounSources = phrases('in his words, in her words, in his view, in her view, in his opinion, in her opinion, in their words');
export const reportsBack = phrases('that is, this is');
