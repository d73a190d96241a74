import type { BrowserContext, Page } from 'playwright-core';

/**
 * How many times slower than it is the machine of the browser shall be: `IMENA_SLOW_BROWSER=4 npm test -- tests/e2e/reading`. What
 * only holds on a quick machine fails then: a page that looks ready before it is, a step that waits for the wrong thing. Below 2 only
 * the answers of the server are late. From 2 on every open page keeps a core busy, so one walk at a time.
 */
const slowness = readSlowness(process.env['IMENA_SLOW_BROWSER'] ?? '');

/** How long one answer may be under way at most on a slow browser, there and back. */
const longestWayMs = 600;

function readSlowness(text: string): number {
  if (text === '') return 1;
  const times = Number(text);
  if (!(times >= 1 && times <= 20)) throw new Error(`IMENA_SLOW_BROWSER is "${text}"; it says how many times slower the browser shall be, 1 to 20`);
  return times;
}

/** A limit of time that grows with the slowness of the browser: a limit alone is no fault of the application. */
export function allow(ms: number): number {
  return ms * slowness;
}

/** For starting an installation, its browser and its first accounts. */
export const startLimitMs = allow(240_000);
/** For one step of a walk: what a step waits for has its own, shorter limits, so this ends only what hangs. */
export const stepLimitMs = allow(300_000);

/** Makes every page of a browser profile compute slower, and its questions to the server take long, each a different time. */
export async function slowDown(context: BrowserContext): Promise<void> {
  if (slowness === 1) return;
  // Not by routing requests: that would switch off the cache, and with it what a screen has kept for the time without a network.
  await context.addInitScript((longestMs) => {
    const real = globalThis.fetch;
    const onTheWay = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, (longestMs / 2) * (0.25 + 0.75 * Math.random())); });
    globalThis.fetch = async (...args) => {
      await onTheWay();
      const answer = await real(...args);
      await onTheWay();
      return answer;
    };
  }, longestWayMs);
  if (slowness >= 2) context.on('page', (page) => void slowPage(page));
}

async function slowPage(page: Page): Promise<void> {
  try {
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  } catch (error) {
    if (!page.isClosed()) throw error;
  }
}
