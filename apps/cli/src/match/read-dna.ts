import type { OutsideWeight } from '@imena/matching';
import { refuse } from '@imena/problem';
import { parseJson, readTextLines } from '../read-text.ts';

/** Columns of the pairs that `imena screen` prints: with families, and of profiles compared directly. */
const columnsOf = { remains: ['remains', 'sample'], report: ['missing', 'other'], log10Lr: ['log10_lr', 'log10Lr'] } as const;

/**
 * The pairs that `imena screen` printed, as CSV or JSON lines, with or without families: sample = id of the remains,
 * missing person (or the other profile) = id of the report.
 * @throws Problem `cli.file_unreadable`, `matching.dna_unreadable` naming the row
 */
export async function readDna(file: string): Promise<OutsideWeight[]> {
  const pairs: OutsideWeight[] = [];
  let header: readonly string[] | null = null;
  for await (const { line, text } of readTextLines(file)) {
    const row = text.trim();
    if (row === '') continue;
    const place = { file, row: line };
    if (row.startsWith('{')) pairs.push(pairOf(place, (names) => field(parseJson(file, row, line), names)));
    else if (header === null) header = cellsOf(row);
    else {
      const [names, cells] = [header, cellsOf(row)];
      pairs.push(pairOf(place, (wanted) => cells[names.findIndex((name) => wanted.some((one) => one === name))]));
    }
  }
  return pairs;
}

function pairOf(place: { readonly file: string; readonly row: number }, value: (names: readonly string[]) => unknown): OutsideWeight {
  const [remains, report, given] = [value(columnsOf.remains), value(columnsOf.report), value(columnsOf.log10Lr)];
  const log10Lr = given === 'Infinity' ? Infinity : given === '-Infinity' ? -Infinity : typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
  if (typeof remains !== 'string' || typeof report !== 'string' || typeof log10Lr !== 'number' || Number.isNaN(log10Lr)) return refuse('matching.dna_unreadable', {}, place);
  return { remains, report, log10Lr };
}

function field(row: unknown, names: readonly string[]): unknown {
  if (typeof row !== 'object' || row === null) return undefined;
  const found = names.find((name) => name in row);
  return found === undefined ? undefined : (row as Readonly<Record<string, unknown>>)[found];
}

/** Cells of a line as `imena screen` writes them: commas, quotes doubled; an apostrophe before a formula is taken away. */
function cellsOf(row: string): string[] {
  return [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(([, quoted, plain = '']) => (quoted?.replaceAll('""', '"') ?? plain).replace(/^'(?=[=@+-])/u, ''));
}
