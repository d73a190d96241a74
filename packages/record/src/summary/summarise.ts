import type { Json } from '@imena/problem';
import { searchKeys } from '@imena/names';
import { agreedValue, shownValue, type Subject } from '../fold.ts';
import { statusOf } from './status.ts';

export interface Link {
  readonly rel: string;
  readonly to: string;
}

/** What lists, plans and search need of a subject; the register keeps it in columns. Plain JSON. */
export interface Summary {
  /** Number or code by which people call it. */
  readonly code: string;
  /** Words beside the code: a name, a title. May be empty. */
  readonly title: string;
  readonly status: string;
  readonly facets: Readonly<Record<string, string | number | boolean | null>>;
  /** Normalised words for search; `codeWords` alone, which hold no name and no alias of grave or remains, is searched for those who must not see names. */
  readonly words: string;
  readonly codeWords: string;
  readonly links: readonly Link[];
  readonly aliases: readonly { alias: string; origin: string }[];
  readonly xMm: number | null;
  readonly yMm: number | null;
}

/** Reduces a folded subject to its summary. Pure; depends on the subject alone. */
export function summarise(subject: Subject): Summary {
  const names = nameTexts(subject);
  const code = text(shownValue(subject, 'code')) || text(shownValue(subject, 'number')) || text(shownValue(subject, 'sampleCode')) || subject.id.slice(0, 8);
  const aliases = (subject.lists['aliases'] ?? []).map((item) => ({ alias: text(item.value['alias']), origin: text(item.value['origin']) }));
  const marker = readingText(shownValue(subject, 'markerNumber'));
  const others = aliases.map((item) => item.alias);
  // An alias of a grave or of remains may be the very name that an examiner must not know.
  const isNamed = subject.kind === 'grave' || subject.kind === 'remains';
  const codeWords = [code, ...(isNamed ? [] : others), text(shownValue(subject, 'bag')), text(shownValue(subject, 'sampleCode'))].filter(Boolean);
  const titleText = titleOf(subject, names);
  const words = [...codeWords, ...others, marker, readingText(shownValue(subject, 'markerName')), titleText, ...names, ...presumedNames(subject), ...bilingualTexts(subject)];
  const position = record(shownValue(subject, 'position'));
  return {
    code,
    title: titleText,
    status: statusOf(subject),
    facets: facetsOf(subject),
    words: ` ${unique(words.flatMap((word) => searchKeys(word))).join(' ')} `,
    codeWords: ` ${unique(codeWords.flatMap((word) => searchKeys(word))).join(' ')} `,
    links: linksOf(subject),
    aliases,
    xMm: typeof position['xMm'] === 'number' ? position['xMm'] : null,
    yMm: typeof position['yMm'] === 'number' ? position['yMm'] : null,
  };
}

const linkFields = ['site', 'area', 'grave', 'remains', 'relative', 'person', 'family', 'sample', 'document', 'run', 'missing'] as const;

function linksOf(subject: Subject): Link[] {
  const links = new Map<string, Link>();
  const add = (rel: string, to: Json | undefined): void => {
    if (typeof to === 'string') links.set(`${rel} ${to}`, { rel, to });
  };
  for (const field of linkFields) {
    for (const standing of subject.fields[field] ?? []) {
      const values: readonly Json[] = Array.isArray(standing.value) ? (standing.value as readonly Json[]) : [standing.value];
      for (const value of values) add(field, value);
    }
  }
  for (const item of subject.lists['reassociations'] ?? []) add('reassociated', item.value['with']);
  for (const item of subject.lists['keptApart'] ?? []) add('kept_apart', item.value['from']);
  for (const item of subject.lists['jointsCompared'] ?? []) add('joint_compared', item.value['with']);
  for (const item of subject.lists['presumptions'] ?? []) add('presumed', item.value['person']);
  for (const item of subject.lists['placements'] ?? []) add(text(item.value['verdict']), item.value['grave']);
  for (const item of subject.lists['merges'] ?? []) add(text(item.value['verdict']), item.value['other']);
  for (const item of subject.lists['claimLinks'] ?? []) add(text(item.value['relation']), item.value['to']);
  for (const item of subject.lists['exclusions'] ?? []) add('excluded', item.value['person']);
  const about = record(shownValue(subject, 'about'));
  add('about', about['site']);
  for (const to of Array.isArray(about['subjects']) ? (about['subjects'] as readonly Json[]) : []) add('about', to);
  for (const item of subject.lists['leads'] ?? []) add('lead', item.value['claim']);
  for (const item of subject.lists['aboutLinks'] ?? []) add('about', item.value['to']);
  return [...links.values()].sort((a, b) => (a.rel + a.to < b.rel + b.to ? -1 : 1));
}

const facetFields = ['areaType', 'markerType', 'graveType', 'formation', 'completeness', 'condition', 'sampleType', 'ground', 'officeKind', 'outlet', 'modality', 'claimKind', 'relation', 'invented', 'reliability', 'credibility', 'publishedOn'] as const;
/** Kinds that are counted by the day on which they were found or reported. */
const countedByDay: readonly string[] = ['grave', 'remains', 'person'];

