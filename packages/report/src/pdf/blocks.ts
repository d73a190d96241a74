import type { Node } from './make-pdf.ts';

const rule = '#9a9a9a';
const quiet = '#555555';

/** Thin rules between rows, none at the sides: tables that read as text. */
const quietLines = {
  hLineWidth: (row: number, node: { table: { body: readonly unknown[] } }): number => (row === 0 || row === node.table.body.length ? 0 : 0.4),
  vLineWidth: (): number => 0,
  hLineColor: (): string => '#c8c8c8',
  paddingLeft: (column: number): number => (column === 0 ? 0 : 6),
  paddingRight: (): number => 4,
  paddingTop: (): number => 2.5,
  paddingBottom: (): number => 2,
};

/** A heading with a thin line; one that would stand near the foot of a page begins the next (see `makePdf`). */
export function section(title: string, content: readonly Node[], width: number): Node {
  return {
    stack: [
      { text: title, style: 'strong', headlineLevel: 1, fontSize: 11.5, margin: [0, 12, 0, 1] },
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.6, lineColor: rule }], margin: [0, 0, 0, 5] },
      ...content,
    ],
  };
}

/** Names on the left, values on the right; rows without a value are left out. */
export function facts(rows: readonly (readonly [string, Node | undefined])[]): Node {
  const body = rows.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[{ text: name, color: quiet }, typeof value === 'string' ? { text: value } : value]]));
  return body.length === 0 ? { text: '' } : { table: { widths: [140, '*'], body }, layout: quietLines };
}

/** A table with a head that repeats on every page. */
export function table(head: readonly string[], rows: readonly (readonly (Node | undefined)[])[], widths: readonly (string | number)[]): Node {
  const body = [head.map((text) => ({ text, style: 'strong', fontSize: 8.5, color: quiet })), ...rows.map((row) => row.map((cell) => cell ?? ''))];
  return { table: { headerRows: 1, dontBreakRows: true, widths: [...widths], body }, layout: quietLines, margin: [0, 2, 0, 4] };
}

export function paragraph(text: string, style: Readonly<Record<string, unknown>> = {}): Node {
  return { text, margin: [0, 2, 0, 3], ...style };
}

export function small(text: string): Node {
  return { text, fontSize: 8.5, color: quiet, margin: [0, 1, 0, 2] };
}

/** Hashes and ids: long texts without spaces that must be able to break. */
export function breakable(text: string): Node {
  return { text: text.replace(/(.{8})(?=.)/g, '$1\u200b'), fontSize: 8 };
}

/** A framed line of large letters: synthetic data, draft, revoked. */
export function banner(text: string, fill: string): Node {
  return {
    table: { widths: ['*'], body: [[{ text, style: 'strong', fontSize: 10, alignment: 'center', color: '#1a1a1a', fillColor: fill, margin: [0, 2, 0, 2] }]] },
    layout: { hLineWidth: () => 0.8, vLineWidth: () => 0.8, hLineColor: () => '#1a1a1a', vLineColor: () => '#1a1a1a' },
    margin: [0, 0, 0, 6],
  };
}
