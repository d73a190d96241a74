import { refuse } from '@imena/problem';
import type { ZipArchive } from '../zip/open-zip.ts';
import { isDateFormat } from './cell-numbers.ts';
import { decodeText } from './decode-text.ts';
import { tableLimits } from './limits.ts';
import { readXml, type XmlHandler } from './read-xml.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly part: string;
  readonly visible: boolean;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly epoch: '1900' | '1904';
  readonly sharedStrings: readonly string[];
  /** By style number: whether its format shows a date. */
  readonly dateStyles: readonly boolean[];
}

/**
 * Reads the parts of a workbook around its sheets.
 *
 * Refuses with `exchange.not_a_workbook` (another kind of zip) and the codes of `readXml` and of zip.
 */
export function readParts(archive: ZipArchive): Workbook {
  const main = relations(archive, '_rels/.rels').find(({ type }) => type.endsWith('/officeDocument'))?.target;
  if (main === undefined || archive.read(main) === null) refuse('exchange.not_a_workbook');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const links = relations(archive, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  const sheets: WorkbookSheet[] = [];
  let epoch: Workbook['epoch'] = '1900';
  walk(archive, main, {
    open: (name, attributes) => {
      if (name === 'workbookPr') epoch = /^(1|true)$/.test(attributes.get('date1904') ?? '') ? '1904' : '1900';
      if (name !== 'sheet') return;
      const link = links.find(({ id }) => id === attributes.get('id'));
      // Chart sheets have no cells.
      if (link?.type.endsWith('/worksheet') !== true) return;
      const visible = (attributes.get('state') ?? 'visible') === 'visible';
      sheets.push({ name: attributes.get('name') ?? '', part: link.target, visible });
    },
  });
  if (sheets.length === 0) refuse('exchange.not_a_workbook');
  const partOf = (kind: string): string | undefined => links.find(({ type }) => type.endsWith(`/${kind}`))?.target;
  return {
    sheets,
    epoch,
    sharedStrings: readSharedStrings(archive, partOf('sharedStrings')),
    dateStyles: readStyles(archive, partOf('styles')),
  };
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function relations(archive: ZipArchive, part: string, folder = ''): readonly Relation[] {
  const found: Relation[] = [];
  walk(archive, part, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
      const target = attributes.get('Target') ?? '';
      found.push({
        id: attributes.get('Id') ?? '',
        type: attributes.get('Type') ?? '',
        target: target.startsWith('/') ? target.slice(1) : folder + target,
      });
    },
  });
  return found;
}

/** Walks one part; a part that is not there has nothing to say. Only handlers that are needed are given. */
export function walk(archive: ZipArchive, part: string | undefined, handler: Partial<XmlHandler>): void {
  const bytes = part === undefined ? null : archive.read(part);
  if (bytes === null) return;
  const nothing = (): void => undefined;
  readXml(decodeText(bytes, null).text, { open: nothing, close: nothing, text: nothing, ...handler });
}

function readSharedStrings(archive: ZipArchive, part: string | undefined): readonly string[] {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let inPhonetic = false;
  walk(archive, part, {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') inPhonetic = true;
      if (name === 't') inText = true;
    },
    text: (text) => {
      if (inText && !inPhonetic) current += text;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') inPhonetic = false;
      if (name === 'si') strings.push(unescapeSigns(current.slice(0, tableLimits.cellCharacters + 1)));
    },
  });
  return strings;
}

/** Signs that XML cannot hold stand as `_x000D_`. */
export function unescapeSigns(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function readStyles(archive: ZipArchive, part: string | undefined): readonly boolean[] {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  let inCellFormats = false;
  walk(archive, part, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'xf' && inCellFormats) styles.push(Number(attributes.get('numFmtId') ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return styles.map((id) => isDateFormat(id, codes.get(id)));
}
