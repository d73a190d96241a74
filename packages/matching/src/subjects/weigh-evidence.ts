import type { NameReason } from '@imena/names';
import type { Json } from '@imena/problem';
import { agreedValue, nameTexts, type Subject } from '@imena/record';
import { birthdayOf } from '../evidence/birthday.ts';
import { defaultSettings } from '../evidence/parameters.ts';
import { sexErrorOf } from '../evidence/sex.ts';
import { countBasis, type EvidenceBasis } from '../match/evidence-basis.ts';
import { foundNamesOf, reportNamesOf } from '../weigh/name-weight.ts';
import { pairKinds } from '../weigh/pair-kinds.ts';
import { weighNames } from '../weigh/weigh-names.ts';
import { tableKinds, tableContext, tablesOf, type TableKind } from '../weigh/remains-tables.ts';
import { codeReports } from '../weigh/report-columns.ts';
import type { FoundRemains, MissingReport, TraitKind } from '../records/types.ts';
import { explainKind, type KindExplanation } from '../words/explain-kind.ts';
import { explainMarker } from '../words/explain-marker.ts';
import { foundOfRemains, namesFound, reportOfPerson, sexesFound, type FoundSubjects } from './from-subjects.ts';
import { foundWithNames } from './register-lists.ts';

/**
 * `marker`: what was read contradicts the body; there only where it does, and without a weight of its own. `reports`: how
 * surely several reports that were read as one file are of one person; there only where several are.
 */
export type WeighedKind = 'name' | 'marker' | 'reports' | TableKind;

/** Every kind of evidence besides DNA that can be left out. */
export const weighedKinds: readonly WeighedKind[] = ['name', 'marker', ...tableKinds];

/** One kind of evidence of a pair with its weight. Words are made by the reader's side. */
export interface WeighedRow {
  readonly kind: WeighedKind;
  /** `not_recorded` on one side at least, or `people_disagree`: then it weighs nothing. */
  readonly state: 'weighed' | 'not_recorded' | 'people_disagree';
  /** log10 of P(evidence | this person) / P(evidence | an unrelated person of the population); 0 unless weighed. */
  readonly log10Lr: number;
  readonly reported: Json;
  readonly found: Json;
  /** Shares and errors of the model that the reason names. */
  readonly details: Readonly<Record<string, number>>;
  /** What both sides say, and why it weighs so, in both languages; of names see `nameReasons`. */
  readonly explained: KindExplanation;
  /** Why names were or were not taken for one. */
  readonly nameReasons: readonly NameReason[];
}

/** Whether a kind is about what was told or found: what a report and remains each have a side of. */
export function isOfTwoSides(kind: WeighedKind): kind is 'name' | TableKind {
  return kind !== 'marker' && kind !== 'reports';
}

/** Counts the shares on all persons and remains of an installation; error rates are the documented ones unless given. Cost: one pass, about 20 µs a person. */
export function openEvidenceBasis(persons: readonly Subject[], remains: readonly Subject[], settings = defaultSettings()): EvidenceBasis {
  return countBasis(persons.map(reportOfPerson), remains.map((one) => foundOfRemains({ remains: one, grave: null, amelogenin: null })), { settings, placesTaught: null });
}

/**
 * Weighs one pair kind by kind, by the models of `imena match` with the settings of the basis; what is missing on one side
 * or disputed weighs 0 and says so. log10 LRs of rows may be added: sex is counted apart from the name, age and birth
 * year once, stature inside the sex (docs/methods/evidence.md). Nothing here filters, and nothing lifts DNA.
 * Name and birth that were read share the one event that they stand with another body.
 */
export function weighEvidence(basis: EvidenceBasis, pair: FoundSubjects & { readonly person: Subject }): WeighedRow[] {
  const { population, settings, placesTaught } = basis;
  const report = reportOfPerson(pair.person);
  const found = foundWithNames(pair);
  const columns = codeReports([report], population);
  const tables = tablesOf(found, tableContext({ columns, population, settings, placesTaught }));
  const compared = weighNames(foundNamesOf(found), reportNamesOf(report), basis.nameModel);
  const birthday = birthdayOf(found.birth, report.birth, settings.birthDayError);
  const rows = pairKinds(tables, columns, { report: 0, name: compared?.log10Lr ?? null, birthday }).map(({ kind, log10Lr }): WeighedRow => {
    if (kind === 'name') return nameRow(pair, compared, log10Lr);
    const { reported, found: seen } = sidesOf(kind, { pair, report, found });
    const row = { kind, reported, found: seen, details: detailsOf(kind, basis, { report, found }), explained: notExplained, nameReasons: [] };
    if (isDisputed(kind, pair)) return { ...row, state: 'people_disagree', log10Lr: 0 };
    if (reported === null || seen === null) return { ...row, state: 'not_recorded', log10Lr: 0 };
    return { ...row, state: 'weighed', log10Lr, explained: explainKind(kind, { report, found, log10Lr, population, settings, placesTaught }) };
  });
  const contradiction = explainMarker(found, tables, settings);
  const marker = { kind: 'marker', state: 'weighed', log10Lr: 0, reported: null, found: null, details: {}, explained: { sides: null, why: contradiction }, nameReasons: [] } as const;
  return contradiction.length === 0 ? rows : [marker, ...rows];
}

/** Weights that differ less than this are the same. */
const rounding = 1e-9;

/** A name that is there on one side alone weighs by this. */
const toldSex = { en: 'No name was reported; the name that was read tells the sex.', uk: 'Імені не повідомлено; прочитане ім’я вказує на стать.' };

const notExplained: KindExplanation = { sides: null, why: [] };

