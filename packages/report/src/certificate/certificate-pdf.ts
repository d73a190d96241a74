import { banner, breakable, facts, paragraph, section, small, table } from '../pdf/blocks.ts';
import { makePdf, type Node } from '../pdf/make-pdf.ts';
import { certificateWords, type CertificateWords } from '../words/certificate-words.ts';
import { formatEdtf, formatMoment } from '../words/format.ts';
import type { CertificateInput } from './certificate-input.ts';
import { conclusionBlocks, dnaBlocks } from './dna-blocks.ts';
import { decisionBlocks, otherEvidenceBlocks } from './decision-blocks.ts';

const margin = 50;
const textWidth = 595.28 - 2 * margin;

/**
 * The certificate of an identification as a PDF (A4, one language). It prints what it is given and computes nothing:
 * every number comes from the run. The same input gives the same bytes.
 * @throws Problem `report.date_invalid`, `report.script_not_printable`, `report.lr_not_a_number`, problems of EDTF dates
 */
export async function certificatePdf(input: CertificateInput): Promise<Uint8Array> {
  const words = certificateWords[input.language];
  const printedAt = formatMoment(input.printedAt);
  const other = certificateWords[input.language === 'en' ? 'uk' : 'en'];
  return makePdf({
    title: `${words.title} ${input.code}`,
    language: input.language,
    createdAt: input.printedAt,
    pageSize: 'A4',
    pageMargins: [margin, input.synthetic ? 68 : 46, margin, 52],
    fontSize: 9.5,
    content: contentOf(input, words),
    ...(input.synthetic ? { header: () => ({ margin: [margin, 24, margin, 0], stack: [banner(`${words.synthetic}  /  ${other.synthetic}`, '#f3e6b3')] }) } : {}),
    footer: (page, pages) => ({
      margin: [margin, 14, margin, 0],
      columns: [
        { text: `${words.code} ${input.code}`, fontSize: 8, color: '#555555' },
        { text: `${words.printed} ${printedAt}`, fontSize: 8, color: '#555555', alignment: 'center' },
        { text: words.page(page, pages), fontSize: 8, color: '#555555', alignment: 'right' },
      ],
    }),
  });
}

function contentOf(input: CertificateInput, words: CertificateWords): Node[] {
  const established = input.stage === 'established' || input.stage === 'certified';
  const status: Node[] = input.stage === 'revoked' ? [banner(words.revokedTitle, '#e8e8e8')] : established ? [] : [banner(words.draft, '#e8e8e8')];
  const parts = (title: string, blocks: readonly Node[]): Node[] => (blocks.length === 0 ? [] : [section(title, blocks, textWidth)]);
  return [
    ...status,
    { text: words.title, fontSize: 19, style: 'strong', margin: [0, 2, 0, 6] },
    facts([
      [words.code, input.code],
      [words.stage, words.codes.stages[input.stage] ?? input.stage],
      [words.ground, words.codes.grounds[input.ground] ?? input.ground],
      [words.decision.certified, certifiedText(input, words)],
      [words.installation, input.installation],
      [words.site, `${input.site.name} (${input.site.code})`],
    ]),
    ...parts(words.sections.person, personBlocks(input, words)),
    ...parts(words.sections.remains, remainsBlocks(input, words)),
    ...parts(words.sections.conclusion, conclusionBlocks(input, words)),
    ...parts(words.sections.dna, dnaBlocks(input, words)),
    ...parts(words.sections.other, otherEvidenceBlocks(input, words)),
    ...parts(words.sections.decision, decisionBlocks(input, words)),
    ...parts(words.sections.limits, [
      { ul: input.limits.map((limit) => (limit.kind === 'other' ? limit.words : words.limits[limit.kind])), margin: [0, 0, 0, 2] },
    ]),
    ...parts(words.sections.proof, proofBlocks(input, words)),
  ];
}

function certifiedText(input: CertificateInput, words: CertificateWords): string {
  if (input.certified === null) return words.decision.notCertified;
  return words.decision.byAuthority(input.certified.authority, input.certified.number, formatEdtf(input.certified.on, input.language));
}

function personBlocks(input: CertificateInput, words: CertificateWords): Node[] {
  const { person, language } = input;
  const [first, ...others] = person.names;
  const kind = (code: string): string => words.codes.nameKinds[code] ?? code;
  const lastSeen = [person.lastSeenOn === undefined ? '' : formatEdtf(person.lastSeenOn, language), person.lastSeenPlace ?? ''].filter(Boolean).join(', ');
  return [
    { text: first?.text ?? person.code, fontSize: 15, style: 'strong', margin: [0, 0, 0, 3] },
    facts([
      [words.person.otherNames, others.length === 0 ? undefined : { stack: others.map((name) => `${name.text} (${kind(name.kind)})`) }],
      [words.person.birth, person.birthDate === undefined ? undefined : formatEdtf(person.birthDate, language)],
      [words.person.sex, person.sex === undefined ? undefined : (words.codes.sexes[person.sex] ?? person.sex)],
      [words.person.lastSeen, lastSeen],
      [words.person.code, person.code],
    ]),
  ];
}

function remainsBlocks(input: CertificateInput, words: CertificateWords): Node[] {
  return [
    table(
      [words.remains.code, words.remains.bag, words.remains.grave, words.remains.completeness, words.remains.aliases],
      input.remains.map((item) => [
        { text: item.code, style: 'strong' }, item.bag ?? '—', item.grave ?? '—', words.codes.completenesses[item.completeness] ?? item.completeness,
        item.aliases.length === 0 ? '—' : { stack: item.aliases.map(({ alias, origin }) => `${alias} (${origin})`) },
      ]),
      [92, 60, 60, 90, '*'],
    ),
    facts([[words.remains.missing, input.missingParts ?? words.remains.nothingMissing]]),
    small(words.remains.onlyThese),
  ];
}

function proofBlocks(input: CertificateInput, words: CertificateWords): Node[] {
  const { checkpoint, run } = input;
  return [
    paragraph(words.proof.intro),
    {
      columns: [
        {
          width: '*',
          stack: [
            facts([
              [words.proof.checkpoint, words.proof.size(checkpoint.size)],
              [words.proof.root, breakable(checkpoint.root)],
              [words.proof.decisionHash, breakable(input.decisionHash)],
              [words.proof.run, run === undefined ? undefined : { stack: [run.code, breakable(run.id)] }],
              [words.proof.inputs, run === undefined ? undefined : breakable(run.inputsHash)],
              [words.proof.software, run?.software],
            ]),
          ],
        },
        { width: 150, stack: [{ qr: checkpoint.text, fit: 140, eccLevel: 'M', alignment: 'right' }] },
      ],
      columnGap: 10,
      unbreakable: true,
    },
    facts([[words.proof.entries, { text: input.entries.join('   '), fontSize: 7.5 }]]),
  ];
}
