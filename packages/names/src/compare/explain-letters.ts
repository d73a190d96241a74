import { languages } from '../languages/index.ts';
import type { LetterChange } from '../prepared-name.ts';
import type { PreparedWord } from '../prepare/prepared.ts';
import { doubledCost, letterCostsOf, lostCosts, swappedCost, type LetterCosts } from '../sounds/letter-costs.ts';
import { oneUnread, someUnread, soundCount } from '../sounds/sounds.ts';
import { editCost, tooFar } from './edit-cost.ts';

/** Costs up to this are ways of spelling, not errors, hundredths. */
const spellingCost = 90;

/** The letters in which two words differ, with what explains each best; differences of convention are left out. */
export function explainLetters(a: PreparedWord, b: PreparedWord, agreement: 'letters' | 'neutral'): LetterChange[] {
  const costs = letterCostsOf(a.script, b.script);
  let best: { cost: number; a: Uint8Array; b: Uint8Array } = { cost: tooFar, a: new Uint8Array(), b: new Uint8Array() };
  for (const left of a.readings) {
    for (const right of b.readings) {
      const [x, y] = agreement === 'neutral' ? [left.neutral, right.neutral] : [left.sounds, right.sounds];
      const cost = editCost(x, y, costs, tooFar - 1) + left.cost + right.cost;
      if (cost < best.cost) best = { cost, a: x, b: y };
    }
  }
  return walkBack(best.a, best.b, { costs, texts: [a.text, b.text] });
}

/** Latin groups for sounds that one letter does not write. */
const shown: Readonly<Record<string, string>> = { Z: 'zh', C: 'ch', S: 'sh', x: 'kh', c: 'ts' };
const signs = Array.from('abvghdeZzijklmnoprstufxcCSywq');

/** A sound as the word itself writes it where that can be told, otherwise in Latin letters. */
function sign(code: number, text: string): string {
  if (code === oneUnread) return '?';
  if (code === someUnread) return '…';
  const sound = signs[code - 1] ?? '·';
  const lower = text.toLowerCase();
  const letter = languages.flatMap(({ letters }) => Object.entries(letters)).find(([written, sounds]) => sounds.endsWith(sound) && lower.includes(written));
  return letter?.[0] ?? shown[sound] ?? sound;
}

interface Walk {
  readonly costs: LetterCosts;
  readonly texts: readonly [string, string];
}

function walkBack(a: Uint8Array, b: Uint8Array, { costs: { change, cause }, texts: [textA, textB] }: Walk): LetterChange[] {
  const at = (word: Uint8Array, index: number): number => word[index] ?? 0;
  const lost = (word: Uint8Array, index: number): number => {
    const cost = lostCosts[at(word, index)] ?? 0;
    return index > 0 && at(word, index - 1) === at(word, index) && doubledCost < cost ? doubledCost : cost;
  };
  const cost: number[][] = [];
  const unread = change[someUnread] ?? 0;
  for (let i = 0; i <= a.length; i++) {
    const row: number[] = [];
    cost.push(row);
    for (let j = 0; j <= b.length; j++) {
      let best = i === 0 && j === 0 ? 0 : tooFar;
      if (i > 0) best = Math.min(best, (cost[i - 1]?.[j] ?? tooFar) + (j > 0 && at(b, j - 1) === someUnread ? unread : lost(a, i - 1)));
      if (j > 0) best = Math.min(best, (row[j - 1] ?? tooFar) + (i > 0 && at(a, i - 1) === someUnread ? unread : lost(b, j - 1)));
      if (i > 0 && j > 0) best = Math.min(best, (cost[i - 1]?.[j - 1] ?? tooFar) + (change[at(a, i - 1) * soundCount + at(b, j - 1)] ?? tooFar));
      if (isSwap(a, b, i, j)) best = Math.min(best, (cost[i - 2]?.[j - 2] ?? tooFar) + swappedCost);
      row.push(best);
    }
  }
  const changes: LetterChange[] = [];
  for (let i = a.length, j = b.length; i > 0 || j > 0; ) {
    const here = cost[i]?.[j] ?? 0;
    const pair = at(a, i - 1) * soundCount + at(b, j - 1);
    if (i > 0 && j > 0 && here === (cost[i - 1]?.[j - 1] ?? tooFar) + (change[pair] ?? tooFar)) {
      const why = cause[pair];
      const isUnread = at(a, i - 1) >= oneUnread || at(b, j - 1) >= oneUnread;
      if (at(a, i - 1) !== at(b, j - 1) && !isUnread && why !== 'spelling' && why !== undefined) changes.push({ a: sign(at(a, i - 1), textA), b: sign(at(b, j - 1), textB), cause: why });
      i--;
      j--;
    } else if (isSwap(a, b, i, j) && here === (cost[i - 2]?.[j - 2] ?? tooFar) + swappedCost) {
      changes.push({ a: sign(at(a, i - 2), textA) + sign(at(a, i - 1), textA), b: sign(at(b, j - 2), textB) + sign(at(b, j - 1), textB), cause: 'swap' });
      i -= 2;
      j -= 2;
    } else if (i > 0 && here === (cost[i - 1]?.[j] ?? tooFar) + (j > 0 && at(b, j - 1) === someUnread ? unread : lost(a, i - 1))) {
      const isUnread = at(a, i - 1) >= oneUnread || (j > 0 && at(b, j - 1) === someUnread);
      if (!isUnread && (lost(a, i - 1) > spellingCost || lost(a, i - 1) === doubledCost)) changes.push(onlyOne(sign(at(a, i - 1), textA), '', lost(a, i - 1)));
      i--;
    } else {
      const isUnread = at(b, j - 1) >= oneUnread || (i > 0 && at(a, i - 1) === someUnread);
      if (!isUnread && (lost(b, j - 1) > spellingCost || lost(b, j - 1) === doubledCost)) changes.push(onlyOne('', sign(at(b, j - 1), textB), lost(b, j - 1)));
      j--;
    }
  }
  return changes.reverse();
}

function onlyOne(a: string, b: string, cost: number): LetterChange {
  return { a, b, cause: cost === doubledCost ? 'doubling' : 'unexplained' };
}

function isSwap(a: Uint8Array, b: Uint8Array, i: number, j: number): boolean {
  return i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && a[i - 1] !== a[i - 2];
}
