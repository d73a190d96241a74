import { readWeight } from '../evidence/marker.ts';
import { kindWeight, readTogether } from './add-up.ts';
import { tableKinds, type RemainsTables, type TableKind } from './remains-tables.ts';
import type { ReportColumns } from './report-columns.ts';

/** What names and days of birth of one pair weigh by themselves, log10; null where they were not compared. */
export interface ComparedWords {
  readonly report: number;
  readonly name: number | null;
  readonly birthday: number | null;
}

/**
 * The weight of each kind of evidence of a pair; they add up to `pairWeight`. What one marker reads is weighed together;
 * name and birth show it in parts as large as each weighs alone.
 */
export function pairKinds(tables: RemainsTables, columns: ReportColumns, { report, name, birthday }: ComparedWords): { readonly kind: 'name' | TableKind; readonly log10Lr: number }[] {
  const { marker } = tables;
  const rest = tableKinds.filter((kind) => kind !== 'birth').map((kind) => ({ kind, log10Lr: kindWeight(kind, tables, columns, report) }));
  const [sex, code] = [columns.sex[report] ?? 0, columns.birth[report] ?? 0];
  const together = readTogether(tables, columns, { report, name: (name ?? 0) + (birthday ?? 0) });
  const alone = marker === null ? { name: 0, birth: 0 } : {
    name: name === null ? 0 : readWeight(name + (sex === 1 || sex === 2 ? marker.sex[sex] : 0), marker.model),
    birth: code === 0 ? 0 : readWeight((marker.written?.[code] ?? 0) + (birthday ?? 0), marker.model),
  };
  const read = inParts(together, alone, name === null && code !== 0 ? 'birth' : 'name');
  return [{ kind: 'name', log10Lr: read.name }, { kind: 'birth', log10Lr: read.birth }, ...rest];
}

/** What the name and the birth that one marker reads weigh, log10. */
export interface ReadParts {
  readonly name: number;
  readonly birth: number;
}

/** What name and birth weigh together, in parts as large as each weighs alone. @param either - whose all of it is where neither weighs anything alone */
export function inParts(together: number, alone: ReadParts, either: keyof ReadParts): ReadParts {
  const size = Math.abs(alone.name) + Math.abs(alone.birth);
  const ofName = size === 0 ? (either === 'name' ? 1 : 0) : Math.abs(alone.name) / size;
  const excess = together - alone.name - alone.birth;
  return { name: alone.name + ofName * excess, birth: alone.birth + (1 - ofName) * excess };
}

/** From this concordance down what was read and the body are said to contradict each other. */
const contradiction = 0.3;

/** Whether what was read contradicts the body that was examined, in age and in sex. */
export function markerContradicts({ marker }: RemainsTables): { readonly age: boolean; readonly sex: boolean } {
  if (marker === null) return { age: false, sex: false };
  return { age: marker.ageConcordance <= contradiction, sex: marker.concordance <= contradiction * marker.ageConcordance };
}
