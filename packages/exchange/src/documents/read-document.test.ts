import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '@imena/problem';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument, typedText, type DocumentText } from '../index.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (name: string, text: string): Promise<DocumentText> => readDocument(utf8(text), { fileName: name });

async function codeOf(bytes: Uint8Array, fileName: string): Promise<string> {
  try {
    await readDocument(bytes, { fileName });
    return 'accepted';
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
}

/** A PDF as the format's primer has it: one line of text a page, or none. */
function makePdf(lines: readonly (string | null)[], { count = lines.length, title = '' } = {}): Uint8Array {
  // More pages than lines: the last stands again and again.
  const pages = Array.from({ length: count }, (_, at) => `${4 + Math.min(at, lines.length - 1) * 2} 0 R`).join(' ');
  const objects = [`<< /Type /Catalog /Pages 2 0 R >>`, `<< /Type /Pages /Count ${count} /Kids [${pages}] >>`, `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>`];
  for (const [at, line] of lines.entries()) {
    const content = line === null ? '' : `BT /F1 12 Tf 72 700 Td (${line}) Tj ET`;
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  objects.push(`<< /Title (${title}) /CreationDate (D:20220916) >>`);
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return utf8(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${body.length}\n%%EOF`);
}

function makeDocx(document: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts = { 'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${document}</w:body></w:document>`, ...more };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const article = 'The mayor of an invented town said that at least 12 graves had been found in the wood. '.repeat(4).trim();

describe('a page saved from a browser', () => {
  const page = `<!doctype html><html lang="uk-UA"><head><title>Invented page</title><meta property="og:site_name" content="Invented Post"><link rel="canonical" href="https://post.example/a">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"H","datePublished":"2022-09-16T23:30:00+03:00"}</script>
    <script>document.write('never text')</script><style>p{color:red}</style></head><body><nav>Home Sport</nav>
    <article><h1>A &amp; B</h1><p>${article}</p><p hidden>hidden words</p><ul><li>one</li><li>two<br>three</li></ul></article><p>Other teaser</p><footer>2019-01-01</footer></body></html>`;
  it('gives its article by blocks; scripts, styles, menus and hidden words are never text', async () => {
    const found = await read('a.html', page);
    expect(found.text).toBe(`A & B\n\n${article}\n\none\n\ntwo\nthree`);
    expect(found.issues.map((one) => one.code)).toEqual(['exchange.document_article_only']);
  });
  it('gives the day of publication, title, outlet, address and language that it states', async () => {
    expect(await read('a.html', page)).toMatchObject({ format: 'html', title: 'H', outlet: 'Invented Post', publishedOn: '2022-09-16', url: 'https://post.example/a', language: 'uk', extractor: '@imena/exchange html 1' });
  });
  it('without a stated day has none, and with two different days has none and says so', async () => {
    expect((await read('a.html', '<html><body><p>Printed on 16 September 2022</p></body></html>')).publishedOn).toBeNull();
    const two = await read('a.html', '<html><head><meta name="date" content="2022-09-16"><meta property="article:published_time" content="2022-09-17T08:00:00Z"></head><body><p>x</p></body></html>');
    expect([two.publishedOn, two.issues.map((one) => one.code)]).toEqual([null, ['exchange.document_dates_differ']]);
    expect((await read('a.html', '<html><head><meta name="date" content="2022-02-31"></head><body><p>x</p></body></html>')).publishedOn).toBeNull();
  });
  it('is read in the encoding that it names, and refused where its bytes are not of that encoding', async () => {
    const inCp1251 = Uint8Array.from([...utf8('<html><head><meta charset="windows-1251"></head><body><p>'), 0xcc, 0xee, 0xe3, 0xe8, 0xeb, 0xe0, ...utf8('</p></body></html>')]);
    expect((await readDocument(inCp1251, { fileName: 'a.htm' })).text).toBe('Могила');
    expect(await codeOf(Uint8Array.from([...utf8('<html><meta charset="utf-8"><p>'), 0xcc, 0xee]), 'a.html')).toBe('exchange.encoding_mismatch');
  });
  it('nested without end is refused, and an address that is a script is not kept', async () => {
    expect(await codeOf(utf8('<html>' + '<div>'.repeat(100_000)), 'a.html')).toBe('exchange.document_too_deep');
    expect((await read('a.html', '<html><head><link rel="canonical" href="javascript:alert(1)"></head><body>x</body></html>')).url).toBeNull();
  });
});

describe('plain text', () => {
  it('keeps its lines; line ends and invisible signs are made even, turned writing is reported', async () => {
    const found = await read('a.txt', 'Заголовок її\r\n\r\n\r\n\r\nМогила\u202e 12\u00ad3, її, це\r\n');
    expect([found.text, found.title, found.publishedOn, found.language]).toEqual(['Заголовок її\n\nМогила 123, її, це', 'Заголовок її', null, 'uk']);
    expect(found.issues).toMatchObject([{ code: 'exchange.document_hidden_signs', details: { count: 1 } }]);
  });
  it('in a broken or unnamed encoding is refused until a person declares which', async () => {
    const cp1251 = Uint8Array.of(0xcc, 0xee, 0xe3, 0xe8, 0xeb, 0xe0);
    expect(await codeOf(cp1251, 'a.txt')).toBe('exchange.encoding_unknown');
    expect((await readDocument(cp1251, { fileName: 'a.txt', encoding: 'windows-1251' })).text).toBe('Могила');
    expect((await readDocument(Uint8Array.of(0xed, 0xcf), { fileName: 'a.txt', encoding: 'koi8-u' })).text).toBe('Мо');
    expect((await readDocument(Uint8Array.of(0xff, 0xfe, 0x1c, 0x04), { fileName: 'a.txt' })).text).toBe('М');
  });
  it('that is no text, is empty or is beyond the limits is refused with the reason', async () => {
    expect(await codeOf(Uint8Array.of(0x41, 0, 0x42), 'a.txt')).toBe('exchange.document_binary');
    expect(await codeOf(utf8(' \n\u200b'), 'a.txt')).toBe('exchange.document_empty');
    expect(await codeOf(new Uint8Array(0), 'a.txt')).toBe('exchange.document_empty');
    expect(await codeOf(new Uint8Array(2_000_001).fill(0x61), 'a.txt')).toBe('exchange.document_too_long');
    expect(await codeOf(new Uint8Array(33 * 1024 * 1024).fill(0x61), 'a.txt')).toBe('exchange.document_too_large');
    expect(await codeOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'a.txt')).toBe('exchange.document_image');
    expect(await codeOf(utf8('{\\rtf1 x}'), 'a.txt')).toBe('exchange.document_old_format');
  });
  it('under the name of another kind is read by its content, and refused where the name promises what the file is not', async () => {
    expect((await readDocument(makePdf(['Inside']), { fileName: 'a.txt' })).format).toBe('pdf');
    expect((await read('a.txt', '<!doctype html><html><body><p>Inside</p></body></html>')).format).toBe('html');
    expect(await codeOf(utf8('plain words'), 'report.pdf')).toBe('exchange.document_name_differs');
    expect(await codeOf(utf8('plain words'), 'report.DOCX')).toBe('exchange.document_name_differs');
  });
  it('that is typed by hand says so', () => {
    expect(typedText('A line\n', 'a.jpg')).toMatchObject({ text: 'A line', extractor: 'typed by hand', publishedOn: null });
  });
});

describe('a DOCX', () => {
  it('gives its paragraphs and footnotes; deleted and hidden words are left out', async () => {
    const text = (words: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${words}</w:t></w:r>`;
    const bytes = makeDocx(`<w:p>${text('At least ')}${text('12 graves')}<w:del><w:r><w:delText> or 15</w:delText></w:r></w:del>${text(' secret', '<w:vanish/>')}</w:p><w:p/><w:p>${text('Second &amp; last')}</w:p>`, {
      'word/footnotes.xml': `<w:footnotes xmlns:w="w"><w:footnote><w:p>${text('A note')}</w:p></w:footnote></w:footnotes>`,
      'docProps/core.xml': '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Minutes</dc:title><dcterms:created xmlns:dcterms="t">2022-09-16T00:00:00Z</dcterms:created></cp:coreProperties>',
    });
    expect(await readDocument(bytes, { fileName: 'a.docx' })).toMatchObject({ format: 'docx', text: 'At least 12 graves\n\nSecond & last\n\nA note', title: 'Minutes', publishedOn: null });
  });
  it('that is a bomb, another archive or damaged is refused with the reason', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(20 * 1024 * 1024) });
    expect(await codeOf(bomb, 'a.docx')).toBe('exchange.zip_ratio');
    expect(await codeOf(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'a.docx')).toBe('exchange.document_kind');
    expect(await codeOf(makeDocx('<w:p><w:t>x</w:p>'), 'a.docx')).toBe('exchange.document_damaged');
    expect(await codeOf(zipSync({ 'word/document.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>') }), 'a.docx')).toBe('exchange.document_damaged');
  });
});

const zips = join(import.meta.dirname, '../../../../../shared/cases/badinput/own/zip');

describe.skipIf(!existsSync(zips))('archives of the bad-input set (skipped where ../shared/cases/badinput is absent)', () => {
  it.each(existsSync(zips) ? readdirSync(zips) : [])('%s given as a DOCX is refused in words', async (name) => {
    expect(await codeOf(readFileSync(join(zips, name)), 'a.docx')).toMatch(/^exchange\.(zip_|document_)/);
  });
});

describe('a PDF', () => {
  it('gives its text page by page and its title, and no day: when the file was made is not when it was published', async () => {
    const found = await readDocument(makePdf(['At least 12 graves', null, 'Second page'], { title: 'Invented report' }), { fileName: 'a.pdf' });
    expect(found).toMatchObject({ format: 'pdf', text: 'At least 12 graves\n\nSecond page', title: 'Invented report', publishedOn: null });
    expect(found.issues).toMatchObject([{ code: 'exchange.document_pages_without_text', details: { pages: '2' } }]);
  });
  it('without text, with 100,000 pages or damaged is refused with the reason', async () => {
    expect(await codeOf(makePdf([null]), 'scan.pdf')).toBe('exchange.document_scan');
    expect(await codeOf(makePdf(['x'], { count: 100_000 }), 'many.pdf')).toBe('exchange.document_pages');
    expect(await codeOf(utf8('%PDF-1.4\nnothing'), 'a.pdf')).toBe('exchange.document_damaged');
  });
});

describe('an e-mail', () => {
  const mail = (date: string, body: string): string => `From: =?utf-8?B?${Buffer.from('Прес-служба').toString('base64')}?= <press@example.org>\r\nDate: ${date}\r\nSubject: Invented\r\nMIME-Version: 1.0\r\n${body}`;
  it('gives sender, the day by the sender’s clock, subject and its text; earlier mail keeps its marks', async () => {
    const found = await read('a.eml', mail('Fri, 16 Sep 2022 00:30:00 +0300', 'Content-Type: text/plain; charset=utf-8\r\n\r\nTwelve graves.\r\n> earlier words\r\n'));
    expect(found).toMatchObject({ outlet: 'Прес-служба', publishedOn: '2022-09-16', title: 'Invented', text: 'From: Прес-служба\nDate: 2022-09-16\nSubject: Invented\n\nTwelve graves.\n> earlier words' });
  });
  it('made as a page gives its visible text, and its attachments are named, not read', async () => {
    const parts = 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Seen</p><script>no</script>\r\n--b\r\nContent-Type: application/pdf; name=list.pdf\r\nContent-Disposition: attachment; filename=list.pdf\r\n\r\nx\r\n--b--\r\n';
    const found = await read('a.eml', mail('somewhen', parts));
    expect([found.publishedOn, found.text.includes('Seen'), found.text.includes('no</script>')]).toEqual([null, true, false]);
    expect(found.issues).toMatchObject([{ code: 'exchange.document_attachments', details: { names: 'list.pdf' } }]);
  });
  it('nested beyond reason is refused', async () => {
    const nested = Array.from({ length: 60 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join('');
    expect(await codeOf(utf8(mail('x', nested)), 'a.eml')).toBe('exchange.document_damaged');
  });
});

describe('subtitles', () => {
  it('are joined to running text; a pause or a voice begins a paragraph and repeated lines stand once', async () => {
    const srt = '1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>They found</i>\r\n\r\n2\r\n00:00:02,100 --> 00:00:03,000\r\nThey found\r\n12 graves.\r\n\r\n3\r\n00:00:20,000 --> 00:00:21,000\r\nLater.\r\n';
    expect((await read('a.srt', srt)).text).toBe('They found 12 graves.\n\nLater.');
    expect((await read('a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v A mayor>Twelve graves.\n')).text).toBe('A mayor: Twelve graves.');
  });
  it('without times are refused', async () => expect(await codeOf(utf8('words alone'), 'a.srt')).toBe('exchange.document_no_cues'));
});

it('whatever bytes come, they are read or refused in words, within bounds', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a.txt', 'a.html', 'a.eml', 'a.srt', 'a.docx'), async (bytes, name) => {
    expect(await codeOf(bytes, name)).toMatch(/^(accepted|exchange\.)/);
  }), { numRuns: 300 });
}, 20_000);
