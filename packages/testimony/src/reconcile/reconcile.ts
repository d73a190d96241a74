import type { LinkRelation, ReadDocument, StatementLink } from '../types.ts';
import { areComparable, compareFigures } from './compare-figures.ts';
import { areOpposed, sharedWords, sharesQuotation, tellPhase } from './compare-words.ts';
import { comparablesOf, isSameSpeaker, mainPlaces, type Comparable } from './features.ts';
import { languageOf } from '../languages/index.ts';
import { isBurialNoun, isMeasureUnit, isRemainsUnit } from '../languages/units.ts';

/** Statements of one document further apart than this are not compared: a book or a hostile text must not take the square of its length. */
const widestWindow = 400;

interface Found {
  readonly relation: LinkRelation;
  readonly rule: string;
  readonly confidence: number;
  /** For an update: the first is the newer. */
  readonly isFirstNewer?: boolean;
}

/**
 * Links among the statements of documents: the same claim, an update, a contradiction. Figures are compared only in one
 * unit and state; nothing is added up over speakers; a label is never compared with a count.
 */
export function reconcile(documents: readonly ReadDocument[]): StatementLink[] {
  const all = documents.flatMap(comparablesOf);
  const main = new Map(documents.map((doc) => [doc, new Set(mainPlaces(doc))]));
  const links: StatementLink[] = [];
  /** Statements already told as the same claim are linked to the first of them only. */
  const first = new Map<Comparable, Comparable>();
  const rootOf = (one: Comparable): Comparable => {
    const parent = first.get(one);
    return parent === undefined ? one : rootOf(parent);
  };
  /** The same by figure alone: copies of one count. */
  const firstOfFigure = new Map<Comparable, Comparable>();
  const firstCount = (one: Comparable): Comparable => {
    const parent = firstOfFigure.get(one);
    return parent === undefined || parent === one ? one : firstCount(parent);
  };
  const pairs: { a: Comparable; b: Comparable; found: Found }[] = [];
  all.forEach((a, index) => {
    for (let other = index + 1; other < all.length; other++) {
      const b = all[other];
      if (b === undefined || (a.doc === b.doc && other - index > widestWindow) || !isOneMatter(a, b, main)) continue;
      const found = compare(a, b);
      if (found !== null) pairs.push({ a, b, found });
    }
  });
  for (const { a, b, found } of pairs.filter((pair) => pair.found.relation === 'same-claim')) {
    const [rootA, rootB] = [rootOf(a), rootOf(b)];
    if (rootA === rootB) continue;
    first.set(rootB, rootA);
    if (found.rule === 'same-figure' || found.rule === 'one-origin') firstOfFigure.set(firstCount(b), firstCount(a));
    links.push(linkOf(a, b, found));
  }
  const told = new Set<string>();
  const lastCount = new Map<Comparable, Comparable>();
  for (const { a, b, found } of pairs) {
    if (found.rule !== 'newer-count-other-unit') continue;
    const [newer, older] = found.isFirstNewer === true ? [firstCount(a), firstCount(b)] : [firstCount(b), firstCount(a)];
    const known = lastCount.get(older);
    if (known === undefined || order(newer, known) > 0) lastCount.set(older, newer);
  }
  for (const { a, b, found } of pairs.filter((pair) => pair.found.relation !== 'same-claim')) {
    const key = [found.relation, ...[a, b].map((one) => `${rootOf(one).doc.id}:${rootOf(one).order}`).sort()].join(' ');
    if (found.rule === 'newer-count-other-unit' && ![lastCount.get(firstCount(a)), lastCount.get(firstCount(b))].some((newest) => newest === firstCount(a) || newest === firstCount(b))) continue;
    // Two that agree with an open bound can still contradict each other: more than 520 and 445 with at least 440.
    const isOne = rootOf(a) === rootOf(b) && found.rule !== 'different-figure';
    if (isOne || (found.relation === 'updates' && told.has(key))) continue;
    told.add(key);
    // Copies of one count are one: the link goes to the first of them.
    links.push(found.rule === 'newer-count-other-unit' ? linkOf(firstCount(a), firstCount(b), found) : linkOf(a, b, found));
  }
  return links;
}

function linkOf(a: Comparable, b: Comparable, { relation, rule, confidence, isFirstNewer = true }: Found): StatementLink {
  const [one, other] = isFirstNewer ? [a, b] : [b, a];
  const ref = ({ doc, statement }: Comparable): StatementLink['a'] => ({ doc: doc.id, start: statement.start, end: statement.end });
  return { a: ref(one), b: ref(other), relation, rule, confidence };
}

