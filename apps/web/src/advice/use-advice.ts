import { useEffect, useRef, useState } from 'react';
import { computeChoice, type AdviceChoice, type ComputedChoice } from './advice-api.ts';

export interface AdviceState {
  readonly computed: ReadonlyMap<string, ComputedChoice>;
  readonly failed: ReadonlyMap<string, unknown>;
  readonly running: boolean;
}

const nothing: AdviceState = { computed: new Map(), failed: new Map(), running: false };

/** Computes the choices of a case one after another; leaving the page or `stop` ends it after the one under way. */
export function useAdvice(path: string, family: string | undefined) {
  const [state, setState] = useState(nothing);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const start = async (choices: readonly AdviceChoice[]): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    setState((before) => ({ ...before, failed: new Map(), running: true }));
    for (const { id } of choices) {
      try {
        const found = await computeChoice(path, { choice: id, family }, controller.signal);
        setState((before) => ({ ...before, computed: new Map(before.computed).set(id, found) }));
      } catch (error) {
        if (controller.signal.aborted) break;
        setState((before) => ({ ...before, failed: new Map(before.failed).set(id, error) }));
      }
    }
    if (running.current === controller) setState((before) => ({ ...before, running: false }));
  };
  const stop = (): void => {
    running.current?.abort();
    setState((before) => ({ ...before, running: false }));
  };
  return { ...state, start, stop };
}
