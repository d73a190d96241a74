import { defaultNameModel } from '../model/default-model.ts';
import type { NameModel } from '../model/name-model.ts';
import type { NameComparison, NameSex } from '../prepared-name.ts';
import { prepareName } from '../prepare/prepare-name.ts';
import type { PreparedName, PreparedWord } from '../prepare/prepared.ts';
import { explainPair, explainSingle, explainWhole } from './explain.ts';
import { modelTables } from './model-tables.ts';
import { weighJoined, type JoinedWeight } from './weigh-joined.ts';
import { pairWords, type WordPair } from './pair-words.ts';

/**
 * Weighs two personal names against each other and says why: log10 of the likelihood ratio that both writings name one
 * person against two unrelated people of one sex, a score 0..1 for display, and a reason for each word.
 *
 * Model in `docs/methods/names.md`. Symmetric in `a` and `b`; finite: not below `log10(rates.nameOfAnother)`, not above the
 * sum of what the words can say. A name without words says nothing: 0, no reasons.
 * @param model - shares and error rates; without it the estimates built in (unverified)
 */
export function compareNames(a: PreparedName | string, b: PreparedName | string, model?: NameModel): NameComparison {
  const left = typeof a === 'string' ? prepareName(a) : a;
  const right = typeof b === 'string' ? prepareName(b) : b;
  const used = model ?? defaultNameModel();
  if (left.words.length === 0 || right.words.length === 0) return { log10Lr: 0, score: 0, reasons: [] };
  const { pairs, log10Lr, joined } = weighNames(left, right, used);
  if (joined !== null) return { log10Lr, score: rounded(joined.score), reasons: [explainWhole(left, right, joined)] };
  const reasons = [
    ...pairs.map((pair) => explainPair(pair, left.words, right.words)),
    ...left.words.filter((_, at) => pairs.every((pair) => pair.a !== at)).map((word) => explainSingle(word, 'a')),
    ...right.words.filter((_, at) => pairs.every((pair) => pair.b !== at)).map((word) => explainSingle(word, 'b')),
  ];
  return { log10Lr, score: scoreOf(left.words, right.words, pairs), reasons };
}

/** The weight alone, for millions of pairs; the same number as `compareNames(a, b, model).log10Lr`. */
export function nameLog10Lr(a: PreparedName, b: PreparedName, model: NameModel): number {
  return weighNames(a, b, model).log10Lr;
}

interface Weighed {
  readonly pairs: readonly WordPair[];
  readonly log10Lr: number;
  /** Set where the names agree as wholes better than word by word. */
  readonly joined: JoinedWeight | null;
}

function weighNames(a: PreparedName, b: PreparedName, model: NameModel): Weighed {
  if (a.words.length === 0 || b.words.length === 0) return { pairs: [], log10Lr: 0, joined: null };
  const tables = modelTables(model);
  const pairs = pairWords(a.words, b.words, { tables, sex: commonSex(a, b) });
  // In the order of size, so that the sum does not depend on which name came first.
  const sum = pairs.map(({ weight }) => weight.log10Lr).sort((x, y) => x - y).reduce((total, weight) => total + weight, 0);
  const joined = weighJoined(a, b, tables);
  const better = joined !== null && joined.log10Lr > sum ? joined : null;
  const { nameOfAnother } = model.rates;
  return { pairs, log10Lr: Math.log10((1 - nameOfAnother) * 10 ** (better?.log10Lr ?? sum) + nameOfAnother), joined: better };
}

function commonSex(a: PreparedName, b: PreparedName): NameSex | null {
  if (a.sex === null || b.sex === null) return a.sex ?? b.sex;
  return a.sex === b.sex ? a.sex : null;
}

/** A word that only one name has lowers the score by this part of what a different word does. */
const missingShare = 0.3;

function scoreOf(a: readonly PreparedWord[], b: readonly PreparedWord[], pairs: readonly WordPair[]): number {
  let agreed = 0;
  let all = 0;
  for (const { a: left, b: right, weight } of pairs) {
    const size = sizeOf(a[left]) + sizeOf(b[right]);
    agreed += size * weight.score;
    all += size;
  }
  a.forEach((word, at) => {
    if (pairs.every((pair) => pair.a !== at)) all += missingShare * sizeOf(word);
  });
  b.forEach((word, at) => {
    if (pairs.every((pair) => pair.b !== at)) all += missingShare * sizeOf(word);
  });
  return all === 0 ? 0 : rounded(agreed / all);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** A long word says more than a short one; an initial little. */
function sizeOf(word: PreparedWord | undefined): number {
  if (word?.particle === true) return 0.2;
  return word === undefined || word.initial ? 0.5 : Math.min(1, 0.5 + word.length / 14);
}
