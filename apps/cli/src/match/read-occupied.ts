import { identityGrounds, type OccupiedPerson } from '@imena/matching';
import { refuse } from '@imena/problem';
import { parseJson, readTextLines } from '../read-text.ts';

/**
 * Older identifications and burials by others, one JSON object a line: `am`, `pm` (absent: the body lies elsewhere),
 * `ground`, `p` (absent: by the declared error of the ground), `by`.
 * @throws Problem `cli.file_unreadable`, `matching.row_unreadable` naming row, field, value and what is allowed
 */
export async function readOccupied(file: string): Promise<OccupiedPerson[]> {
  const rows: OccupiedPerson[] = [];
  for await (const { line, text } of readTextLines(file)) {
    if (text.trim() === '') continue;
    const parsed = parseJson(file, text, line);
    const row = typeof parsed === 'object' && parsed !== null ? (parsed as Readonly<Record<string, unknown>>) : {};
    const bad = (field: string, allowed: string): never => refuse('matching.row_unreadable', { field, value: JSON.stringify(row[field] ?? null), allowed }, { file, row: line, field });
    const [report, remains, ground, right, by] = [row['am'], row['pm'] ?? null, row['ground'] ?? 'earlier_identification', row['p'] ?? null, row['by'] ?? null];
    const known = identityGrounds.find((one) => one === ground);
    if (typeof report !== 'string') return bad('am', 'text');
    if (remains !== null && typeof remains !== 'string') return bad('pm', 'text');
    if (known === undefined) return bad('ground', identityGrounds.join(', '));
    if (right !== null && !(typeof right === 'number' && right > 0 && right < 1)) return bad('p', '0 < p < 1');
    if (by !== null && typeof by !== 'string') return bad('by', 'text');
    rows.push({ report, remains, ground: known, right, by });
  }
  return rows;
}
