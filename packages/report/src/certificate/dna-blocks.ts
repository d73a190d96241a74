import { facts, paragraph, small, table } from '../pdf/blocks.ts';
import type { Node } from '../pdf/make-pdf.ts';
import { enfsiScale, verbalText } from '../verbal-scale.ts';
import type { CertificateWords } from '../words/certificate-words.ts';
import { formatDecimal, formatProbability, formatRatio } from '../words/format.ts';
import type { CertificateDna, CertificateInput } from './certificate-input.ts';

/** The conclusion: the likelihood ratio in words and figures, then the probabilities with and without the prior. */
export function conclusionBlocks(input: CertificateInput, words: CertificateWords): Node[] {
  const { dna, otherGround, language } = input;
  const argument = paragraph(input.argument);
  const named = facts([
    [words.decision.examiner, otherGround?.examiner],
    [words.decision.verifier, otherGround?.verifier],
    [words.decision.reason, otherGround?.authorityReason],
  ]);
  if (dna === undefined) return [argument, named];
  const scale = input.scale ?? enfsiScale;
  const verbal = verbalText(dna.lnLr, language, scale);
  const supported = verbal.supports === 'neither' ? words.conclusion.neither : `${verbal.words} ${words.conclusion[verbal.supports]}`;
  return [
    paragraph(lrSentence(dna, words, language), { fontSize: 11 }),
    paragraph(`${supported.charAt(0).toUpperCase()}${supported.slice(1)}.`, { style: 'strong' }),
    small(words.conclusion.scale(scale.name, scale.verified)),
    facts([
      [words.conclusion.prior, { stack: [formatPrior(dna.prior, language), { text: dna.priorExplanation ?? words.conclusion.priorNone, fontSize: 8.5 }] }],
      [words.conclusion.posterior, { text: formatProbability(dna.posterior, language), style: 'strong' }],
      [words.conclusion.even, { text: [formatProbability(dna.posteriorWithoutPrior, language), { text: `  (${words.conclusion.evenNote})`, fontSize: 8.5 }] }],
      [words.conclusion.threshold, formatProbability({ probability: dna.threshold, complement: 1 - dna.threshold }, language)],
    ]),
    argument,
    named,
  ];
}

function lrSentence(dna: CertificateDna, words: CertificateWords, language: CertificateInput['language']): string {
  if (dna.lnLr === Number.NEGATIVE_INFINITY) return words.conclusion.impossible;
  const log10 = dna.lnLr / Math.LN10;
  const figure = formatDecimal(log10, language, 3);
  return log10 >= 0 ? words.conclusion.lr(formatRatio(log10, language), figure) : words.conclusion.lrReverse(formatRatio(-log10, language), figure);
}

function formatPrior(prior: number, language: CertificateInput['language']): string {
  const inverse = 1 / prior;
  const asFraction = Math.abs(inverse - Math.round(inverse)) < 1e-6 ? `1 : ${Math.round(inverse)} = ` : '';
  return `${asFraction}${formatDecimal(prior * 100, language, prior < 0.001 ? 4 : 2)} %`;
}

/** Relatives, markers with their weights, markers left out and why, and everything the calculation assumed. */
export function dnaBlocks({ dna, language }: CertificateInput, words: CertificateWords): Node[] {
  if (dna === undefined) return [];
  const relation = (code: string, told?: string): string => (told === undefined ? (words.codes.relations[code] ?? code) : `${words.codes.relations[code] ?? code} (${told})`);
  const reason = (code: string): string => words.codes.dropped[code] ?? code;
  const percent = (share: number): string => `${formatDecimal(share * 100, language, 2)} %`;
  return [
    table(
      [words.dna.references, words.dna.relation, words.dna.markersTyped, words.dna.kit],
      dna.references.map((item) => [item.code, relation(item.relation, item.relationAsTold), String(item.markersTyped), item.kit ?? '—']),
      [110, '*', 60, 130],
    ),
    paragraph(words.dna.markers(dna.markersUsed.length)),
    markerGrid(dna, language),
    facts([
      [words.dna.dropped, dna.markersDropped.length === 0 ? words.dna.noneDropped : { stack: dna.markersDropped.map((item) => `${item.marker}: ${reason(item.reason)}`) }],
      [words.dna.table, { stack: [dna.frequencyTable.name, { text: dna.frequencyTable.source, fontSize: 8.5 }] }],
      [words.dna.theta, formatDecimal(dna.theta, language, dna.theta === 0 ? 0 : 3)],
      [words.dna.mutation, dna.mutation],
      [words.dna.minimum, dna.minimumFrequency === undefined ? undefined : formatDecimal(dna.minimumFrequency, language, 4)],
      [words.dna.lowTemplate, dna.lowTemplate === undefined ? undefined : { stack: dna.lowTemplate.map(({ of, marker, ...model }) => `${marker === undefined ? of : `${of}, ${marker}`}: ${words.dna.dropOut(percent(model.dropOut), percent(model.homozygoteDropOut), percent(model.dropIn))}`) }],
      [words.dna.lnLr, formatDecimal(dna.lnLr, language, 6)],
      [words.dna.log10Lr, formatDecimal(dna.lnLr / Math.LN10, language, 6)],
    ]),
  ];
}

/** Four pairs of marker and weight a row, read column by column. */
function markerGrid(dna: CertificateDna, language: CertificateInput['language']): Node {
  const columns = 4;
  const rows = Math.ceil(dna.markersUsed.length / columns);
  const cell = (at: number): Node[] => {
    const item = dna.markersUsed[at];
    if (item === undefined) return ['', ''];
    if (item.log10Lr === null) return [item.marker, ''];
    // A marker that speaks against stands out.
    const style = item.log10Lr < 0 ? 'strong' : 'plain';
    return [{ text: item.marker, style }, { text: formatDecimal(item.log10Lr, language, 3), alignment: 'right', style }];
  };
  const body = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_column, column) => cell(column * rows + row)).flat());
  if (body.length === 0) return { text: '' };
  return {
    table: { widths: ['*', 38, '*', 38, '*', 38, '*', 38], body },
    layout: {
      hLineWidth: () => 0, vLineWidth: () => 0, paddingTop: () => 1, paddingBottom: () => 1,
      paddingLeft: (column: number) => (column % 2 === 0 && column > 0 ? 14 : 0), paddingRight: () => 0,
    },
    fontSize: 9, margin: [0, 0, 0, 6],
  };
}
