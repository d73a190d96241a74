import type { PreparedWord } from '@imena/names';

/** Codes of sounds from here on stand for what cannot be read; they have the two highest bits of a set of sounds. */
const unreadFrom = 62;
const legibleBits = 0x3fffffff;
/** Sounds by which a word that was read may be shorter than what was read of the other. */
const mostShorter = 2;

/** What is looked at of a word. */
interface Look {
  readonly number: number;
  readonly mask: number;
  readonly length: number;
  /** First and last sound, a byte each. */
  readonly ends: number;
}

/**
 * Words that may be one where part of one could not be read: what begins and ends it, its length, and its sounds but for
 * one. Looks through all words that begin and end so, so it is for the few that could not be read whole.
 */
export class PartIndex {
  readonly #byEnds = new Map<number, Look[]>();
  /** Words that could not be read whole. */
  readonly #unread: Look[] = [];

  add(word: PreparedWord, number: number): void {
    const look = lookAt(word, number);
    const alike = this.#byEnds.get(look.ends);
    if (alike === undefined) this.#byEnds.set(look.ends, [look]);
    else alike.push(look);
    if (word.unread) this.#unread.push(look);
  }

  find(word: PreparedWord): number[] {
    const found: number[] = [];
    const asked = lookAt(word, -1);
    if (word.unread) {
      for (const [ends, looks] of this.#byEnds) {
        if (!mayEnd(asked.ends, ends)) continue;
        for (const look of looks) if (maySound(asked, look)) found.push(look.number);
      }
    }
    for (const look of this.#unread) if (mayEnd(look.ends, asked.ends) && maySound(look, asked)) found.push(look.number);
    return found;
  }
}

function lookAt({ readings, length, mask }: PreparedWord, number: number): Look {
  const sounds = readings[0]?.sounds;
  return { number, mask: mask & legibleBits, length, ends: ((sounds?.[0] ?? unreadFrom) << 8) | (sounds?.at(-1) ?? unreadFrom) };
}

/** Whether the sounds that were read of a word are those of the whole one, but for one. */
function maySound(read: Look, whole: Look): boolean {
  const lacking = read.mask & ~whole.mask;
  return (lacking & (lacking - 1)) === 0 && read.length <= whole.length + mostShorter;
}

function mayEnd(a: number, b: number): boolean {
  return meets(a >> 8, b >> 8) && meets(a & 0xff, b & 0xff);
}

function meets(a: number, b: number): boolean {
  return a === b || a >= unreadFrom || b >= unreadFrom;
}