/** Statements of one document, or of documents about the same place. */
function isOneMatter(a: Comparable, b: Comparable, main: ReadonlyMap<ReadDocument, ReadonlySet<string>>): boolean {
  if (a.doc === b.doc) return true;
  const [mainA, mainB] = [main.get(a.doc), main.get(b.doc)];
  if (mainA === undefined || mainB === undefined) return false;
  return [...mainA].some((place) => mainB.has(place)) && [...a.places].some((place) => b.places.has(place));
}

function compare(a: Comparable, b: Comparable): Found | null {
  if (a.labels.length > 0 || b.labels.length > 0) return compareLabels(a, b);
  const figures = compareDenied(a, b) ?? compareByFigures(a, b) ?? compareAbsent(a, b) ?? compareAcrossUnits(a, b);
  if (figures !== null) return figures;
  const isAttributed = a.statement.kind === 'attributed' || b.statement.kind === 'attributed';
  if (areOpposed(a, b) && isAttributed) return { relation: 'contradicts', rule: 'opposed-words', confidence: 0.5 };
  const phase = comparePhases(a, b);
  if (phase !== null) return phase;
  return compareLead(a, b) ?? compareWords(a, b);
}

/** The same number on the same kind of thing. */
function compareLabels(a: Comparable, b: Comparable): Found | null {
  const same = a.labels.some((one) => b.labels.some((other) => other.value === one.value && other.unit === one.unit));
  return same && a.doc !== b.doc ? { relation: 'same-claim', rule: 'same-label', confidence: 0.9 } : null;
}

function compareByFigures(a: Comparable, b: Comparable): Found | null {
  for (const one of a.figures) {
    for (const other of b.figures) {
      if (!areComparable(one, other)) continue;
      if (isMeasureUnit(one.unit)) {
        if (compareFigures(one.quantity, other.quantity) !== 'different' && sharedWords(a, b).count >= 2) return { relation: 'same-claim', rule: 'same-measure', confidence: 0.6 };
        continue;
      }
      const isSame = isSameSpeaker(a, b);
      const relation = compareFigures(one.quantity, other.quantity);
      const words = sharedWords(a, b);
      if (relation === 'same') {
        // A small round number alone proves little.
        if (isSame || (one.quantity.value ?? 0) > 12 || words.count >= 2) return { relation: 'same-claim', rule: isSame && a.doc !== b.doc ? 'one-origin' : 'same-figure', confidence: isSame ? 0.95 : 0.8 };
        continue;
      }
      const newer = order(a, b);
      const isSameState = one.state === other.state;
      if (a.doc === b.doc && isSame && !(relation === 'compatible' && isSameState && one.quantity.bound !== other.quantity.bound)) continue;
      if (one.quantity.value === 0 || other.quantity.value === 0) {
        if (newer !== 0) return { relation: 'updates', rule: 'newer-figure', confidence: 0.7, isFirstNewer: newer > 0 };
        continue;
      }
      if (relation === 'compatible' && a.doc !== b.doc && !(isSameState && (one.state !== null || words.count > 0))) continue;
      if (relation === 'compatible' && a.doc !== b.doc) return newer !== 0 && isSame ? { relation: 'updates', rule: 'newer-figure', confidence: 0.7, isFirstNewer: newer > 0 } : { relation: 'same-claim', rule: 'compatible-figure', confidence: 0.6 };
      // What may come is no newer count: a forecast replaces a forecast, a count a count.
      if (one.isSpeculative !== other.isSpeculative && relation === 'different') continue;
      // The reporter's first sentence often rounds what somebody says below it.
      if (relation === 'compatible' && isSameState && one.state !== null && (a.statement.kind === 'observation' || b.statement.kind === 'observation' || one.quantity.bound !== other.quantity.bound)) return { relation: 'same-claim', rule: 'compatible-figure', confidence: 0.5 };
      if (!isSameState || !isSameSite(a, b)) continue;
      if (newer !== 0) return { relation: 'updates', rule: 'newer-figure', confidence: isSame ? 0.85 : 0.6, isFirstNewer: newer > 0 };
      if (a.statement.kind === 'attributed' && b.statement.kind === 'attributed') return { relation: 'contradicts', rule: 'different-figure', confidence: 0.6 };
    }
  }
  return null;
}

/** "rejected the figure of 11,300": the count that is denied, by its value. */
function compareDenied(a: Comparable, b: Comparable): Found | null {
  const denied = (one: Comparable): boolean => one.statement.modality === 'denial';
  if (denied(a) === denied(b) || isSameSpeaker(a, b)) return null;
  const isSame = a.figures.some((one) => b.figures.some((other) => one.quantity.value === other.quantity.value && (one.quantity.value ?? 0) >= tellingValue && one.unit === other.unit));
  return isSame ? { relation: 'contradicts', rule: 'denied-figure', confidence: 0.6 } : null;
}

