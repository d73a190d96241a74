import { readFileSync } from 'node:fs';

/** Rows of a CSV file (RFC 4180) as objects by the names of the first row; values are trimmed. */
export function readCsv(file: string): Readonly<Record<string, string>>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const text = `${readFileSync(file, 'utf8').trimEnd()}\n`;
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (quoted && sign === '"' && text.charAt(i + 1) === '"') {
      cell += sign;
      i++;
    } else if (sign === '"') quoted = !quoted;
    else if (quoted || (sign !== ',' && sign !== '\n')) cell += sign;
    else {
      row.push(cell.trim());
      cell = '';
      if (sign === '\n') {
        rows.push(row);
        row = [];
      }
    }
  }
  const [names = [], ...values] = rows;
  return values.map((one) => Object.fromEntries(names.map((name, at) => [name, one[at] ?? ''])));
}
