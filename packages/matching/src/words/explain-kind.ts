import { placeKeys } from '@imena/names';
import { openAbove } from '../evidence/age.ts';
import { describedBy, isDental, termKeys } from '../evidence/described-thing.ts';
import { compareNumbers } from '../evidence/numbers.ts';
import type { EvidenceSettings } from '../evidence/parameters.ts';
import type { PlacesTaught } from '../evidence/places-taught.ts';
import { qualityAxes, type QualityAxis } from '../evidence/quality-table.ts';
import { compareQualities, type QualityRelation } from '../evidence/quality-weight.ts';
import { sexErrorOf } from '../evidence/sex.ts';
import { compareTeeth } from '../evidence/teeth.ts';
import type { ChartedTooth } from '../evidence/tooth-chart.ts';
import { nothingThere, pairThings, type PairedThing } from '../evidence/traits.ts';
import type { Absence, DaySpan, FoundRemains, MissingReport, TraitKind } from '../records/types.ts';
import type { Population } from '../weigh/population.ts';
import { traitModel, type TableKind } from '../weigh/remains-tables.ts';
import { hasChart, termsOf, traitKey, withoutTeeth } from '../weigh/report-columns.ts';
import { axisWords, date, eyeWords, hairWords, isoDay, joined, materialWords, numbered, numberWords, plain, replacementWords, toothWords, years, type Words } from './value-words.ts';

/** One pair of which a kind of evidence is explained, with its weight and what the weight was counted on. */
export interface ExplainedPair {
  readonly report: MissingReport;
  readonly found: FoundRemains;
  readonly log10Lr: number;
  readonly population: Population;
  readonly settings: EvidenceSettings;
  /** What the lists teach of places, where the weight rests on it. */
  readonly placesTaught?: PlacesTaught | null;
}

/** Weights smaller than this either way are called silent: a twentieth of a power of ten. */
export const silentBelow = 0.05;

/** What both sides say of a kind of evidence, and why it weighs what it weighs, in both languages. */
export interface KindExplanation {
  /** Null where a side says nothing of it. */
  readonly sides: { readonly reported: Words; readonly found: Words } | null;
  readonly why: readonly Words[];
}

/** Why a kind of evidence besides the name weighs what it weighs. */
export function explainKind(kind: TableKind, pair: ExplainedPair): KindExplanation {
  const sides = sidesOf(kind, pair);
  if (sides === null) return { sides: null, why: absenceWords(kind, pair) };
  const { reported, found, more = [] } = sides;
  return { sides: { reported: inBoth(reported), found: inBoth(found) }, why: [...more, verdict(pair.log10Lr)].map(inBoth) };
}

/** Ukrainian writes a comma before tenths. */
function inBoth({ en, uk }: Words): Words {
  return { en, uk: uk.replaceAll(/(?<=(?:^|[^\d.])\d+)\.(?=\d+(?:[^\d.]|$))/gu, ',') };
}

/** The same as sentences, what both sides say first. */
export function explanationWords({ sides, why }: KindExplanation): Words[] {
  return sides === null ? [...why] : [{ en: `Reported: ${sides.reported.en}. Found: ${sides.found.en}.`, uk: `Повідомлено: ${sides.reported.uk}. Встановлено: ${sides.found.uk}.` }, ...why];
}

interface Sides {
  readonly reported: Words;
  readonly found: Words;
  readonly more?: readonly Words[];
}

function sidesOf(kind: TableKind, pair: ExplainedPair): Sides | null {
  const { report, found, settings } = pair;
  switch (kind) {
    case 'sex': return sexSides(pair);
    case 'birth': return orNull(bornReported(report), readBorn(found));
    case 'age': return orNull(bornReported(report), found.age === null ? null : yearsBetween(found.age));
    case 'height': return report.heightCm === null || found.stature === null ? null : { reported: cm(report.heightCm), found: joined([cm(found.stature.cm), plain(`± ${Math.round(10 * (found.stature.sdCm ?? settings.statureDefaultSdCm)) / 10}`)], ' ') };
    case 'hair': return report.hair === null || found.hair === null ? null : { reported: hairWords[report.hair], found: hairWords[found.hair] };
    case 'eyes': return report.eyes === null || found.eyes === null ? null : { reported: eyeWords[report.eyes], found: eyeWords[found.eyes], more: report.hair === null || found.hair === null ? [] : [{ en: 'Counted beside hair, with which eyes go together.', uk: 'Враховано поряд із волоссям, з яким колір очей пов’язаний.' }] };
    case 'teeth': return teethSides(report, found);
    case 'numbers': return numberSides(report, found);
    case 'seen': return orNull(report.lastSeenSpan === null ? (report.lastSeen === null ? null : plain(isoDay(report.lastSeen))) : plain(days(report.lastSeenSpan)), found.death === null ? null : { en: `died ${days(found.death)}`, uk: `смерть ${days(found.death)}` });
    case 'place': return placeSides(pair);
    case 'military': return report.isMilitary === null || found.isMilitary === null ? null : { reported: militaryWords(report.isMilitary), found: militaryWords(found.isMilitary) };
    case 'marks': case 'clothing': case 'belongings': return traitSides(kind, pair);
  }
}

