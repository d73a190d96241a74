import { errorAt, visible, type Issue } from '../issue.ts';
import type { TableResult, TableRow } from '../table/table.ts';

/** Drop-out and drop-in of one row, in parts per million. */
export interface DropOutRead {
  readonly dropOutPpm: number;
  readonly homozygoteDropOutPpm?: number;
  readonly dropInPpm?: number;
}

/** What a file says of a sample of little DNA. */
export interface LowTemplateRead extends DropOutRead {
  /** Markers that a file with one row a marker gives figures of their own. */
  readonly markers?: Readonly<Record<string, DropOutRead>>;
  readonly reason: string | null;
}

/** Headings as `columnKey` writes them. */
const names = {
  dropOutPpm: ['dropout', 'pdropout', 'випадіння', 'випадінняалеля'],
  homozygoteDropOutPpm: ['homozygotedropout', 'dropouthomozygote', 'випадіннягомозиготи'],
  dropInPpm: ['dropin', 'pdropin', 'появаалеля', 'стороннійалель'],
  reason: ['dropoutreason', 'dropoutsource', 'підстававипадіння', 'джерелавипадіння'],
} as const;
type Name = keyof typeof names;

export type DropOutColumns = Readonly<Partial<Record<Name, number>>>;

/** @param keys headings of a table in small letters and digits alone */
export function dropOutColumns(keys: readonly string[]): DropOutColumns {
  return Object.fromEntries(Object.entries(names).flatMap(([name, known]) => {
    const at = keys.findIndex((key) => (known as readonly string[]).includes(key));
    return at < 0 ? [] : [[name, at]];
  }));
}

/** What a row says of drop-out and drop-in; null where it says nothing, or what it says cannot be read, which is told. */
export function readDropOut(table: TableResult, row: TableRow, at: { readonly columns: DropOutColumns; readonly issues: Issue[] }): (DropOutRead & { readonly reason: string | null }) | null {
  const { columns, issues } = at;
  const before = issues.length;
  const share = (name: Exclude<Name, 'reason'>): number | undefined => {
    const text = textAt(row, columns[name]);
    if (text === '') return undefined;
    const ppm = parseShare(text);
    if (ppm === null) issues.push(errorAt({ file: table.fileName, row: row.row, column: table.columns[columns[name] ?? -1] ?? '' }, 'exchange.drop_out_value', { value: visible(text) }));
    return ppm ?? undefined;
  };
  const [dropOutPpm, homozygoteDropOutPpm, dropInPpm] = [share('dropOutPpm'), share('homozygoteDropOutPpm'), share('dropInPpm')];
  if (issues.length > before) return null;
  if (dropOutPpm === undefined) {
    if (homozygoteDropOutPpm !== undefined || dropInPpm !== undefined) issues.push(errorAt({ file: table.fileName, row: row.row }, 'exchange.drop_out_missing'));
    return null;
  }
  const reason = textAt(row, columns.reason);
  return { dropOutPpm, ...(homozygoteDropOutPpm === undefined ? {} : { homozygoteDropOutPpm }), ...(dropInPpm === undefined ? {} : { dropInPpm }), reason: reason === '' ? null : reason };
}

/** The model of a sample: what its first row says, and of markers that say otherwise their own. An empty cell says what the sample says. */
export function joinDropOut(rows: readonly { readonly marker: string; readonly read: DropOutRead & { readonly reason: string | null } }[]): LowTemplateRead | null {
  const [first] = rows;
  if (first === undefined) return null;
  const modelOf = ({ reason: _, ...model }: typeof first.read): DropOutRead => model;
  const same = JSON.stringify(modelOf(first.read));
  const own = rows.filter(({ read }) => JSON.stringify(modelOf(read)) !== same).map(({ marker, read }) => [marker, modelOf(read)] as const);
  const reason = rows.find(({ read }) => read.reason !== null)?.read.reason ?? null;
  return { ...modelOf(first.read), ...(own.length === 0 ? {} : { markers: Object.fromEntries(own) }), reason };
}

function textAt(row: TableRow, index: number | undefined): string {
  return index === undefined ? '' : (row.cells[index]?.trim() ?? '');
}

/** `0.2`, `0,2` and `20 %` are one share; a bare 20 could be either and is none. */
function parseShare(text: string): number | null {
  const found = /^(\d{1,3}(?:[.,]\d{1,6})?)\s*(%?)$/u.exec(text);
  if (found === null) return null;
  const number = Number((found[1] ?? '').replace(',', '.'));
  const share = found[2] === '%' ? number / 100 : number;
  return share <= 1 ? Math.round(share * 1e6) : null;
}
