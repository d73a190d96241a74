import { sha256Hex } from '@imena/ledger';
import type { Recorder } from '../recorder.ts';
import { inBoth } from '../statements/in-both.ts';
import { syntheticLinks, syntheticPapers, type SyntheticClaim } from './synthetic-papers.ts';

/** Takes in the synthetic papers with their texts, and confirms in three of them what their invented people say. */
export function addSyntheticPapers(recorder: Recorder, { izium }: { readonly izium: string }): void {
  const claims = new Map<string, string>();
  syntheticPapers.forEach((paper, at) => {
    const document = recorder.newId();
    const text = paper.paragraphs.join('\n\n');
    const bytes = new TextEncoder().encode(text);
    const sha256 = sha256Hex(bytes);
    recorder.addSynthetic(izium, document, {
      type: 'source.taken_in', basis: 'document', title: paper.title, outlet: paper.outlet, publishedOn: paper.publishedOn, language: paper.language,
      description: { en: 'An invented paper for the demonstration; people and figures in it never were.', uk: 'Вигаданий документ для демонстрації; людей і чисел із нього ніколи не було.' },
    });
    recorder.add(izium, document, { type: 'source.text_extracted', basis: 'document', file: 0, sha256, characters: text.length, extractor: 'typed by hand' }, [{ name: `synthetic-document-${at + 1}.txt`, mediaType: 'text/plain', bytes }]);
    for (const claim of paper.claims ?? []) claims.set(claim.key, addClaim(recorder, izium, { claim, document, text, sha256 }));
    if (paper.claims !== null) recorder.add(izium, document, { type: 'source.read_through', basis: 'document', sha256, confirmed: paper.claims.length, rejected: 0 });
  });
  const claimOf = (key: string): string => {
    const id = claims.get(key);
    if (id === undefined) throw new Error(`no claim ${key}`);
    return id;
  };
  for (const { from, to, relation, explanation } of syntheticLinks) {
    recorder.add(izium, claimOf(from), { type: 'claim.linked', basis: 'decided', to: claimOf(to), relation, explanation: inBoth(explanation.uk, explanation.en) });
  }
}

function addClaim(recorder: Recorder, izium: string, { claim, document, text, sha256 }: { claim: SyntheticClaim; document: string; text: string; sha256: string }): string {
  const { passage, quoteType, speaker, saidOn, quantities, words } = claim;
  const start = text.indexOf(passage);
  if (start < 0) throw new Error(`the paper does not say "${passage}"`);
  const subject = recorder.newId();
  recorder.addSynthetic(izium, subject, {
    type: 'claim.stated', basis: 'document', document, claimKind: 'attributed', quoteType, speaker, modality: 'observation', saidOn, quantities, words,
    locator: `utf16=${start},${start + passage.length};sha256=${sha256}`, about: { site: izium },
  });
  return subject;
}
