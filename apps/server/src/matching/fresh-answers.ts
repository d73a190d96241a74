/** What is there, and whether a newer answer is being made; `answer` is null only while the first one is. */
export interface FreshAnswer<T> {
  readonly answer: T | null;
  readonly making: boolean;
}

interface Kept<T> {
  readonly mark: string;
  readonly answer: T;
}

interface Making<T> {
  readonly mark: string;
  readonly done: Promise<T>;
}

/** Most answers that one keeper holds. */
const most = 20;
/** A small site is answered at once: nobody is shown that something is being made for less than this. */
const patienceMs = 400;

/**
 * Keeps what was computed for an account until what the account sees of the register changes (its mark). Then the kept
 * answer is given at once, said to be older, and one newer is made beside; whoever asks meanwhile waits for the same. An
 * answer that was refused is told to who asked and not kept.
 */
export class FreshAnswers<T> {
  readonly #kept = new Map<string, Kept<T>>();
  readonly #making = new Map<string, Making<T>>();
  readonly #patienceMs: number;

  constructor(patience = patienceMs) {
    this.#patienceMs = patience;
  }

  /** @param compute must not use the transaction of the request: it goes on when the request has ended */
  async read(key: string, mark: string, compute: () => Promise<T>): Promise<FreshAnswer<T>> {
    const kept = this.#kept.get(key);
    if (kept?.mark === mark) return { answer: kept.answer, making: false };
    const running = this.#making.get(key);
    // What is being made for an older state is finished first: one at a time for each key.
    const making = running ?? this.#start(key, mark, compute);
    const answer = await within(making.done, this.#patienceMs);
    if (answer !== pending && making.mark === mark) return { answer, making: false };
    return { answer: this.#kept.get(key)?.answer ?? null, making: true };
  }

  #start(key: string, mark: string, compute: () => Promise<T>): Making<T> {
    const done = compute().then((answer) => {
      this.#kept.delete(key);
      this.#kept.set(key, { mark, answer });
      for (const oldest of this.#kept.keys()) if (this.#kept.size > most) this.#kept.delete(oldest);
      return answer;
    }).finally(() => { this.#making.delete(key); });
    // Nobody may be waiting any more when it is refused; whoever asks next begins anew and is told.
    done.catch(() => undefined);
    const making = { mark, done };
    this.#making.set(key, making);
    return making;
  }
}

const pending = Symbol('pending');

async function within<T>(work: Promise<T>, ms: number): Promise<T | typeof pending> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof pending>((resolve) => { timer = setTimeout(() => resolve(pending), ms); });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
