import type { Json } from '@imena/problem';
import { failed, visible, type Attempt } from '../issue.ts';
import { codeOf } from './cell-parsers.ts';
import { absenceWords, boneMeasurementWords, boneSideWords, boneWords, numberedThingWords, toothFindingWords } from './described-words.ts';
import type { FieldSpec } from './fields.ts';

type CellParser = FieldSpec['parse'];

const absence = codeOf(absenceWords);

/** A cell that says either a value or why there is none: "not observed" and "not assessable" stay two different answers. */
export function orAbsent(parse: CellParser): CellParser {
  return (cell, options) => {
    const why = absence(cell, options);
    return 'value' in why ? { value: { absent: why.value } } : parse(cell, options);
  };
}

/** Parts of a cell between semicolons or lines. */
function partsOf(cell: string): string[] {
  return cell.split(/[;\n]/u).map((part) => part.trim()).filter((part) => part !== '');
}

const finding = codeOf(toothFindingWords);
const others = ['others', 'other', 'all others', 'решта', 'інші', 'усі інші зуби', 'остальные'];

/**
 * Teeth by FDI number: "16: crown metal; 36: filling amalgam MO + root filling; others: sound". A finding is a code of
 * the register or its name; surfaces are letters of MOIDVLC after it.
 */
export const toothChartCell: CellParser = (cell, options) => {
  const chart: Record<string, Json> = {};
  for (const part of partsOf(cell)) {
    const [, said = '', findings = ''] = /^([^:=]+)[:=](.+)$/su.exec(part) ?? [];
    const tooth = others.includes(said.trim().toLowerCase()) ? 'others' : said.replaceAll(/[\s.]/gu, '');
    if (!/^(?:[1-4][1-8]|[5-8][1-5]|others)$/u.test(tooth)) return failed('exchange.value_tooth', { text: visible(part) });
    if (chart[tooth] !== undefined) return failed('exchange.value_tooth_twice', { tooth });
    const read = findings.split('+').map((one) => readFinding(one.trim(), options));
    const wrong = read.find((one) => 'problem' in one);
    if (wrong !== undefined && 'problem' in wrong) return wrong;
    chart[tooth] = read.flatMap((one) => ('value' in one ? [one.value] : []));
  }
  return Object.keys(chart).length === 0 ? failed('exchange.value_tooth', { text: visible(cell.trim()) }) : { value: chart };
};

function readFinding(said: string, options: Parameters<CellParser>[1]): Attempt<Json> {
  const whole = finding(said, options);
  if ('value' in whole) return { value: { finding: whole.value } };
  const [, words = '', surfaces = ''] = /^(.+?)\s+([MOIDVLC]{1,7})$/u.exec(said) ?? [];
  if (words === '') return whole;
  const named = finding(words, options);
  return 'value' in named ? { value: { finding: named.value, surfaces } } : named;
}

const thing = codeOf(numberedThingWords);

/** Numbers on implants, papers and devices: "passport: MK 123456; implant: A-77". */
export const numbersCell: CellParser = (cell, options) => {
  const read: Json[] = [];
  for (const part of partsOf(cell)) {
    const [, kind = '', number = ''] = /^([^:=]+)[:=](.+)$/su.exec(part) ?? [];
    if (number.trim() === '' || number.trim().length > 60) return failed('exchange.value_numbered', { text: visible(part) });
    const known = thing(kind, options);
    if ('problem' in known) return known;
    read.push({ thing: known.value, number: number.trim() });
  }
  return read.length === 0 ? failed('exchange.value_numbered', { text: visible(cell.trim()) }) : { value: read };
};

const bone = codeOf(boneWords);
const side = codeOf(boneSideWords);
/** Bones without a left and right. */
const midline = ['cranium', 'mandible', 'hyoid', 'cervical_vertebra', 'thoracic_vertebra', 'lumbar_vertebra', 'sacrum', 'sternum'];
const zonesForm = /^(.*?)\s*(?:(?:zones?|зони|зоны|зона)\s*)?([0-9][0-9,\s–-]*)$/su;

