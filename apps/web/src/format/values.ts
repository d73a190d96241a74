import type { Json, Language } from '@imena/problem';
import { formatName } from '@imena/record';
import i18next from 'i18next';
import { codeListOf } from './code-fields.ts';
import { formatEdtf } from './dates.ts';
import { codeLabel, fieldLabel, unitLabel } from './labels.ts';
import { formatLength, formatNumber, writeRuns } from './numbers.ts';
import { readLocator } from '../sources/locator.ts';
import { isRecord, listOf, numberOf, recordOf, textOf } from './read-json.ts';

export interface FormatContext {
  readonly language: Language;
  /** Type of the statement the value came from; some fields share a name over several code lists. */
  readonly type?: string;
}

const dateFields = new Set(['birthDate', 'deathDate', 'saidOn', 'eventOn', 'publishedOn', 'capturedOn', 'validFrom', 'validTo', 'reviewOn', 'on', 'edtf', 'when']);

/** Any value of any field as one line of text in the reader's language; the one place where values become words. */
export function formatValue(field: string, value: Json | undefined, context: FormatContext): string {
  const { language } = context;
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return i18next.t(value ? 'yes' : 'no');
  if (typeof value === 'number') return formatMeasure(field, value, language);
  if (typeof value === 'string') return formatText(field, value, context);
  if (field === 'zones') return writeRuns(value);
  // One of several that is not known: an allele that was not seen.
  if (Array.isArray(value)) return listOf(value).map((item) => (item === null ? '?' : formatValue(field, item, context))).join(', ');
  return formatRecord(field, recordOf(value), context);
}

function formatMeasure(field: string, value: number, language: Language): string {
  if (field.endsWith('Mm')) return formatLength(value, language);
  if (field.endsWith('Ppm')) return `${formatNumber(value / 10_000, language, 4)}\u00a0%`;
  return field.endsWith('Deg') ? `${value}°` : formatNumber(value, language);
}

function formatText(field: string, value: string, { language, type }: FormatContext): string {
  if (field === 'locator') return formatLocator(value, language);
  if (dateFields.has(field)) return formatEdtf(value, language);
  const list = codeListOf(field, type);
  return list === undefined ? value : codeLabel(list, value);
}

/** The place of a confirmed statement in words; the hash of its text stands beside the document. */
function formatLocator(locator: string, language: Language): string {
  const place = readLocator(locator);
  return place === null ? locator : i18next.t('placeInText', { start: formatNumber(place.start + 1, language), end: formatNumber(place.end, language) });
}

function formatRecord(field: string, value: Readonly<Record<string, Json>>, context: FormatContext): string {
  const { language } = context;
  if (typeof value['absent'] === 'string') return codeLabel('absences', value['absent']);
  if ('en' in value || 'uk' in value) return bilingualText(value, language);
  if ('text' in value) return textOf(value['text']) ?? '';
  if ('bound' in value && 'unit' in value) return formatQuantity(value, language);
  if ('xMm' in value) return formatGridPoint(value, language);
  if ('asSaid' in value || 'point' in value) return formatPlace(value, language);
  if ('low' in value && 'high' in value) return formatInterval(field, value, language);
  if ('surname' in value || 'given' in value || 'full' in value) return formatName(value);
  if (field === 'toothChart') return Object.entries(value).map(([tooth, findings]) => `${fieldLabel(tooth)}: ${formatValue('toothFindings', findings, context)}`).join('; ');
  if ('finding' in value) return [codeLabel('toothFindings', textOf(value['finding']) ?? ''), textOf(value['surfaces'])].filter(Boolean).join(' ');
  if ('dropOutPpm' in value) return formatDropOut(value, context);
  if ('thing' in value) return `${codeLabel('numberedKinds', textOf(value['thing']) ?? '')} ${textOf(value['number']) ?? ''}`;
  if (field === 'sex' && typeof value['value'] === 'string') {
    const method = textOf(value['method']);
    return codeLabel('sexes', value['value']) + (method === undefined ? '' : ` (${method})`);
  }
  return Object.entries(value).map(([name, inner]) => `${fieldLabel(name)}: ${formatValue(name, inner, context)}`).join('; ');
}

