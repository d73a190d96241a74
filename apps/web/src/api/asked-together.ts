interface Waiting<T> {
  readonly resolve: (found: T | null) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Asks for one thing by its id; what is asked for in the same moment, by however many parts of a screen, goes in one
 * request for every `most`. Null where the answer does not hold it.
 */
export function askedTogether<T>(most: number, readMany: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>): (id: string) => Promise<T | null> {
  let waiting = new Map<string, Waiting<T>[]>();
  const send = async (part: readonly (readonly [string, readonly Waiting<T>[]])[]): Promise<void> => {
    try {
      const found = await readMany(part.map(([id]) => id));
      for (const [id, askers] of part) for (const asker of askers) asker.resolve(found.get(id) ?? null);
    } catch (error) {
      for (const [, askers] of part) for (const asker of askers) asker.reject(error);
    }
  };
  const sendAll = async (): Promise<void> => {
    const all = [...waiting];
    waiting = new Map();
    await Promise.all(Array.from({ length: Math.ceil(all.length / most) }, (_, at) => send(all.slice(at * most, (at + 1) * most))));
  };
  return (id) => new Promise((resolve, reject) => {
    if (waiting.size === 0) queueMicrotask(() => void sendAll());
    waiting.set(id, [...(waiting.get(id) ?? []), { resolve, reject }]);
  });
}