function isDisputed(kind: TableKind, { person, remains, amelogenin }: Sides['pair']): boolean {
  if (kind === 'sex' && sexesFound({ remains, amelogenin }).length > 1) return true;
  return reportedFields[kind].some((field) => person.disagreements.includes(field)) || foundFields[kind].some((field) => remains.disagreements.includes(field));
}

const described = { hair: ['hair'], eyes: ['eyes'], teeth: ['toothChart'], numbers: ['numbers'], military: ['military'], marks: ['marks'], clothing: ['clothing'], belongings: ['belongings'] } as const;
const reportedFields: Readonly<Record<TableKind, readonly string[]>> = { ...described, sex: ['sex'], birth: ['birthDate'], age: ['birthDate'], height: ['statureMm'], seen: ['lastSeen'], place: ['lastSeen'] };
const foundFields: Readonly<Record<TableKind, readonly string[]>> = { ...described, sex: [], birth: [], age: ['ageYears'], height: ['statureMm'], seen: ['deathDate'], place: ['foundAt'] };

function nameRow(pair: Sides['pair'], compared: ReturnType<typeof weighNames>, log10Lr: number): WeighedRow {
  const [names, reported] = [namesFound(pair), nameTexts(pair.person)];
  const row = { kind: 'name', reported: reported.length === 0 ? null : [...reported], found: names.length === 0 ? null : [...names], details: {}, explained: notExplained } as const;
  if (compared === null && Math.abs(log10Lr) > rounding) return { ...row, state: 'weighed', log10Lr, explained: { sides: null, why: [toldSex] }, nameReasons: [] };
  return compared === null ? { ...row, state: 'not_recorded', log10Lr: 0, nameReasons: [] } : { ...row, state: 'weighed', log10Lr, nameReasons: compared.reasons };
}

interface Sides {
  readonly pair: FoundSubjects & { readonly person: Subject };
  readonly report: MissingReport;
  readonly found: FoundRemains;
}

function sidesOf(kind: TableKind, { pair: { person, remains }, report, found }: Sides): { readonly reported: Json; readonly found: Json } {
  switch (kind) {
    case 'sex': return { reported: sexWord(report.sex), found: sexWord(found.sex) };
    case 'birth': {
      const { birth, statedAge } = found;
      const read = birth === null ? (statedAge === null ? null : { low: statedAge, high: statedAge }) : [birth.year, birth.month, birth.day].filter((part) => part !== null).map((part) => String(part).padStart(2, '0')).join('-');
      return { reported: bornOf(person, report), found: read };
    }
    case 'age': return { reported: bornOf(person, report), found: found.age === null ? null : { ...found.age } };
    case 'height': return { reported: report.heightCm === null ? null : (agreedValue(person, 'statureMm') ?? null), found: found.stature === null ? null : Math.round(found.stature.cm * 10) };
    case 'seen': return { reported: report.lastSeen === null && report.lastSeenSpan === null ? null : lastSeenText(person), found: found.death === null ? null : (agreedValue(remains, 'deathDate') ?? null) };
    case 'place': return { reported: report.place, found: found.place };
    case 'military': return { reported: report.isMilitary === null ? null : (agreedValue(person, 'military') ?? null), found: found.isMilitary === null ? null : (agreedValue(remains, 'military') ?? null) };
    case 'hair': case 'eyes': return { reported: report[kind] === null ? null : (agreedValue(person, kind) ?? null), found: found[kind] === null ? null : (agreedValue(remains, kind) ?? null) };
    case 'teeth': return { reported: report.teeth === null ? null : (agreedValue(person, 'toothChart') ?? null), found: found.teeth === null ? null : (agreedValue(remains, 'toothChart') ?? null) };
    case 'numbers': return { reported: numbersOrNull(report), found: numbersOrNull(found) };
    // Nothing recorded on one side weighs nothing here: in the register an empty field was mostly not asked.
    case 'marks': case 'clothing': case 'belongings': return { reported: listOrNull(kind, report), found: listOrNull(kind, found) };
  }
}

function bornOf(person: Subject, report: MissingReport): Json {
  return report.birth === null && report.birthYears === null ? null : (agreedValue(person, 'birthDate') ?? null);
}

function detailsOf(kind: TableKind, { population, settings }: EvidenceBasis, { report, found }: Pick<Sides, 'report' | 'found'>): Readonly<Record<string, number>> {
  if (kind === 'sex' && found.sex !== null) return { share: population.sex[found.sex], error: sexErrorOf(found, settings) + settings.sexReportError };
  if (kind === 'height') {
    const { meanCm, sdCm } = population.stature[report.sex ?? 'all'];
    return { meanCm, sdCm };
  }
  return {};
}

/** As stated, not as the day that is weighed. */
function lastSeenText(person: Subject): Json {
  const lastSeen = agreedValue(person, 'lastSeen');
  return typeof lastSeen === 'object' && lastSeen !== null && 'when' in lastSeen ? lastSeen.when : null;
}

function sexWord(sex: FoundRemains['sex']): 'male' | 'female' | null {
  return sex === null ? null : sex === 'M' ? 'male' : 'female';
}

/** The things listed; an empty list where it is stated that there are none. */
function listOrNull(kind: TraitKind, { [kind]: texts, absences }: MissingReport | FoundRemains): Json {
  return texts.length > 0 || absences[kind] === 'absent' ? [...texts] : null;
}

function numbersOrNull({ numbers }: MissingReport | FoundRemains): Json {
  return numbers.length === 0 ? null : numbers.map(({ kind, number }) => ({ kind, number }));
}
