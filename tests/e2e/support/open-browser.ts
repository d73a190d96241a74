import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';

export type View = 'phone' | 'desk';
export type Tongue = 'uk' | 'en';

const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } } as const;

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The browser of the machine; `npm test` finds it, or installs it, and names it in CHROMIUM_PATH. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** One person's browser: own storage, own keys. */
export async function openPerson(browser: Browser, { view, tongue }: { view: View; tongue: Tongue }): Promise<{ context: BrowserContext; page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: sizes[view], locale: tongue === 'uk' ? 'uk-UA' : 'en-GB', hasTouch: view === 'phone', reducedMotion: 'reduce', bypassCSP: false });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) errors.push(message.text());
  });
  page.setDefaultTimeout(20_000);
  return { context, page, errors };
}

/** Runs axe on the page as it stands; an empty list means nothing was found. */
export async function findAccessibilityFaults(page: Page): Promise<string[]> {
  // Evaluated through the debugger, so that the page's own content security policy stays as strict as it is.
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } }).axe;
    return (await axe.run({ resultTypes: ['violations'] })).violations;
  });
  return found.map((violation) => `${violation.id}: ${violation.nodes.map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`).join(' | ')}`);
}

/** No screen may scroll sideways: on a phone that hides what a person needs. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, `${page.url()} is ${overflow} px wider than the screen`).toBeLessThanOrEqual(1);
}
