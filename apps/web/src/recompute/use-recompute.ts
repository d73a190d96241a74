import { useEffect, useRef, useState } from 'react';
import { openWorker, type OpenWorker } from '../workers/open-worker.ts';
import type { RecomputeAnswer, RecomputeQuestion } from './recompute-worker.ts';

export type RecomputeState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'computing'; readonly fileName: string }
  | { readonly kind: 'done'; readonly fileName: string; readonly answer: RecomputeAnswer }
  | { readonly kind: 'failed'; readonly error: unknown };

type Calculator = OpenWorker<RecomputeQuestion>;

const openCalculator = (): Calculator => openWorker(new Worker(new URL('./recompute-worker.ts', import.meta.url), { type: 'module' }));

/** Computes cases in a worker of this browser that is loaded with the screen: afterwards no network is needed. */
export function useRecompute() {
  const [state, setState] = useState<RecomputeState>({ kind: 'idle' });
  const worker = useRef<Calculator>(undefined);
  useEffect(() => {
    worker.current = openCalculator();
    return () => worker.current?.close();
  }, []);
  const compute = async (fileName: string, read: () => Promise<Uint8Array<ArrayBuffer>>): Promise<void> => {
    setState({ kind: 'computing', fileName });
    try {
      const bytes = await read();
      const asked = (worker.current ??= openCalculator());
      const answer = (await asked.ask({ bytes, fileName }, [bytes.buffer])) as RecomputeAnswer;
      setState({ kind: 'done', fileName, answer });
    } catch (error) {
      setState({ kind: 'failed', error });
    }
  };
  /** Ends the calculation; the next one starts a worker anew. */
  const stop = (): void => {
    worker.current?.close();
    worker.current = openCalculator();
    setState({ kind: 'idle' });
  };
  return { state, compute, stop };
}
