import { readTable } from '@imena/exchange';
import { foldSubject, parseBody } from '@imena/record';
import { describe, expect, it } from 'vitest';
import { figureRows } from './figure-rows.ts';
import { figuresCsv } from './figures-csv.ts';
import { figuresOf } from './figures.ts';

const id = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
const words = { figure: 'figure', name: 'according to', countedHere: 'counted here', outdatedBy: 'newer', confirmedBy: 'confirmed by', confirmedOn: 'confirmed on', entry: 'entry' };

describe('the table of figures for a spreadsheet', () => {
  it.each(['=1+1', '+380 (2)', '-cmd|x', '@SUM(A1)', '\t=1+1', '\r=1+1', '＝1+1'])('never begins a cell with a formula, whoever said it: %j', (hostile) => {
    const body = parseBody({
      type: 'claim.stated', basis: 'document', document: id(1), claimKind: 'attributed', quoteType: 'indirect', modality: 'observation', about: {}, words: { en: `${hostile} said` }, saidOn: '2022-09-18',
      speaker: { name: hostile.trim(), type: 'person', named: true }, quantities: [{ bound: 'at_least', value: '440', unit: hostile.trim() }],
    });
    const claim = foldSubject([{ id: id(500), index: 3, scope: id(2), subject: id(10), kind: 'source', by: id(77), device: 'd', at: '2022-09-18T10:00:00+03:00', supersedes: [], body, files: [] }]);
    if (claim === null) throw new Error('the statement exists');
    const rows = figureRows(figuresOf([claim]), { claims: new Map([[claim.id, claim]]), items: new Map(), links: [], own: null });
    const csv = figuresCsv(rows, { words, language: 'en', nameOf: () => `${hostile}name` });
    const { columns, rows: read } = readTable(new TextEncoder().encode(csv), { fileName: 'figures.csv' });
    const cells = read[0]?.cells ?? [];
    for (const cell of cells) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝]/u);
    const cellOf = (column: string): string | undefined => cells[columns.indexOf(column)];
    expect([cellOf('entry'), cellOf('confirmed on'), cellOf('confirmed by')]).toEqual([id(500), '2022-09-18T10:00:00+03:00', `'${hostile}name`]);
  });
});
