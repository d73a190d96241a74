import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { codes, ProblemError } from '@imena/problem';
import { codeLists } from '@imena/record';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { certificateWords } from './words/certificate-words.ts';
import { formatProbability, formatRatio } from './words/format.ts';
import { certificatePdf, enfsiScale, labelPdf, verbalText, type CertificateInput, type LabelInput, type ReportLanguage } from './index.ts';
import { sampleCertificate, sampleLabel } from './sample-input.ts';

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * The text of a PDF made here, read without an outside program: each content stream is inflated and its glyph codes are
 * turned back through the ToUnicode map of the font in force. Words are joined as laid out; blanks are dropped.
 */
function textOf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, { head: string; data: string }>();
  for (const match of file.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)) {
    const [, number, content] = match;
    const at = content?.indexOf('stream\n') ?? -1;
    const head = at < 0 ? (content ?? '') : (content ?? '').slice(0, at);
    const raw = at < 0 ? '' : (content ?? '').slice(at + 7, (content ?? '').lastIndexOf('\nendstream'));
    const data = at < 0 ? '' : head.includes('FlateDecode') ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw;
    objects.set(number ?? '', { head, data });
  }
  const maps = new Map<string, Map<number, string>>();
  for (const { head } of objects.values()) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1];
    const name = /\/BaseFont \/\w+\+([\w-]+)/.exec(head)?.[1];
    if (unicode === undefined || name === undefined) continue;
    maps.set(name, readUnicodeMap(objects.get(unicode)?.data ?? ''));
  }
  const fonts = new Map<string, Map<number, string>>();
  for (const { head } of objects.values()) {
    for (const [, alias, number] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const name = /\/BaseFont \/\w+\+([\w-]+)/.exec(objects.get(number ?? '')?.head ?? '')?.[1];
      const map = maps.get(name ?? '');
      if (alias !== undefined && map !== undefined) fonts.set(alias, map);
    }
  }
  let text = '';
  for (const { data } of objects.values()) {
    if (!data.includes(' Tf')) continue;
    let font = new Map<number, string>();
    for (const [, alias, shown] of data.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[-\d.\s])*)\] TJ/g)) {
      if (alias !== undefined) font = fonts.get(alias) ?? font;
      for (const [, hex] of (shown ?? '').matchAll(/<([0-9a-f]*)>/g)) {
        for (const code of hex?.match(/.{4}/g) ?? []) text += font.get(parseInt(code, 16)) ?? '?';
      }
    }
  }
  return text.replace(/[\s\u200b]/g, '');
}

