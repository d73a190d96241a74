import type { FoundRemains } from '../records/types.ts';
import type { TableKind } from '../weigh/remains-tables.ts';
import { explainKind, type KindExplanation } from '../words/explain-kind.ts';
import { explainTelling, explainTogether, type Telling } from '../words/explain-reports.ts';
import type { Words } from '../words/value-words.ts';
import type { OpenedFile } from './opened-file.ts';
import type { FileLevel } from './report-files.ts';

/** A kind of evidence of a file: which report's words stand for it, and why it weighs what it weighs. */
export interface FiledKind {
  readonly log10Lr: number;
  readonly found: FoundRemains;
  /** Place of the report asked about: its own words stand for the file where it speaks of the kind. */
  readonly report: number;
}

/** Why a kind of a file weighs what it weighs: what one of its reports says, and how the others tell of it. */
export function explainFiled(opened: OpenedFile, kind: TableKind, { log10Lr, found, report: own }: FiledKind): KindExplanation {
  const { missing, population, settings, context: { placesTaught } } = opened.matching;
  const speaking = speakingOf(opened, kind);
  const report = missing[speaking.includes(own) ? own : (speaking[0] ?? own)];
  if (report === undefined) return { sides: null, why: [] };
  const { sides, why } = explainKind(kind, { report, found, log10Lr, population, settings, placesTaught });
  return { sides, why: sides === null ? why : [...tellingOf(opened, kind), ...why] };
}

/** How the reports of a file tell of a kind, in words; none where nobody speaks of it. */
export function tellingOf(opened: OpenedFile, kind: 'name' | TableKind): Words[] {
  const speaking = speakingOf(opened, kind);
  return speaking.length === 0 ? [] : explainTelling(compared(opened, kind, speaking), { speaking: speaking.length, all: opened.matching.missing.length });
}

/** How surely the reports are of one person, part by part. */
export function explainLevels(levels: readonly FileLevel[]): Words[] {
  return levels.map(({ file, together }) => explainTogether(file.reports.length, together));
}

/** Reports that speak of a kind, by their places. */
function speakingOf({ matching: { missing, columns, reportNames } }: OpenedFile, kind: 'name' | TableKind): number[] {
  return missing.flatMap((report, at) => {
    if (kind === 'name') return (reportNames[at]?.words.length ?? 0) > 0 ? [at] : [];
    if (kind === 'hair' || kind === 'eyes') return report[kind] === null ? [] : [at];
    return (columns[kind === 'age' ? 'birth' : kind][at] ?? 0) === 0 ? [] : [at];
  });
}

function compared(opened: OpenedFile, kind: 'name' | TableKind, speaking: readonly number[]): Telling {
  const { matching: { missing, columns, reportNames }, file } = opened;
  const values = opened.valuesOf(file);
  const differing = (of: (at: number) => unknown): boolean => new Set(speaking.map(of)).size > 1;
  const byCodes = (told: readonly unknown[], raw: ArrayLike<number>): Telling => (!differing((at) => raw[at]) ? 'same' : new Set(told).size > 1 ? 'differ' : 'exact');
  switch (kind) {
    case 'name': return differing((at) => reportNames[at]?.words.map(({ text }) => text.toLowerCase()).sort().join(' ')) ? 'differ' : 'same';
    case 'hair': case 'eyes': return differing((at) => missing[at]?.[kind]) ? 'differ' : 'same';
    case 'birth': return new Set(values.birthdays.map(({ month, day }) => `${month ?? ''} ${day ?? ''}`)).size > 1 ? 'differ' : byCodes(values.birth, columns.birth);
    case 'age': return byCodes(values.birth, columns.birth);
    case 'height': return !differing((at) => columns.height[at]) ? 'same' : values.height.length > 1 ? 'differ' : 'mean';
    case 'numbers': case 'marks': case 'clothing': case 'belongings': return differing((at) => columns[kind][at]) ? 'together' : 'same';
    case 'sex': case 'seen': case 'place': case 'military': case 'teeth': return byCodes(values[kind], columns[kind]);
  }
}