function orNull(reported: Words | null, found: Words | null): Sides | null {
  return reported === null || found === null ? null : { reported, found };
}

function sexSides({ report, found, population, settings }: ExplainedPair): Sides | null {
  if (report.sex === null || found.sex === null) return null;
  const [wrong, share] = [percent(sexErrorOf(found, settings) + settings.sexReportError), percent(population.sex[found.sex])];
  const seen = found.isSexInDoubt ? joined([sexWords[found.sex], { en: '(in doubt)', uk: '(під сумнівом)' }], ' ') : sexWords[found.sex];
  return { reported: sexWords[report.sex], found: seen, more: [{ en: `Taken as wrong: ${wrong} of such entries; of this sex: ${share} of those reported.`, uk: `Вважаємо помилковими: ${wrong} таких записів; такої статі: ${share} тих, про кого повідомлено.` }] };
}

export const sexWords = { M: { en: 'male', uk: 'чоловіча' }, F: { en: 'female', uk: 'жіноча' } } as const;

function militaryWords(is: boolean): Words {
  return is ? { en: 'military', uk: 'військова служба' } : { en: 'civilian', uk: 'цивільна особа' };
}

function bornReported({ birth, birthYears, age }: MissingReport): Words | null {
  if (birthYears !== null) return bornWords(years(birthYears));
  if (birth !== null) return bornWords(date(birth));
  return age === null ? null : yearsOld(String(age));
}

/** What marker, papers or a list say of the birth. */
export function readBorn({ birth, birthYears, statedAge }: FoundRemains): Words | null {
  if (birthYears !== null) return bornWords(years(birthYears));
  if (birth !== null) return bornWords(date(birth));
  return statedAge === null ? null : yearsOld(String(statedAge));
}

/** The examiner's interval; a side that keeps nobody out is not named. */
export function yearsBetween({ low, high }: NonNullable<FoundRemains['age']>): Words {
  if (high >= openAbove) return { en: `${low} years old or more`, uk: `вік від ${low}` };
  return low <= 0 ? { en: `up to ${high} years old`, uk: `вік до ${high}` } : yearsOld(`${low}–${high}`);
}

function bornWords(when: string): Words {
  return { en: `born ${when}`, uk: `народження ${when}` };
}

function yearsOld(age: string): Words {
  return { en: `${age} years old`, uk: `вік ${age}` };
}

function cm(length: number): Words {
  return { en: `${length} cm`, uk: `${length} см` };
}

/** Teeth that contradict or differ are named one by one, those that agree are counted. */
function teethSides({ teeth: reported }: MissingReport, { teeth: found }: FoundRemains): Sides | null {
  if (reported === null || found === null) return null;
  const compared = compareTeeth(reported, found);
  if (compared.length === 0) return null;
  const count = (relation: string): number => compared.filter((one) => one.relation === relation).length;
  const told = compared.flatMap(({ tooth, relation, reported: before, found: after }): Words[] => {
    const [was, is] = [toothWordsOf(before), toothWordsOf(after)];
    if (relation === 'contradicts') return [{ en: `Tooth ${tooth}: reported “${was.en}”, found “${is.en}”: this cannot follow, unless one chart is wrong.`, uk: `Зуб ${tooth}: повідомлено «${was.uk}», знайдено «${is.uk}»: так не може стати, хіба що одна з карт хибна.` }];
    return relation === 'differs' ? [{ en: `Tooth ${tooth}: reported “${was.en}”, found “${is.en}”: treatment does not explain this; charts often differ so.`, uk: `Зуб ${tooth}: повідомлено «${was.uk}», знайдено «${is.uk}»: лікування цього не пояснює; карти часто так різняться.` }] : [];
  });
  const later = count('later_treatment');
  return {
    reported: teethCharted(reported.size), found: teethCharted(found.size),
    more: [...told, { en: `Teeth that agree: ${count('agrees')}${later === 0 ? '' : `; explained by later treatment: ${later}`}.`, uk: `Зубів, що збігаються: ${count('agrees')}${later === 0 ? '' : `; пояснюються пізнішим лікуванням: ${later}`}.` }],
  };
}

