import { inBoth } from '../statements/in-both.ts';
import {
  ministry, nameWithheld, official, policeOfficer, president, reporters, researcher, resident, strategicCommunications, toldReporters, type ClaimFacts,
} from './claim-facts.ts';

const friday = '2022-09-16?';
const resolved = inBoth('У повідомленні немає дати, лише день тижня; день узято з іншого, від неділі 18 вересня 2022 року, де повторено ту саму заяву п’ятниці.', 'The report carries no date and names only the weekday; the day is taken from the other report, dated Sunday 18 September 2022, which repeats the same statement of Friday.');

/** What the undated report from the burial ground says, statement by statement. */
export const fridayClaims: readonly ClaimFacts[] = [
  {
    key: 'a.work', claimKind: 'observation', quoteType: 'none', speaker: reporters, eventOn: friday, modality: 'observation', about: 'burial_ground', locator: 'paragraph 1', note: resolved,
    words: { en: 'Ukrainian investigators were at work at the burial site in a pine forest on Friday afternoon, in the rain.', uk: 'У п’ятницю після полудня українські слідчі працювали під дощем на місці поховання в сосновому лісі.' },
  },
  {
    key: 'a.recaptured', claimKind: 'observation', quoteType: 'none', speaker: reporters, modality: 'observation', place: 'Izium', locator: 'paragraph 1',
    note: inBoth('Імовірно, помилка повідомлення: суперечить сказаному в його кінці.', 'Probably a slip of the report: it contradicts what the same report says at its end.'),
    words: { en: 'The report says that the site was found after the city had been taken back by Russian forces.', uk: 'У повідомленні сказано, що місце виявили після того, як місто знову взяли російські війська.' },
  },
  {
    key: 'a.440', claimKind: 'attributed', quoteType: 'indirect', speaker: ministry, modality: 'observation', locator: 'paragraph 1', place: 'Izium',
    quantities: [{ bound: 'at_least', value: '440', unit: 'graves' }],
    words: { en: 'Over the last days no fewer than 440 graves were discovered in the city.', uk: 'За останні дні в місті виявлено щонайменше 440 могил.' },
  },
  {
    key: 'a.torture', claimKind: 'attributed', quoteType: 'mixed', speaker: president, saidOn: friday, modality: 'observation', quote: 'signs of torture', locator: 'paragraph 1', place: 'Izium', note: resolved,
    quantities: [{ bound: 'vague', value: null, unit: 'bodies' }],
    words: { en: 'Traces of torture were seen on some of the bodies discovered in Izium.', uk: 'На деяких тілах, знайдених в Ізюмі, є сліди катувань.' },
  },
  {
    key: 'a.cruelty', claimKind: 'attributed', quoteType: 'mixed', speaker: president, saidOn: friday, modality: 'allegation', quote: 'cruelty and terrorism', locator: 'paragraph 1', place: 'Izium', note: resolved,
    words: { en: 'He accuses Russia of cruelty and of terrorism.', uk: 'Він звинувачує Росію в жорстокості й тероризмі.' },
  },
  {
    key: 'a.bags', claimKind: 'observation', quoteType: 'none', speaker: reporters, eventOn: friday, modality: 'observation', about: 'burial_ground', locator: 'paragraph 1', note: resolved,
    quantities: [{ bound: 'exact', value: '1', unit: 'body bags' }],
    words: { en: 'Body bags were being loaded into a refrigerated lorry; what lay in one of them seemed very small.', uk: 'Мішки з тілами вантажили в рефрижератор; в одному з них, здавалося, лежало щось дуже мале.' },
  },
  {
    key: 'a.individual', claimKind: 'observation', quoteType: 'none', speaker: reporters, modality: 'observation', about: 'burial_ground', locator: 'paragraph 1',
    quantities: [{ bound: 'vague', value: null, unit: 'graves' }],
    words: { en: 'For the most part each grave holds one person; wooden crosses stand on mounds of earth.', uk: 'Здебільшого в кожній могилі одна людина; на земляних насипах стоять дерев’яні хрести.' },
  },
  {
    key: 'a.crosses', claimKind: 'observation', quoteType: 'none', speaker: reporters, modality: 'observation', about: 'burial_ground', locator: 'paragraph 1',
    quantities: [{ bound: 'vague', value: null, unit: 'graves' }],
    words: { en: 'Names and numbers are written by hand on some of the crosses.', uk: 'На деяких хрестах від руки написано імена й номери.' },
  },
  {
    key: 'a.398', claimKind: 'observation', quoteType: 'none', speaker: reporters, modality: 'observation', about: 'burial_ground', locator: 'paragraph 1',
    quantities: [{ bound: 'up_to', value: '398', unit: 'number on a cross', ordinal: true }],
    words: { en: 'The highest number that the reporters saw on a cross was 398: a label, not a count.', uk: 'Найбільший номер, який журналісти бачили на хресті, — 398: це позначка, а не кількість.' },
  },
  {
    key: 'a.82', claimKind: 'observation', quoteType: 'none', speaker: reporters, modality: 'observation', about: 'burial_ground', locator: 'paragraph 1',
    quantities: [{ bound: 'exact', value: '82', unit: 'years of age' }],
    words: { en: 'One cross bore the name of a man aged 82.', uk: 'На одному хресті було ім’я чоловіка віком 82 роки.' },
  },
  {
    key: 'a.when_died', claimKind: 'attributed', quoteType: 'indirect', speaker: official, channel: toldReporters, modality: 'intent', about: 'burial_ground', locator: 'paragraph 1',
    words: { en: 'It is for the investigation to establish the time of these deaths.', uk: 'Час смерті цих людей має встановити слідство.' },
  },
  {
    key: 'a.post', claimKind: 'observation', quoteType: 'none', speaker: reporters, modality: 'observation', about: 'military_post', locator: 'paragraph 1',
    words: { en: 'Deeper in the forest lies a place that looked like an abandoned military position, with deep pits dug for tanks.', uk: 'Глибше в лісі є місце, схоже на покинуту військову позицію, з глибокими окопами для танків.' },
  },
  {
    key: 'a.17', claimKind: 'attributed', quoteType: 'indirect', speaker: policeOfficer, channel: toldReporters, modality: 'observation', about: 'mass_grave', locator: 'paragraph 1',
    note: inBoth('У повідомленні це сказано одразу після колишньої військової позиції; могилу зображено там.', 'The report says this right after the former military post; the grave is drawn there.'),
    quantities: [{ bound: 'exact', value: '17', unit: 'bodies' }],
    words: { en: 'There is a mass grave here; 17 bodies were recovered from it.', uk: 'Тут масове поховання; у ньому знайдено 17 тіл.' },
  },
  {
    key: 'a.civilian', claimKind: 'attributed', quoteType: 'direct', speaker: researcher, channel: toldReporters, modality: 'observation', about: 'military_graves', locator: 'paragraph 1', note: nameWithheld,
    words: { en: 'In this part civilians are buried; the military dead lie at some distance.', uk: 'У цій частині поховані цивільні; загиблі військові лежать на віддалі.' },
  },
  {
    key: 'a.over20', claimKind: 'attributed', quoteType: 'direct', speaker: researcher, channel: toldReporters, modality: 'observation', about: 'burial_ground', locator: 'paragraph 1',
    note: `${nameWithheld} ${inBoth('Сказано про ту частину місця, де ця особа працювала.', 'Said of the part of the site on which this person worked.')}`,
    quantities: [{ bound: 'more_than', value: '20', unit: 'bodies' }],
    words: { en: 'In this part of the site more than 20 bodies had been looked at and passed on for examination.', uk: 'У цій частині оглянули й передали на подальше дослідження понад 20 тіл.' },
  },
  {
    key: 'a.fresh', claimKind: 'attributed', quoteType: 'mixed', speaker: strategicCommunications, saidOn: '2022-09-15?', modality: 'observation', quote: 'fresh', locator: 'paragraph 1', place: 'Izium', note: resolved,
    quantities: [{ bound: 'vague', value: null, unit: 'graves' }],
    words: { en: 'A part of the graves discovered in Izium is recent.', uk: 'Частина виявлених в Ізюмі могил — недавні.' },
  },
  {
    key: 'a.civilians', claimKind: 'attributed', quoteType: 'mixed', speaker: strategicCommunications, saidOn: '2022-09-15?', modality: 'observation', quote: 'mostly civilians', locator: 'paragraph 1', place: 'Izium', note: resolved,
    quantities: [{ bound: 'vague', value: null, unit: 'bodies' }],
    words: { en: 'Most of the dead buried there were civilians.', uk: 'Більшість похованих там — цивільні.' },
  },
  {
    key: 'a.airstrike', claimKind: 'attributed', quoteType: 'indirect', speaker: resident, channel: toldReporters, modality: 'observation', locator: 'paragraph 1', place: 'City cemetery near the site', note: nameWithheld,
    words: { en: 'A city cemetery close by was struck from the air by the Russians before they went further.', uk: 'Спершу росіяни вдарили з повітря по міському кладовищу поблизу, а потім пішли далі.' },
  },
  {
    key: 'a.trenches', claimKind: 'attributed', quoteType: 'direct', speaker: resident, channel: toldReporters, modality: 'observation', about: 'military_post', locator: 'paragraph 1', note: nameWithheld,
    quantities: [{ bound: 'vague', value: null, unit: 'trenches' }],
    words: { en: 'Machines were brought, trenches were dug for vehicles, and one could hear the forest being broken down.', uk: 'Привезли техніку, викопали окопи для машин, і було чути, як ламають ліс.' },
  },
  {
    key: 'a.indoors', claimKind: 'attributed', quoteType: 'indirect', speaker: resident, modality: 'observation', locator: 'paragraph 1', place: 'Izium', note: nameWithheld,
    words: { en: 'Out of fear she stayed at home as much as possible during the occupation.', uk: 'Під час окупації вона зі страху намагалася не виходити з дому.' },
  },
  {
    key: 'a.trucks', claimKind: 'attributed', quoteType: 'direct', speaker: resident, modality: 'observation', locator: 'paragraph 1', place: 'Izium',
    note: `${nameWithheld} ${inBoth('Тут повідомлення переходить від «вона» до «він»; іншого мовця поруч немає.', 'The report changes from "she" to "he" here; no other speaker is in reach.')}`,
    words: { en: 'About a week before, lorries in great number were heard at night; whether there was fighting at the departure is not known to the speaker.', uk: 'Приблизно за тиждень до того вночі було чути багато важких машин; чи був бій під час відходу, мовець не знає.' },
  },
  {
    key: 'a.april', claimKind: 'observation', quoteType: 'none', speaker: reporters, eventOn: '2022-04', modality: 'observation', locator: 'background', place: 'Izium',
    words: { en: 'In April the city was under heavy shelling by Russian artillery.', uk: 'У квітні місто зазнавало сильних обстрілів російської артилерії.' },
  },
  {
    key: 'a.five_months', claimKind: 'observation', quoteType: 'none', speaker: reporters, modality: 'observation', locator: 'background', place: 'Izium',
    quantities: [{ bound: 'exact', value: '5', unit: 'months' }],
    words: { en: 'During five months of occupation the Russian army used the city, close to the boundary of the Kharkiv and Donetsk regions, as a base of supply.', uk: 'Упродовж п’яти місяців окупації російська армія використовувала місто поблизу межі Харківської та Донецької областей як опорний пункт.' },
  },
  {
    key: 'a.retaken', claimKind: 'observation', quoteType: 'none', speaker: reporters, eventOn: '2022-09-10?', modality: 'observation', locator: 'background', place: 'Izium',
    note: inBoth('У повідомленні сказано «субота»; узято останню суботу перед відвідинами в п’ятницю.', 'The report says Saturday; taken as the last Saturday before the visit of Friday.'),
    words: { en: 'The city came back under Ukrainian control on a Saturday.', uk: 'У суботу місто повернулося під контроль України.' },
  },
];
