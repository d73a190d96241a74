import { refuse } from '@imena/problem';
import { makePdf, type Node } from '../pdf/make-pdf.ts';
import { certificateWords } from '../words/certificate-words.ts';
import { formatEdtf, formatMoment } from '../words/format.ts';
import { labelWords } from '../words/label-words.ts';
import type { LabelInput } from './label-input.ts';

const millimetre = 72 / 25.4;
const sizes = {
  bag: { width: 100, height: 60, text: 9, note: 6.5, qr: 29, margin: 4 },
  a6: { width: 105, height: 148, text: 12, note: 8.5, qr: 60, margin: 7 },
} as const;

/**
 * A label for a body bag: the code large and as QR, the site, grave and bag, in both languages. It never carries a name.
 * The same input gives the same bytes.
 * @throws Problem `report.too_long_for_label`, `report.date_invalid`, `report.script_not_printable`
 */
export async function labelPdf(input: LabelInput): Promise<Uint8Array> {
  const size = sizes[input.size];
  if (input.code.length > 20) refuse('report.too_long_for_label', { text: input.code });
  const edge = size.margin * millimetre;
  return makePdf({
    title: input.code,
    language: input.language,
    createdAt: input.printedAt,
    pageSize: { width: size.width * millimetre, height: size.height * millimetre },
    pageMargins: [edge, edge, edge, edge],
    fontSize: size.text,
    content: input.size === 'bag' ? bagContent(input) : a6Content(input),
  });
}

/** As large as the width allows: a capital or digit takes at most 0.66 of the type size. */
function codeSize(input: LabelInput): number {
  const { width, margin } = sizes[input.size];
  return Math.min(30, ((width - 2 * margin) * millimetre) / (input.code.length * 0.66));
}

function bagContent(input: LabelInput): Node[] {
  const size = sizes.bag;
  return [
    ...syntheticLine(input, size.note),
    { text: input.code, fontSize: codeSize(input), style: 'strong', noWrap: true, lineHeight: 1 },
    { columns: [{ width: '*', stack: rows(input, size.text) }, { width: size.qr * millimetre, stack: [{ qr: input.code, fit: size.qr * millimetre, eccLevel: 'Q', alignment: 'right' }] }], columnGap: 6, margin: [0, 3, 0, 0] },
    { text: foot(input), fontSize: size.note, color: '#333333', margin: [0, 2, 0, 0] },
  ];
}

function a6Content(input: LabelInput): Node[] {
  const size = sizes.a6;
  return [
    ...syntheticLine(input, size.note),
    { text: input.code, fontSize: codeSize(input), style: 'strong', alignment: 'center', noWrap: true, margin: [0, 4, 0, 6] },
    { qr: input.code, fit: size.qr * millimetre, eccLevel: 'Q', alignment: 'center' },
    { stack: rows(input, size.text), margin: [0, 12, 0, 0] },
    { text: foot(input), fontSize: size.note, color: '#333333', margin: [0, 6, 0, 0] },
  ];
}

function rows(input: LabelInput, fontSize: number): Node[] {
  const { language } = input;
  const other = language === 'en' ? 'uk' : 'en';
  const name = (key: 'site' | 'grave' | 'bag' | 'seal' | 'recovered'): string => `${labelWords[language][key]} / ${labelWords[other][key]}`;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [name('site'), `${input.site.code} ${input.site.name}`],
    [name('grave'), input.grave],
    [name('bag'), input.bag],
    [name('seal'), input.seal],
    [name('recovered'), input.recoveredOn === undefined ? undefined : formatEdtf(input.recoveredOn, language)],
  ];
  return facts.flatMap(([label, value]) =>
    value === undefined ? [] : [{ text: [{ text: `${label}: `, fontSize: fontSize * 0.8, color: '#333333' }, { text: value, style: 'strong' }], fontSize, lineHeight: 1.15 }],
  );
}

function foot(input: LabelInput): string {
  const printed = `${certificateWords.uk.printed} / ${certificateWords.en.printed}`;
  return `${input.installation} · ${printed} ${formatMoment(input.printedAt)}`;
}

function syntheticLine(input: LabelInput, fontSize: number): Node[] {
  if (!input.synthetic) return [];
  return [{ text: `${labelWords.uk.synthetic} / ${labelWords.en.synthetic}`, fontSize, style: 'strong', background: '#f3e6b3', margin: [0, 0, 0, 1], lineHeight: 1 }];
}
