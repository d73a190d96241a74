import { refuse } from '@imena/problem';
import pdfMake from 'pdfmake';
import roboto from 'pdfmake/build/fonts/Roboto.js';

/** A node of a pdfmake document; its own vocabulary is larger than what is used here. */
export type Node = string | { readonly [property: string]: unknown };

export interface PdfDocument {
  readonly title: string;
  readonly language: string;
  /** RFC 3339; the only date in the file. */
  readonly createdAt: string;
  readonly pageSize: 'A4' | { readonly width: number; readonly height: number };
  readonly pageMargins: readonly [number, number, number, number];
  readonly content: readonly Node[];
  readonly header?: (page: number, pages: number) => Node;
  readonly footer?: (page: number, pages: number) => Node;
  readonly fontSize: number;
}

const files = ['Roboto-Regular.ttf', 'Roboto-Medium.ttf', 'Roboto-Italic.ttf', 'Roboto-MediumItalic.ttf'] as const;

// The fonts come inside a module of pdfmake (Roboto, Apache-2.0, with Cyrillic): no font of the machine is needed.
for (const file of files) pdfMake.virtualfs.writeFileSync(file, roboto.vfs[file]?.data ?? '', 'base64');
pdfMake.setFonts({ Roboto: { normal: files[0], bold: files[1], italics: files[2], bolditalics: files[3] } });
pdfMake.setUrlAccessPolicy(() => false);
pdfMake.setLocalAccessPolicy?.(() => false);

/**
 * Lays out a document. The same input gives the same bytes: the creation date is the one given, and the id of the file
 * is a hash over the description of the document.
 * @throws Problem `report.script_not_printable` for characters that the font lacks
 */
export async function makePdf(document: PdfDocument): Promise<Uint8Array> {
  const bytes = await pdfMake
    .createPdf({
      pageSize: document.pageSize,
      pageMargins: [...document.pageMargins],
      content: prepare(document.content),
      ...(document.header === undefined ? {} : { header: (page: number, pages: number) => prepare(document.header?.(page, pages)) }),
      ...(document.footer === undefined ? {} : { footer: (page: number, pages: number) => prepare(document.footer?.(page, pages)) }),
      defaultStyle: { font: 'Roboto', fontSize: document.fontSize, lineHeight: 1.2, color: '#1a1a1a' },
      pageBreakBefore: (node: { headlineLevel?: number; startPosition: { verticalRatio: number } }) => node.headlineLevel === 1 && node.startPosition.verticalRatio > 0.86,
      styles: { strong: { bold: true }, plain: {} },
      info: { title: document.title, creator: 'Imena', producer: 'Imena', creationDate: new Date(document.createdAt) },
      language: document.language,
      version: '1.7',
    })
    .getBuffer();
  return new Uint8Array(bytes);
}

/** LIMIT: the characters of Roboto: Latin, Greek, Cyrillic. Names in Arabic script cannot be printed yet. */
const printable = /^[\s\u0020-\u017f\u0218-\u021b\u02bc\u0384-\u03ce\u0400-\u0513\u1e9e\u2000-\u2011\u2013-\u2015\u2018-\u201e\u2020-\u2022\u2026\u202f\u2030\u2032\u2033\u2039\u203a\u2044\u2070\u2074-\u208e\u20ac\u2116\u2122\u2212\u221e\u2248\u2260\u2264\u2265]*$/u;

/** Refuses what the font lacks; an illegible character (U+25A1 in a reading) is printed as `[?]`. */
function prepare(node: unknown): unknown {
  if (typeof node === 'string') {
    const text = node.replaceAll('\u25a1', '[?]');
    if (!printable.test(text)) refuse('report.script_not_printable', { text: node.slice(0, 80) });
    return text;
  }
  if (Array.isArray(node)) return node.map(prepare);
  if (typeof node === 'object' && node !== null) {
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, key === 'qr' || typeof value === 'function' ? (value as unknown) : prepare(value)]));
  }
  return node;
}
