import { languageOf } from '../languages/index.ts';
import type { ReconciliationWords } from '../languages/language.ts';
import { tokenise, withoutPossessive } from '../tokens.ts';
import type { Quantity, ReadDocument, Statement } from '../types.ts';
import { unitClass } from '../languages/units.ts';

/** A figure that can be compared with others of its unit and state. */
export interface Figure {
  readonly quantity: Quantity;
  readonly unit: string;
  /** What happened to the things counted, where the words say. */
  readonly state: string | null;
}

/** A statement with what is compared of it. */
export interface Comparable {
  readonly doc: ReadDocument;
  readonly order: number;
  readonly statement: Statement;
  readonly speaker: string | null;
  readonly day: string | null;
  readonly figures: readonly Figure[];
  readonly labels: readonly Quantity[];
  /** Stems of its words without those of the whole matter. */
  readonly stems: ReadonlySet<string>;
  readonly allStems: ReadonlySet<string>;
  readonly words: readonly string[];
  readonly quoted: readonly string[];
  readonly places: ReadonlySet<string>;
}

/** The statements of a document as they are compared. */
export function comparablesOf(doc: ReadDocument): Comparable[] {
  const lexicon = languageOf(doc.language).reconciliation;
  const main = mainPlaces(doc);
  return doc.statements.map((statement, order) => {
    const tokens = tokenise(statement.text).filter(({ kind }) => kind === 'word');
    const words = tokens.flatMap(({ norm }) => norm.split('-').map(withoutPossessive));
    // Proper names tell where and who, not what: they would make any two statements about one place alike.
    const plain = tokens.filter(({ isCapital }, index) => !isCapital || index === 0).flatMap(({ norm }) => norm.split('-').map(withoutPossessive));
    const stems = plain.filter((word) => word.length > 2 && !lexicon.stopWords.has(word)).map((word) => stemOf(word, lexicon));
    return {
      doc, order, statement, words,
      speaker: statement.speaker === null ? null : foldName(statement.speaker.name),
      day: statement.saidOn?.iso ?? doc.publishedOn,
      figures: statement.quantities.filter(isFigure).map((quantity) => ({ quantity, unit: unitClass(quantity.unit), state: stateNear(statement, quantity, lexicon) })),
      labels: statement.quantities.filter(({ isLabel }) => isLabel),
      stems: new Set(stems.filter((stem) => !lexicon.genericStems.has(stem))),
      allStems: new Set(stems),
      quoted: [...statement.text.matchAll(/[“"«„]([^“”"«»„]{6,120})[”"»“]/g)].map((match) => (match[1] ?? '').toLowerCase().replace(/[.,!?;:]+$/, '')),
      places: new Set([...statement.about.places.map(foldName), ...main]),
    };
  });
}

/** "Of the 97 victims" takes up a figure that was told before. */
const isReference = ({ text }: Quantity): boolean => /^the\b/i.test(text);
const isFigure = (quantity: Quantity): boolean => quantity.value !== null && !quantity.isLabel && !quantity.isSuperseded && quantity.unit !== '' && !isReference(quantity);

/** Places named most in the first third of a document: what the whole of it is about. */
export function mainPlaces(doc: ReadDocument): string[] {
  const counts = new Map<string, number>();
  doc.statements.forEach(({ about }, index) => {
    for (const place of about.places) counts.set(foldName(place), (counts.get(foldName(place)) ?? 0) + (index < 2 ? 3 : 1));
  });
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const most = ranked[0]?.[1] ?? 0;
  return ranked.filter(([, count]) => count >= most / 2).map(([place]) => place);
}

/** Names without titles, accents and case. */
export function foldName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’ʼ']s?\b/g, '').replace(/^(?:the|an?) /, '').replace(/defence/g, 'defense').replace(/centre/g, 'center').replace(/[^\p{L}\p{N} ]/gu, ' ').replace(/\s+/g, ' ').trim();
}

/** A word cut to the letters that its forms share. */
function stemOf(word: string, { stemLength }: ReconciliationWords): string {
  const bare = word.replace(/(?:ing|ed|es|s|ly)$/, '');
  return (bare.length >= 3 ? bare : word).slice(0, stemLength);
}

/** The nearest word of state after the figure, else before it. */
function stateNear(statement: Statement, quantity: Quantity, { states }: ReconciliationWords): string | null {
  const after = statement.text.slice(quantity.end - statement.start, quantity.end - statement.start + 110);
  const before = statement.text.slice(Math.max(0, quantity.start - statement.start - 70), quantity.start - statement.start);
  return firstState(after.split(/[.;]/)[0] ?? '', states) ?? firstState(before.split(/[.;]/).at(-1) ?? '', states);
}

function firstState(text: string, states: ReadonlyMap<string, string>): string | null {
  for (const word of text.toLowerCase().split(/[^\p{L}']+/u)) {
    const state = states.get(word);
    if (state !== undefined) return state;
  }
  return null;
}