/** Drop-out and drop-in of a profile, then of the markers that have their own. */
function formatDropOut(value: Readonly<Record<string, Json>>, context: FormatContext): string {
  const figures = ['dropOutPpm', 'homozygoteDropOutPpm', 'dropInPpm'].filter((name) => value[name] !== undefined).map((name) => `${fieldLabel(name)}: ${formatValue(name, value[name], context)}`);
  const own = Object.entries(recordOf(value['markers'])).map(([marker, model]) => `${marker} (${formatDropOut(recordOf(model), context)})`);
  return [...figures, ...own].join('; ');
}

/** Words in the reader's language, else in the other one. */
export function bilingualText(value: unknown, language: Language): string {
  const words = recordOf(value);
  const other = language === 'uk' ? 'en' : 'uk';
  return textOf(words[language]) ?? textOf(words[other]) ?? '';
}

/** A figure as it was said: "at least 440 graves", "10,000–15,000 residents". */
export function formatQuantity(value: unknown, language: Language): string {
  const quantity = recordOf(value);
  const number = (text: Json | undefined): string => (typeof text === 'string' ? formatNumber(Number(text), language, 6) : '');
  const bound = textOf(quantity['bound']) ?? 'exact';
  // Nothing said ('some bodies') takes the form of many; a range that of its end.
  const unit = unitLabel(textOf(quantity['unit']) ?? '', Number(quantity['value2'] ?? quantity['value'] ?? 5));
  if (quantity['ordinal'] === true) return i18next.t('quantity.ordinal', { value: textOf(quantity['value']) ?? '', unit });
  const amount = bound === 'range' ? `${number(quantity['value'])}–${number(quantity['value2'])}` : number(quantity['value']);
  if (bound === 'exact' || bound === 'range') return `${amount} ${unit}`.trim();
  return `${codeLabel('bounds', bound)} ${amount} ${unit}`.replace(/\s+/g, ' ').trim();
}

function formatGridPoint(value: Readonly<Record<string, Json>>, language: Language): string {
  const x = numberOf(value['xMm']) ?? 0;
  const y = numberOf(value['yMm']) ?? 0;
  const uncertainty = numberOf(value['uncertaintyMm']);
  const text = i18next.t('gridPoint', {
    x: formatLength(Math.abs(x), language), eastWest: i18next.t(x < 0 ? 'compass.west' : 'compass.east'),
    y: formatLength(Math.abs(y), language), northSouth: i18next.t(y < 0 ? 'compass.south' : 'compass.north'),
  });
  return uncertainty === undefined ? text : `${text} ± ${formatLength(uncertainty, language)}`;
}

function formatPlace(value: Readonly<Record<string, Json>>, language: Language): string {
  const point = recordOf(value['point']);
  const latE7 = numberOf(point['latE7']);
  const lonE7 = numberOf(point['lonE7']);
  const uncertaintyM = numberOf(value['uncertaintyM']);
  const coordinates = latE7 === undefined || lonE7 === undefined ? '' : `${formatDegrees(latE7, language)}, ${formatDegrees(lonE7, language)}`;
  const around = uncertaintyM === undefined ? '' : `± ${formatLength(uncertaintyM * 1000, language)}`;
  return [textOf(value['asSaid']) ?? '', [coordinates, around].filter(Boolean).join(' ')].filter(Boolean).join(' · ');
}

function formatDegrees(degreesE7: number, language: Language): string {
  return `${formatNumber(degreesE7 / 1e7, language, 5)}°`;
}

function formatInterval(field: string, value: Readonly<Record<string, Json>>, language: Language): string {
  const low = numberOf(value['low']) ?? 0;
  const high = numberOf(value['high']) ?? 0;
  const isLength = field.endsWith('Mm');
  const show = (number: number): string => (isLength ? formatNumber(number / 10, language, 1) : formatNumber(number, language));
  const unit = isLength ? i18next.t('unit.cm') : field === 'ageYears' ? i18next.t('unit.years') : '';
  const range = low === high ? show(low) : `${show(low)}–${show(high)}`;
  const how = [textOf(value['method']), textOf(value['population'])].filter(Boolean).join('; ');
  return `${range} ${unit}`.trim() + (how === '' ? '' : ` (${how})`);
}

/** Whether a value says why there is none. */
export function isAbsent(value: Json | undefined): boolean {
  return isRecord(value) && typeof value['absent'] === 'string';
}
