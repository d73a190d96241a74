import { mayor, ministry, president, radaVideo, reporters, type ClaimFacts } from './claim-facts.ts';
import { inBoth } from '../statements/in-both.ts';

const sunday = '2022-09-18';
const friday = '2022-09-16';
const resolved = inBoth('День тижня визначено за датою повідомлення, неділею 18 вересня 2022 року.', 'Weekday resolved against the date of the report, Sunday 18 September 2022.');

/** What the report dated 18 September 2022 says, statement by statement. */
export const sundayClaims: readonly ClaimFacts[] = [
  {
    key: 'b.crosses', claimKind: 'observation', quoteType: 'none', speaker: reporters, modality: 'observation', about: 'burial_ground', locator: 'caption of a photograph',
    quantities: [{ bound: 'vague', value: null, unit: 'graves' }],
    words: { en: 'The photograph shows graves of single persons; on some crosses a name and a number can be read.', uk: 'На знімку видно поодинокі могили; на деяких хрестах можна прочитати ім’я та номер.' },
  },
  {
    key: 'b.398', claimKind: 'observation', quoteType: 'none', speaker: reporters, modality: 'observation', about: 'burial_ground', locator: 'caption of a photograph',
    quantities: [{ bound: 'up_to', value: '398', unit: 'number on a cross', ordinal: true }],
    words: { en: 'A cross seen by the reporters carried 398, the highest number: a label, not a count.', uk: 'На одному хресті журналісти бачили номер 398, найбільший: це позначка, а не кількість.' },
  },
  {
    key: 'b.two_weeks_lead', claimKind: 'attributed', quoteType: 'indirect', speaker: mayor, channel: radaVideo, saidOn: sunday, modality: 'forecast', about: 'burial_ground', locator: 'paragraph 1', note: resolved,
    quantities: [{ bound: 'exact', value: '2', unit: 'weeks' }],
    words: { en: 'According to the report’s opening, the exhumation goes on for two weeks more.', uk: 'Як сказано на початку повідомлення, ексгумація триватиме ще два тижні.' },
  },
  {
    key: 'b.440', claimKind: 'attributed', quoteType: 'mixed', speaker: ministry, modality: 'observation', locator: 'paragraph 2', place: 'Izium',
    quantities: [{ bound: 'at_least', value: '440', unit: 'graves' }],
    words: { en: 'No fewer than 440 graves came to light in the city over the last days.', uk: 'За останні дні в місті виявлено не менш як 440 могил.' },
  },
  {
    key: 'b.unmarked', claimKind: 'attributed', quoteType: 'mixed', speaker: ministry, modality: 'observation', quote: 'unmarked', locator: 'paragraph 2', place: 'Izium',
    words: { en: 'These graves bear no marks.', uk: 'Ці могили не позначені.' },
  },
  {
    key: 'b.torture', claimKind: 'attributed', quoteType: 'mixed', speaker: president, saidOn: friday, modality: 'observation', quote: 'signs of torture', locator: 'paragraph 2', place: 'Izium', note: resolved,
    quantities: [{ bound: 'vague', value: null, unit: 'bodies' }],
    words: { en: 'On some bodies from Izium there were traces of torture.', uk: 'На деяких тілах з Ізюма були сліди катувань.' },
  },
  {
    key: 'b.cruelty', claimKind: 'attributed', quoteType: 'mixed', speaker: president, saidOn: friday, modality: 'allegation', quote: 'cruelty and terrorism', locator: 'paragraph 2', place: 'Izium', note: resolved,
    words: { en: 'He holds Russia guilty of cruelty and of terrorism.', uk: 'Він покладає на Росію вину за жорстокість і тероризм.' },
  },
  {
    key: 'b.two_weeks', claimKind: 'attributed', quoteType: 'direct', speaker: mayor, channel: radaVideo, saidOn: sunday, modality: 'forecast', about: 'burial_ground', locator: 'paragraph 3', note: resolved,
    quantities: [{ bound: 'exact', value: '2', unit: 'weeks' }],
    words: { en: 'Exhuming the dead will take two weeks more.', uk: 'Ексгумація тіл триватиме ще два тижні.' },
  },
  {
    key: 'b.no_new_sites', claimKind: 'attributed', quoteType: 'direct', speaker: mayor, channel: radaVideo, saidOn: sunday, modality: 'observation', locator: 'paragraph 3', place: 'Izium', note: resolved,
    quantities: [{ bound: 'exact', value: '0', unit: 'further burial sites found' }],
    words: { en: 'Up to now no further burial places were found in Izium.', uk: 'Досі інших місць поховання в Ізюмі не знайдено.' },
  },
  {
    key: 'b.further_sites', claimKind: 'attributed', quoteType: 'direct', speaker: mayor, channel: radaVideo, saidOn: sunday, modality: 'estimate', locator: 'paragraph 3', place: 'Izium', note: resolved,
    words: { en: 'According to information received there are further burial places; they are being looked for.', uk: 'За наявною інформацією, інші місця поховань є; їх шукають.' },
  },
  {
    key: 'b.over_five_months', claimKind: 'observation', quoteType: 'none', speaker: reporters, modality: 'observation', locator: 'paragraph 4', place: 'Izium',
    quantities: [{ bound: 'more_than', value: '5', unit: 'months' }],
    words: { en: 'For more than five months the city stood under Russian occupation and served the army as a base of supply.', uk: 'Понад п’ять місяців місто перебувало під російською окупацією і слугувало військам опорним пунктом.' },
  },
  {
    key: 'b.launching', claimKind: 'observation', quoteType: 'none', speaker: reporters, modality: 'observation', locator: 'paragraph 4', place: 'Izium, Kupiansk',
    quantities: [{ bound: 'approx', value: '30', unit: 'miles' }],
    words: { en: 'Attacks to the south, towards the Donetsk region, started from Izium; supplies came by rail over Kupiansk, some 30 miles northward.', uk: 'З Ізюма вели наступ на південь, у бік Донецької області; постачання йшло залізницею через Куп’янськ, приблизно за 30 миль на північ.' },
  },
  {
    key: 'b.relatives', claimKind: 'attributed', quoteType: 'direct', speaker: mayor, channel: radaVideo, saidOn: sunday, modality: 'observation', locator: 'paragraph 5', place: 'Izium', note: resolved,
    quantities: [{ bound: 'vague', value: null, unit: 'people' }],
    words: { en: 'Of those who had gone away, many now ask about relatives who are missing.', uk: 'Багато з тих, хто виїхав, тепер заявляють про зниклих рідних.' },
  },
  {
    key: 'b.residents', claimKind: 'attributed', quoteType: 'direct', speaker: mayor, channel: radaVideo, saidOn: sunday, eventOn: sunday, modality: 'estimate', locator: 'paragraph 5', place: 'Izium', note: resolved,
    quantities: [{ bound: 'range', value: '11000', value2: '15000', unit: 'residents' }],
    words: { en: 'Between 11,000 and 15,000 people live in the city on that day.', uk: 'На той день у місті живе від 11 000 до 15 000 людей.' },
  },
  {
    key: 'b.returning', claimKind: 'attributed', quoteType: 'direct', speaker: mayor, channel: radaVideo, saidOn: sunday, modality: 'observation', locator: 'paragraph 5', place: 'Izium', note: resolved,
    words: { en: 'The return of the inhabitants has begun.', uk: 'Мешканці почали повертатися.' },
  },
  {
    key: 'b.30000', claimKind: 'attributed', quoteType: 'direct', speaker: mayor, channel: radaVideo, saidOn: sunday, eventOn: '2022-10~', modality: 'forecast', locator: 'paragraph 5', place: 'Izium', note: resolved,
    quantities: [{ bound: 'up_to', value: '30000', unit: 'residents' }, { bound: 'approx', value: '1', unit: 'months' }],
    words: { en: 'About a month later the number of residents may reach 30,000.', uk: 'Приблизно за місяць мешканців може стати до 30 000.' },
  },
  {
    key: 'b.not_everyone', claimKind: 'attributed', quoteType: 'direct', speaker: mayor, channel: radaVideo, saidOn: sunday, modality: 'forecast', locator: 'paragraph 5', place: 'Izium', note: resolved,
    quantities: [{ bound: 'vague', value: null, unit: 'houses' }],
    words: { en: 'Some will stay away, for a great number of houses lies in ruins.', uk: 'Дехто не повернеться, бо багато будинків зруйновано.' },
  },
  {
    key: 'b.no_power', claimKind: 'attributed', quoteType: 'direct', speaker: mayor, channel: radaVideo, saidOn: sunday, eventOn: sunday, modality: 'observation', locator: 'paragraph 5', place: 'Izium', note: resolved,
    words: { en: 'Neither electricity nor gas reaches the city at present.', uk: 'Наразі в місті немає ні електрики, ні газу.' },
  },
  {
    key: 'b.power', claimKind: 'attributed', quoteType: 'direct', speaker: mayor, channel: radaVideo, saidOn: sunday, modality: 'forecast', locator: 'paragraph 5', place: 'Izium', note: resolved,
    quantities: [{ bound: 'at_least', value: '2', unit: 'weeks' }],
    words: { en: 'Electricity will take two weeks or longer.', uk: 'Електрику дадуть не раніше ніж за два тижні.' },
  },
  {
    key: 'b.gas_flats', claimKind: 'attributed', quoteType: 'direct', speaker: mayor, channel: radaVideo, saidOn: sunday, modality: 'forecast', locator: 'paragraph 5', place: 'Izium', note: resolved,
    words: { en: 'For blocks of flats gas is hard to restore, since the pipes were damaged.', uk: 'У багатоквартирних будинках відновити газ важко, бо мережі пошкоджено.' },
  },
  {
    key: 'b.gas_houses', claimKind: 'attributed', quoteType: 'direct', speaker: mayor, channel: radaVideo, saidOn: sunday, modality: 'forecast', locator: 'paragraph 5', place: 'Izium', note: resolved,
    words: { en: 'Only private houses are likely to get gas again.', uk: 'Імовірно, газ повернеться лише до приватних будинків.' },
  },
];