function facetsOf(subject: Subject): Record<string, string | number | boolean | null> {
  const facets: Record<string, string | number | boolean | null> = {};
  for (const field of facetFields) {
    const value = shownValue(subject, field);
    if (typeof value === 'string' || typeof value === 'boolean') facets[field] = value;
  }
  const sex = agreedValue(subject, 'sex');
  if (sex !== undefined) facets['sex'] = typeof sex === 'string' ? sex : (text(record(sex)['value']) || null);
  if (subject.kind === 'grave') {
    facets['hasName'] = readingText(shownValue(subject, 'markerName')) !== '';
    facets['hasNumber'] = readingText(shownValue(subject, 'markerNumber')) !== '';
    // What a plan draws of a grave besides its position.
    for (const field of ['directionDeg', 'lengthMm', 'widthMm']) {
      const value = shownValue(subject, field);
      if (typeof value === 'number') facets[field] = value;
    }
  }
  if (subject.kind === 'claim') facets['hasFigures'] = Array.isArray(shownValue(subject, 'quantities')) && (shownValue(subject, 'quantities') as readonly Json[]).some((one) => record(one)['ordinal'] !== true);
  if (subject.kind === 'claim' && text(shownValue(subject, 'locator')) !== '') facets['locator'] = text(shownValue(subject, 'locator'));
  if (subject.kind === 'identification') facets['notified'] = (subject.lists['notifications']?.length ?? 0) > 0;
  if (subject.kind === 'profile') {
    const markers = Object.keys(record(shownValue(subject, 'genotypes')));
    facets['markers'] = markers.length;
    if (subject.fields['lowTemplate'] !== undefined) facets['lowTemplate'] = true;
    facets['owner'] = ['remains', 'relative', 'person'].find((field) => subject.fields[field] !== undefined) ?? 'nobody';
  }
  // A figure of a day is set beside what was here on that day: by what people state, never by when somebody typed it.
  const since = countedByDay.includes(subject.kind) ? earliestDay(subject) : null;
  if (since !== null) facets['since'] = since;
  const titleEn = englishTitle(subject);
  if (titleEn !== '') facets['titleEn'] = titleEn;
  facets['disagreements'] = subject.disagreements.length;
  facets['photographs'] = subject.lists['photographs']?.length ?? 0;
  facets['synthetic'] = subject.synthetic;
  return facets;
}

/** The earliest whole day that an entry standing in the history states for what it tells; null where none states one. */
function earliestDay(subject: Subject): string | null {
  const days = subject.history.flatMap(({ state, when }) => (state === 'standing' && /^\d{4}-\d{2}-\d{2}[?~%]?$/.test(when ?? '') ? [(when ?? '').slice(0, 10)] : []));
  return days.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null);
}

function titleOf(subject: Subject, names: readonly string[]): string {
  switch (subject.kind) {
    case 'person': case 'relative':
      return names[0] ?? '';
    case 'grave':
      return readingText(shownValue(subject, 'markerName'));
    case 'burial_record':
      return text(shownValue(subject, 'name'));
    case 'source': case 'family':
      return text(shownValue(subject, 'title'));
    case 'claim':
      return firstWords(shownValue(subject, 'words'));
    case 'device':
      return text(shownValue(subject, 'label'));
    default:
      return firstWords(shownValue(subject, 'name'));
  }
}

/** Every form of the names of a person or relative, surname first, the first reported form in front. */
export function nameTexts(subject: Subject): string[] {
  const forms = [...(subject.fields['names'] ?? []).flatMap((standing) => standing.value as readonly Json[]), shownValue(subject, 'name')];
  return unique(forms.map((form) => formatName(form)).filter(Boolean));
}

/** One line of a name: surname, given, patronymic, or the full text where parts are not known. */
export function formatName(form: Json | undefined): string {
  const parts = record(form);
  return text(parts['full']) || [parts['surname'], parts['given'], parts['patronymic']].map(text).filter(Boolean).join(' ');
}

/** The English words of a title that has both languages; the title itself is Ukrainian where there is Ukrainian. */
function englishTitle(subject: Subject): string {
  const field = subject.kind === 'claim' ? 'words' : 'name';
  return subject.kind === 'relative' ? '' : text(record(shownValue(subject, field))['en']);
}

function presumedNames(subject: Subject): string[] {
  return (subject.lists['presumptions'] ?? []).map((item) => text(item.value['name'])).filter(Boolean);
}

function bilingualTexts(subject: Subject): string[] {
  return ['name', 'words', 'description'].flatMap((field) => {
    const value = record(shownValue(subject, field));
    return [text(value['en']), text(value['uk'])];
  }).filter(Boolean);
}

function firstWords(value: Json | undefined): string {
  const words = record(value);
  return text(words['uk']) || text(words['en']);
}

/** The text of a reading of a marker; empty where nothing was read. */
export function readingText(value: Json | undefined): string {
  return text(record(value)['text']);
}

function record(value: Json | undefined): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Json>>) : {};
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
