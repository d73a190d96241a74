import type { PreparedWord } from '@imena/names';

/** Codes of sounds from here on stand for what cannot be read; they have the two highest bits of a set of sounds. */
const unreadFrom = 62;
const legibleBits = 0x3fffffff;
/** Sounds by which a word that was read may be shorter than what was read of the other. */
const mostShorter = 2;

/**
 * Words that may be one where part of one could not be read: what begins and ends it, its length, and its sounds but for
 * one. Looks through all words, so it is for the few that could not be read whole.
 */
export class PartIndex {
  readonly #numbers: number[] = [];
  readonly #masks: number[] = [];
  /** First and last sound and length, a byte each. */
  readonly #ends: number[] = [];
  /** Places of words that could not be read whole. */
  readonly #unread: number[] = [];

  add(word: PreparedWord, number: number): void {
    const at = this.#numbers.push(number) - 1;
    this.#masks.push(word.mask & legibleBits);
    this.#ends.push(endsOf(word));
    if (word.unread) this.#unread.push(at);
  }

  find(word: PreparedWord): number[] {
    const found: number[] = [];
    const [mask, ends] = [word.mask & legibleBits, endsOf(word)];
    if (word.unread) for (let at = 0; at < this.#numbers.length; at++) if (mayBe(mask, ends, { mask: this.#masks[at] ?? 0, ends: this.#ends[at] ?? 0 })) found.push(this.#numbers[at] ?? 0);
    for (const at of this.#unread) if (mayBe(this.#masks[at] ?? 0, this.#ends[at] ?? 0, { mask, ends })) found.push(this.#numbers[at] ?? 0);
    return found;
  }
}

function endsOf({ readings, length }: PreparedWord): number {
  const sounds = readings[0]?.sounds;
  return ((sounds?.[0] ?? unreadFrom) << 16) | ((sounds?.at(-1) ?? unreadFrom) << 8) | Math.min(255, length);
}

function mayBe(mask: number, ends: number, whole: { readonly mask: number; readonly ends: number }): boolean {
  const lacking = mask & ~whole.mask;
  if ((lacking & (lacking - 1)) !== 0 || (ends & 0xff) > (whole.ends & 0xff) + mostShorter) return false;
  return meets(ends >> 16, whole.ends >> 16) && meets((ends >> 8) & 0xff, (whole.ends >> 8) & 0xff);
}

function meets(a: number, b: number): boolean {
  return a === b || a >= unreadFrom || b >= unreadFrom;
}
