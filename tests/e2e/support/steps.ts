import { it } from 'vitest';
import { stepLimitMs } from './slow-browser.ts';

/**
 * Steps of one walk: each builds on those before it. When one fails the rest fail at once, naming it, instead of each
 * waiting for something that cannot come.
 */
export function walk(): (title: string, step: () => Promise<void>) => void {
  let failed: string | null = null;
  return (title, step) => {
    it(title, async () => {
      if (failed !== null) throw new Error(`not tried, because an earlier step failed: ${failed}`);
      failed = title;
      await step();
      failed = null;
    }, stepLimitMs);
  };
}