/** A smaller number alone does not tell which count is meant. */
const tellingValue = 12;

/** "17 soldiers" against "no soldiers were among the dead". */
function compareAbsent(a: Comparable, b: Comparable): Found | null {
  if (isSameSpeaker(a, b) || a.statement.kind !== 'attributed' || b.statement.kind !== 'attributed' || order(a, b) !== 0) return null;
  const counts = (one: Comparable, other: Comparable): boolean => one.figures.some(({ unit, quantity, state }) => other.absent.has(unit) && (quantity.value ?? 0) > 0 && (state === null || !state.startsWith('not ')));
  return counts(a, b) || counts(b, a) ? { relation: 'contradicts', rule: 'count-against-none', confidence: 0.5 } : null;
}

/** How near two counts of one burial lie at least, and how large they are, for graves and bodies to be taken for one count. */
const nearShare = 0.9;
const largeCount = 50;

/** Graves found and bodies taken out of them, graves suspected and remains told of: the later count follows the earlier one. */
function compareAcrossUnits(a: Comparable, b: Comparable): Found | null {
  const newer = order(a, b);
  if (newer === 0) return null;
  for (const one of a.figures) {
    for (const other of b.figures) {
      const [low, high] = [one.quantity.value ?? 0, other.quantity.value ?? 0].sort((x, y) => x - y);
      if (low === undefined || high === undefined || low < largeCount || low < high * nearShare || !isGraveAndBody(one.unit, other.unit)) continue;
      if (tellsOfRemains(a) && tellsOfRemains(b)) return { relation: 'updates', rule: 'newer-count-other-unit', confidence: 0.5, isFirstNewer: newer > 0 };
    }
  }
  return null;
}

const isGraveAndBody = (one: string, other: string): boolean => (one === 'grave' && isRemainsUnit(other)) || (other === 'grave' && isRemainsUnit(one));
/** A count of people is one of a burial only where their remains or graves are told of. */
const tellsOfRemains = ({ doc, words, figures }: Comparable): boolean => figures.some(({ unit }) => unit === 'grave' || unit === 'body') || words.some((word) => languageOf(doc.language).reconciliation.remainsTold.has(word));

/** Which was said later: positive when the first was; 0 when the days are unknown or the same. */
function order(a: Comparable, b: Comparable): number {
  if (a.day === null || b.day === null) return 0;
  const length = Math.min(a.day.length, b.day.length);
  const [first, second] = [a.day.slice(0, length), b.day.slice(0, length)];
  return first === second ? 0 : first > second ? 1 : -1;
}

/** Sites named differently are different places: a street and a grave. */
function isSameSite(a: Comparable, b: Comparable): boolean {
  const nounOf = ({ statement }: Comparable): string | null => statement.about.site?.toLowerCase().split(' ').at(-1)?.replace(/s$/, '') ?? null;
  const [one, other] = [nounOf(a), nounOf(b)];
  return one === null || other === null || one === other || (isBurialNoun(one) && isBurialNoun(other));
}

function comparePhases(a: Comparable, b: Comparable): Found | null {
  if (!tellPhase(a, b)) return null;
  const newer = order(a, b);
  if (newer !== 0) return { relation: 'updates', rule: 'newer-phase', confidence: 0.6, isFirstNewer: newer > 0 };
  return null;
}

/** The first sentence of a report often retells the quotation that follows: both look ahead, or both state, the same thing. */
function compareLead(a: Comparable, b: Comparable): Found | null {
  if (a.doc !== b.doc || a.order > 0 || b.order > 3 || b.statement.quoteType !== 'direct' || a.statement.modality !== 'forecast' || b.statement.modality !== 'forecast') return null;
  let shared = 0;
  for (const stem of a.allStems) if (b.allStems.has(stem)) shared++;
  return shared >= 3 ? { relation: 'same-claim', rule: 'lead-retold', confidence: 0.5 } : null;
}

function compareWords(a: Comparable, b: Comparable): Found | null {
  const { count, share } = sharedWords(a, b);
  if (isSameSpeaker(a, b) && a.doc !== b.doc && (sharesQuotation(a, b) || (count >= 2 && share >= 0.5))) return { relation: 'same-claim', rule: 'same-speaker-words', confidence: 0.85 };
  if (count >= 3 && share >= 0.6) return { relation: 'same-claim', rule: 'same-words', confidence: 0.6 };
  if (count >= 2 && share >= 0.66 && a.doc !== b.doc) return { relation: 'same-claim', rule: 'same-words', confidence: 0.5 };
  return null;
}
