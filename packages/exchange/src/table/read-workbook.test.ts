import { ProblemError } from '@imena/problem';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTable, tableLimits, type TableOptions, type TableResult } from '../index.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  readonly rows: string;
  readonly shared?: string;
  readonly styles?: string;
  readonly workbook?: string;
  readonly after?: string;
}

/** A workbook as spreadsheet programs write it, with the parts a test is about. */
function workbook(
  { rows, shared = '', styles = '', workbook: extra = '', after = '' }: Parts,
  sheets = ['List'],
): Uint8Array {
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns:r="${office}">${extra}<sheets>${sheets
      .map(
        (name, index) =>
          `<sheet name="${name}" sheetId="${index + 1}" ${name === 'Hidden' ? 'state="hidden" ' : ''}r:id="s${index}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relation('y', 'styles', '/xl/styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${shared}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
  };
  sheets.forEach((name, index) => {
    const content = index === 0 ? rows : `<row r="1"><c r="A1" t="inlineStr"><is><t>${name}</t></is></c></row>`;
    files[`xl/worksheets/sheet${index + 1}.xml`] = `<worksheet><sheetData>${content}</sheetData>${after}</worksheet>`;
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const text = (reference: string, value: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
const header = `<row r="1">${text('A1', 'a')}${text('B1', 'b')}</row>`;

function read(parts: Parts, options: Partial<TableOptions> & { sheets?: string[] } = {}): TableResult {
  const { sheets, ...rest } = options;
  return readTable(workbook(parts, sheets), { fileName: 'list.xlsx', ...rest });
}

function code(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  return 'accepted';
}

describe('workbooks', () => {
  it('numbers are exact: 9.3 stays 9.3, long numbers keep their digits, texts their zeros', () => {
    const { rows } = read({
      rows: `${header}<row r="2"><c r="A2"><v>9.3000000000000007</v></c><c r="B2"><v>9007199254740993</v></c></row>
        <row r="5">${text('A5', '007')}<c r="B5"><v>1.5E-3</v></c></row>`,
    });
    expect(rows).toEqual([
      { row: 2, cells: ['9.3', '9007199254740993'] },
      { row: 5, cells: ['007', '0.0015'] },
    ]);
  });

  it('shared and rich texts, entities, escapes, true and false, cells left out and hidden phonetics are read', () => {
    const { rows } = read({
      shared: '<si><t>a &amp; &#x41F;</t></si><si><r><t>Оле</t></r><r><t>на</t></r><rPh><t>x</t></rPh></si>',
      rows: `${header}<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>
        <row r="3"><c r="B3" t="b"><v>1</v></c></row><row r="4">${text('A4', ' x_x000A_y ')}<c r="B4" t="str"><f>A1</f><v>=1+1</v></c></row>`,
    });
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['a & П', 'Олена'],
      ['', 'TRUE'],
      [' x\ny ', '=1+1'],
    ]);
  });

  it('dates become ISO text in both calendars; elapsed times and plain numbers stay numbers', () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="0.0&quot;d&quot;"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>';
    const cells = `<row r="2"><c r="A2" s="1"><v>44818</v></c><c r="B2" s="2"><v>44818.5</v></c></row><row r="3"><c r="A3" s="3"><v>1.5</v></c><c r="B3" s="4"><v>2</v></c></row>`;
    expect(read({ rows: header + cells, styles }).rows.map((row) => row.cells)).toEqual([
      ['2022-09-14', '2022-09-14T12:00:00'],
      ['1.5', '2'],
    ]);
    const other = read({ rows: header + cells, styles, workbook: '<workbookPr date1904="1"/>' });
    expect(other.rows[0]?.cells[0]).toBe('2026-09-15');
  });

  it.each([
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
    ['0.75', '18:00:00'],
    ['2958465', '9999-12-31'],
  ])('day number %s is %s', (serial, iso) => {
    const rows = `${header}<row r="2"><c r="A2" s="0"><v>${serial}</v></c></row>`;
    expect(read({ rows, styles: '<cellXfs><xf numFmtId="22"/></cellXfs>' }).rows[0]?.cells[0]).toBe(iso);
  });

  it('29 February 1900, error values and formulas without a stored value are reported by cell', () => {
    const { rows, issues } = read({
      styles: '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>',
      rows: `${header}<row r="2"><c r="A2" s="1"><v>60</v></c></row><row r="3"><c r="B3" t="e"><v>#N/A</v></c></row><row r="4"><c r="A4"><f>B4</f></c></row>`,
    });
    expect(rows).toEqual([]);
    expect(issues.map((issue) => [issue.code, issue.place.row, issue.place.column])).toEqual([
      ['exchange.cell_date', 2, 'A'],
      ['exchange.cell_error', 3, 'B'],
      ['exchange.formula_without_value', 4, 'A'],
    ]);
  });

  it('the first visible sheet is read and told, another on request, an unknown one refused', () => {
    const parts = { rows: header };
    expect(read(parts, { sheets: ['Hidden', 'Shown', 'Third'] })).toMatchObject({
      sheet: 'Shown',
      sheets: ['Hidden', 'Shown', 'Third'],
      issues: [{ code: 'exchange.sheet_chosen', severity: 'warning' }],
    });
    expect(read(parts, { sheets: ['One', 'Two'], sheet: 'Two' })).toMatchObject({ columns: ['Two'], issues: [] });
    expect(code(() => read(parts, { sheet: 'None' }))).toBe('exchange.sheet_missing');
  });

  it('half a surrogate or a NUL written as an escape is reported and the row held back', () => {
    const { rows, issues } = read({
      rows: `${header}<row r="2">${text('A2', 'x_xD800_y')}${text('B2', 'x_x0000_y')}</row>`,
    });
    expect(rows).toEqual([]);
    expect(issues.map((issue) => issue.code)).toEqual(['exchange.cell_broken_text', 'exchange.cell_broken_text']);
  });

  it('merged cells are told', () => {
    const { issues } = read({ rows: header, after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>' });
    expect(issues).toMatchObject([{ code: 'exchange.merged_cells', details: { range: 'A1:B1' } }]);
  });

  it.each([
    ['a row twice', `${header}<row r="1">${text('A1', 'x')}</row>`],
    ['a cell twice', `<row r="1">${text('A1', 'x')}${text('A1', 'y')}</row>`],
    ['a cell of another row', `<row r="1">${text('A2', 'x')}</row>`],
    ['a shared text that is not there', '<row r="1"><c r="A1" t="s"><v>5</v></c></row>'],
    ['an element that is not closed', '<row r="1">'],
    ['an unknown entity', `<row r="1">${text('A1', '&x;')}</row>`],
    ['half a surrogate', `<row r="1">${text('A1', '&#xD800;')}</row>`],
  ])('a workbook with %s is refused as damaged', (_, rows) => {
    expect(code(() => read({ rows }))).toBe('exchange.workbook_damaged');
  });

  it('a workbook that defines entities is refused', () => {
    expect(code(() => read({ rows: '<!DOCTYPE x [<!ENTITY a "b">]>' }))).toBe('exchange.workbook_doctype');
  });

  it('another kind of archive is refused as no workbook', () => {
    expect(code(() => readTable(zipSync({ mimetype: strToU8('x') }), { fileName: 'x' }))).toBe(
      'exchange.not_a_workbook',
    );
  });

  it('one long text named by very many cells is refused before it fills the memory', () => {
    const shared = `<si><t>${'x'.repeat(tableLimits.cellCharacters)}</t></si>`;
    const rows = Array.from(
      { length: 9000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}" t="s"><v>0</v></c></row>`,
    );
    expect(code(() => read({ rows: rows.join(''), shared }))).toBe('exchange.too_much_text');
  });

  it('an attribute list made to be slow is refused at once', () => {
    const noise =
      fc.sample(
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), minLength: 200_000, maxLength: 200_000 }),
        { numRuns: 1, seed: 7 },
      )[0] ?? '';
    expect(code(() => read({ rows: `<row ${noise}></row>` }))).toBe('exchange.workbook_damaged');
  });

  it('a changed byte anywhere is read or refused in words', () => {
    const bytes = workbook({ rows: `${header}<row r="2">${text('A2', 'x')}<c r="B2"><v>1</v></c></row>` });
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const changed = bytes.slice();
        changed[at] = value;
        expect(code(() => readTable(changed, { fileName: 'x' }))).toMatch(/^(accepted|exchange\.)/);
      }),
      { numRuns: 1000 },
    );
  });
});