function teethCharted(count: number): Words {
  return { en: `${count} ${count === 1 ? 'tooth' : 'teeth'} charted`, uk: `у карті зубів: ${count}` };
}

/** A tooth with surfaces, material and what stands in its place. */
function toothWordsOf({ seen, surfaces, material, replacement }: ChartedTooth): Words {
  return joined([toothWords[seen], ...(surfaces === '' ? [] : [plain(surfaces)]), ...(material === null ? [] : [materialWords[material]]), ...(replacement === null || replacement === 'bare' ? [] : [replacementWords[replacement]])]);
}

const relationWords = {
  same: { en: 'the same number', uk: 'той самий номер' }, one_off: { en: 'one character differs', uk: 'різниться один знак' }, different: { en: 'another number', uk: 'інший номер' },
} as const;

function numberSides({ numbers: reported }: MissingReport, { numbers: found }: FoundRemains): Sides | null {
  const compared = compareNumbers(reported, found);
  if (compared.length === 0) return null;
  const shown = (list: typeof reported): Words => numbered(list.filter(({ kind }) => compared.some((one) => one.kind === kind)));
  return { reported: shown(reported), found: shown(found), more: compared.map(({ kind, relation }) => ({ en: `${numberWords[kind].en}: ${relationWords[relation].en}.`, uk: `${numberWords[kind].uk}: ${relationWords[relation].uk}.` })) };
}

function placeSides({ report, found, population: { places }, placesTaught = null }: ExplainedPair): Sides | null {
  if (report.place === null || found.place === null) return null;
  const [said, seen] = [placeKeys(report.place, report.street), placeKeys(found.place, found.street)];
  const share = percent(places.get(seen.settlement) ?? 0);
  const words = ({ place, street }: MissingReport | FoundRemains): Words => plain([place, street].filter((part) => part !== null).join(', '));
  const settlement = said.settlement === seen.settlement ? { en: `The same settlement; ${share} of those found lie there.`, uk: `Той самий населений пункт; там лежать ${share} знайдених.` } : { en: 'Another settlement.', uk: 'Інший населений пункт.' };
  const isComparable = said.settlement === seen.settlement && said.street !== null && seen.street !== null;
  const street = !isComparable ? [] : [said.street === seen.street ? { en: 'The same street.', uk: 'Та сама вулиця.' } : { en: 'Another street.', uk: 'Інша вулиця.' }];
  return { reported: words(report), found: words(found), more: [settlement, ...taughtWords(placesTaught, said.settlement, seen.settlement), ...street] };
}

/** A settlement that has ways of its own with less probability than this is told as documented. */
const toldFrom = 0.1;

/** How many of a settlement were found at this place, where the lists teach that its dead lie elsewhere than is documented. */
function taughtWords(taught: PlacesTaught | null, reported: string, seen: string): Words[] {
  const of = taught?.settlements.find((one) => one.reported === reported);
  if (of === undefined || of.own < toldFrom) return [];
  const here = Math.round(of.found.find(([settlement]) => settlement === seen)?.[1] ?? 0);
  const all = Math.round(of.found.reduce((sum, [, people]) => sum + people, of.scattered ?? 0));
  const lay = here === 0 ? { en: 'hardly anybody lay here', uk: 'тут не лежав майже ніхто' } : { en: `about ${here} lay here`, uk: `тут лежали близько ${here}` };
  return [{ en: `The lists teach: of about ${all} people last seen there and found, ${lay.en}.`, uk: `Навчено на переліках: із приблизно ${all} знайдених, кого востаннє бачили там, ${lay.uk}.` }];
}

function traitSides(kind: TraitKind, { report, found, population, settings }: ExplainedPair): Sides | null {
  const [said, seen] = [traitKey(kind, report), traitKey(kind, found)];
  if (said === null || seen === null || (said === '' && seen === '')) return null;
  const words = ({ [kind]: texts, absences }: MissingReport | FoundRemains): Words => (texts.length > 0 ? plain(texts.join('; ')) : absences[kind] === 'absent' ? { en: 'none, by statement', uk: 'немає, так заявлено' } : { en: 'nothing written', uk: 'нічого не записано' });
  // A missing tooth that both charts tell of counts there.
  const onChart = kind === 'marks' && hasChart(report) && hasChart(found) && [...termsOf(said), ...termsOf(seen)].some(isDental);
  const pairs = said === nothingThere || seen === nothingThere ? [] : pairThings(onChart ? withoutTeeth(termsOf(said)) : termsOf(said), onChart ? withoutTeeth(termsOf(seen)) : termsOf(seen), traitModel(kind, population, settings));
  const more = pairs.length === 0 ? [{ en: 'Nothing is on both lists.', uk: 'Нічого немає в обох переліках.' }] : pairs.map((pair) => thingWords(pair, { report, found, kind, population }));
  const chart = onChart ? [{ en: 'What concerns teeth counts with the charts of teeth.', uk: 'Те, що стосується зубів, враховано з картами зубів.' }] : [];
  return { reported: words(report), found: words(found), more: [...more, ...chart] };
}

