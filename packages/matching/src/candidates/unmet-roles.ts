import { sureRole, type PreparedWord } from '@imena/names';
import type { WhoCodes } from './who-codes.ts';
import type { SearchKernel } from './search-kernel.ts';
import type { SimilarWords, WordIndex } from './word-index.ts';

/** One word of a name that is searched for. */
export interface AskedWord {
  readonly similar: SimilarWords;
  /** The role that it alone of its name surely has. */
  readonly role: number | null;
}

/** The words of a name with the words of the list that each may stand for. */
export function askedWords(words: readonly PreparedWord[], index: WordIndex): AskedWord[] {
  const roles = words.map(sureRole);
  return words.map((word, at) => ({ similar: index.similar(word), role: roles.filter((role) => role === roles[at]).length === 1 ? (roles[at] ?? null) : null }));
}

/**
 * What it says against a place that a word was not met there: where the name that is searched for and that of the place both
 * surely have a word in one role, and no word that may stand for it is there, they do not agree.
 */
export class UnmetRoles {
  readonly #disagreement: readonly number[];
  /** The bits of asked words in what is met, by role: 0 of a word that is met nowhere, `noWord` where none surely has it. */
  readonly #bits: Int32Array;
  readonly #who: WhoCodes;
  readonly #byWho: Float64Array;
  /** By the bits of roles that a place has what says against it, log10: of the words that were taken so far. */
  readonly byRoles: Float64Array;

  /** Begins a search: columns of the kernel hold it. What speaks against places is added to what is said by code of who (`byWho`) with each word taken. */
  constructor({ disagreement }: Pick<WordIndex, 'disagreement'>, who: WhoCodes, { columns }: SearchKernel) {
    this.#disagreement = disagreement;
    columns.disagreement.set(disagreement);
    this.#who = who;
    this.#byWho = columns.byWho;
    this.#bits = columns.roleBits.fill(noWord);
    this.byRoles = columns.againstRoles.fill(0);
  }

  /** Takes a word that is looked up before all others that were not taken yet. @param bit - its bit in what is met; 0 where it is met nowhere */
  take({ role }: AskedWord, bit: number): void {
    if (role === null) return;
    this.#bits[role] = bit;
    const [who, byWho, against] = [this.#who, this.#byWho, this.#disagreement[role] as number];
    for (let roles = 0; roles < this.byRoles.length; roles++) if ((roles & (1 << role)) !== 0) this.byRoles[roles] = (this.byRoles[roles] as number) + against;
    for (const roles of who.roles) {
      if ((roles & (1 << role)) === 0) continue;
      const first = who.of(0, roles);
      for (let birth = 0; birth < who.births; birth++) byWho[first + birth] = (byWho[first + birth] as number) + against;
    }
  }

  /** What the words taken so far say against a place that asks for this. */
  soFar(who: number): number {
    return this.byRoles[this.#who.rolesOf(who)] as number;
  }
}

const noWord = -1;
