import { breakable, facts, paragraph, small, table } from '../pdf/blocks.ts';
import type { Node } from '../pdf/make-pdf.ts';
import type { CertificateWords } from '../words/certificate-words.ts';
import { formatDecimal, formatMoment } from '../words/format.ts';
import type { CertificateAct, CertificateEvidence, CertificateInput } from './certificate-input.ts';

/** What agrees and what contradicts, each contradiction with the explanation that was signed. */
export function otherEvidenceBlocks(input: CertificateInput, words: CertificateWords): Node[] {
  if (input.agrees.length === 0 && input.contradicts.length === 0) return [paragraph(words.other.none)];
  const evidence = (title: string, items: readonly CertificateEvidence[]): Node[] =>
    items.length === 0
      ? []
      : [
          paragraph(title, { style: 'strong' }),
          table(
            [words.other.evidence, words.other.found, words.other.reported, words.other.log10],
            items.map((item) => [
              words.codes.evidence[item.kind] ?? item.kind, item.found, item.reported,
              item.log10Lr === undefined ? '—' : { text: formatDecimal(item.log10Lr, input.language, 2), alignment: 'right' },
            ]),
            [100, '*', '*', 50],
          ),
        ];
  const explanations = input.contradicts.map((item): readonly [string, Node] => {
    const kind = words.codes.evidence[item.kind] ?? item.kind;
    if (item.resolution === undefined) return [`${kind}: ${words.other.open}`, { text: '—' }];
    const { explanation, by, at } = item.resolution;
    return [`${kind}: ${words.other.explained}`, { stack: [explanation, { text: words.other.by(by, formatMoment(at)), fontSize: 8.5 }] }];
  });
  return [...evidence(words.other.agrees, input.agrees), ...evidence(words.other.contradicts, input.contradicts), facts(explanations), small(words.other.notLifted)];
}

/** Proposal, reviews, signatures, dissent and revocation, in the order in which they were made. */
export function decisionBlocks(input: CertificateInput, words: CertificateWords): Node[] {
  const { decision, codes } = words;
  const who = (act: CertificateAct): Node => {
    const role = act.role === undefined ? undefined : (codes.roles[act.role] ?? act.role);
    return { stack: [act.name, ...(role === undefined ? [] : [{ text: role, fontSize: 8.5, color: '#555555' }]), ...(act.explanation === undefined ? [] : [{ text: act.explanation, fontSize: 8.5 }])] };
  };
  const row = (name: string, act: CertificateAct, key?: Node): Node[] => [name, who(act), formatMoment(act.at), key ?? '—'];
  const rows = [
    row(decision.proposed, input.proposed),
    ...input.reviews.map((review) => row(`${decision.reviewed}: ${codes.verdicts[review.verdict] ?? review.verdict}`, review)),
    ...input.signatures.map((item) => row(decision.signed, item, { stack: [codes.keyKinds[item.keyKind] ?? item.keyKind, breakable(item.key)] })),
    ...input.dissents.map((item) => row(decision.dissent, item)),
    ...(input.revoked ?? []).map((item) => row(decision.revoked, item)),
  ];
  const missing = [
    ...(input.reviews.length === 0 ? [decision.noReview] : []),
    ...(input.signatures.length === 0 ? [decision.noSignature] : []),
    ...(input.dissents.length === 0 ? [decision.noDissent] : []),
  ];
  return [table([decision.act, decision.who, decision.when, decision.key], rows, [80, '*', 110, 120]), ...(missing.length === 0 ? [] : [small(missing.join(' '))])];
}
