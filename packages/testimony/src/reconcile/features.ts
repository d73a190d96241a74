import { languageOf } from '../languages/index.ts';
import type { ReconciliationWords } from '../languages/language.ts';
import { tokenise, withoutPossessive } from '../tokens.ts';
import type { LanguageCode, Quantity, ReadDocument, Statement } from '../types.ts';
import { unitClass } from '../languages/units.ts';
import { unitName } from '../quantity-unit.ts';

/** A figure that can be compared with others of its unit and state. */
export interface Figure {
  readonly quantity: Quantity;
  readonly unit: string;
  /** What happened to the things counted, where the words say. */
  readonly state: string | null;
  /** "could reach 20,000": what may be or may come. */
  readonly isSpeculative: boolean;
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
  /** Classes of which the statement says that there are none: "no soldiers were among the dead". */
  readonly absent: ReadonlySet<string>;
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
      figures: statement.quantities.filter(isFigure).map((quantity) => figureOf(statement, quantity, lexicon)),
      absent: absentUnits(tokens.map(({ norm }) => norm), doc.language),
      labels: statement.quantities.filter(({ isLabel }) => isLabel),
      stems: new Set(stems.filter((stem) => !lexicon.genericStems.has(stem))),
      allStems: new Set(stems),
      quoted: [...statement.text.matchAll(/[“"«„]([^“”"«»„]{6,120})[”"»“]/g)].map((match) => (match[1] ?? '').toLowerCase().replace(/[.,!?;:]+$/, '')),
      places: new Set([...statement.about.places.map((place) => placeKey(place, doc.language)), ...main]),
    };
  });
}

/** People who died are dead, whatever noun counts them. */
function figureOf(statement: Statement, quantity: Quantity, lexicon: ReconciliationWords): Figure {
  const near = stateNear(statement, quantity, lexicon);
  // A count of none is told by its own "no".
  const state = quantity.value === 0 && near !== null ? near.replace(/^not /, '') : near;
  const unit = unitClass(quantity.unit);
  return { quantity, unit: unit === 'people' && state === 'killed' ? 'dead' : unit, state: state ?? (unit === 'dead' ? 'killed' : null), isSpeculative: isSpeculative(statement, quantity, lexicon) };
}

function isSpeculative(statement: Statement, quantity: Quantity, { speculative }: ReconciliationWords): boolean {
  const [from, to] = [quantity.start - statement.start, quantity.end - statement.start];
  const around = [statement.text.slice(Math.max(0, from - 60), from).split(/[.;]/).at(-1) ?? '', statement.text.slice(to, to + 60).split(/[.;]/)[0] ?? ''];
  return around.some((text) => text.toLowerCase().split(/[^\p{L}']+/u).some((word) => speculative.has(word)));
}

/** "Of the 97 victims" takes up a figure that was told before. */
const isReference = ({ text }: Quantity): boolean => /^the\b/i.test(text);
const isFigure = (quantity: Quantity): boolean => quantity.value !== null && !quantity.isLabel && !quantity.isSuperseded && quantity.unit !== '' && !isReference(quantity);

/** Places named most in the first third of a document: what the whole of it is about. */
export function mainPlaces(doc: ReadDocument): string[] {
  const counts = new Map<string, number>();
  doc.statements.forEach(({ about }, index) => {
    for (const place of about.places) {
      const key = placeKey(place, doc.language);
      counts.set(key, (counts.get(key) ?? 0) + (index < 2 ? 3 : 1));
    }
  });
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const most = ranked[0]?.[1] ?? 0;
  return ranked.filter(([, count]) => count >= most / 2).map(([place]) => place);
}

const longestNone = 3;

function absentUnits(words: readonly string[], code: LanguageCode): Set<string> {
  const language = languageOf(code);
  const found = new Set<string>();
  words.forEach((word, index) => {
    if (!language.numbers.none.has(word)) return;
    for (let next = index + 1; next <= index + longestNone && next < words.length; next++) {
      const unit = unitName({ language }, words[next] ?? '');
      if (unit !== null) found.add(unitClass(unit));
    }
  });
  return found;
}

/** A place whatever its case: "у Харкові", "біля Харкова". */
function placeKey(place: string, language: LanguageCode): string {
  return foldName(place.split(/[ -]/).map(languageOf(language).placeKey).join(' '));
}

/** One speaker under two names: "the Authority" is the "General Authority for Research" told of before. */
export function isSameSpeaker(a: Comparable, b: Comparable): boolean {
  if (a.speaker === null || b.speaker === null) return false;
  if (a.speaker === b.speaker) return true;
  const [short, long] = [a.speaker.split(' '), b.speaker.split(' ')].sort((x, y) => x.length - y.length);
  if (short === undefined || long === undefined) return false;
  const isPerson = a.statement.speaker?.type === 'person' && b.statement.speaker?.type === 'person';
  // A last name alone is the same person; of bodies all words of the shorter name.
  return isPerson ? short.length === 1 && long.at(-1) === short[0] : a.doc === b.doc && short.every((word) => long.includes(word));
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
function stateNear(statement: Statement, quantity: Quantity, words: ReconciliationWords): string | null {
  const after = statement.text.slice(quantity.end - statement.start, quantity.end - statement.start + 110);
  const before = statement.text.slice(Math.max(0, quantity.start - statement.start - 70), quantity.start - statement.start);
  return stateIn(after.split(/[.;]/)[0] ?? '', words, 'first') ?? stateIn(before.split(/[.;]/).at(-1) ?? '', words, 'last');
}

function stateIn(text: string, { states, negations }: ReconciliationWords, which: 'first' | 'last'): string | null {
  const words = text.toLowerCase().split(/[^\p{L}']+/u);
  const found = words.flatMap((word, index) => {
    const state = states.get(word);
    // "have still not been found" is no count of what was found.
    return state === undefined ? [] : [words.slice(Math.max(0, index - 3), index).some((one) => negations.has(one)) ? `not ${state}` : state];
  });
  return (which === 'first' ? found[0] : found.at(-1)) ?? null;
}
