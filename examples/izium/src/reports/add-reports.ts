import type { Recorder } from '../recorder.ts';
import type { ClaimFacts } from './claim-facts.ts';
import { fridayClaims } from './friday-report.ts';
import { sundayClaims } from './sunday-report.ts';
import { inBoth } from '../statements/in-both.ts';

export interface ReportPlaces {
  readonly izium: string;
  readonly areas: Readonly<Record<NonNullable<ClaimFacts['about']>, string>>;
}

const links: readonly { from: string; to: string; relation: 'same-claim' | 'contradicts' | 'updates'; explanation: string }[] = [
  { from: 'b.440', to: 'a.440', relation: 'same-claim', explanation: inBoth('Те саме число того самого міністерства в обох повідомленнях.', 'The same figure of the same ministry in both reports.') },
  { from: 'b.torture', to: 'a.torture', relation: 'same-claim', explanation: inBoth('Та сама заява п’ятниці.', 'The same statement of Friday.') },
  { from: 'b.cruelty', to: 'a.cruelty', relation: 'same-claim', explanation: inBoth('Та сама заява п’ятниці.', 'The same statement of Friday.') },
  { from: 'b.398', to: 'a.398', relation: 'same-claim', explanation: inBoth('Той самий номер на хресті.', 'The same number on a cross.') },
  { from: 'b.crosses', to: 'a.crosses', relation: 'same-claim', explanation: inBoth('Імена й номери на хрестах, які бачили журналісти.', 'Names and numbers on crosses, seen by the reporters.') },
  { from: 'b.over_five_months', to: 'a.five_months', relation: 'same-claim', explanation: inBoth('Тривалість окупації: раз без «понад», раз із «понад».', 'The length of the occupation, once without and once with "more than".') },
  { from: 'b.two_weeks', to: 'b.two_weeks_lead', relation: 'same-claim', explanation: inBoth('Початок повідомлення повторює слова мера.', 'The opening of the report repeats the mayor.') },
  { from: 'b.two_weeks', to: 'a.work', relation: 'updates', explanation: inBoth('Стан робіт у неділю після стану в п’ятницю.', 'The state of the work on Sunday, after that of Friday.') },
  { from: 'b.unmarked', to: 'a.crosses', relation: 'contradicts', explanation: inBoth('Могили без позначень супроти хрестів з іменами й номерами.', 'Graves without marks against crosses that bear names and numbers.') },
  { from: 'b.unmarked', to: 'b.crosses', relation: 'contradicts', explanation: inBoth('Та сама розбіжність в одному повідомленні.', 'The same tension inside one report.') },
  { from: 'a.recaptured', to: 'a.retaken', relation: 'contradicts', explanation: inBoth('Хто повернув місто: у повідомленні сказано дві речі.', 'Who took the city back: the report says two things.') },
];

/**
 * Takes in the two public reports and states every attributed statement and observation in them, in our own words.
 * Grades are left to people. @returns the subject of each claim by its key
 */
export function addReports(recorder: Recorder, places: ReportPlaces): ReadonlyMap<string, string> {
  const claims = new Map<string, string>();
  const undated = recorder.newId();
  recorder.add(places.izium, undated, {
    type: 'source.taken_in', basis: 'document', title: 'Report from the burial ground at Izium (our description, not the headline)', outlet: 'CNN', language: 'en',
    description: {
      en: 'News report from the site. The text bears no date; it tells of a visit on a Friday, which the second report places on 16 September 2022.',
      uk: 'Репортаж з місця подій. Дати в тексті немає; ідеться про відвідини в п’ятницю, яку друге повідомлення відносить до 16 вересня 2022 року.',
    },
  });
  const dated = recorder.newId();
  recorder.add(places.izium, dated, {
    type: 'source.taken_in', basis: 'document', title: 'Update on the exhumation and on life in Izium (our description, not the headline)', outlet: 'CNN', publishedOn: '2022-09-18', language: 'en',
    description: {
      en: 'News report dated 18 September 2022 with a captioned photograph; most of it is what the mayor said in a video.',
      uk: 'Повідомлення від 18 вересня 2022 року з підписаним знімком; здебільшого — слова міського голови у відео.',
    },
  });
  for (const [document, list] of [[undated, fridayClaims], [dated, sundayClaims]] as const) {
    for (const claim of list) claims.set(claim.key, addClaim(recorder, places, { claim, document }));
  }
  const claimOf = (key: string): string => {
    const id = claims.get(key);
    if (id === undefined) throw new Error(`no claim ${key}`);
    return id;
  };
  for (const { from, to, relation, explanation } of links) {
    recorder.add(places.izium, claimOf(from), { type: 'claim.linked', basis: 'decided', to: claimOf(to), relation, explanation });
  }
  return claims;
}

function addClaim(recorder: Recorder, places: ReportPlaces, { claim, document }: { claim: ClaimFacts; document: string }): string {
  const { claimKind, quoteType, speaker, modality, words, locator, about, place, note, quantities } = claim;
  const subject = recorder.newId();
  const subjects = about === undefined ? {} : { subjects: [places.areas[about]] };
  recorder.add(places.izium, subject, {
    type: 'claim.stated', basis: 'document', document, claimKind, quoteType, speaker, modality, words, locator, quantities: quantities ?? [],
    ...(claim.channel === undefined ? {} : { channel: claim.channel }), ...(claim.quote === undefined ? {} : { quote: claim.quote }),
    ...(claim.saidOn === undefined ? {} : { saidOn: claim.saidOn }), ...(claim.eventOn === undefined ? {} : { eventOn: claim.eventOn }),
    about: { site: places.izium, ...subjects, ...(place === undefined ? {} : { place }) },
    ...(note === undefined ? {} : { note }),
  });
  return subject;
}
