import type { LetterChange, NameReason, NameRole } from '../prepared-name.ts';
import type { PreparedName, PreparedWord } from '../prepare/prepared.ts';
import { explainLetters } from './explain-letters.ts';
import type { WordPair } from './pair-words.ts';

const roleNames: readonly NameRole[] = ['surname', 'given', 'patronymic'];

/** Below this no role is told from the others, hundredths. */
const roleTold = 60;

/** The reason of one pair of words. */
export function explainPair({ a, b, weight }: WordPair, left: readonly PreparedWord[], right: readonly PreparedWord[]): NameReason {
  const one = left[a];
  const other = right[b];
  if (one === undefined || other === undefined) throw new RangeError('a pair of words that are not there');
  const common = { role: commonRole(one, other, weight.role), a: one.text, b: other.text, log10Lr: rounded(weight.log10Lr), score: rounded(weight.score) };
  if (weight.agreement === 'none') return { ...common, kind: 'different', changes: [] };
  if (weight.agreement === 'initial') return { ...common, kind: 'initial', changes: [] };
  const changes = weight.cost === 0 || weight.agreement === 'given' || weight.agreement === 'patronymic' ? [] : explainLetters(one, other, weight.agreement);
  return { ...common, kind: kindOf(one, other, { agreement: weight.agreement, changes }), changes };
}

/** The reason of a word that only one name has: it weighs nothing. */
export function explainSingle(word: PreparedWord, side: 'a' | 'b'): NameReason {
  return { kind: 'only-in-one', role: ownRole(word), a: side === 'a' ? word.text : null, b: side === 'b' ? word.text : null, log10Lr: 0, score: 0, changes: [] };
}

/** The one reason of two names that agree when the gaps between their words are left out. */
export function explainWhole(a: PreparedName, b: PreparedName, { log10Lr, score }: { readonly log10Lr: number; readonly score: number }): NameReason {
  return { kind: 'joined', role: 'unknown', a: a.text, b: b.text, log10Lr: rounded(log10Lr), score: rounded(score), changes: [] };
}

interface Agreement {
  readonly agreement: WordPair['weight']['agreement'];
  readonly changes: readonly LetterChange[];
}

function kindOf(a: PreparedWord, b: PreparedWord, { agreement, changes }: Agreement): NameReason['kind'] {
  if (a.text.toLowerCase() === b.text.toLowerCase()) return 'same';
  if (a.unread || b.unread) return 'illegible';
  if (sameSounds(a, b)) return 'spelling';
  if (agreement === 'given' || agreement === 'patronymic') return isShort(a) !== isShort(b) ? 'diminutive' : 'variant';
  if (changes.length > 0) return 'similar';
  return agreement === 'neutral' ? 'ending' : 'spelling';
}

function sameSounds(a: PreparedWord, b: PreparedWord): boolean {
  const [one, other] = [a.readings[0]?.sounds, b.readings[0]?.sounds];
  return one !== undefined && other !== undefined && one.length === other.length && one.every((sound, at) => sound === other[at]);
}

function isShort(word: PreparedWord): boolean {
  return word.given?.diminutive === true;
}

function commonRole(a: PreparedWord, b: PreparedWord, role: 0 | 1 | 2): NameRole {
  const known = ownRole(a) === 'unknown' ? ownRole(b) : ownRole(a);
  return known === 'unknown' ? 'unknown' : (roleNames[role] ?? 'unknown');
}

function ownRole({ roleCosts }: PreparedWord): NameRole {
  const [least = 0, second = 0] = [...roleCosts].sort((x, y) => x - y);
  return second - least < roleTold ? 'unknown' : (roleNames[roleCosts.indexOf(least)] ?? 'unknown');
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