/** One thing of both lists as it was written, what is said beside it, and how common the thing is. */
function thingWords(pair: PairedThing, { report, found, kind, population }: Pick<ExplainedPair, 'report' | 'found' | 'population'> & { readonly kind: TraitKind }): Words {
  const written = (texts: readonly string[], key: string): string => texts.find((text) => termKeys(text).includes(key)) ?? key;
  const [said, seen] = [written(report[kind], pair.reported), written(found[kind], pair.found)];
  const share = percent(population.traits[kind].found.get(describedBy(pair.found).thing) ?? 0);
  const compared = compareQualities(pair.reported, pair.found);
  const of = (relation: QualityRelation): QualityAxis[] => compared.flatMap((one) => (one.relation === relation ? [one.axis] : []));
  const silent = qualityAxes.filter((axis) => [pair.reported, pair.found].filter((key) => describedBy(key).qualities[axis] !== undefined).length === 1);
  const parts = [
    ...listed({ en: 'the same', uk: 'збігається' }, of('same')), ...listed({ en: 'nearly the same', uk: 'майже збігається' }, of('near')),
    ...listed({ en: 'different', uk: 'різниться' }, of('different')), ...listed({ en: 'said on one side only', uk: 'сказано лише з одного боку' }, silent),
  ];
  return joined([
    { en: `On both lists: “${said}” – “${seen}”; such a thing is found with ${share} of those found`, uk: `В обох переліках: «${said}» – «${seen}»; таке мають ${share} знайдених` }, ...parts], '; ');
}

function listed(what: Words, axes: readonly QualityAxis[]): Words[] {
  if (axes.length === 0) return [];
  const names = joined(axes.map((axis) => axisWords[axis]));
  return [{ en: `${what.en}: ${names.en}`, uk: `${what.uk}: ${names.uk}` }];
}

const absenceTexts: Readonly<Record<Exclude<Absence, 'absent'>, Words>> = {
  not_recorded: { en: 'nothing recorded', uk: 'нічого не записано' }, not_observed: { en: 'not observed', uk: 'не спостерігали' }, not_assessable: { en: 'cannot be assessed', uk: 'оцінити неможливо' }, refused: { en: 'refused to say', uk: 'відмовилися сказати' }, not_asked: { en: 'not asked', uk: 'не запитували' },
};

/** Why a list says nothing, where that was stated. */
function absenceWords(kind: TableKind, { report, found }: ExplainedPair): Words[] {
  if (kind !== 'marks' && kind !== 'clothing' && kind !== 'belongings') return [];
  return [[report, { en: 'Report', uk: 'Повідомлення' }] as const, [found, { en: 'Remains', uk: 'Останки' }] as const].flatMap(([side, name]): Words[] => {
    const reason = side.absences[kind];
    return reason === undefined || reason === 'absent' ? [] : [{ en: `${name.en}: ${absenceTexts[reason].en}; weighs nothing.`, uk: `${name.uk}: ${absenceTexts[reason].uk}; не важить нічого.` }];
  });
}

function verdict(log10Lr: number): Words {
  if (Math.abs(log10Lr) < silentBelow) return { en: 'It fits this person as it fits anybody on the lists.', uk: 'Це підходить цій особі так само, як будь-кому зі списків.' };
  const times = number(10 ** Math.abs(log10Lr));
  const timesWord = times.includes('.') ? 'раза' : 'разів';
  return log10Lr > 0
    ? { en: `This is ${times} times more probable if it is this person than if it is somebody else.`, uk: `Це в ${times} ${timesWord} імовірніше, якщо це саме ця особа, ніж якщо інша.` }
    : { en: `This is ${times} times more probable if it is somebody else than if it is this person.`, uk: `Це в ${times} ${timesWord} імовірніше, якщо це інша особа, ніж якщо саме ця.` };
}

/** For reading aloud: two digits that count, in groups of three. */
function number(value: number): string {
  if (value < 100) return value.toFixed(1);
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  return (Math.round(value / step) * step).toFixed(0).replace(/\B(?=(?:\d{3})+$)/g, '\u202f');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
}

/** As EDTF writes an interval. */
function days({ from, to }: DaySpan): string {
  return from !== null && from === to ? isoDay(from) : `${from === null ? '..' : isoDay(from)}/${to === null ? '..' : isoDay(to)}`;
}
