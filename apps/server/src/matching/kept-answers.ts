/** Most answers that one keeper holds. */
const most = 20;

/**
 * Keeps what was computed for an account as long as its mark (what the account sees of the register) stays the same.
 * What takes seconds to compute is computed once, however often the page is opened.
 */
export class KeptAnswers<T> {
  readonly #kept = new Map<string, { readonly mark: string; readonly answer: T }>();

  async read(key: string, mark: string, compute: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(key);
    if (kept?.mark === mark) return kept.answer;
    const answer = await compute();
    this.#kept.delete(key);
    this.#kept.set(key, { mark, answer });
    for (const oldest of this.#kept.keys()) if (this.#kept.size > most) this.#kept.delete(oldest);
    return answer;
  }
}