function readUnicodeMap(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, from, list] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
    (list?.match(/<[0-9a-f ]*>/g) ?? []).forEach((item, at) => {
      map.set(parseInt(from ?? '0', 16) + at, (item.match(/[0-9a-f]{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join(''));
    });
  }
  return map;
}

const pagesOf = (bytes: Uint8Array): number => (Buffer.from(bytes).toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;
const holds = (text: string, words: string): void => expect(text).toContain(words.replace(/\s/g, ''));

describe('the certificate', () => {
  it('names the profiles of which alleles may be lost or added, with their figures, and nothing where there are none', async () => {
    const given = sampleCertificate('en');
    const without = textOf(await certificatePdf(given));
    const dna = given.dna === undefined ? undefined : { ...given.dna, lowTemplate: [{ of: 'IZM-A-0042-K', dropOut: 0.2, homozygoteDropOut: 0.04, dropIn: 0.01 }, { of: 'IZM-A-0042-K', marker: 'SE33', dropOut: 0.4, homozygoteDropOut: 0.16, dropIn: 0 }] };
    const text = textOf(await certificatePdf({ ...given, ...(dna && { dna }) }));
    expect(text).toContain('drop-out 20.00 %, of a homozygote 4.00 %, drop-in 1.00 %'.replaceAll(' ', ''));
    expect(text).toContain('SE33:drop-out40.00');
    expect(without).not.toContain('drop-out');
  });

  it('is a PDF with the same bytes for the same input, in each language', async () => {
    for (const language of ['uk', 'en'] as const) {
      const first = await certificatePdf(sampleCertificate(language));
      expect(Buffer.from(first.slice(0, 5)).toString()).toBe('%PDF-');
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-07-09T00:00:00Z') });
      const later = await certificatePdf(sampleCertificate(language)).finally(() => vi.useRealTimers());
      expect(digest(later)).toBe(digest(first));
    }
    expect(digest(await certificatePdf({ ...sampleCertificate('uk'), code: 'ID-0002' }))).not.toBe(digest(await certificatePdf(sampleCertificate('uk'))));
  });

  it('says in Ukrainian who, which remains, what was compared, who signed, the limits and how to verify', async () => {
    const input = sampleCertificate('uk');
    const text = textOf(await certificatePdf(input));
    const words = certificateWords.uk;
    for (const title of Object.values(words.sections)) holds(text, title);
    for (const name of input.person.names) holds(text, name.text);
    for (const remains of input.remains) holds(text, remains.code);
    for (const marker of input.dna?.markersUsed ?? []) holds(text, marker.marker);
    for (const signature of input.signatures) { holds(text, signature.name); holds(text, signature.key); }
    for (const dissent of input.dissents) holds(text, dissent.explanation ?? '');
    for (const entry of input.entries) holds(text, entry);
    for (const word of [words.title, words.synthetic, certificateWords.en.synthetic, words.limits.second_solver_not_run, words.decision.notCertified, input.decisionHash, input.run?.inputsHash ?? '', input.checkpoint.root, input.dna?.frequencyTable.source ?? '', 'θ', 'Сторінка1з']) holds(text, word);
    expect(text).not.toContain(certificateWords.uk.draft.replace(/\s/g, ''));
  });

  it('says the same in English, and prints the act of the authority once there is one', async () => {
    const text = textOf(await certificatePdf({ ...sampleCertificate('en'), stage: 'certified', certified: { authority: 'Demonstration authority', number: '17', on: '2023-04-02' } }));
    for (const word of ['Certificate of identification', 'are 7.7 × 10¹² times (log10 LR = 12.886)', 'Extremely strong support', 'Demonstration authority, no. 17, 2 April 2023', 'Not used', 'not typed in the relatives', 'Page 1 of']) holds(text, word);
    expect(text).not.toContain(certificateWords.en.decision.notCertified.replace(/\s/g, ''));
  });

  it('says that it is a draft until two people have signed, and that it is revoked afterwards', async () => {
    holds(textOf(await certificatePdf({ ...sampleCertificate('en'), stage: 'reviewed', signatures: [] })), certificateWords.en.draft);
    holds(textOf(await certificatePdf({ ...sampleCertificate('en'), stage: 'revoked', revoked: [{ name: 'Board 1 (synthetic)', at: '2023-05-01T10:00:00Z', explanation: 'Remains were mixed up.' }] })), 'Remains were mixed up.');
  });

  it('says that it is synthetic only when it is', async () => {
    const text = textOf(await certificatePdf({ ...sampleCertificate('en'), synthetic: false }));
    expect(text).not.toContain(certificateWords.en.synthetic.replace(/\s/g, ''));
  });

  it('stands without DNA, on teeth, and takes a page or several', async () => {
    const withDna = sampleCertificate('uk');
    const rest = Object.fromEntries(Object.entries(withDna).filter(([key]) => key !== 'dna' && key !== 'run')) as unknown as CertificateInput;
    const text = textOf(await certificatePdf({ ...rest, ground: 'teeth', otherGround: { examiner: 'Одонтолог 1 (синтетичний)', verifier: 'Одонтолог 2 (синтетичний)' } }));
    holds(text, 'Одонтолог 2 (синтетичний)');
    const many = { ...sampleCertificate('uk'), entries: Array.from({ length: 400 }, (_, at) => `0183${String(at).padStart(4, '0')}-0000-7000-8000-000000000000`) };
    const long = await certificatePdf(many);
    expect(pagesOf(long)).toBeGreaterThan(pagesOf(await certificatePdf(sampleCertificate('uk'))));
    holds(textOf(long), many.entries[399] ?? '');
  });

  it('refuses in words a name that the font cannot show, a moment without offset, and a ratio that is not a number', async () => {
    const code = async (change: Partial<CertificateInput>): Promise<string> =>
      certificatePdf({ ...sampleCertificate('uk'), ...change }).then(() => 'printed', (error: unknown) => (error instanceof ProblemError ? error.problem.code : String(error)));
    const { dna, person } = sampleCertificate('uk');
    expect(await code({ person: { ...person, names: [{ kind: 'legal', text: 'محمد' }] } })).toBe('report.script_not_printable');
    expect(await code({ printedAt: '2023-04-01' })).toBe('report.date_invalid');
    if (dna === undefined) throw new Error('the sample rests on DNA');
    expect(await code({ dna: { ...dna, lnLr: Number.NaN } })).toBe('report.lr_not_a_number');
    for (const known of ['report.script_not_printable', 'report.date_invalid', 'report.lr_not_a_number', 'report.too_long_for_label']) expect(codes[known]).toBeDefined();
  });

  it('has words for every value of the code lists it prints', () => {
    for (const words of [certificateWords.en, certificateWords.uk]) {
      expect(Object.keys(words.codes.completenesses)).toEqual([...codeLists.completenesses]);
      expect(Object.keys(words.codes.nameKinds)).toEqual([...codeLists.nameKinds]);
      expect(Object.keys(words.codes.roles)).toEqual([...codeLists.roles]);
      expect(Object.keys(words.codes.keyKinds)).toEqual([...codeLists.keyKinds]);
      expect(Object.keys(words.codes.sexes)).toEqual([...codeLists.sexes]);
      expect(Object.keys(words.codes.grounds)).toEqual([...codeLists.identificationGrounds]);
      expect(Object.keys(words.codes.verdicts)).toEqual([...codeLists.reviewVerdicts]);
    }
  });
});

describe('the label', () => {
  it('carries code, site, grave, bag and date in both languages, and fits on one page', async () => {
    for (const size of ['bag', 'a6'] as const) {
      const bytes = await labelPdf(sampleLabel(size));
      const text = textOf(bytes);
      for (const word of ['IZM-A-0042-K', 'G-117', 'B-0042', 'Мішок/Bag', 'Могила/Grave', 'СИНТЕТИЧНІДАНІ', 'SYNTHETICDATA']) holds(text, word);
      expect(pagesOf(bytes)).toBe(1);
      expect(digest(await labelPdf(sampleLabel(size)))).toBe(digest(bytes));
    }
  });

  it('stays on one page with the longest code and names, and refuses a longer code', async () => {
    const long: LabelInput = { ...sampleLabel('bag'), code: 'ABCDEF-AB-00001234-K', site: { code: 'ABCDEF', name: 'Дуже довга назва місця поховання поблизу населеного пункту' } };
    for (const size of ['bag', 'a6'] as const) expect(pagesOf(await labelPdf({ ...long, size }))).toBe(1);
    await expect(labelPdf({ ...long, code: 'ABCDEFGHIJKLMNOPQRSTU' })).rejects.toThrow('report.too_long_for_label');
  });
});

describe('numbers in words', () => {
  it('never prints a probability of 100 %, and never more than was given', () => {
    fc.assert(fc.property(fc.double({ min: 1e-300, max: 0.01, noNaN: true }), (complement) => {
      const text = formatProbability({ probability: 1 - complement, complement }, 'en');
      expect(text).not.toMatch(/100\.?0* %/);
      expect(parseFloat(text.replace('> ', '')) / 100).toBeLessThanOrEqual(1 - complement + 1e-12);
    }));
    expect(formatProbability({ probability: 1 - 3.2e-9, complement: 3.2e-9 }, 'uk')).toBe('99,99999968 %');
    expect(formatProbability({ probability: 3e-12, complement: 1 }, 'en')).toBe('< 0.01 %');
    expect(formatProbability({ probability: 0, complement: 1 }, 'uk')).toBe('0,00 %');
    expect(formatProbability({ probability: 0.25, complement: 0.75 }, 'en')).toBe('25.00 %');
    expect(formatProbability({ probability: 1, complement: 1e-20 }, 'en')).toBe('> 99.9999999999 %');
    expect(formatProbability({ probability: 0.9995, complement: 1 - 0.9995 }, 'uk')).toBe('99,95 %');
  });

  it('writes ratios so that they can be read aloud', () => {
    expect(formatRatio(0.3, 'en')).toBe('2.0');
    expect(formatRatio(4, 'en')).toBe('10\u00a0000');
    expect(formatRatio(9.34, 'uk')).toBe('2,2 × 10⁹');
    expect(formatRatio(6.9999, 'en')).toBe('1.0 × 10⁷');
  });

  it('puts the bands of the scale where they begin, and reads ratios below one the other way round', () => {
    const words = (log10: number, language: ReportLanguage = 'en'): string => { const { words: text, supports } = verbalText(log10 * Math.LN10, language); return `${text}, ${supports}`; };
    expect([0, Math.log10(1.9), Math.log10(2), 1, 2, 3, 4, 6, 11].map((value) => words(value))).toEqual([
      'no support for either, neither', 'no support for either, neither', 'weak support, related', 'moderate support, related', 'moderately strong support, related',
      'strong support, related', 'very strong support, related', 'extremely strong support, related', 'extremely strong support, related',
    ]);
    expect(words(-2.5)).toBe('moderately strong support, unrelated');
    expect(words(Number.NEGATIVE_INFINITY, 'uk')).toBe('надзвичайно сильна підтримка, unrelated');
    expect(enfsiScale.verified).toBe(false);
  });
});

describe('the pages seen by an outside reader (skipped where pdftotext is not installed)', () => {
  const reader = ((): boolean => {
    try {
      execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  })();
  it.skipIf(!reader)('Cyrillic can be copied out of the certificate', async () => {
    const bytes = await certificatePdf(sampleCertificate('uk'));
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes }).toString();
    expect(text).toContain('Свідоцтво про ідентифікацію');
    expect(text).toContain('Вигаденко Олексій Іванович');
  });
});