/** A bone of which every zone is there, said in a word. */
const wholeForm = /^(.*?)[,\s]+(?:whole|complete|entire|ціла|цілий|ціле|целая|целый|целое)$/iu;

const measurement = codeOf(boneMeasurementWords);
const sizesForm = /^(.*?)\s*\[([^\]]*)\]$/su;

/** Bones of a bag with side, zones and sizes: "femur left 1-5 [length 452, head 47.5]; tibia right whole; rib". What is not said was not recorded. */
export const bonesCell: CellParser = (cell, options) => {
  const read: Json[] = [];
  for (const part of partsOf(cell)) {
    const [, unsized = part, sizesSaid = ''] = sizesForm.exec(part) ?? [];
    const [, unmarked] = wholeForm.exec(unsized.trim()) ?? [];
    const [, words = unmarked ?? unsized, zonesSaid = ''] = zonesForm.exec(unmarked ?? unsized) ?? [];
    const named = readBone(words.replace(/[,:]\s*$/u, '').trim(), options);
    if ('problem' in named) return named;
    const zones = readZones(zonesSaid);
    if (zones === null) return failed('exchange.value_zones', { text: visible(part) });
    const mm = readSizes(sizesSaid, options);
    if (mm === null) return failed('exchange.value_bone_size', { text: visible(part) });
    read.push({ ...named.value, ...(zones.length === 0 ? {} : { zones }), ...(unmarked === undefined ? {} : { whole: true }), ...(Object.keys(mm).length === 0 ? {} : { mm }) });
  }
  return read.length === 0 ? failed('exchange.value_bone', { text: visible(cell.trim()) }) : { value: read };
};

/** The side stands after the bone or before it. */
function readBone(words: string, options: Parameters<CellParser>[1]): Attempt<{ element: string; side: string }> {
  const known = (parser: CellParser, text: string): string | null => {
    const read = parser(text, options);
    return 'value' in read && typeof read.value === 'string' ? read.value : null;
  };
  const parts = words.split(/[\s,]+/u);
  const last = parts.length - 1;
  for (const [sideAt, boneParts] of [[last, parts.slice(0, -1)], [0, parts.slice(1)]] as const) {
    const [sided, element] = [known(side, parts[sideAt] ?? ''), known(bone, boneParts.join(' '))];
    if (sided !== null && element !== null) return { value: { element, side: midline.includes(element) ? 'midline' : sided } };
  }
  const element = known(bone, words);
  return element === null ? failed('exchange.value_bone', { text: visible(words) }) : { value: { element, side: midline.includes(element) ? 'midline' : 'unsided' } };
}

/** "1-3, 5" as [1, 2, 3, 5]; null where it is no list of zones 1 to 23. */
function readZones(said: string): number[] | null {
  const zones = new Set<number>();
  for (const piece of said.split(/[,\s]+/u).filter((one) => one !== '')) {
    const [, from = '', to = from] = /^([0-9]{1,2})(?:[–-]([0-9]{1,2}))?$/u.exec(piece) ?? [];
    const [low, high] = [Number(from), Number(to)];
    if (from === '' || low < 1 || high > 23 || high < low) return null;
    for (let zone = low; zone <= high; zone++) zones.add(zone);
  }
  return [...zones].sort((a, b) => a - b);
}

/** "length 452, head 47.5" by measurement, millimetres to a tenth as text; null where it is no list of sizes. */
function readSizes(said: string, options: Parameters<CellParser>[1]): Record<string, string> | null {
  const sizes: Record<string, string> = {};
  for (const piece of said.split(/[;,]\s+/u).map((one) => one.trim()).filter((one) => one !== '')) {
    const [, name = '', value = ''] = /^(.+?)\s*[:=]?\s*([1-9][0-9]{0,2}(?:[.,][0-9])?)(?:\s*(?:mm|мм))?$/u.exec(piece) ?? [];
    const read = measurement(name, options);
    if (!('value' in read) || typeof read.value !== 'string' || read.value in sizes) return null;
    sizes[read.value] = value.replace(',', '.').replace(/\.0$/u, '');
  }
  return sizes;
}
